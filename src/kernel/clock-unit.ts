// How a clock counts: days or minutes, natural or working, less its pauses; pure arithmetic on milliseconds and day numbers.

import type { CalendarEdition, Span } from './calendar.ts'
import { addWorkingMs, isOpenAt, isPublishedAt, nextWorkdayAt, workingMsBetween, workingSpansAt } from './calendar.ts'
import type { Unit } from './rule-pack.ts'
import type { Zone } from './time.ts'
import { DAY_MS, dayNumberAt, MINUTE_MS, wallMs } from './time.ts'

/** What is counted. Pauses are in order of their starts, begin at or after `startMs`, and end (an open one at the instant asked about). */
export interface Count {
  readonly unit: Unit
  readonly zone: Zone
  readonly edition: CalendarEdition | null
  readonly startMs: number
  readonly limit: number
  readonly pauses: readonly Span[]
  readonly moveRestDay: boolean
}

/** `ms`: on day clocks the first instant after the last day, on minute clocks the last instant itself. */
export interface Due {
  readonly day: number
  readonly ms: number
  readonly provisional: boolean
}

/** Whether an act at `ms` is late: day clocks end before `due.ms`, minute clocks include it. */
export function isLate(unit: Unit, ms: number, due: Due): boolean {
  return isDayUnit(unit) ? ms >= due.ms : ms > due.ms
}

export function isDayUnit(unit: Unit): boolean {
  return unit === 'natural-day' || unit === 'working-day'
}

/**
 * The due date and how many of the pauses count. A pause that begins when the clock is already late counts for nothing:
 * it cannot cure an expired clock, and neither can those after it.
 */
export function reckon(count: Count): { due: Due; effective: readonly Span[] } {
  let due = dueOf(count, [])
  for (let taken = 0; taken < count.pauses.length; taken += 1) {
    const pause = count.pauses[taken]
    if (!pause || isLate(count.unit, pause.from, due)) return { due, effective: count.pauses.slice(0, taken) }
    due = dueOf(count, count.pauses.slice(0, taken + 1))
  }
  return { due, effective: count.pauses }
}

/**
 * Units counted from the start to `ms`: dates or working days after the start day, or minutes, truncated. Up to the due
 * date never more than the limit, even where a pause moved the last day on; after it, the limit and what came since.
 */
export function elapsedAt(count: Count, reckoned: { due: Due; effective: readonly Span[] }, ms: number): number {
  const { due, effective } = reckoned
  const day = dayNumberAt(ms, count.zone)
  switch (count.unit) {
    case 'natural-day': {
      if (day > due.day) return count.limit + day - due.day
      const startDay = dayNumberAt(count.startMs, count.zone)
      return Math.min(count.limit, day - startDay - pausedDates(count, effective, day))
    }
    case 'working-day': {
      if (day > due.day) return count.limit + countDays(count, NO_HOLES, { from: due.day, to: day })
      const days = { from: dayNumberAt(count.startMs, count.zone), to: day }
      return Math.min(count.limit, countDays(count, merged(effective), days))
    }
    case 'natural-minute':
      return Math.floor((ms - count.startMs - lengthOf(merged(effective), ms)) / MINUTE_MS)
    case 'working-minute': {
      const span = { from: count.startMs, to: ms }
      return Math.floor(workingMsBetween(editionOf(count), span, merged(effective)) / MINUTE_MS)
    }
  }
}

/** What one pause takes out of the count by itself: dates, working days, or minutes in the clock's own unit. */
export function lengthIn(count: Count, pause: Span): number {
  const from = dayNumberAt(pause.from, count.zone)
  const to = dayNumberAt(pause.to, count.zone)
  switch (count.unit) {
    case 'natural-day':
      return to - from
    case 'working-day': {
      let days = 0
      for (let number = from; number <= to; number += 1) {
        if (isOpenAt(editionOf(count), number) && !isCounted(count, [pause], number)) days += 1
      }
      return days
    }
    case 'natural-minute':
      return Math.floor((pause.to - pause.from) / MINUTE_MS)
    case 'working-minute':
      return Math.floor(workingMsBetween(editionOf(count), pause, []) / MINUTE_MS)
  }
}

function dueOf(count: Count, pauses: readonly Span[]): Due {
  switch (count.unit) {
    case 'natural-day':
      return naturalDayDue(count, pauses)
    case 'working-day':
      return workingDayDue(count, merged(pauses))
    case 'natural-minute':
      return naturalMinuteDue(count, merged(pauses))
    case 'working-minute':
      return workingMinuteDue(count, merged(pauses))
  }
}

