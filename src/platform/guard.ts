// The guard at the edge: whose request it is, in which language it is answered, and whether the route is open to them.

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Actor, hasRole } from '../kernel/actor.ts'
import { findTrespass } from './cross-site.ts'
import type { Answers } from './department.ts'
import { languageAsked } from './language.ts'
import { Stopped } from './problem.ts'
import type { Session } from './session.ts'
import type { SignIn } from './sign-in.ts'

export const SESSION_COOKIE = 'xiaobao_session'

/** The actor of a request. On a public route without a session it stops the request with 401. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Stopped(401, 'sign-in-needed')
  return request.actor
}

/** The session of a request, else 401. */
export function sessionOf(request: FastifyRequest): Session {
  if (!request.session) throw new Stopped(401, 'sign-in-needed')
  return request.session
}

/** Stands before every route. Only routes that declare `public` are open to nobody in particular. */
export function postGuard(server: FastifyInstance, parts: { signIn: SignIn; answers: Answers }): void {
  server.decorateRequest('session', null)
  server.decorateRequest('actor', null)
  server.decorateRequest('language', 'zh-CN')
  server.addHook('onRequest', async request => {
    request.language = languageAsked(request.headers['accept-language'])
    const trespass = findTrespass(request)
    if (trespass) throw new Stopped(403, trespass)
    const { config } = request.routeOptions
    const secret = secretOf(request)
    if (secret) await recognise(request, secret, parts)
    if (request.is404 || config.public) return
    if (!request.session) throw new Stopped(401, 'sign-in-needed')
    if (request.session.mustChangePassword && !config.beforePasswordChange) {
      throw new Stopped(403, 'password-change-needed')
    }
    if (config.roles && !hasRole(actorOf(request), ...config.roles)) throw new Stopped(403, 'role-needed')
  })
}

// A person who left in the meantime has a session and is nobody.
async function recognise(
  request: FastifyRequest,
  secret: string,
  parts: { signIn: SignIn; answers: Answers },
): Promise<void> {
  const session = await parts.signIn.find(secret)
  if (!session) return
  const actor = await parts.answers.actorOf(session.person)
  if (!actor) return
  request.session = session
  request.actor = actor
  if (session.preferences.language) request.language = session.preferences.language
}

function secretOf(request: FastifyRequest): string | undefined {
  const { authorization } = request.headers
  if (authorization?.startsWith('Bearer ')) return authorization.slice('Bearer '.length)
  return request.cookies[SESSION_COOKIE]
}
