// Instants, days and zones: the only words in which the product speaks of time.

declare const brand: unique symbol

/** A moment: UTC, ISO 8601 with milliseconds and `Z`, so that text order is time order. */
export type Instant = string & { readonly [brand]: 'Instant' }

/** A civil date `YYYY-MM-DD`, of the zone that the context names. */
export type Day = string & { readonly [brand]: 'Day' }

/** An IANA zone; the law of this product is `Asia/Shanghai`. */
export type Zone = 'Asia/Shanghai' | 'Europe/London' | 'America/New_York'

export const SHANGHAI: Zone = 'Asia/Shanghai'
export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

const INSTANT_TEXT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/
const DAY_TEXT = /^(\d{4})-(\d{2})-(\d{2})$/

/** The instant a text means, or null when it names none (an offset or `Z` is required, impossible dates are refused). */
export function findInstant(text: string): Instant | null {
  if (!INSTANT_TEXT.test(text) || findDay(text.slice(0, 10)) === null) return null
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : instantOf(ms)
}

/** The instant a text means. Throws `RangeError` when it means none. */
export function getInstant(text: string): Instant {
  const found = findInstant(text)
  if (found === null) throw new RangeError(`not an instant: ${text}`)
  return found
}

/** The day a text means, or null when there is no such day. */
export function findDay(text: string): Day | null {
  const parts = DAY_TEXT.exec(text)
  if (!parts) return null
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text ? (text as Day) : null
}

/** The day a text means. Throws `RangeError` when there is no such day. */
export function getDay(text: string): Day {
  const found = findDay(text)
  if (found === null) throw new RangeError(`not a day: ${text}`)
  return found
}

/** Milliseconds since 1970 to an instant. */
export function instantOf(epochMs: number): Instant {
  if (!(epochMs >= 0 && epochMs < YEAR_10000_MS)) return new Date(epochMs).toISOString() as Instant
  const ms = Math.trunc(epochMs)
  const day = Math.floor(ms / DAY_MS)
  const rest = ms - day * DAY_MS
  const minutes = Math.floor(rest / MINUTE_MS)
  const seconds = Math.floor((rest % MINUTE_MS) / 1000)
  const time = `${TWO[Math.floor(minutes / 60)]}:${TWO[minutes % 60]}:${TWO[seconds]}`
  return `${dayOfNumber(day)}T${time}.${String(rest % 1000).padStart(3, '0')}Z` as Instant
}

// Written from a kept day and two-figure texts: one evaluation writes dozens of instants.
const YEAR_10000_MS = 253_402_300_800_000
const TWO = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

/** An instant to milliseconds since 1970. */
export function epochMs(instant: Instant): number {
  return Date.parse(instant)
}

export function plusMs(instant: Instant, ms: number): Instant {
  return instantOf(epochMs(instant) + ms)
}

/** Milliseconds from `from` to `to`, negative when `to` is earlier. */
export function msBetween(span: { from: Instant; to: Instant }): number {
  return epochMs(span.to) - epochMs(span.from)
}

export function plusDays(day: Day, days: number): Day {
  return new Date(dayMs(day) + days * DAY_MS).toISOString().slice(0, 10) as Day
}

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(span: { from: Day; to: Day }): number {
  return Math.round((dayMs(span.to) - dayMs(span.from)) / DAY_MS)
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(dayMs(day)).getUTCDay()
}

/** The civil date that a calendar on the wall in `zone` shows at `instant`. */
export function dayOf(instant: Instant, zone: Zone = SHANGHAI): Day {
  return dayOfNumber(dayNumberAt(epochMs(instant), zone))
}

/** The time of day, `HH:mm`, in `zone`. */
export function timeOf(instant: Instant, zone: Zone = SHANGHAI): string {
  const ms = epochMs(instant)
  return new Date(ms + offsetAt(ms, zone)).toISOString().slice(11, 16)
}

/** A day to the number of days since 1970-01-01: arithmetic on dates without texts. */
export function numberOfDay(day: Day): number {
  return dayMs(day) / DAY_MS
}

/** The day of a number of days since 1970-01-01. */
export function dayOfNumber(number: number): Day {
  const known = days.get(number)
  if (known !== undefined) return known
  const day = new Date(number * DAY_MS).toISOString().slice(0, 10) as Day
  if (days.size >= KEPT) days.clear()
  days.set(number, day)
  return day
}

/** The civil date in `zone` at an instant given in milliseconds since 1970, as a number of days since 1970-01-01. */
export function dayNumberAt(ms: number, zone: Zone): number {
  return Math.floor((ms + offsetAt(ms, zone)) / DAY_MS)
}

/** Milliseconds since 1970 when the clock on the wall in `zone` shows `minutes` after midnight of a numbered day. */
export function wallMs(dayNumber: number, zone: Zone, minutes = 0): number {
  const wall = dayNumber * DAY_MS + minutes * MINUTE_MS
  return wall - offsetAt(wall - offsetAt(wall, zone), zone)
}

/** The same day `months` later by the calendar; the last day of the month where there is no such day (31 January + 1). */
export function plusMonths(day: Day, months: number): Day {
  const first = new Date(dayMs(day))
  const date = first.getUTCDate()
  first.setUTCDate(1)
  first.setUTCMonth(first.getUTCMonth() + months)
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return plusDays(first.toISOString().slice(0, 10) as Day, Math.min(date, last) - 1)
}

/** The first instant of `day` in `zone`; `minutes` after midnight by the clock on the wall when given. */
export function startOf(day: Day, zone: Zone = SHANGHAI, minutes = 0): Instant {
  const wall = dayMs(day) + minutes * MINUTE_MS
  const guess = wall - offsetMs(wall, zone)
  return instantOf(wall - offsetMs(guess, zone))
}

/** The first instant after the last moment of `day`. */
export function endOf(day: Day, zone: Zone = SHANGHAI): Instant {
  return startOf(plusDays(day, 1), zone)
}

function dayMs(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function offsetMs(ms: number, zone: Zone): number {
  return Date.parse(`${wallClock(ms, zone)}Z`) - Math.floor(ms / 1000) * 1000
}

// Kept per hour, because asking the zone tables costs a microsecond and one clock asks dozens of times; a zone
// changes its offset on the hour only, and none is taken to keep the one it has.
const KEPT = 50_000
const days = new Map<number, Day>()
const offsets: Readonly<Record<Zone, Map<number, number>>> = {
  'Asia/Shanghai': new Map(),
  'Europe/London': new Map(),
  'America/New_York': new Map(),
}

function offsetAt(ms: number, zone: Zone): number {
  const kept = offsets[zone]
  const hour = Math.floor(ms / HOUR_MS)
  const known = kept.get(hour)
  if (known !== undefined) return known
  const offset = offsetMs(ms, zone)
  if (kept.size >= KEPT) kept.clear()
  kept.set(hour, offset)
  return offset
}

const formats = new Map<Zone, Intl.DateTimeFormat>()

// 'sv-SE' writes dates as ISO does; the runtime's own zone tables know every change of law (Shanghai kept summer time until 1991).
function wallClock(ms: number, zone: Zone): string {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, format)
  }
  return format.format(ms).replace(' ', 'T')
}
