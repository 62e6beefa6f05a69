// The story of a case as its clocks read it: facts in order, each accepted or refused, each duty's cycles and the pauses.

import type { CalendarEdition } from './calendar.ts'
import { findPauseRefusal, grant } from './clock-permission.ts'
import type { ClockRefusal } from './clock-refusal.ts'
import { articleOf, phaseRefusal, SEQUENCE, sequenceRefusal } from './clock-refusal.ts'
import type { Journal, Run } from './clock-run.ts'
import { dueAsOf } from './clock-run.ts'
import type { Step } from './clock-timeline.ts'
import { timelineOf } from './clock-timeline.ts'
import { isLate } from './clock-unit.ts'
import type { Admission, Duty, Fact, RulePack } from './rule-pack.ts'
import { dayNumberAt, dayOfNumber, numberOfDay, plusMonths } from './time.ts'

export type Calendars = Readonly<Record<string, CalendarEdition>>

/** Reads the facts in time order. Answers the first refusal in time, or the journal as it stands at `nowMs`. */
export function keepJournal(
  packs: readonly RulePack[],
  facts: readonly Fact[],
  at: { nowMs: number; calendars: Calendars },
): Journal | ClockRefusal {
  const steps = timelineOf(packs, facts, at.nowMs)
  if (!Array.isArray(steps)) return steps
  const editions = packs.map(pack => editionOf(pack, at.calendars))
  const runs = packs.map(pack => pack.duties.map(() => []))
  const journal: Journal = { packs, editions, runs, pauses: [], phase: 'unopened', finishedBy: null, level: undefined }
  for (const step of steps) {
    const refusal = enter(journal, step)
    if (refusal) return refusal
  }
  return journal
}

function enter(journal: Journal, step: Step): ClockRefusal | null {
  const { order } = step
  const { type } = step.fact
  const rule = order.facts[type]
  if (type === order.opening && isOpenedAlready(journal, step)) {
    return sequenceRefusal(SEQUENCE.receivedAlready, step.index, { source: articleOf(journal.packs, type) })
  }
  if (!rule?.in.includes(journal.phase)) {
    const { phase, finishedBy } = journal
    const article = articleOf(journal.packs, phase === 'finished' ? finishedBy : type)
    return phaseRefusal(order, { type, at: step.index, phase, finishedBy }, article)
  }
  if (type === order.opening) journal.level = step.fact.level ?? journal.level
  const refusal = findAdmissionRefusal(journal, step) ?? findPauseRefusal(journal, step) ?? grant(journal, step)
  if (refusal) return refusal
  movePauses(journal, step, rule?.to === 'finished')
  for (const [index, pack] of journal.packs.entries()) {
    if (step.isFor(pack)) moveRuns(journal, journal.runs[index], step, pack)
  }
  if (rule?.to) journal.phase = rule.to
  if (rule?.to === 'finished') journal.finishedBy = type
  return null
}

// A complaint that comes directly and again through an authority is received once under each pack.
function isOpenedAlready(journal: Journal, step: Step): boolean {
  const { opening } = step.order
  return journal.packs.some((pack, index) => {
    if (!step.isFor(pack)) return false
    return journal.runs[index]?.some(cycles => cycles.some(run => run.start.fact.type === opening)) ?? false
  })
}

// Telling the decision, or any other end, ends the pauses with it.
function movePauses(journal: Journal, step: Step, isFinish: boolean): void {
  const { type, reason = '' } = step.fact
  if (type === 'paused') journal.pauses.push({ reason, from: step.ms, to: null })
  if (type === 'resumed') {
    const open = journal.pauses.find(spell => spell.to === null && (!reason || spell.reason === reason))
    if (open) open.to = step.ms
  }
  if (isFinish) for (const spell of journal.pauses) spell.to ??= step.ms
}

function moveRuns(journal: Journal, runs: Run[][] = [], step: Step, pack: RulePack): void {
  for (const index of listeners(pack, step.fact.type)) {
    const duty = pack.duties[index]
    const cycles = runs[index]
    if (!duty || !cycles) continue
    if (hears(duty.metBy, step)) finish(cycles, step, 'met')
    else if (hears(duty.endedBy, step)) finish(cycles, step, 'ended')
    if (duty.continuesOn && hears(duty.continuesOn, step)) goOn(cycles, step)
    if (hears(duty.startOn, step)) start(journal, cycles, step, { pack, duty })
  }
}

