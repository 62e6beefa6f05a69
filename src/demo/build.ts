// The demonstration bank built through the real door: people first, then every complaint of a year, each in its own time.

import { type Actor, TIMER } from '../kernel/actor.ts'
import { DAY_MS, type Instant, plusMs } from '../kernel/time.ts'
import type { Complaint, SealedRegistration } from '../modules/complaints/rules/complaint.ts'
import { bodies, type Noun, type Registration, registration } from '../modules/complaints/rules/contract.ts'
import { FOUNDING } from '../modules/identity/rules/authority.ts'
import { type SteppedClock, steppedClock } from '../platform/clock.ts'
import type { Door, Outcome } from '../platform/door.ts'
import { sealBody } from '../platform/seal-body.ts'
import type { NewPerson } from '../platform/vault.ts'
import { actorOf } from './bank.ts'
import { writeYear } from './life.ts'
import { organisationSteps } from './organisation.ts'
import { play, type Refused, type Stage } from './play.ts'
import type { Script, Step } from './plot.ts'

/** How bodies are sealed: the complaints department's own way into the vault. */
export interface Sealing {
  registration(body: Registration, now: Instant): Promise<{ sealed: SealedRegistration; people: readonly NewPerson[] }>
  words(complaint: Complaint, noun: Noun, body: unknown): Promise<object>
}

/** What was built so far, kept in a setting: a build that was broken off goes on with the same year. */
export interface Progress {
  readonly seed: string
  readonly now: Instant
  readonly cases: number
  readonly organisation: boolean
  /** Registrations done, in order. */
  readonly registered: number
  /** Lives done, in the order in which they are played; the ones under way are played again and meet their own answers. */
  readonly lived: number
  readonly complete: boolean
}

export interface DemonstrationParts {
  readonly door: Door
  readonly sealing: Sealing
  /** What the rules of complaints are told beside the case: organisation and rulebook. */
  readonly answers: () => Promise<unknown>
  readonly organisationChanged: () => void
  readonly progress: { load(): Promise<Progress | null>; save(progress: Progress): Promise<void> }
  /** The first day of the demonstration; a build that goes on keeps its own. */
  readonly now: Instant
  readonly seed: string
  readonly cases?: number
  readonly concurrency?: number
  readonly onProgress?: (told: { done: number; of: number }) => void
}

export interface Built {
  readonly cases: number
  readonly commands: number
  readonly alarms: number
}

const CASES = 2_000
const HANDS = 8
const SAVE_EVERY = 100

/**
 * Builds the bank, or what is missing of it; does nothing when it is complete.
 * Throws when the house refuses a scripted command: the script is wrong then, and nobody should see half of its story.
 */
export async function buildDemonstration(parts: DemonstrationParts): Promise<Built> {
  let progress: Progress = (await parts.progress.load()) ?? {
    seed: parts.seed,
    now: parts.now,
    cases: parts.cases ?? CASES,
    organisation: false,
    registered: 0,
    lived: 0,
    complete: false,
  }
  const save = async (change: Partial<Progress>) => {
    progress = { ...progress, ...change }
    await parts.progress.save(progress)
  }
  const built = { cases: progress.cases, commands: 0, alarms: 0 }
  if (progress.complete) return built
  await save({})
  if (!progress.organisation) {
    await buildOrganisation(parts, progress.now)
    await save({ organisation: true })
  }
  const scripts = writeYear(progress)
  const states = new Map<string, Complaint>()
  const stage = stageOf(parts, await parts.answers())
  const tell = (done: number) => parts.onProgress?.({ done, of: scripts.length * 2 })
  await registerAll(stage, scripts, progress.registered, states, async registered => {
    tell(registered)
    await save({ registered })
  })
  const lives = scripts.toSorted((a, b) => Number(b.into !== null) - Number(a.into !== null))
  const joining = lives.filter(script => script.into !== null).length
  // Whoever joins another case does so first, while that one is still open.
  for (const [from, to] of [
    [0, joining],
    [joining, lives.length],
  ] as const) {
    await liveAll(
      parts,
      stage,
      { lives, from: Math.max(from, progress.lived), to, now: progress.now },
      states,
      built,
      async lived => {
        tell(scripts.length + lived)
        await save({ lived })
      },
    )
  }
  await save({ complete: true })
  return { ...built, commands: built.commands + scripts.length }
}

/** The speaker of a step: somebody of the bank, standing in or not, or the consumer of the case. */
export function speakerOf(script: Pick<Script, 'id'>, step: Pick<Step, 'by' | 'standsInFor'>): Actor {
  if (step.by !== 'consumer') return actorOf(step.by, step.standsInFor)
  return { kind: 'consumer', id: script.id, unit: null, posts: [], standsInFor: [] }
}

