// How people and programs come to have a way in: a temporary password, a token, the first administrator.

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isRefusal, missing } from '../../../kernel/refusal.ts'
import { dayOf, endOf, plusDays } from '../../../kernel/time.ts'
import { systemClock } from '../../../platform/clock.ts'
import type { House } from '../../../platform/department.ts'
import { actorOf } from '../../../platform/guard.ts'
import * as contract from '../rules/contract.ts'
import { createFirstAdministrator } from './founding.ts'
import { tellPerson } from './person-change-routes.ts'

const ADMIN = ['admin'] as const

export function accessRoutes(server: FastifyInstance, house: House): void {
  passwordReset(server, house)
  tokens(server, house)
  firstAdministrator(server, house)
}

// The fact first: a password that nobody remembers giving is worse than one that must be given again.
function passwordReset(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/people/:id/password-reset',
    {
      config: {
        roles: ADMIN,
        says: { zh: '重置密码，临时密码只显示一次', en: 'Reset the password; the temporary one is told once' },
      },
      schema: { params: contract.personPlace, response: { 200: contract.passwordReply } },
    },
    async (request, reply) => {
      const { id } = request.params
      const outcome = await tellPerson(house, request, { person: id, command: { type: 'reset-password' } })
      if (!outcome.ok) return reply.refuse(outcome.refusal)
      const card = (await house.answers.organisation()).findPerson(id)
      if (!card) return reply.refuse(missing())
      return { account: card.account, temporaryPassword: await plain.signIn.resetPassword(id, card.account) }
    },
  )
}

function tokens(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/api/tokens',
    {
      config: { roles: ADMIN, says: { zh: '程序的令牌', en: 'Tokens of programs' } },
      schema: { response: { 200: contract.tokensReply } },
    },
    async () => ({ items: await plain.signIn.listTokens(), next: null }),
  )
  server.post(
    '/api/tokens',
    {
      config: { roles: ADMIN, says: { zh: '发放令牌，只显示一次', en: 'Issue a token, told once' } },
      schema: { body: contract.token, response: { 201: contract.newTokenReply } },
    },
    async (request, reply) => {
      const { person, name, days } = request.body
      const until = plusDays(dayOf(house.clock.now()), days)
      const command = { type: 'issue-token', name, until } as const
      const outcome = await tellPerson(house, request, { person, command })
      if (!outcome.ok) return reply.refuse(outcome.refusal)
      // Tokens, like sessions, expire by the machine's own clock.
      const expiresAt = endOf(plusDays(dayOf(systemClock.now()), days))
      const issued = await plain.signIn.issueToken({ person, name, createdBy: actorOf(request).id, expiresAt })
      return reply.code(201).send(issued)
    },
  )
  server.delete(
    '/api/tokens/:id',
    {
      config: { roles: ADMIN, says: { zh: '撤销令牌', en: 'Revoke a token' } },
      schema: { params: contract.tokenPlace, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const token = (await plain.signIn.listTokens()).find(each => each.id === request.params.id)
      if (!token || token.revokedAt !== null) return reply.refuse(missing())
      const outcome = await tellPerson(house, request, {
        person: token.person,
        command: { type: 'revoke-token', token: token.id },
      })
      // Whoever left keeps no token either: the record is closed, the token is still taken away.
      if (!outcome.ok && outcome.refusal.key !== 'person-left') return reply.refuse(outcome.refusal)
      await plain.signIn.revokeToken(token.id)
      return reply.code(204).send(null)
    },
  )
}

function firstAdministrator(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/first-administrator',
    {
      config: {
        public: true,
        says: { zh: '以一次性链接设立首位管理员', en: 'Make the first administrator by the one-time link' },
      },
      schema: {
        body: contract.firstAdministrator,
        response: { 201: z.object({ person: z.string(), account: z.string() }) },
      },
    },
    async (request, reply) => {
      const wish = { ...request.body, language: request.language }
      const made = await createFirstAdministrator(house, plain.signIn, wish)
      return isRefusal(made) ? reply.refuse(made) : reply.code(201).send({ person: made.person, account: wish.account })
    },
  )
}
