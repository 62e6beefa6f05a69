// Who is signed in, and what their posts allow on screen. The server decides again at every request.
//
// const session = useSession()          inside the shell: always a person
// mayEnter(session, 'approvals')        a room that a post opens; mayDo(session, 'supervisor', 'admin')  a role itself

import { createContext, type ReactNode, useContext } from 'react'
import type { Role } from '../kernel/actor.ts'
import type { Wording } from '../kernel/words.ts'
import type { Preferences } from './language.tsx'

/** The answer of GET /api/session. */
export interface Session {
  readonly person: { readonly id: string; readonly account: string; readonly name: string; readonly isProgram: boolean }
  /** Each role with the unit in which it is held today. */
  readonly roles: readonly { readonly role: Role; readonly unit: string }[]
  /** The unit of the main post; null for people without one. */
  readonly unit: { readonly path: string; readonly name: Wording } | null
  /** Rooms of the product that the posts open: desk, intake, approvals, organisation. */
  readonly capabilities: readonly string[]
  readonly approvalLevel: number
  readonly standsInFor: readonly { readonly id: string; readonly name: string }[]
  readonly preferences: Partial<Preferences>
  /** The password must be changed before anything else. */
  readonly mustChangePassword: boolean
  /** The product's time. */
  readonly now: string
}

const Place = createContext<Session | null>(null)

export function SessionProvider(props: { session: Session; children: ReactNode }) {
  return <Place value={props.session}>{props.children}</Place>
}

export function useSession(): Session {
  const session = useContext(Place)
  if (session === null) throw new TypeError('nobody is signed in here')
  return session
}

/** Whether one of these roles is held. */
export function mayDo(session: Session, ...roles: readonly Role[]): boolean {
  return session.roles.some(held => roles.includes(held.role))
}

/** Whether a post opens this room; null is open to everybody who signed in. */
export function mayEnter(session: Session, room: string | null): boolean {
  return room === null || session.capabilities.includes(room)
}
