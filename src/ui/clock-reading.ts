// What a clock's face says: word, tone and share of the limit used; pure, so that its wording is tested.

import {
  type Day,
  dayOf,
  daysBetween,
  epochMs,
  HOUR_MS,
  type Instant,
  instantOf,
  MINUTE_MS,
  msBetween,
  timeOf,
} from '../kernel/time.ts'
import { fill, type Language } from '../kernel/words.ts'
import type { Tone } from './palette.ts'
import { KIT } from './words.ts'

/** A clock as `POST /api/clock-explanations` and every case answer it. */
export interface ClockAnswer {
  readonly duty: string
  /** The duty in the reader's language: 处理决定. */
  readonly title: string
  readonly state: 'running' | 'paused' | 'met' | 'overdue' | 'met-late' | 'ended'
  /** The strict last day; null on clocks of minutes. */
  readonly dueOn: Day | null
  /** The first instant after the limit. */
  readonly dueAt: Instant
  readonly civilDueOn: Day | null
  readonly provisional: boolean
  readonly unit: 'natural-day' | 'working-day' | 'working-minute' | 'natural-minute'
  readonly limit: number
  readonly elapsed: number
  readonly remaining: number
  readonly extensions: readonly ClockExtension[]
  readonly pauses: readonly ClockPause[]
  readonly source: string
  readonly explanation: string
}

export interface ClockExtension {
  readonly at: Instant
  readonly tier?: string
  readonly limit?: number
  readonly title?: string
}

export interface ClockPause {
  readonly from: Instant
  readonly to: Instant | null
  readonly reason?: string
  readonly title?: string
}

/** As much of a clock as a list holds: a line of the desk has `dueAt` alone. */
export interface ClockFace {
  readonly dueAt: Instant | null
  readonly state?: ClockAnswer['state']
  /** When the limit began, for the bar; without it a bar of seven days is shown. */
  readonly startedAt?: Instant | null
  readonly limit?: number
  readonly elapsed?: number
  readonly provisional?: boolean
}

export interface FaceReading {
  readonly tone: Tone
  readonly word: string
  /** Share of the limit used, 0 to 1; null shows no bar. */
  readonly share: number | null
}

const SOON_DAYS = 3

/**
 * Reads a clock at `now`. Days are civil days of Shanghai between today and the last day; a limit that ends at midnight says
 * `24:00` of its last day, one that ends within a day says its hour.
 */
export function readFace(face: ClockFace, reader: { now: Instant; language: Language }): FaceReading {
  const say = (key: keyof typeof KIT, values = {}) => fill(KIT[key], reader.language, values)
  if (face.state === 'met') return { tone: 'met', word: say('met'), share: null }
  if (face.state === 'met-late') return { tone: 'late', word: say('metLate'), share: null }
  if (face.state === 'ended') return { tone: 'met', word: say('ended'), share: null }
  if (face.dueAt === null) return { tone: 'met', word: say('noClock'), share: null }
  const share = shareOf(face, face.dueAt, reader.now)
  if (face.state === 'paused') return { tone: 'paused', word: say('paused'), share }
  const { key, values, tone } = phraseOf(face.dueAt, reader.now)
  return { tone, word: say(key, values), share: tone === 'late' ? 1 : share }
}

/** A number of the clock's unit in words: `15 个自然日`, `6 小时（工作时间）`. */
export function showLimit(
  clock: Pick<ClockAnswer, 'unit'>,
  amount: number,
  language: Language,
  length: string,
): string {
  const wording = {
    'natural-day': KIT.unitNaturalDay,
    'working-day': KIT.unitWorkingDay,
    'working-minute': KIT.unitWorkingMinute,
    'natural-minute': KIT.unitNaturalMinute,
  }[clock.unit]
  return fill(wording, language, { n: amount, length })
}

interface Phrase {
  readonly key: 'dueDays' | 'dueToday' | 'dueTomorrow' | 'lateDays' | 'lateHours' | 'lateMinutes'
  readonly values: Readonly<Record<string, string | number>>
  readonly tone: Tone
}

// `dueAt` is the first instant after the limit: a clock of days due on the 16th has dueAt at 00:00 of the 17th.
function phraseOf(dueAt: Instant, now: Instant): Phrase {
  const ends = timeOf(dueAt)
  const lastDay = dayOf(instantOf(epochMs(dueAt) - 1))
  const days = daysBetween({ from: dayOf(now), to: lastDay })
  const time = ends === '00:00' ? '24:00' : ends
  if (now >= dueAt)
    return latePhrase({ byDays: ends === '00:00', days: -days, ms: msBetween({ from: dueAt, to: now }) })
  if (days <= 0) return { key: 'dueToday', values: { time }, tone: 'today' }
  if (days === 1 && ends !== '00:00') return { key: 'dueTomorrow', values: { time }, tone: 'soon' }
  return { key: 'dueDays', values: { n: days }, tone: days <= SOON_DAYS ? 'soon' : 'in-time' }
}

function latePhrase(late: { byDays: boolean; days: number; ms: number }): Phrase {
  if (late.byDays || late.ms >= 24 * HOUR_MS)
    return { key: 'lateDays', values: { n: Math.max(1, late.days) }, tone: 'late' }
  if (late.ms >= HOUR_MS) return { key: 'lateHours', values: { n: Math.floor(late.ms / HOUR_MS) }, tone: 'late' }
  return { key: 'lateMinutes', values: { n: Math.max(1, Math.floor(late.ms / MINUTE_MS)) }, tone: 'late' }
}

function shareOf(face: ClockFace, dueAt: Instant, now: Instant): number {
  if (face.limit !== undefined && face.elapsed !== undefined && face.limit > 0) return clamp(face.elapsed / face.limit)
  const left = msBetween({ from: now, to: dueAt })
  const whole = face.startedAt ? msBetween({ from: face.startedAt, to: dueAt }) : 7 * 24 * HOUR_MS
  return whole <= 0 ? 1 : clamp(1 - left / whole)
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share))
}