// No.3 Art. 43, Civil Code Arts. 200 to 202: the day of receipt is not counted, the last day is counted to its end.
function naturalDayDue(count: Count, pauses: readonly Span[]): Due {
  let day = dayNumberAt(count.startMs, count.zone) + count.limit + pausedDates(count, pauses, Number.POSITIVE_INFINITY)
  if (count.moveRestDay) day = nextWorkdayAt(editionOf(count), day)
  return { day, ms: wallMs(day + 1, count.zone), provisional: false }
}

function workingDayDue(count: Count, holes: readonly Span[]): Due {
  const edition = editionOf(count)
  const start = dayNumberAt(count.startMs, count.zone)
  let day = start
  for (let left = count.limit; left > 0; ) {
    day = nextWorkdayAt(edition, day + 1)
    if (isCounted(count, holes, day)) left -= 1
  }
  // Whoever is paused when the last day ends still has the day on which the pause ends.
  for (const hole of holes) {
    const end = wallMs(day + 1, count.zone)
    if (hole.from < end && end <= hole.to) day = nextWorkdayAt(edition, dayNumberAt(hole.to, count.zone))
  }
  let provisional = false
  for (let number = start + 1; number <= day && !provisional; number += 1) provisional = !isPublishedAt(edition, number)
  return { day, ms: wallMs(day + 1, count.zone), provisional }
}

function naturalMinuteDue(count: Count, holes: readonly Span[]): Due {
  let ms = count.startMs + count.limit * MINUTE_MS
  for (const hole of holes) if (hole.from <= ms) ms += hole.to - hole.from
  return { day: dayNumberAt(ms, count.zone), ms, provisional: false }
}

function workingMinuteDue(count: Count, holes: readonly Span[]): Due {
  const edition = editionOf(count)
  let ms = addWorkingMs(edition, { from: count.startMs, ms: count.limit * MINUTE_MS, without: holes })
  for (const hole of holes) if (hole.from === ms) ms = hole.to
  const day = dayNumberAt(ms, count.zone)
  let provisional = false
  const start = dayNumberAt(count.startMs, count.zone)
  for (let number = start; number <= day && !provisional; number += 1) provisional = !isPublishedAt(edition, number)
  return { day, ms, provisional }
}

const NO_HOLES: readonly Span[] = []

function countDays(count: Count, holes: readonly Span[], days: Span): number {
  let counted = 0
  for (let number = days.from + 1; number <= days.to; number += 1) if (isCounted(count, holes, number)) counted += 1
  return counted
}

// A working day is lost only when all of its working time is paused: from Friday 17:00 to Monday 09:00 loses none.
function isCounted(count: Count, holes: readonly Span[], number: number): boolean {
  const edition = editionOf(count)
  if (!isOpenAt(edition, number)) return false
  const from = wallMs(number, count.zone)
  if (!holes.some(hole => hole.from < from + 2 * DAY_MS && hole.to > from)) return true
  return workingSpansAt(edition, number).some(span => !holes.some(hole => hole.from <= span.from && span.to <= hole.to))
}

// The union of the dates after the date of each pause's start through the date of its end, up to and with `last`.
function pausedDates(count: Count, pauses: readonly Span[], last: number): number {
  let sum = 0
  let reached = Number.NEGATIVE_INFINITY
  for (const pause of pauses) {
    const after = Math.max(dayNumberAt(pause.from, count.zone), reached)
    const to = Math.min(dayNumberAt(pause.to, count.zone), last)
    if (to > after) sum += to - after
    reached = Math.max(reached, to)
  }
  return sum
}

function merged(pauses: readonly Span[]): readonly Span[] {
  if (pauses.length < 2) return pauses
  const spans: Span[] = []
  for (const pause of pauses) {
    const before = spans.at(-1)
    if (before && pause.from <= before.to) {
      spans[spans.length - 1] = { from: before.from, to: Math.max(before.to, pause.to) }
    } else spans.push(pause)
  }
  return spans
}

function lengthOf(spans: readonly Span[], until: number): number {
  let sum = 0
  for (const span of spans) sum += Math.max(0, Math.min(span.to, until) - span.from)
  return sum
}

function editionOf(count: Count): CalendarEdition {
  if (count.edition === null) throw new RangeError(`a clock in ${count.unit} needs a calendar`)
  return count.edition
}
