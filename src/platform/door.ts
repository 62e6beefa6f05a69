// The one way in: load, decide, evolve, commit. Nothing else in the house opens a write transaction.

import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseError, type Pool } from 'pg'
import { type Actor, signatureOf } from '../kernel/actor.ts'
import type { Named, Recorded, Rules } from '../kernel/module.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Clock } from './clock.ts'
import { createLanes, type Lanes } from './lane.ts'
import { commitEntry, type Loaded, loadCase, resetAlarms } from './ledger.ts'
import type { NewPerson } from './vault.ts'
import { wordsIn } from './word-index.ts'

/** A command for one case, and who gives it. */
export interface Ring {
  readonly module: string
  readonly caseId: string
  readonly command: Named
  readonly actor: Actor
  /** A retry with the same id on the same case meets its own answer; with another digest it is refused. */
  readonly requestId?: string
  readonly requestDigest?: string
  /** People whose keys are new: written together with the facts. */
  readonly people?: readonly NewPerson[]
  /** Another clock than the house's: simulations, imports. */
  readonly clock?: Clock
}

export type Outcome =
  | {
      readonly ok: true
      readonly version: number
      readonly state: unknown
      readonly facts: readonly Recorded<Named>[]
      /** True when this request had been carried out before and nothing new was written. */
      readonly replayed: boolean
    }
  | { readonly ok: false; readonly refusal: Refusal }

export interface Door {
  handle(ring: Ring): Promise<Outcome>
  rulesOf(module: string): AnyRules
  readonly modules: readonly string[]
}

// Every department's rules stand in one list; a command reaches only the rules of its own module.
export type AnyRules = Rules<unknown, Named, Named, unknown>

/** Gathers what a module asks before it decides. */
export type Gather = (question: { caseId: string; command: Named; actor: Actor }) => unknown | Promise<unknown>

export interface DoorParts {
  readonly pool: Pool
  readonly clock: Clock
  readonly rules: readonly AnyRules[]
  readonly answers: Readonly<Record<string, Gather>>
  /** Told of every outcome, for the meters. */
  readonly onOutcome?: (event: { module: string; command: string; refused: string | null }) => void
}

// Two writers of one case: the ledger's key refuses the second, who loads and decides again.
const TRIES = 12
const FIRST_PAUSE_MS = 2
const LONGEST_PAUSE_MS = 200
const FIRST_WRITER_WON = new Set(['23505', '40P01', '40001'])

/** Opens the door over a set of departments. Throws only for faults; a "no" comes back as a value. */
export function createDoor(parts: DoorParts): Door {
  const rules = new Map(parts.rules.map(each => [each.module, each]))
  const hearers = hearersOf(parts.rules)
  const lanes = createLanes()
  const rulesOf = (module: string) => {
    const found = rules.get(module)
    if (!found) throw new RangeError(`no such department: ${module}`)
    return found
  }
  return {
    modules: [...rules.keys()],
    rulesOf,
    async handle(ring) {
      const outcome = await attempt({ parts, rules: rulesOf(ring.module), hearers, ring }, lanes)
      parts.onOutcome?.({
        module: ring.module,
        command: ring.command.type,
        refused: outcome.ok ? null : outcome.refusal.key,
      })
      return outcome
    },
  }
}

interface Attempt {
  readonly parts: DoorParts
  readonly rules: AnyRules
  readonly hearers: Hearers
  readonly ring: Ring
}

/**
 * Nobody waits until two have met. Then the writers of this process queue for that case, one decision after another: left to
 * themselves, twenty at once would beat each other until some ran out of tries. Writers of other processes are outwaited.
 */
async function attempt(work: Attempt, lanes: Lanes): Promise<Outcome> {
  const lane = `${work.ring.module}/${work.ring.caseId}`
  const first = lanes.isBusy(lane) ? null : await tryOnce(work)
  if (first) return first
  return lanes.run(lane, async () => {
    for (let count = 1; count < TRIES; count++) {
      const outcome = await tryOnce(work)
      if (outcome) return outcome
      await pause(Math.min(FIRST_PAUSE_MS * 2 ** count, LONGEST_PAUSE_MS))
    }
    return loadAndDecide(work)
  })
}

/** The outcome, or null when another writer was first. */
async function tryOnce(work: Attempt): Promise<Outcome | null> {
  try {
    return await loadAndDecide(work)
  } catch (error) {
    if (error instanceof DatabaseError && FIRST_WRITER_WON.has(error.code ?? '')) return null
    throw error
  }
}

async function loadAndDecide(work: Attempt): Promise<Outcome> {
  const { parts, rules, ring } = work
  const { module, caseId, command, actor } = ring
  const [loaded, answers] = await Promise.all([
    loadCase(parts.pool, {
      module,
      table: rules.table,
      sequence: rules.sequence,
      caseId,
      requestId: ring.requestId ?? null,
    }),
    parts.answers[module]?.({ caseId, command, actor }),
  ])
  return loaded.answered ? replay(loaded, ring) : decideAndCommit(work, loaded, answers)
}

function replay(loaded: Loaded, ring: Ring): Outcome {
  const same = loaded.answered?.digest === (ring.requestDigest ?? null)
  return same
    ? { ok: true, version: loaded.version, state: loaded.state, facts: [], replayed: true }
    : { ok: false, refusal: refuse('request-reused') }
}

async function decideAndCommit(work: Attempt, loaded: Loaded, answers: unknown): Promise<Outcome> {
  const { parts, rules, hearers, ring } = work
  const now = (ring.clock ?? parts.clock).now()
  const context = { now, actor: ring.actor, number: loaded.number, answers }
  const decided = rules.decide(loaded.state, ring.command, context)
  if (isRefusal(decided)) return { ok: false, refusal: decided }
  const by = signatureOf(ring.actor)
  let state = loaded.state
  const facts = decided.map((fact, index) => ({ ...fact, at: now, by, version: loaded.version + index + 1 }))
  for (const fact of facts) state = rules.evolve(state, fact)
  const seen = { now, answers }
  if (facts.length === 0) {
    if (state !== null) {
      const { module, caseId } = ring
      await resetAlarms(parts.pool, { module, caseId, version: loaded.version, alarms: rules.alarms(state, seen) })
    }
    return { ok: true, version: loaded.version, state, facts, replayed: false }
  }
  const desk = rules.desk(state, seen)
  await commitEntry(parts.pool, {
    module: ring.module,
    table: rules.table,
    caseId: ring.caseId,
    at: now,
    by,
    request: ring.requestId ? { id: ring.requestId, digest: ring.requestDigest ?? null } : null,
    facts,
    previous: loaded.hash,
    state,
    desk,
    words: desk.text === null ? null : wordsIn(desk.text),
    alarms: rules.alarms(state, seen),
    news: facts.flatMap(fact =>
      (hearers.get(`${ring.module}/${fact.type}`) ?? []).map(hearer => ({ version: fact.version, hearer })),
    ),
    people: ring.people ?? [],
  })
  return { ok: true, version: loaded.version + facts.length, state, facts, replayed: false }
}

type Hearers = ReadonlyMap<string, readonly string[]>

function hearersOf(all: readonly AnyRules[]): Hearers {
  const hearers = new Map<string, string[]>()
  for (const rules of all) {
    for (const heard of Object.keys(rules.hears)) hearers.set(heard, [...(hearers.get(heard) ?? []), rules.module])
  }
  return hearers
}
