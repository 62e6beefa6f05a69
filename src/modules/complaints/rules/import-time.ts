// Dates as files write them: ISO, Chinese, with strokes or points, with or without a time, in the zone of the source.

import {
  DAY_MS,
  epochMs,
  findDay,
  findInstant,
  HOUR_MS,
  type Instant,
  instantOf,
  SHANGHAI,
  startOf,
} from '../../../kernel/time.ts'
import type { SourceZone } from './import-preset.ts'

export type DateOrder = 'ymd' | 'mdy' | 'dmy'

/**
 * The instant a text means, or null. A date without a time is the beginning of that day; a text with an offset keeps it.
 * `order` tells how figures are read that do not begin with the year.
 */
export function findSourceInstant(text: string, zone: SourceZone, order: DateOrder = 'ymd'): Instant | null {
  const plain = text.normalize('NFKC').trim()
  const exact = findInstant(plain)
  if (exact) return exact
  const wall = wallOf(plain, order)
  if (wall === null) return null
  const day = findDay(wall.date)
  if (day === null || wall.ms >= DAY_MS) return null
  if (zone === SHANGHAI) return instantOf(epochMs(startOf(day, zone)) + wall.ms)
  return instantAt(Date.parse(`${day}T00:00:00Z`) + wall.ms, zone)
}

interface Wall {
  readonly date: string
  /** Milliseconds since midnight. */
  readonly ms: number
}

const TIME = String.raw`(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?`
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日)${TIME}$`)
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${TIME}$`)
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/

function wallOf(text: string, order: DateOrder): Wall | null {
  const first = YEAR_FIRST.exec(text)
  if (first) {
    const [, year, month, date, zhMonth, zhDate, ...time] = first
    return wall([year, month ?? zhMonth, date ?? zhDate], time)
  }
  const compact = COMPACT.exec(text)
  if (compact) return wall([compact[1], compact[2], compact[3]], [])
  const last = order === 'ymd' ? null : YEAR_LAST.exec(text)
  if (!last) return null
  const [, one, two, year, ...time] = last
  return wall(order === 'mdy' ? [year, one, two] : [year, two, one], time)
}

function wall(date: readonly (string | undefined)[], time: readonly (string | undefined)[]): Wall | null {
  const [year = '', month = '', day = ''] = date
  const [hours, minutes, seconds] = [0, 1, 2].map(place => Number(time[place] ?? 0)) as [number, number, number]
  if (minutes > 59 || seconds > 59) return null
  return {
    date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    ms: ((hours * 60 + minutes) * 60 + seconds) * 1000,
  }
}

// Asked twice: the offset at the first guess may be the one of the other side of a change of the clocks.
function instantAt(wallMs: number, zone: SourceZone): Instant {
  const guess = wallMs - offsetAt(wallMs, zone)
  return instantOf(wallMs - offsetAt(guess, zone))
}

// Kept by the hour, because asking the zone tables costs more than all else that is done to a row.
const KEPT = 50_000
const offsets = new Map<string, number>()
const formats = new Map<SourceZone, Intl.DateTimeFormat>()

function offsetAt(ms: number, zone: SourceZone): number {
  const hour = Math.floor(ms / HOUR_MS)
  const key = `${zone} ${hour}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    formats.set(zone, format)
  }
  const offset = Date.parse(`${format.format(hour * HOUR_MS).replace(' ', 'T')}Z`) - hour * HOUR_MS
  if (offsets.size >= KEPT) offsets.clear()
  offsets.set(key, offset)
  return offset
}
