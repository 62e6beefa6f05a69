// /api/recomputations: what a new version or edition would move, and applying that once, by a second person.

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { invalid, isRefusal, missing, type Refusal } from '../../../kernel/refusal.ts'
import type { House } from '../../../platform/department.ts'
import { actorOf } from '../../../platform/guard.ts'
import * as contract from '../rules/contract.ts'
import { recomputationCase, type Subject } from '../rules/record.ts'
import * as reply from '../rules/reply.ts'
import { askFor, awaitStage, give, queue } from './asking.ts'
import { findRecomputation, listRecomputations } from './recomputations.ts'
import { recomputationView } from './views.ts'

const MOST_LISTED = 100

export function recomputationRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/api/recomputations',
    {
      config: { says: { zh: '重算，最近的在前', en: 'Re-computations, the newest first' } },
      schema: { response: { 200: reply.recomputationsReply } },
    },
    async () => (await listRecomputations(house.pool, MOST_LISTED)).map(recomputationView),
  )
  server.get(
    '/api/recomputations/:id',
    {
      config: { says: { zh: '一次重算及其预览', en: 'One re-computation with its preview' } },
      schema: { params: contract.recomputationPlace, response: { 200: reply.recomputationReply } },
    },
    async (request, answer) => {
      const state = await findRecomputation(house.pool, request.params.id)
      return state ? recomputationView(state) : answer.refuse(missing('recomputation-unknown'))
    },
  )
  previewRoute(plain, house)
  applicationRoute(plain, house)
}

function previewRoute(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/recomputations',
    {
      config: {
        says: {
          zh: '预览重算：哪些未结案件的期限会变动。不写入任何案件；超过二十秒的先返回，稍后再查。',
          en: 'Previews a re-computation: which dates of open cases would move. Writes to no case; answers within twenty seconds, finished or not.',
        },
      },
      schema: { body: contract.recomputation, response: { 201: reply.recomputationReply } },
    },
    async (request, answer) => {
      const subject = subjectOf(request.body)
      if (isRefusal(subject)) return answer.refuse(subject)
      const { reason = null, scope = subject.kind === 'pack' ? 'new-cases' : 'open-cases' } = request.body
      const asked = await askFor(house, actorOf(request), { subject, scope, reason })
      if (isRefusal(asked)) return answer.refuse(asked)
      const state = await awaitStage(house, asked.id, 'previewed')
      return state ? answer.code(201).send(recomputationView(state)) : answer.refuse(missing('recomputation-unknown'))
    },
  )
}

function applicationRoute(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/recomputations/:id/application',
    {
      config: {
        says: {
          zh: '应用重算：由另一人、只一次；已完成的时限不变，已响过的提醒不再响。',
          en: 'Applies a re-computation: by a second person, once. Finished clocks stay; what has rung does not ring again.',
        },
      },
      schema: { params: contract.recomputationPlace, response: { 200: reply.recomputationReply } },
    },
    async (request, answer) => {
      const { id } = request.params
      const outcome = await give(house, request, recomputationCase(id), { type: 'order' })
      if (!outcome.ok) return answer.refuse(outcome.refusal)
      await queue(house, id, actorOf(request))
      const state = await awaitStage(house, id, 'applied')
      return state ? recomputationView(state) : answer.refuse(missing('recomputation-unknown'))
    },
  )
}

function subjectOf({ pack, version, edition }: contract.RecomputationWish): Subject | Refusal {
  if (edition !== undefined && pack === undefined) return { kind: 'calendar', edition }
  if (pack !== undefined && version !== undefined && edition === undefined) return { kind: 'pack', pack, version }
  return invalid(pack === undefined ? 'edition' : edition === undefined ? 'version' : 'edition', 'subject-needed')
}
