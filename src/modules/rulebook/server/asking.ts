// How the routes give a command to the rulebook, ask for a re-computation and wait a while for its end.

import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../../kernel/actor.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { randomId, stopwatch } from '../../../platform/clock.ts'
import type { House } from '../../../platform/department.ts'
import type { Outcome } from '../../../platform/door.ts'
import { actorOf } from '../../../platform/guard.ts'
import {
  type RecomputationState,
  type RulebookCommand,
  recomputationCase,
  type Scope,
  type Subject,
} from '../rules/record.ts'
import { findRecomputation } from './recomputations.ts'
import { RECOMPUTATION } from './recompute.ts'

/** Gives a command; whatever came of it, the next question reads the rulebook anew. */
export async function give(
  house: House,
  request: FastifyRequest,
  caseId: string,
  command: RulebookCommand,
): Promise<Outcome> {
  const outcome = await house.door.handle({ module: 'rulebook', caseId, command, actor: actorOf(request) })
  house.answers.rulebookChanged()
  return outcome
}

/** Asks for a re-computation and queues its preview. */
export async function askFor(
  house: House,
  actor: Actor,
  wish: { subject: Subject; scope: Scope; reason: string | null },
): Promise<{ id: string } | Refusal> {
  const id = randomId()
  const caseId = recomputationCase(id)
  const command: RulebookCommand = { type: 'ask', id, ...wish }
  const outcome = await house.door.handle({ module: 'rulebook', caseId, command, actor })
  if (!outcome.ok) return outcome.refusal
  await queue(house, id, actor)
  return { id }
}

export async function queue(house: House, id: string, actor: Actor): Promise<void> {
  await house.jobs.ask({ kind: RECOMPUTATION, input: { id }, requestedBy: actor.id })
}

const LONGEST_WAIT_MS = 20_000
const LOOK_EVERY_MS = 100

/** The re-computation once it has reached a stage; after twenty seconds as it stands, to be asked for again. */
export async function awaitStage(
  house: House,
  id: string,
  stage: RecomputationState['stage'],
): Promise<RecomputationState | null> {
  const waited = stopwatch()
  for (;;) {
    const state = await findRecomputation(house.pool, id)
    if (!state || state.stage === stage || waited() > LONGEST_WAIT_MS) return state
    await pause(LOOK_EVERY_MS)
  }
}
