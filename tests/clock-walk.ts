// A clock walked on foot, date by date and minute by minute: the slow oracle that the clock engine is compared with.

import type { CalendarEdition } from '../src/kernel/calendar.ts'
import type { Unit } from '../src/kernel/rule-pack.ts'
import type { Zone } from '../src/kernel/time.ts'

const DAY = 86_400_000
const MINUTE = 60_000

/** One clock from its start to an instant; all times are milliseconds since 1970 on whole minutes. */
export interface Case {
  readonly unit: Unit
  readonly zone: Zone
  readonly limit: number
  readonly edition: CalendarEdition
  readonly start: number
  readonly pauses: readonly Pause[]
  readonly told: number | null
  readonly now: number
}

export interface Pause {
  readonly reason: string
  readonly from: number
  readonly to: number
}

export interface Walked {
  readonly dueOn: string
  readonly dueAt: number
  readonly elapsed: number
  readonly isLate: boolean
  readonly isPaused: boolean
}

/** The oracle: what is paused is asked of every minute, every day is counted by hand. */
export function walk(given: Case, now = given.now): Walked {
  const asOf = given.told !== null && given.told <= now ? given.told : now
  const known = given.pauses
    .filter(({ from }) => from <= asOf)
    .map(({ from, to }) => [from, Math.min(to, asOf)] as const)
  const isPausedAt = (ms: number) => known.some(([from, to]) => from <= ms && ms < to)
  const isOpen = given.pauses.some(({ from, to }) => from <= asOf && to > now)
  const walks = {
    'natural-day': walkDates,
    'working-day': walkWorkdays,
    'natural-minute': walkMinutes,
    'working-minute': walkMinutes,
  }
  const { dueAt, dueOn, elapsed } = walks[given.unit](given, { asOf, known, isPausedAt })
  const isLate = given.unit.endsWith('day') ? asOf >= dueAt : asOf > dueAt
  return { dueOn, dueAt, elapsed, isLate, isPaused: isOpen && !isLate }
}

interface Known {
  readonly asOf: number
  readonly known: readonly (readonly [number, number])[]
  readonly isPausedAt: (ms: number) => boolean
}

function walkDates(given: Case, { asOf, known }: Known) {
  const isPaused = (date: string) =>
    known.some(([from, to]) => dateOf(from, given.zone) < date && date <= dateOf(to, given.zone))
  let date = dateOf(given.start, given.zone)
  let count = 0
  let elapsed = 0
  for (;;) {
    const next = nextDate(date)
    if (!isPaused(next)) count += 1
    if (count > given.limit) break
    date = next
    if (!isPaused(date) && date <= dateOf(asOf, given.zone)) elapsed += 1
  }
  for (let late = nextDate(date); late <= dateOf(asOf, given.zone); late = nextDate(late)) elapsed += 1
  return { dueOn: date, dueAt: midnight(nextDate(date), given.zone), elapsed }
}

function walkWorkdays(given: Case, { asOf, isPausedAt }: Known) {
  const isCounted = (date: string) => isWork(given.edition, date) && minutesOf(given, date).some(ms => !isPausedAt(ms))
  const today = dateOf(asOf, given.zone)
  let date = dateOf(given.start, given.zone)
  let count = 0
  let elapsed = 0
  while (count < given.limit) {
    date = nextDate(date)
    if (!isCounted(date)) continue
    count += 1
    if (date <= today) elapsed += 1
  }
  while (isPausedAt(midnight(nextDate(date), given.zone) - 1)) {
    let ms = midnight(nextDate(date), given.zone) - MINUTE
    const end = ms + MINUTE
    while (isPausedAt(ms)) ms += MINUTE
    if (ms < end) break
    date = dateOf(ms, given.zone)
    while (!isWork(given.edition, date)) date = nextDate(date)
  }
  for (let late = nextDate(date); late <= today; late = nextDate(late)) if (isWork(given.edition, late)) elapsed += 1
  return { dueOn: date, dueAt: midnight(nextDate(date), given.zone), elapsed }
}

function walkMinutes(given: Case, { asOf, isPausedAt }: Known) {
  const isNatural = given.unit === 'natural-minute'
  let ms = given.start
  let count = 0
  let elapsed = 0
  for (; count < given.limit; ms += MINUTE) {
    if (isPausedAt(ms) || !(isNatural || isWorkingMinute(given, ms))) continue
    count += 1
    if (ms + MINUTE <= asOf) elapsed += 1
  }
  while (isPausedAt(ms)) ms += MINUTE
  for (let late = ms; late + MINUTE <= asOf; late += MINUTE) if (isNatural || isWorkingMinute(given, late)) elapsed += 1
  return { dueOn: dateOf(ms, given.zone), dueAt: ms, elapsed }
}

const offsets = new Map<string, Map<number, number>>()

function wallMsOf(ms: number, zone: Zone): number {
  const kept = offsets.get(zone) ?? new Map<number, number>()
  offsets.set(zone, kept)
  const hour = Math.floor(ms / 3_600_000)
  let offset = kept.get(hour)
  if (offset === undefined) {
    const shown = new Date(ms).toLocaleString('sv-SE', { timeZone: zone })
    offset = Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(ms / 1000) * 1000
    kept.set(hour, offset)
  }
  return ms + offset
}

function dateOf(ms: number, zone: Zone): string {
  return dateAt(wallMsOf(ms, zone))
}

function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10)
}

function midnight(date: string, zone: Zone): number {
  let ms = Date.parse(`${date}T00:00:00Z`) - DAY / 2
  while (dateOf(ms, zone) < date) ms += 15 * MINUTE
  return ms
}

const minutes = new WeakMap<CalendarEdition, Map<string, number[]>>()

function minutesOf(given: Case, date: string): number[] {
  const known = minutes.get(given.edition) ?? new Map<string, number[]>()
  minutes.set(given.edition, known)
  const kept = known.get(date)
  if (kept) return kept
  const from = midnight(date, given.zone)
  const all: number[] = []
  for (let ms = from; dateOf(ms, given.zone) === date; ms += MINUTE) if (isWorkingMinute(given, ms)) all.push(ms)
  known.set(date, all)
  return all
}

function isWorkingMinute({ edition, zone }: Case, ms: number): boolean {
  const wall = wallMsOf(ms, zone)
  const minute = Math.floor((wall % DAY) / MINUTE)
  if (!edition.hours.some(([from, to]) => from <= minute && minute < to)) return false
  return isWork(edition, dateAt(wall))
}

const dates = new Map<number, string>()

function dateAt(wall: number): string {
  const number = Math.floor(wall / DAY)
  const date = dates.get(number) ?? new Date(number * DAY).toISOString().slice(0, 10)
  dates.set(number, date)
  return date
}

function isWork(edition: CalendarEdition, date: string): boolean {
  const year = edition.years[Number(date.slice(0, 4))]
  if (year?.makeUp.includes(date)) return true
  if (year?.holidays.some(([from, to]) => from <= date && date <= to)) return false
  return ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
}
