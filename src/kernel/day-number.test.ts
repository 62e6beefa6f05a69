// Dates as numbers: the quick arithmetic says what the runtime's own tables of dates and zones say.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Zone } from './time.ts'
import { dayNumberAt, dayOf, dayOfNumber, getDay, instantOf, numberOfDay, plusMonths, startOf, wallMs } from './time.ts'

const anyMs = fc.integer({ min: Date.UTC(1985, 0), max: Date.UTC(2099, 0) })
const anyZone = fc.constantFrom<Zone>('Asia/Shanghai', 'Europe/London', 'America/New_York')

describe('instants and days as numbers', () => {
  it('an instant is written as the runtime writes it', () => {
    fc.assert(fc.property(anyMs, ms => instantOf(ms) === new Date(ms).toISOString()))
    expect(instantOf(-1)).toBe('1969-12-31T23:59:59.999Z')
    expect(() => instantOf(Number.NaN)).toThrow(RangeError)
  })

  it('the date of an instant is the one on the wall of its zone, in summer time too', () => {
    const wall = { 'Asia/Shanghai': 0, 'Europe/London': 0, 'America/New_York': 0 }
    fc.assert(
      fc.property(anyMs, anyZone, (ms, zone) => {
        wall[zone] += 1
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(ms)
        return dayOfNumber(dayNumberAt(ms, zone)) === shown && dayOf(instantOf(ms), zone) === shown
      }),
    )
    expect(Object.values(wall).every(count => count > 0)).toBe(true)
  })

  it('a day begins at the same instant by number and by name', () => {
    fc.assert(
      fc.property(anyMs, anyZone, (ms, zone) => {
        const number = dayNumberAt(ms, zone)
        const day = dayOfNumber(number)
        return numberOfDay(day) === number && instantOf(wallMs(number, zone)) === startOf(day, zone)
      }),
    )
  })

  it('the first instant of a day belongs to it and the one before does not', () => {
    fc.assert(
      fc.property(anyMs, anyZone, (ms, zone) => {
        const number = dayNumberAt(ms, zone)
        const start = wallMs(number, zone)
        return dayNumberAt(start, zone) === number && dayNumberAt(start - 1, zone) === number - 1
      }),
    )
  })

  it('trap 24: a month is a calendar month, never a number of seconds', () => {
    expect(plusMonths(getDay('2026-01-31'), 1)).toBe('2026-02-28')
    expect(plusMonths(getDay('2024-01-31'), 1)).toBe('2024-02-29')
    expect(plusMonths(getDay('2025-08-31'), 6)).toBe('2026-02-28')
    expect(plusMonths(getDay('2026-11-15'), 6)).toBe('2027-05-15')
  })
})
