// The clock engine: from rule packs, facts and an instant to every deadline, its state and its story. Pure: no time of its own.

import { isPublishedAt, nextWorkdayAt } from './calendar.ts'
import { type Calendars, keepJournal } from './clock-journal.ts'
import type { ClockRefusal } from './clock-refusal.ts'
import { isClockRefusal } from './clock-refusal.ts'
import type { Journal, Run, Spell } from './clock-run.ts'
import { clipped, concerns, countOf } from './clock-run.ts'
import type { Count, Due } from './clock-unit.ts'
import { elapsedAt, isDayUnit, isLate, lengthIn, reckon } from './clock-unit.ts'
import type { Duty, Fact, RulePack, Tier, Unit } from './rule-pack.ts'
import type { Day, Instant, Zone } from './time.ts'
import { dayNumberAt, dayOfNumber, epochMs, instantOf, numberOfDay, wallMs } from './time.ts'
import type { Wording } from './words.ts'

export type ClockState = 'running' | 'paused' | 'met' | 'overdue' | 'met-late' | 'ended'

/** One deadline of a case under one pack. Units of `limit`, `elapsed` and `remaining` are those of `unit`. */
export interface Clock {
  readonly duty: string
  readonly title: Wording
  readonly owner: Duty['owner']
  readonly basis: Duty['basis']
  readonly isRight: boolean
  readonly pack: string
  readonly version: string
  readonly zone: Zone
  readonly calendarEdition: string | null
  readonly source: string
  readonly state: ClockState
  readonly unit: Unit
  readonly startedBy: string
  readonly startedAt: Instant
  readonly startedOn: Day
  /** The last day, as the limit strictly counted gives it. */
  readonly dueOn: Day
  /** Day clocks: the first instant after the last day. Minute clocks: the last instant, itself still in time. */
  readonly dueAt: Instant
  /** The last day moved off a rest day, for information; provisional where that year's holidays are not published. */
  readonly civilDueOn: Day
  readonly civilProvisional: boolean
  readonly provisional: boolean
  readonly baseLimit: number
  /** The limit in force, extensions included. */
  readonly limit: number
  readonly elapsed: number
  readonly remaining: number
  readonly extensions: readonly GrantedExtension[]
  readonly pauses: readonly ClockPause[]
  readonly metBy: string | null
  readonly metAt: Instant | null
  readonly endedBy: string | null
  readonly endedAt: Instant | null
  /** Whether the clock had run out when it was met or ended, or has run out now. */
  readonly isLate: boolean
  readonly undone: readonly UndoneFinish[]
  readonly cycle: number
  readonly earlier: readonly Clock[]
}

export interface GrantedExtension {
  readonly tier: Tier
  readonly at: Instant
  readonly limit: number
  readonly source: string
}

/** `days`: what the pause alone takes out of a day clock, or its dates on a minute clock; `minutes` on minute clocks only. */
export interface ClockPause {
  readonly reason: string
  readonly from: Instant
  readonly to: Instant | null
  readonly days: number
  readonly minutes: number | null
  /** False when it began after the limit had passed: it cannot cure an expired clock. */
  readonly isEffective: boolean
}

/** A finish that did not hold, because the institution reopened the case for an error of its own. */
export interface UndoneFinish {
  readonly by: string
  readonly at: Instant
  readonly reopenedAt: Instant
}

export interface ClockContext {
  readonly now: Instant
  /** The pinned edition of each calendar, by calendar name. */
  readonly calendars: Calendars
}

/**
 * Every clock of a case under the packs given, in the packs' order; a duty without its starting fact has no clock.
 * Facts may come in any order. Refuses input it cannot read and sequences that the law does not allow.
 * Throws `RangeError` when a pack's calendar is missing or holds no working time.
 */
export function evaluate(
  packs: readonly RulePack[],
  facts: readonly Fact[],
  context: ClockContext,
): Clock[] | ClockRefusal {
  const nowMs = epochMs(context.now)
  const journal = keepJournal(packs, facts, { nowMs, calendars: context.calendars })
  if (isClockRefusal(journal)) return journal
  const clocks: Clock[] = []
  for (const duties of journal.runs) {
    for (const cycles of duties) {
      const last = cycles.at(-1)
      if (last?.duty.parallel) for (const run of cycles) clocks.push(clockOf(journal, run, [], nowMs))
      else if (last) clocks.push(clockOf(journal, last, cycles.slice(0, -1), nowMs))
    }
  }
  return clocks
}

/** The clocks of facts that the rules have already accepted. Throws `RangeError` where `evaluate` would refuse. */
export function clocksOf(packs: readonly RulePack[], facts: readonly Fact[], context: ClockContext): Clock[] {
  const clocks = evaluate(packs, facts, context)
  if (isClockRefusal(clocks)) throw new RangeError(`facts without clocks: ${clocks.code}: ${clocks.saying.en}`)
  return clocks
}

/** The bank's own duty that is due first, for display only; a paused one leads when nothing else runs. */
export function nextDue(clocks: readonly Clock[]): Clock | null {
  return earliest(clocks, ['running', 'overdue']) ?? earliest(clocks, ['paused'])
}

export type AlarmStep = 'soon' | 'today' | 'overdue' | 'lapsed'

export interface Alarm {
  /** The same for the same clock and step however often it is computed, so that nothing is sent twice. */
  readonly key: string
  readonly step: AlarmStep
  readonly at: Instant
}

/**
 * When a clock changes class: three days before its last day, when the last day begins, and when it is overdue; a right
 * only lapses. None for finished or paused clocks nor for duties of others. Steps before the clock's own start are left out.
 */