async function buildOrganisation(parts: DemonstrationParts, now: Instant): Promise<void> {
  // Opened a day before the year begins, so that everybody is there when the first complaint comes.
  const clock = steppedClock(plusMs(now, -366 * DAY_MS))
  for (const [index, { caseId, command }] of organisationSteps(now).entries()) {
    const requestId = `demo:organisation:${index}`
    const outcome = await parts.door.handle({ module: 'identity', caseId, command, actor: FOUNDING, requestId, clock })
    parts.organisationChanged()
    if (!outcome.ok)
      throw new Error(`the demonstration bank: ${caseId} ${command.type} refused: ${outcome.refusal.key}`)
  }
}

// In the order of their days, one after the other: the readable numbers follow the dates.
async function registerAll(
  stage: Stage,
  scripts: readonly Script[],
  from: number,
  states: Map<string, Complaint>,
  onDone: (registered: number) => Promise<void>,
): Promise<void> {
  for (const [index, script] of scripts.entries()) {
    const [first] = script.steps
    if (!first || index < from) continue
    const outcome = await stage.give(script, first, 0, null)
    if (!outcome.ok)
      throw defect([{ caseId: script.id, plan: script.plan, noun: first.noun, at: first.at, key: outcome.refusal.key }])
    states.set(script.id, outcome.state as Complaint)
    if ((index + 1) % SAVE_EVERY === 0 || index + 1 === scripts.length) await onDone(index + 1)
  }
}

interface Lives {
  readonly lives: readonly Script[]
  readonly from: number
  readonly to: number
  readonly now: Instant
}

async function liveAll(
  parts: DemonstrationParts,
  stage: Stage,
  course: Lives,
  states: Map<string, Complaint>,
  built: { commands: number; alarms: number },
  onDone: (lived: number) => Promise<void>,
): Promise<void> {
  const refused: Refused[] = []
  const done = new Set<number>()
  let next = course.from
  let whole = course.from
  const hand = async () => {
    while (next < course.to && refused.length === 0) {
      const index = next++
      const script = course.lives[index]
      if (!script) return
      const state = states.get(script.id) ?? null
      const played = await play(stage, script, { first: state === null ? 0 : 1, state, now: course.now })
      built.commands += played.given
      built.alarms += played.rung
      refused.push(...played.refused)
      done.add(index)
      while (done.delete(whole)) whole += 1
      if (whole % SAVE_EVERY === 0) await onDone(whole)
    }
  }
  await Promise.all(Array.from({ length: parts.concurrency ?? HANDS }, hand))
  if (refused.length > 0) throw defect(refused)
  if (course.to > course.from) await onDone(course.to)
}

function defect(refused: readonly Refused[]): Error {
  const told = refused.map(each => `${each.caseId} (${each.plan}) ${each.noun} at ${each.at}: ${each.key}`)
  return new Error(`the demonstration's script was refused: ${told.join('; ')}`)
}

function stageOf(parts: DemonstrationParts, answers: unknown): Stage {
  const { door, sealing } = parts
  const rules = door.rulesOf('complaints')
  const clocks = new Map<string, SteppedClock>()
  const clockAt = (caseId: string, at: Instant) => {
    const clock = clocks.get(caseId) ?? steppedClock(at)
    clock.set(at)
    clocks.set(caseId, clock)
    return clock
  }
  return {
    async give(script, step, index, state): Promise<Outcome> {
      const { command, people } = await sealed(sealing, script.id, step, state)
      return door.handle({
        module: 'complaints',
        caseId: script.id,
        command,
        people,
        actor: speakerOf(script, step),
        requestId: `demo:${script.id}:${index}`,
        clock: clockAt(script.id, step.at),
      })
    },
    ring: (script, alarm, at) =>
      door.handle({
        module: 'complaints',
        caseId: script.id,
        command: rules.ring(alarm.key, alarm.at),
        actor: TIMER,
        requestId: `alarm:${alarm.key}:${alarm.at}`,
        clock: clockAt(script.id, at),
      }),
    alarms: (state, now) => rules.alarms(state, { now, answers }),
  }
}

async function sealed(
  sealing: Sealing,
  id: string,
  step: Step,
  state: Complaint | null,
): Promise<{ command: { type: string }; people: readonly NewPerson[] }> {
  if (step.noun === 'registration') {
    const { sealed: words, people } = await sealing.registration(registration.parse(step.body), step.at)
    return { command: { ...words, type: 'registration', id } as { type: string }, people }
  }
  if (state === null) throw new RangeError(`the case ${id} is not registered`)
  const body: object = bodies[step.noun].parse(step.body)
  const words = isSpoken(step.noun, body) ? await sealing.words(state, step.noun, body) : body
  return { command: { type: step.noun, ...words }, people: [] }
}

// Two commands of three hold nothing that a person said, and need no key.
function isSpoken(noun: Noun, body: object): boolean {
  let spoken = false
  const pen = { personId: '', seal: (text: string) => text, toKeep: null }
  sealBody(bodies[noun], body, {
    penAt: () => {
      spoken = true
      return pen
    },
    mask: text => text,
  })
  return spoken
}
