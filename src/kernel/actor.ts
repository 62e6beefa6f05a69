// Who rings at the door: a person of the bank, the consumer, the clock, a neighbour, a program.

import type { OrgPath } from './org.ts'

/** What a person's posts allow them to do. A person may hold several, in different units. */
export type Role =
  | 'clerk' // 登记、首问:hotline and branch counter
  | 'handler' // 经办
  | 'supervisor' // 主管:head of the complaint department of a unit, dispatches and confirms
  | 'approver' // 审批
  | 'executive' // 高管:senior executive
  | 'inspector' // 检查:reads everything, changes nothing, is recorded
  | 'admin' // 系统管理:people, posts, settings; no case
  | 'archivist' // 档案

/** A role and the unit in which it is held. */
export interface Post {
  readonly role: Role
  readonly unit: OrgPath
}

export type ActorKind = 'person' | 'consumer' | 'timer' | 'neighbour' | 'program' | 'import'

export interface Actor {
  readonly kind: ActorKind
  /** `p-lijing`, a complaint's id for its consumer, a module's name for a neighbour. */
  readonly id: string
  /** The unit of a person's main post, null for the others. */
  readonly unit: OrgPath | null
  readonly posts: readonly Post[]
  /** People for whom this person stands in today; work is inherited, limits of approval are not. */
  readonly standsInFor: readonly string[]
}

export const TIMER: Actor = { kind: 'timer', id: 'timer', unit: null, posts: [], standsInFor: [] }

/** How an actor is written into a fact: `person:p-lijing`, `timer`. */
export function signatureOf(actor: Actor): string {
  return actor.kind === 'timer' ? 'timer' : `${actor.kind}:${actor.id}`
}

/** Whether the actor is this person, or stands in for them. */
export function actsFor(actor: Actor, person: string | null): boolean {
  return person !== null && actor.kind === 'person' && (actor.id === person || actor.standsInFor.includes(person))
}

export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.posts.some(post => roles.includes(post.role))
}