export function alarmTimes(clock: Clock): Alarm[] {
  const isOver = clock.isRight && clock.isLate
  if ((clock.state !== 'running' && clock.state !== 'overdue' && !isOver) || clock.owner === 'regulator') return []
  const due = epochMs(clock.dueAt)
  const day = numberOfDay(clock.dueOn)
  const startMs = epochMs(clock.startedAt)
  const steps: [AlarmStep, number][] = clock.isRight
    ? [['lapsed', isDayUnit(clock.unit) ? due : due + 1]]
    : [
        ['soon', isDayUnit(clock.unit) ? wallMs(day - SOON_DAYS, clock.zone) : Number.NEGATIVE_INFINITY],
        ['today', wallMs(day, clock.zone)],
        ['overdue', isDayUnit(clock.unit) ? due : due + 1],
      ]
  return steps
    .filter(([step, at]) => at > startMs || step === 'overdue')
    .map(([step, at]) => ({ key: `${clock.pack}/${clock.duty}/${clock.cycle}/${step}`, step, at: instantOf(at) }))
}

const SOON_DAYS = 3

function earliest(clocks: readonly Clock[], states: readonly ClockState[]): Clock | null {
  let first: Clock | null = null
  for (const clock of clocks) {
    if (clock.owner !== 'bank' || !states.includes(clock.state)) continue
    if (!first || clock.dueAt < first.dueAt) first = clock
  }
  return first
}

function clockOf(journal: Journal, run: Run, before: readonly Run[], nowMs: number): Clock {
  const { duty, pack, finish } = run
  const asOf = finish?.step.ms ?? nowMs
  const count = countOf(journal, run, asOf)
  const reckoned = reckon(count)
  const { due, effective } = reckoned
  const late = isLate(duty.unit, asOf, due)
  const lapsed = duty.lapses === true && late && finish?.kind !== 'met'
  const spells = duty.pauses ? journal.pauses.filter(spell => concerns(run, spell, asOf)) : []
  const elapsed = lapsed ? run.limit : Math.max(0, elapsedAt(count, reckoned, asOf))
  const dueAt = instantOf(due.ms)
  const at = finish ? instantOf(finish.step.ms) : null
  const isMet = finish?.kind === 'met'
  return {
    duty: duty.name,
    title: duty.title,
    owner: duty.owner,
    basis: duty.basis,
    isRight: duty.lapses === true,
    pack: pack.id,
    version: pack.version,
    zone: pack.zone,
    calendarEdition: count.edition?.id ?? null,
    source: duty.source.code,
    state: stateOf({ run, late, lapsed, isPaused: spells.some(spell => spell.to === null) }),
    unit: duty.unit,
    startedBy: run.start.fact.type,
    startedAt: instantOf(run.startMs),
    startedOn: dayOfNumber(dayNumberAt(run.startMs, pack.zone)),
    dueOn: dayOfNumber(due.day),
    dueAt,
    ...civilOf(count, due),
    provisional: due.provisional,
    baseLimit: run.baseLimit,
    limit: run.limit,
    elapsed,
    remaining: run.limit - elapsed,
    extensions: run.granted.map(({ extension, ms }) => ({
      tier: extension.tier,
      at: instantOf(ms),
      limit: extension.total,
      source: extension.source.code,
    })),
    pauses: spells.map((spell, index) => pauseOf({ count, run, asOf }, spell, index < effective.length)),
    metBy: isMet ? finish.step.fact.type : null,
    metAt: isMet ? at : null,
    endedBy: finish && !isMet ? finish.step.fact.type : null,
    endedAt: lapsed ? dueAt : isMet ? null : at,
    isLate: late,
    undone: run.undone.map(({ step, by }) => ({
      by: step.fact.type,
      at: instantOf(step.ms),
      reopenedAt: instantOf(by.ms),
    })),
    cycle: run.cycle,
    earlier: before.map(earlier => clockOf(journal, earlier, [], nowMs)),
  }
}

function stateOf(is: { run: Run; late: boolean; lapsed: boolean; isPaused: boolean }): ClockState {
  const kind = is.run.finish?.kind
  if (kind === 'met') return is.late ? 'met-late' : 'met'
  if (kind === 'ended' || is.lapsed) return 'ended'
  if (is.late) return 'overdue'
  if (kind === 'superseded') return 'ended'
  // A pause that began in time keeps the due date ahead of now, so a clock that is not late is stopped by any open one.
  return is.isPaused ? 'paused' : 'running'
}

function pauseOf(at: { count: Count; run: Run; asOf: number }, spell: Spell, isEffective: boolean): ClockPause {
  const { count, run, asOf } = at
  const span = clipped(run, spell, asOf)
  const isMinutes = !isDayUnit(count.unit)
  const dates = dayNumberAt(span.to, count.zone) - dayNumberAt(span.from, count.zone)
  const days = isMinutes ? dates : lengthIn(count, span)
  return {
    reason: spell.reason,
    from: instantOf(spell.from),
    to: spell.to === null ? null : instantOf(spell.to),
    days: isEffective ? days : 0,
    minutes: isMinutes ? (isEffective ? lengthIn(count, span) : 0) : null,
    isEffective,
  }
}

// Civil Code Art. 203 moves a last day off a rest day; whether it reaches an administrative limit is not settled,
// so the strict day governs and this one is shown beside it.
function civilOf(count: Count, due: Due): Pick<Clock, 'civilDueOn' | 'civilProvisional'> {
  const { edition } = count
  if (edition === null || count.unit !== 'natural-day')
    return { civilDueOn: dayOfNumber(due.day), civilProvisional: false }
  const civil = nextWorkdayAt(edition, due.day)
  let isPublished = true
  for (let number = due.day; number <= civil; number += 1) isPublished &&= isPublishedAt(edition, number)
  return { civilDueOn: dayOfNumber(civil), civilProvisional: !isPublished }
}
