// Plays a script: each command at its own moment, and before it every alarm of the case that was due by then.

import type { Alarm } from '../kernel/module.ts'
import { type Instant, instantOf } from '../kernel/time.ts'
import type { Complaint } from '../modules/complaints/rules/complaint.ts'
import type { Outcome } from '../platform/door.ts'
import type { Script, Step } from './plot.ts'

/** Where a script is played: the real door, or the pure rules in memory. */
export interface Stage {
  give(script: Script, step: Step, index: number, state: Complaint | null): Promise<Outcome>
  ring(script: Script, alarm: Alarm, at: Instant): Promise<Outcome>
  alarms(state: Complaint, now: Instant): readonly Alarm[]
}

/** A command that the house refused: a defect of the script. */
export interface Refused {
  readonly caseId: string
  readonly plan: string
  readonly noun: string
  readonly at: Instant
  readonly key: string
}

export interface Played {
  readonly state: Complaint | null
  readonly given: number
  readonly rung: number
  readonly refused: readonly Refused[]
}

/** Plays the steps from `first` on, then rings until `now`; stops at the first refusal, because what follows rests on it. */
export async function play(
  stage: Stage,
  script: Script,
  course: { first: number; state: Complaint | null; now: Instant },
): Promise<Played> {
  let { state } = course
  let given = 0
  let rung = 0
  let last = instantOf(0)
  const deaf = new Set<string>()
  const ringUntil = async (until: Instant) => {
    while (state !== null) {
      // Asked for the moment at which the door has just looked: what rings next follows from the facts, not from the hour.
      const seen = latest([lastMoment(state), last])
      const alarm = earliest(stage.alarms(state, seen), until, deaf)
      if (!alarm) return
      const at = latest([alarm.at, seen])
      const outcome = await stage.ring(script, alarm, at)
      if (!outcome.ok || outcome.facts.length === 0) deaf.add(markOf(alarm))
      if (!outcome.ok) continue
      state = outcome.state as Complaint
      last = at
      rung += 1
    }
  }
  for (const [index, step] of script.steps.entries()) {
    if (index < course.first) continue
    await ringUntil(step.at)
    const outcome = await stage.give(script, step, index, state)
    if (!outcome.ok) {
      const { id: caseId, plan } = script
      return { state, given, rung, refused: [{ caseId, plan, noun: step.noun, at: step.at, key: outcome.refusal.key }] }
    }
    state = outcome.state as Complaint
    if (!outcome.replayed) last = step.at
    given += 1
  }
  await ringUntil(course.now)
  return { state, given, rung, refused: [] }
}

function earliest(alarms: readonly Alarm[], until: Instant, deaf: ReadonlySet<string>): Alarm | null {
  let first: Alarm | null = null
  for (const alarm of alarms) {
    if (alarm.at < until && !deaf.has(markOf(alarm)) && (first === null || alarm.at < first.at)) first = alarm
  }
  return first
}

// A letter posted some days before it is entered leaves alarms behind it: they ring at once, never before the last fact.
function lastMoment(state: Complaint): Instant {
  return latest([
    state.registeredAt,
    ...state.clockFacts.flatMap(({ at, deliveredAt }) => (deliveredAt ? [at, deliveredAt] : [at])),
  ])
}

function latest(moments: readonly Instant[]): Instant {
  return moments.reduce((last, each) => (each > last ? each : last), instantOf(0))
}

function markOf(alarm: Alarm): string {
  return `${alarm.key}@${alarm.at}`
}
