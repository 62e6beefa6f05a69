// Who writes the rules of the whole bank, and who puts them in force: two people, and both of the head office.

import { type Actor, hasRole, type Role } from '../../../kernel/actor.ts'
import { type OrgPath, parentOf } from '../../../kernel/org.ts'
import type { Organisation } from '../../../kernel/organisation.ts'

/** The house itself, which carries out what two people decided. */
export const RULEBOOK: Actor = { kind: 'neighbour', id: 'rulebook', unit: null, posts: [], standsInFor: [] }

/** An administrator of the head office writes drafts. */
export function mayDraft(actor: Actor, organisation: Organisation): boolean {
  return holdsAtHeadOffice(actor, ['admin'], organisation)
}

/** The head of the department or a senior executive, of the head office, puts a text in force and applies it. */
export function mayPublish(actor: Actor, organisation: Organisation): boolean {
  return holdsAtHeadOffice(actor, ['supervisor', 'executive'], organisation)
}

export function isHouse(actor: Actor): boolean {
  return actor.kind === 'neighbour' && actor.id === RULEBOOK.id
}

function holdsAtHeadOffice(actor: Actor, roles: readonly Role[], organisation: Organisation): boolean {
  if (actor.kind !== 'person' || !hasRole(actor, ...roles)) return false
  return actor.posts.some(post => roles.includes(post.role) && isOfHeadOffice(post.unit, organisation))
}

function isOfHeadOffice(unit: OrgPath, organisation: Organisation): boolean {
  const above = parentOf(unit)
  if (above === null) return true
  return organisation.findUnit(unit)?.kind === 'department' && isOfHeadOffice(above, organisation)
}
