// POST /api/complaints and POST /api/complaints/:id/<noun>: every command of the chart, sealed and brought to the door.

import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { canonical } from '../../../kernel/canonical.ts'
import { missing } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/words.ts'
import { randomId } from '../../../platform/clock.ts'
import type { House } from '../../../platform/department.ts'
import type { Outcome } from '../../../platform/door.ts'
import { actorOf } from '../../../platform/guard.ts'
import { clockAnswer } from '../rules/clock-contract.ts'
import type { Complaint } from '../rules/complaint.ts'
import { type Body, bodies, NOUNS, type Noun, type Registration, registration } from '../rules/contract.ts'
import { ACT_WORDS } from '../rules/words-act.ts'
import { gatherAnswers } from './gather.ts'
import { sealRegistration, sealWords } from './sealing.ts'
import { findComplaint } from './store.ts'
import { toldClocks } from './view.ts'

const place = z.object({ id: z.string().min(1).max(80) })
const keyHeader = z.object({ 'idempotency-key': z.string().min(1).max(200).optional() })
const answer = z.object({
  id: z.string(),
  number: z.string(),
  state: z.string(),
  version: z.int(),
  clocks: clockAnswer.shape.clocks,
  facts: z.array(z.object({ version: z.int(), type: z.string() })),
})

export function commandRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/complaints',
    {
      config: {
        roles: ['clerk', 'handler', 'supervisor'],
        says: {
          zh: '登记投诉。同一幂等键重试得到同一件，正文不同则为 409。',
          en: 'Registers a complaint. The same Idempotency-Key meets the same case; with another body it is 409.',
        },
      },
      schema: { headers: keyHeader, body: registration, response: { 201: answer } },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const outcome = await register(house, actor, request.body, keyOf(request))
      if (!outcome.ok) return reply.refuse(outcome.refusal)
      return reply.code(201).send(await answerOf(house, outcome, request.language))
    },
  )
  for (const noun of NOUNS) commandRoute(plain, house, noun)
}

function commandRoute(plain: FastifyInstance, house: House, noun: Noun): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    `/api/complaints/:id/${noun}`,
    {
      config: { says: ACT_WORDS[noun] },
      schema: { params: place, headers: keyHeader, body: bodies[noun] as z.ZodType, response: { 200: answer } },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const outcome = await command(house, {
        actor,
        id: request.params.id,
        noun,
        body: request.body as Body<Noun>,
        key: keyOf(request),
      })
      return outcome.ok ? answerOf(house, outcome, request.language) : reply.refuse(outcome.refusal)
    },
  )
}

/** Registers a complaint for an actor; the id of the case derives from account and key, so that a retry meets its own case. */
export async function register(house: House, actor: Actor, body: Registration, key: string | null): Promise<Outcome> {
  const { sealed, people } = await sealRegistration(house.vault, body, house.clock.now())
  const id =
    key === null
      ? `c-${randomId()}`
      : `c-${createHash('sha256').update(`${actor.id}\n${key}`).digest('hex').slice(0, 24)}`
  return house.door.handle({
    module: 'complaints',
    caseId: id,
    // The name last: no member of a body can stand in its place.
    command: { ...sealed, type: 'registration', id } as { type: string },
    actor,
    people,
    ...requestOf(house, actor, key, body),
  })
}

/** Gives one command for a case that this actor may see. */
export async function command<N extends Noun>(
  house: House,
  given: { actor: Actor; id: string; noun: N; body: Body<N>; key: string | null },
): Promise<Outcome> {
  const { actor, id, noun, body, key } = given
  const complaint = await findComplaint(house.pool, id, actor)
  if (!complaint) return { ok: false, refusal: missing() }
  const words = await sealWords(house.vault, complaint, noun, body)
  return house.door.handle({
    module: 'complaints',
    caseId: id,
    command: { ...words, type: noun },
    actor,
    ...requestOf(house, actor, key, body),
  })
}

/** The answer to a command: where the case stands now, its clocks, and what was written. */
export async function answerOf(house: House, outcome: Extract<Outcome, { ok: true }>, language: Language) {
  const complaint = outcome.state as Complaint
  const answers = await gatherAnswers(house, null)
  return {
    id: complaint.id,
    number: complaint.number,
    state: complaint.status,
    version: outcome.version,
    clocks: toldClocks(complaint, { now: house.clock.now(), language, answers }),
    facts: outcome.facts.map(fact => ({ version: fact.version, type: fact.type })),
  }
}

function keyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' && key !== '' ? key : null
}

function requestOf(house: House, actor: Actor, key: string | null, body: unknown) {
  if (key === null) return {}
  return { requestId: `${actor.id}:${key}`, requestDigest: house.vault.digest(canonical(body)) }
}
