// Working days and working time: calendars as versioned editions, with make-up days, and nothing guessed in silence.

import type { Day, Instant, Zone } from './time.ts'
import { dayNumberAt, dayOfNumber, epochMs, instantOf, MINUTE_MS, numberOfDay, wallMs } from './time.ts'

/** `make-up` is a weekend day made a working day (调休); `rest` a weekend day; `holiday` any day of a published holiday. */
export type DayKind = 'work' | 'rest' | 'holiday' | 'make-up'

export interface CalendarYear {
  /** First and last day of each holiday, both included. */
  readonly holidays: readonly (readonly [string, string])[]
  /** Saturdays and Sundays that are working days. */
  readonly makeUp: readonly string[]
}

/** One published state of a calendar; a case keeps the edition it was computed with. */
export interface CalendarEdition {
  readonly id: string
  readonly calendar: string
  readonly zone: Zone
  readonly source: string
  readonly years: Readonly<Record<number, CalendarYear>>
  /** Working time of a working day: minutes after midnight, any number of intervals, in order. */
  readonly hours: readonly (readonly [number, number])[]
}

/** A year whose holidays are not published: strict arithmetic refuses, provisional arithmetic takes Monday to Friday. */
export interface CalendarRefusal {
  readonly refused: 'year-not-published'
  readonly year: number
  readonly edition: string
}

export type Unpublished = 'refuse' | 'weekdays'

/** A stretch of time, milliseconds since 1970, `to` not included. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Days searched for working time before the calendar is called misconfigured. */
export const SEARCH_DAYS = 400

/** The kind of a day, or null when the edition does not know its year. */
export function findDayKind(edition: CalendarEdition, day: Day): DayKind | null {
  const code = codeAt(edition, numberOfDay(day))
  return KINDS[code] ?? null
}

/** Whether work is done on `day`. Throws `RangeError` for a year that the edition does not know. */
export function isWorkday(edition: CalendarEdition, day: Day): boolean {
  const kind = findDayKind(edition, day)
  if (kind === null) throw new RangeError(`calendar ${edition.id} does not know the year of ${day}`)
  return kind === 'work' || kind === 'make-up'
}

/**
 * The day that is `days` working days after `from`; `from` itself is not counted (Civil Code Art. 201).
 * Refuses a year that is not published, unless `unpublished` is `weekdays`: then the answer says it is provisional.
 * Throws `RangeError` when 400 days in a row hold no working day.
 */
export function addWorkdays(
  edition: CalendarEdition,
  count: { from: Day; days: number; unpublished?: Unpublished },
): { day: Day; provisional: boolean } | CalendarRefusal {
  let number = numberOfDay(count.from)
  let provisional = false
  for (let left = count.days; left > 0; left -= 1) {
    const next = nextWorkdayAt(edition, number + 1)
    const unknown = findUnpublished(edition, { from: number + 1, to: next })
    if (unknown && count.unpublished !== 'weekdays') return unknown
    provisional ||= unknown !== null
    number = next
  }
  return { day: dayOfNumber(number), provisional }
}

/** Working minutes from one instant to another, truncated to whole minutes. Refuses as `addWorkdays` does. */
export function workingMinutesBetween(
  edition: CalendarEdition,
  span: { from: Instant; to: Instant; unpublished?: Unpublished },
): { minutes: number; provisional: boolean } | CalendarRefusal {
  const ms = { from: epochMs(span.from), to: epochMs(span.to) }
  const unknown = findUnpublished(edition, daysOf(edition, ms))
  if (unknown && span.unpublished !== 'weekdays') return unknown
  return { minutes: Math.floor(workingMsBetween(edition, ms, []) / MINUTE_MS), provisional: unknown !== null }
}

/** The instant at which `minutes` of working time have passed since `from`. Refuses and throws as `addWorkdays` does. */
export function addWorkingMinutes(
  edition: CalendarEdition,
  count: { from: Instant; minutes: number; unpublished?: Unpublished },
): { at: Instant; provisional: boolean } | CalendarRefusal {
  const from = epochMs(count.from)
  const to = addWorkingMs(edition, { from, ms: count.minutes * MINUTE_MS, without: [] })
  const unknown = findUnpublished(edition, daysOf(edition, { from, to }))
  if (unknown && count.unpublished !== 'weekdays') return unknown
  return { at: instantOf(to), provisional: unknown !== null }
}

/** Days whose kind two editions of one calendar tell differently, for the preview before a new edition is applied. */
export function changedDays(change: { before: CalendarEdition; after: CalendarEdition }): Day[] {
  const tables = [tableOf(change.before), tableOf(change.after)]
  const first = Math.min(...tables.map(table => table.first))
  const last = Math.max(...tables.map(table => table.first + table.codes.length))
  const changed: Day[] = []
  for (let number = first; number < last; number += 1) {
    if (codeAt(change.before, number) !== codeAt(change.after, number)) changed.push(dayOfNumber(number))
  }
  return changed
}

/** Whether work is done on a numbered day; Monday to Friday where the year is not published. */
export function isOpenAt(edition: CalendarEdition, number: number): boolean {
  const code = codeAt(edition, number)
  if (code === UNKNOWN) return !isWeekend(number)
  return code === WORK || code === MAKE_UP
}

/** Whether the edition knows the year of a numbered day. */
export function isPublishedAt(edition: CalendarEdition, number: number): boolean {
  return codeAt(edition, number) !== UNKNOWN
}

