// The working-day calendar: make-up days, unpublished years, lunch breaks, and the vectors computed from the State Council's notices.

import { describe, expect, it } from 'vitest'
import type { CalendarEdition } from './calendar.ts'
import {
  addWorkdays,
  addWorkingMinutes,
  changedDays,
  findDayKind,
  isWorkday,
  workingMinutesBetween,
} from './calendar.ts'
import { CN_2026_1, UK_2026_1 } from './calendar-editions.ts'
import { getDay, getInstant, plusDays } from './time.ts'

const at = (day: string, time: string) => getInstant(`${day}T${time}:00+08:00`)

function workdaysIn(edition: CalendarEdition, year: number): number {
  let count = 0
  for (let day = getDay(`${year}-01-01`); day < `${year + 1}`; day = plusDays(day, 1)) {
    if (isWorkday(edition, day)) count += 1
  }
  return count
}

const wholeYearOff: CalendarEdition = {
  ...CN_2026_1,
  id: 'CN-EMPTY',
  years: {
    2026: { holidays: [['2026-01-01', '2026-12-31']], makeUp: [] },
    2027: { holidays: [['2027-01-01', '2027-12-31']], makeUp: [] },
  },
}

describe('the calendar of mainland China', () => {
  it('has 251, 248 and 248 working days in 2024, 2025 and 2026', () => {
    expect([2024, 2025, 2026].map(year => workdaysIn(CN_2026_1, year))).toEqual([251, 248, 248])
  })

  it.each([
    ['2026-02-12', '2026-02-28'],
    ['2026-04-30', '2026-05-13'],
    ['2026-09-24', '2026-10-12'],
    ['2025-09-26', '2025-10-13'],
  ])('counts seven working days from %s to %s', (from, day) => {
    expect(addWorkdays(CN_2026_1, { from: getDay(from), days: 7 })).toEqual({ day, provisional: false })
  })

  it('tells working days, rest days, holidays and make-up days apart', () => {
    const kinds = ['2026-09-18', '2026-09-19', '2026-10-01', '2026-09-20'].map(day =>
      findDayKind(CN_2026_1, getDay(day)),
    )
    expect(kinds).toEqual(['work', 'rest', 'holiday', 'make-up'])
  })

  it('knows no kind for a day of a year whose holidays are not published', () => {
    expect(findDayKind(CN_2026_1, getDay('2027-01-04'))).toBeNull()
    expect(() => isWorkday(CN_2026_1, getDay('2027-01-04'))).toThrow(RangeError)
  })

  it('refuses seven working days from 28 December 2026, because 2027 is not published', () => {
    const refusal = { refused: 'year-not-published', year: 2027, edition: 'CN-2026.1' }
    expect(addWorkdays(CN_2026_1, { from: getDay('2026-12-28'), days: 7 })).toEqual(refusal)
  })

  it('answers provisionally, Monday to Friday, when asked to, and says so', () => {
    const answer = addWorkdays(CN_2026_1, { from: getDay('2026-12-28'), days: 7, unpublished: 'weekdays' })
    expect(answer).toEqual({ day: '2027-01-06', provisional: true })
  })

  it('is not provisional while the count stays in a published year', () => {
    const answer = addWorkdays(CN_2026_1, { from: getDay('2026-12-28'), days: 3, unpublished: 'weekdays' })
    expect(answer).toEqual({ day: '2026-12-31', provisional: false })
  })
})

describe('the calendar of England and Wales', () => {
  it('rests on bank holidays and knows no make-up days', () => {
    expect(addWorkdays(UK_2026_1, { from: getDay('2026-04-02'), days: 1 })).toEqual({
      day: '2026-04-07',
      provisional: false,
    })
    expect(findDayKind(UK_2026_1, getDay('2026-12-28'))).toBe('holiday')
  })

  it('has 254, 253 and 253 working days in 2024, 2025 and 2026', () => {
    expect([2024, 2025, 2026].map(year => workdaysIn(UK_2026_1, year))).toEqual([254, 253, 253])
  })

  it('keeps its working hours by the clock on the wall when summer time begins', () => {
    const answer = addWorkingMinutes(UK_2026_1, { from: getInstant('2026-03-27T16:59:00Z'), minutes: 2 })
    expect(answer).toEqual({ at: '2026-03-30T08:01:00.000Z', provisional: false })
  })
})

describe('working time', () => {
  it('stands still over lunch', () => {
    const answer = workingMinutesBetween(CN_2026_1, { from: at('2026-03-02', '11:30'), to: at('2026-03-02', '14:00') })
    expect(answer).toEqual({ minutes: 60, provisional: false })
  })

  it('runs on a Saturday that is a make-up day', () => {
    const answer = workingMinutesBetween(CN_2026_1, { from: at('2026-02-28', '00:00'), to: at('2026-03-01', '00:00') })
    expect(answer).toEqual({ minutes: 420, provisional: false })
  })

  it('ends on the minute at which the working day ends, not on the next morning', () => {
    const answer = addWorkingMinutes(CN_2026_1, { from: at('2026-03-02', '13:30'), minutes: 240 })
    expect(answer).toEqual({ at: at('2026-03-02', '17:30'), provisional: false })
  })

  it('goes on after a weekend', () => {
    const answer = addWorkingMinutes(CN_2026_1, { from: at('2026-03-06', '17:00'), minutes: 60 })
    expect(answer).toEqual({ at: at('2026-03-09', '09:30'), provisional: false })
  })

  it('refuses an unpublished year, or says that the answer is provisional', () => {
    const count = { from: at('2026-12-31', '17:00'), minutes: 60 }
    expect(addWorkingMinutes(CN_2026_1, count)).toMatchObject({ refused: 'year-not-published', year: 2027 })
    const answer = addWorkingMinutes(CN_2026_1, { ...count, unpublished: 'weekdays' })
    expect(answer).toEqual({ at: at('2027-01-01', '09:30'), provisional: true })
  })
})

describe('a calendar that cannot be used', () => {
  it('trap 17: with no working day in 400 days is a configuration error and not an endless search', () => {
    expect(() => addWorkdays(wholeYearOff, { from: getDay('2026-01-01'), days: 1 })).toThrow(
      'no working day in the 400 days',
    )
    expect(() => addWorkingMinutes(wholeYearOff, { from: at('2026-01-01', '10:00'), minutes: 1 })).toThrow('CN-EMPTY')
    const noHours = { ...CN_2026_1, id: 'CN-NO-HOURS', hours: [] }
    expect(() => addWorkingMinutes(noHours, { from: at('2026-01-05', '10:00'), minutes: 1 })).toThrow('no working time')
  })
})

describe('a new edition', () => {
  it('trap 7: shows every day that it tells differently before it is applied', () => {
    const next: CalendarEdition = {
      ...CN_2026_1,
      id: 'CN-2026.2',
      years: {
        ...CN_2026_1.years,
        2026: {
          holidays: CN_2026_1.years[2026]!.holidays,
          makeUp: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09'],
        },
      },
    }
    expect(changedDays({ before: CN_2026_1, after: next })).toEqual(['2026-09-20', '2026-10-10'])
    expect(changedDays({ before: CN_2026_1, after: CN_2026_1 })).toEqual([])
  })
})