const heard = new WeakMap<RulePack, Map<string, number[]>>()

/** Places of the duties of a pack that a type of fact may concern, kept per pack. */
function listeners(pack: RulePack, type: string): readonly number[] {
  let index = heard.get(pack)
  if (!index) {
    index = new Map()
    heard.set(pack, index)
  }
  let places = index.get(type)
  if (!places) {
    places = [...pack.duties.keys()].filter(place =>
      namesOf(pack.duties[place]).some(name => name.split('/')[0] === type),
    )
    index.set(type, places)
  }
  return places
}

function namesOf(duty: Duty | undefined): readonly string[] {
  if (!duty) return []
  const admitted = (duty.admits ?? []).map(admission => admission.fact)
  return [...duty.startOn, ...duty.metBy, ...duty.endedBy, ...(duty.continuesOn ?? []), ...admitted]
}

function hears(names: readonly string[], step: Step): boolean {
  return names.includes(step.fact.type) || (step.qualified !== null && names.includes(step.qualified))
}

// Where each start is a clock of its own, the oldest open one is finished first.
function finish(cycles: Run[], step: Step, kind: 'met' | 'ended'): void {
  const open = cycles.find(run => run.finish === null)
  if (open) open.finish = { step, kind }
}

function goOn(cycles: Run[], by: Step): void {
  const run = cycles.at(-1)
  if (!run?.finish) return
  run.undone.push({ step: run.finish.step, by })
  run.finish = null
}

function start(journal: Journal, cycles: Run[], step: Step, of: { pack: RulePack; duty: Duty }): void {
  const { pack, duty } = of
  if (duty.notFor && (step.fact.level ?? journal.level) === duty.notFor) return
  if (duty.limitFrom && !step.fact.dueOn) return
  const before = cycles.at(-1)
  if (before && !before.finish && !duty.parallel) before.finish = { step, kind: 'superseded' }
  const startMs = duty.startAt ? (step.deliveredMs ?? step.ms) : step.ms
  const limit = limitOf(of, step, startMs)
  const cycle = cycles.length + 1
  cycles.push({
    pack,
    duty,
    cycle,
    start: step,
    startMs,
    baseLimit: limit,
    limit,
    granted: [],
    finish: null,
    undone: [],
  })
}

function limitOf({ pack, duty }: { pack: RulePack; duty: Duty }, step: Step, startMs: number): number {
  const startDay = dayNumberAt(startMs, pack.zone)
  if (duty.limitFrom && step.fact.dueOn) return numberOfDay(step.fact.dueOn) - startDay
  if (duty.months) return numberOfDay(plusMonths(dayOfNumber(startDay), duty.months)) - startDay
  return duty.limit
}

function findAdmissionRefusal(journal: Journal, step: Step): ClockRefusal | null {
  for (const [packIndex, pack] of journal.packs.entries()) {
    if (!step.isFor(pack)) continue
    for (const index of listeners(pack, step.fact.type)) {
      const duty = pack.duties[index]
      const admission = duty?.admits?.find(rule => rule.fact === step.fact.type)
      if (!duty || !admission) continue
      const broken = brokenAdmission(journal, admission, journal.runs[packIndex]?.[index]?.at(-1), step)
      if (broken) return sequenceRefusal(admission.refusals[broken], step.index, { source: duty.source })
    }
  }
  return null
}

function brokenAdmission(journal: Journal, admission: Admission, run: Run | undefined, step: Step) {
  if (!run || (run.finish && run.finish.kind !== 'met')) return 'absent'
  if (run.finish) return 'used'
  if (admission.until === 'finish') return null
  return isLate(run.duty.unit, step.ms, dueAsOf(journal, run, step.ms)) ? 'over' : null
}

function editionOf(pack: RulePack, calendars: Calendars): CalendarEdition | null {
  if (pack.calendar === null) return null
  const edition = calendars[pack.calendar]
  if (!edition) throw new RangeError(`pack ${pack.id} needs the calendar ${pack.calendar}`)
  return edition
}