/** The first working day on or after a numbered day. Throws `RangeError` when 400 days in a row hold none. */
export function nextWorkdayAt(edition: CalendarEdition, number: number): number {
  for (let at = number; at < number + SEARCH_DAYS; at += 1) if (isOpenAt(edition, at)) return at
  throw new RangeError(
    `calendar ${edition.id} has no working day in the ${SEARCH_DAYS} days from ${dayOfNumber(number)}`,
  )
}

/** The intervals of working time of a numbered day; none when it is not a working day. */
export function workingSpansAt(edition: CalendarEdition, number: number): Span[] {
  if (!isOpenAt(edition, number)) return []
  return edition.hours.map(([from, to]) => ({
    from: wallMs(number, edition.zone, from),
    to: wallMs(number, edition.zone, to),
  }))
}

/** Working time within a span, in milliseconds, less the spans in `without` (in order, not overlapping). */
export function workingMsBetween(edition: CalendarEdition, span: Span, without: readonly Span[]): number {
  const { from, to } = daysOf(edition, span)
  let sum = 0
  for (let number = from; number <= to; number += 1) {
    for (const piece of workingSpansAt(edition, number)) {
      const inside = { from: Math.max(piece.from, span.from), to: Math.min(piece.to, span.to) }
      if (inside.from < inside.to) sum += inside.to - inside.from - overlapMs(inside, without)
    }
  }
  return sum
}

/** The earliest instant at which `ms` of working time outside `without` have passed since `from`. */
export function addWorkingMs(
  edition: CalendarEdition,
  count: { from: number; ms: number; without: readonly Span[] },
): number {
  let left = count.ms
  if (left <= 0) return count.from
  const first = dayNumberAt(count.from, edition.zone)
  for (let number = first, idle = 0; idle < SEARCH_DAYS; number += 1, idle += 1) {
    for (const piece of workingSpansAt(edition, number)) {
      if (piece.to > piece.from) idle = 0
      if (piece.to <= count.from) continue
      for (const free of lessSpans({ from: Math.max(piece.from, count.from), to: piece.to }, count.without)) {
        if (free.to - free.from >= left) return free.from + left
        left -= free.to - free.from
      }
    }
  }
  throw new RangeError(`calendar ${edition.id} has no working time in ${SEARCH_DAYS} days`)
}

function lessSpans(span: Span, without: readonly Span[]): Span[] {
  const rest: Span[] = []
  let from = span.from
  for (const hole of without) {
    if (hole.to <= from || hole.from >= span.to) continue
    if (hole.from > from) rest.push({ from, to: hole.from })
    from = hole.to
  }
  if (from < span.to) rest.push({ from, to: span.to })
  return rest
}

function overlapMs(span: Span, others: readonly Span[]): number {
  let sum = 0
  for (const other of others) sum += Math.max(0, Math.min(span.to, other.to) - Math.max(span.from, other.from))
  return sum
}

function daysOf(edition: CalendarEdition, span: Span): Span {
  return { from: dayNumberAt(span.from, edition.zone), to: dayNumberAt(span.to, edition.zone) }
}

function findUnpublished(edition: CalendarEdition, days: Span): CalendarRefusal | null {
  for (let number = days.from; number <= days.to; number += 1) {
    if (!isPublishedAt(edition, number)) {
      return { refused: 'year-not-published', year: Number(dayOfNumber(number).slice(0, 4)), edition: edition.id }
    }
  }
  return null
}

const UNKNOWN = 0
const WORK = 1
const REST = 2
const HOLIDAY = 3
const MAKE_UP = 4
const KINDS: readonly (DayKind | null)[] = [null, 'work', 'rest', 'holiday', 'make-up']

interface DayTable {
  readonly first: number
  readonly codes: Uint8Array
}

const tables = new WeakMap<CalendarEdition, DayTable>()

function codeAt(edition: CalendarEdition, number: number): number {
  const table = tableOf(edition)
  return table.codes[number - table.first] ?? UNKNOWN
}

function tableOf(edition: CalendarEdition): DayTable {
  const known = tables.get(edition)
  if (known) return known
  const table = buildTable(edition)
  tables.set(edition, table)
  return table
}

function buildTable(edition: CalendarEdition): DayTable {
  const years = Object.keys(edition.years).map(Number)
  if (years.length === 0) return { first: 0, codes: new Uint8Array(0) }
  const first = numberOfDay(`${Math.min(...years)}-01-01` as Day)
  const codes = new Uint8Array(numberOfDay(`${Math.max(...years) + 1}-01-01` as Day) - first)
  for (const year of years) {
    const last = numberOfDay(`${year}-12-31` as Day)
    for (let number = numberOfDay(`${year}-01-01` as Day); number <= last; number += 1) {
      codes[number - first] = isWeekend(number) ? REST : WORK
    }
  }
  for (const { holidays, makeUp } of Object.values(edition.years)) {
    for (const [from, to] of holidays) {
      for (let number = numberOfDay(from as Day); number <= numberOfDay(to as Day); number += 1) {
        codes[number - first] = HOLIDAY
      }
    }
    for (const day of makeUp) codes[numberOfDay(day as Day) - first] = MAKE_UP
  }
  return { first, codes }
}

// 1970-01-01 was a Thursday.
function isWeekend(number: number): boolean {
  const weekday = (((number + 4) % 7) + 7) % 7
  return weekday === 0 || weekday === 6
}
