// What a route may use of the wire: who asks, in which language, how a "no" is said, and what a route declares of itself.

import type { Actor, Role } from '../kernel/actor.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Language, Wording } from '../kernel/words.ts'
import type { Session } from './session.ts'
import type { SignIn } from './sign-in.ts'

declare module 'fastify' {
  interface FastifyInstance {
    signIn: SignIn
  }
  interface FastifyRequest {
    /** The session or token behind the request, null on a public route without one. */
    session: Session | null
    actor: Actor | null
    /** The person's preference, else what the browser asks for, else Chinese. */
    language: Language
  }
  interface FastifyReply {
    /** Answers with the refusal as a problem: 409, 400, 403 or 404 by its kind. */
    refuse(refusal: Refusal): FastifyReply
  }
  interface FastifyContextConfig {
    /** Answers without a session: health, the consumer's pages, sign-in. Everything else is 401 without one. */
    public?: boolean
    /** Who may ask; any one of the roles is enough. Absent: everybody who signed in. */
    roles?: readonly Role[]
    /** Takes `multipart/form-data` too. */
    upload?: boolean
    /** Open to a person who must first change a temporary password. */
    beforePasswordChange?: boolean
    /** The department whose words refusals are said in; set by the wire. */
    department?: string
    /** One sentence for the readable page of the interface. */
    says?: Wording
  }
}
