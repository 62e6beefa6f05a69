// Who may change the organisation, and the house itself where nobody is in it yet.

import type { Actor } from '../../../kernel/actor.ts'
import { getOrgPath, isWithin, type OrgPath } from '../../../kernel/org.ts'

export const HEAD_OFFICE = getOrgPath('HO')

/** The house at its own beginning: the default organisation, the demonstration, imports. Nobody can sign in as it. */
export const FOUNDING: Actor = {
  kind: 'program',
  id: 'xiaobao',
  unit: HEAD_OFFICE,
  posts: [{ role: 'admin', unit: HEAD_OFFICE }],
  standsInFor: [],
}

/** An administrator acts in the unit of the post and below it; a branch's cannot give posts at the head office. */
export function mayAdminister(actor: Actor, unit: OrgPath): boolean {
  return actor.posts.some(post => post.role === 'admin' && isWithin({ path: unit, root: post.unit }))
}
