// What is wrong with an edition of a calendar, with the place in the text; and the edition as the clocks read it.

import type { CalendarEdition, CalendarYear } from '../../../kernel/calendar.ts'
import { invalid, isRefusal, type Refusal } from '../../../kernel/refusal.ts'
import type { Rulebook } from '../../../kernel/rule-pack.ts'
import { type Day, dayOfNumber, daysBetween, numberOfDay, plusDays, weekdayOf } from '../../../kernel/time.ts'
import type { CalendarDraft } from './contract.ts'
import { newestEdition } from './shelf.ts'

/** What a year must have to be a whole one, by calendar: days that are holidays every year, and how many there are at least. */
const WHOLE_YEAR: Readonly<Record<string, { readonly days: readonly string[]; readonly least: number }>> = {
  // 《全国年节及纪念日放假办法》 of 2024-11-10: 13 days in all; these fall on the same date every year.
  CN: { days: ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'], least: 13 },
}

const LEAST_WORKDAYS = 200

/**
 * The draft as the clocks read it, or the first fault with its path. Refusals name the field: calendar-unknown, zone-fixed,
 * years-missing, year-gap, other-year, range-reversed, holiday-twice, workday-weekday, workday-holiday, year-incomplete, …
 */
export function readCalendar(draft: CalendarDraft, book: Rulebook): CalendarEdition | Refusal {
  const before = newestEdition(book, draft.calendar)
  if (!before) return invalid('calendar', 'calendar-unknown', { calendar: draft.calendar })
  if (draft.zone !== before.zone) return invalid('zone', 'zone-fixed', { zone: before.zone })
  const fault = findMissingYear(draft, before) ?? findHoursFault(draft)
  if (fault) return fault
  const years: Record<number, CalendarYear> = {}
  for (const [year, text] of Object.entries(draft.years)) {
    const read = readYear({ calendar: draft.calendar, year, text })
    if (isRefusal(read)) return read
    years[Number(year)] = read
  }
  const { id, calendar, zone, source, hours } = draft
  return { id, calendar, zone, source, years, hours }
}

function findMissingYear(draft: CalendarDraft, before: CalendarEdition): Refusal | null {
  const years = Object.keys(draft.years).map(Number)
  if (years.length === 0) return invalid('years', 'years-missing')
  const lost = Object.keys(before.years).find(year => !years.includes(Number(year)))
  if (lost) return invalid('years', 'year-lost', { year: lost, edition: before.id })
  const gap = years.find(year => year !== Math.min(...years) && !years.includes(year - 1))
  return gap === undefined ? null : invalid(`years.${gap}`, 'year-gap', { year: gap - 1 })
}

function findHoursFault({ hours }: CalendarDraft): Refusal | null {
  let reached = -1
  for (const [index, [from, to]] of hours.entries()) {
    if (to <= from) return invalid(`hours.${index}`, 'hours-reversed')
    if (from < reached) return invalid(`hours.${index}`, 'hours-overlap')
    reached = to
  }
  return null
}

interface YearText {
  readonly calendar: string
  readonly year: string
  readonly text: CalendarDraft['years'][string]
}

function readYear(of: YearText): CalendarYear | Refusal {
  const holidays = readHolidays(of)
  if (isRefusal(holidays)) return holidays
  return findWorkdayFault(of, holidays) ?? findGap(of, holidays) ?? yearOf(of, holidays)
}

function readHolidays({ year, text }: YearText): Set<Day> | Refusal {
  const days = new Set<Day>()
  for (const [index, holiday] of text.holidays.entries()) {
    const field = `years.${year}.holidays.${index}`
    const [from, to] = typeof holiday === 'string' ? [holiday, holiday] : holiday
    if (!from.startsWith(year) || !to.startsWith(year)) return invalid(field, 'other-year', { year })
    if (to < from) return invalid(field, 'range-reversed')
    for (let day = from; day <= to; day = plusDays(day, 1)) {
      if (days.has(day)) return invalid(field, 'holiday-twice', { day })
      days.add(day)
    }
  }
  return days
}

function findWorkdayFault({ year, text }: YearText, holidays: ReadonlySet<Day>): Refusal | null {
  for (const [index, day] of text.workdays.entries()) {
    const field = `years.${year}.workdays.${index}`
    if (!day.startsWith(year)) return invalid(field, 'other-year', { year })
    if (holidays.has(day)) return invalid(field, 'workday-holiday', { day })
    if (!isWeekend(day)) return invalid(field, 'workday-weekday', { day })
    if (text.workdays.indexOf(day) !== index) return invalid(field, 'workday-twice', { day })
  }
  return null
}

function findGap({ calendar, year, text }: YearText, holidays: ReadonlySet<Day>): Refusal | null {
  const field = `years.${year}.holidays`
  const whole = WHOLE_YEAR[calendar]
  const missing = whole?.days.find(day => !holidays.has(`${year}-${day}` as Day))
  if (missing) return invalid(field, 'year-incomplete', { day: `${year}-${missing}` })
  if (whole && holidays.size < whole.least) return invalid(field, 'holidays-few', { least: whole.least, year })
  if (holidays.size === 0) return invalid(field, 'holidays-few', { least: 1, year })
  return workdaysOf(year, holidays) + text.workdays.length < LEAST_WORKDAYS
    ? invalid(field, 'workdays-few', { least: LEAST_WORKDAYS, year })
    : null
}

function workdaysOf(year: string, holidays: ReadonlySet<Day>): number {
  const first = numberOfDay(`${year}-01-01` as Day)
  const last = numberOfDay(`${year}-12-31` as Day)
  let count = 0
  for (let number = first; number <= last; number += 1) {
    const day = dayOfNumber(number)
    if (!isWeekend(day) && !holidays.has(day)) count += 1
  }
  return count
}

// Days next to each other become one holiday, so that a list of days and a list of ranges are the same edition.
function yearOf({ text }: YearText, holidays: ReadonlySet<Day>): CalendarYear {
  const ranges: [Day, Day][] = []
  for (const day of [...holidays].sort()) {
    const last = ranges.at(-1)
    if (last && daysBetween({ from: last[1], to: day }) === 1) last[1] = day
    else ranges.push([day, day])
  }
  return { holidays: ranges, makeUp: text.workdays.toSorted() }
}

function isWeekend(day: Day): boolean {
  const weekday = weekdayOf(day)
  return weekday === 0 || weekday === 6
}
