// /api/facts, /api/readings, /api/seals: the ledger read by those who check the bank, each search itself on record.

import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { signatureOf } from '../../../kernel/actor.ts'
import { isRefusal, refuse } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/words.ts'
import type { House } from '../../../platform/department.ts'
import { actorOf } from '../../../platform/guard.ts'
import type { Verdict } from '../../../platform/verify.ts'
import { sayDifference } from '../../../platform/verify-words.ts'
import * as contract from '../rules/contract.ts'
import { findFacts, findReadings, findSeals } from './searches.ts'
import { sightOf } from './sight.ts'

const CHECKERS = ['inspector', 'admin'] as const

export function auditRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/api/facts',
    {
      config: { roles: CHECKERS, says: { zh: '查询事实', en: 'Search the facts' } },
      schema: { querystring: contract.factQuestion, response: { 200: contract.factsReply } },
    },
    async (request, reply) => {
      await remember(house, request, { ...request.query, list: 'facts' })
      const found = await findFacts(house.pool, request.query, sightOf(actorOf(request)))
      return isRefusal(found) ? reply.refuse(found) : found
    },
  )
  server.get(
    '/api/readings',
    {
      config: { roles: CHECKERS, says: { zh: '查询阅览记录', en: 'Search who read what' } },
      schema: { querystring: contract.readingQuestion, response: { 200: contract.readingsReply } },
    },
    async (request, reply) => {
      await remember(house, request, { ...request.query, list: 'readings' })
      const found = await findReadings(house.pool, request.query, sightOf(actorOf(request)))
      return isRefusal(found) ? reply.refuse(found) : found
    },
  )
  server.get(
    '/api/seals',
    {
      config: { roles: CHECKERS, says: { zh: '封存记录', en: 'Seals' } },
      schema: { querystring: contract.sealQuestion, response: { 200: contract.sealsReply } },
    },
    async request => findSeals(house.pool, request.query),
  )
  verification(plain, house)
}

// One at a time: it reads the whole ledger.
function verification(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  let underWay = false
  server.post(
    '/api/verification',
    {
      config: { roles: CHECKERS, says: { zh: '核验全部链条与封存', en: 'Verify every chain and seal' } },
      schema: { response: { 200: contract.verdictReply } },
    },
    async (request, reply) => {
      if (underWay) return reply.refuse(refuse('verification-busy'))
      underWay = true
      try {
        await remember(house, request, { list: 'verification', purpose: 'verification' })
        return said(await house.answers.verify(), request.language)
      } finally {
        underWay = false
      }
    },
  )
}

function said({ ok, facts, cases, seals, first }: Verdict, language: Language): z.output<typeof contract.verdictReply> {
  return {
    ...{ ok, facts, cases, seals },
    first: first
      ? {
          module: first.module,
          case: first.caseId,
          version: first.version,
          code: first.what.key,
          sentence: sayDifference(first, language),
        }
      : null,
  }
}

// Written before the answer: whoever checks is checked.
async function remember(
  house: House,
  request: FastifyRequest,
  search: { list: string; purpose: string; module?: string | undefined; case?: string | undefined },
): Promise<void> {
  await house.readings.record([
    {
      at: house.clock.now(),
      actor: signatureOf(actorOf(request)),
      act: 'searched',
      ...(search.module !== undefined && { module: search.module }),
      ...(search.case !== undefined && { caseId: search.case }),
      subject: search.list,
      purpose: search.purpose,
    },
  ])
}
