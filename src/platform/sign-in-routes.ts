// /api/session: coming in, who I am, my preferences and my password, going out.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Language } from '../kernel/words.ts'
import type { House } from './department.ts'
import { SESSION_COOKIE, sessionOf } from './guard.ts'
import { Stopped } from './problem.ts'
import type { Preferences, Session } from './session.ts'
import * as contract from './sign-in-contract.ts'

/** Hangs the routes of a person's own session into the wire. */
export function signInRoutes(server: FastifyInstance, house: House): void {
  comeIn(server, house)
  stay(server, house)
  goOut(server)
}

// The address is the connection's, or the proxy's word for it where proxies are believed.
function comeIn(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/session',
    {
      config: { public: true, says: { zh: '登录', en: 'Sign in' } },
      schema: { body: contract.signIn, response: { 201: contract.sessionReply } },
    },
    async (request, reply) => {
      const { account, password, bearer } = request.body
      const opened = await plain.signIn.enter({ account, password, address: request.ip })
      if (!opened.ok) throw new Stopped(opened.seconds > 0 ? 429 : 401, opened.key, { seconds: opened.seconds })
      const session = await plain.signIn.find(opened.secret)
      if (!session) throw new Stopped(401, 'sign-in-failed')
      setCookie(request, reply, opened.secret)
      const present = await presentation(session, request.language, house)
      return reply.code(201).send(bearer ? { ...present, token: opened.secret } : present)
    },
  )
}

function stay(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/api/session',
    {
      config: { beforePasswordChange: true, says: { zh: '当前会话', en: 'The present session' } },
      schema: { response: { 200: contract.sessionReply } },
    },
    async request => presentation(sessionOf(request), request.language, house),
  )
  server.put(
    '/api/session/preferences',
    {
      config: { beforePasswordChange: true, says: { zh: '更改个人设置', en: 'Change the preferences of the person' } },
      schema: { body: contract.preferences, response: { 200: contract.preferencesReply } },
    },
    async request => {
      const session = sessionOf(request)
      await plain.signIn.prefer(session.person, request.body)
      return standardsFilled({ ...session.preferences, ...request.body }, request.language)
    },
  )
  server.post(
    '/api/session/password',
    {
      config: {
        beforePasswordChange: true,
        says: { zh: '更改密码，其他会话随即结束', en: 'Change the password; other sessions end' },
      },
      schema: { body: contract.passwordChange, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const refusal = await plain.signIn.changePassword(sessionOf(request), request.body)
      return refusal ? reply.refuse(refusal) : reply.code(204).send(null)
    },
  )
}

function goOut(plain: FastifyInstance): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.delete(
    '/api/session',
    {
      config: { beforePasswordChange: true, says: { zh: '退出登录', en: 'Sign out' } },
      schema: { response: { 204: z.null() } },
    },
    async (request, reply) => {
      await plain.signIn.end(sessionOf(request).digest)
      return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send(null)
    },
  )
  server.delete(
    '/api/sessions',
    {
      config: { beforePasswordChange: true, says: { zh: '在所有设备上退出登录', en: 'Sign out everywhere' } },
      schema: { response: { 200: z.object({ ended: z.number() }) } },
    },
    async (request, reply) => {
      const ended = await plain.signIn.endAll(sessionOf(request).person)
      return reply.clearCookie(SESSION_COOKIE, { path: '/' }).send({ ended })
    },
  )
}

// Strict: a link from another site arrives without the cookie. Secure only where the browser came by https,
// because a browser does not keep a Secure cookie from http://127.0.0.1 on every platform.
function setCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(SESSION_COOKIE, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  })
}

async function presentation(
  session: Session,
  asked: Language,
  house: House,
): Promise<z.output<typeof contract.sessionReply>> {
  const organisation = await house.answers.organisation()
  const person = organisation.findPerson(session.person)
  const actor = organisation.findActor(session.person)
  if (!person || !actor) throw new Stopped(401, 'sign-in-needed')
  const unit = person.unit && organisation.findUnit(person.unit)
  const preferences = standardsFilled({ language: person.language, ...session.preferences }, asked)
  return {
    person: { id: person.id, account: person.account, name: person.name, isProgram: person.isProgram },
    roles: person.posts.map(post => ({ role: post.role, unit: post.unit })),
    unit: unit ? { path: unit.path, name: { zh: unit.name.zh, en: unit.name.en } } : null,
    language: preferences.language,
    capabilities: [...person.capabilities],
    approvalLevel: person.approvalLevel,
    standsInFor: actor.standsInFor.map(id => ({ id, name: organisation.findPerson(id)?.name ?? id })),
    preferences,
    mustChangePassword: session.mustChangePassword,
    now: house.clock.now(),
  }
}

function standardsFilled(chosen: Preferences, asked: Language): z.output<typeof contract.preferencesReply> {
  return {
    language: chosen.language ?? asked,
    scheme: chosen.scheme ?? 'auto',
    largeType: chosen.largeType ?? false,
    keys: chosen.keys ?? true,
  }
}
