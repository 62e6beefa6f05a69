// Who is who for a case: roles in the tree, roles in the case, and who must keep away from it.

import { type Actor, actsFor, hasRole } from '../../../kernel/actor.ts'
import { isSuperior, isWithin, type OrgPath, parentOf } from '../../../kernel/org.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Answers } from './answers.ts'
import type { Who } from './chart.ts'
import type { Complaint, Holder } from './complaint.ts'

type Test = (actor: Actor, complaint: Complaint, answers: Answers) => boolean

const FRONT = ['clerk', 'handler', 'supervisor'] as const

const tests: Record<Who, Test> = {
  intake: actor => actor.kind === 'person' && hasRole(actor, ...FRONT),
  holder: (actor, { owner }) => actsFor(actor, owner.person),
  'first-owner': (actor, { firstOwner }) => actsFor(actor, firstOwner?.person ?? null),
  'unit-staff': (actor, { owner }) => holdsPost(actor, FRONT, owner.unit),
  receiver: (actor, { handover }) => handover !== null && isReceiver(actor, handover.to),
  head: (actor, { owner }) => holdsPost(actor, ['supervisor'], owner.unit),
  'complaint-head': (actor, { owner }) => holdsPost(actor, ['supervisor'], owner.unit),
  approver: (actor, { owner }) => holdsPost(actor, ['approver', 'executive'], owner.unit),
  superior: (actor, { owner }, answers) => isOfSuperior(actor, owner.unit, answers),
  caller: (actor, complaint) => hasRole(actor, 'clerk', 'handler') && !complaint.handlers.includes(actor.id),
  archivist: actor => hasRole(actor, 'archivist'),
  verifier: (actor, { rectification }) => hasRole(actor, 'supervisor', 'approver') && actor.id !== rectification?.owner,
  consumer: (actor, { id }) => actor.kind === 'consumer' && actor.id === id,
  program: actor => actor.kind === 'program',
  import: actor => actor.kind === 'import',
  timer: actor => actor.kind === 'timer',
  system: actor => actor.kind === 'neighbour',
}

/** Whether an actor is one of those who may give a command for a case. */
export function isOneOf(
  whos: readonly Who[],
  scene: { actor: Actor; complaint: Complaint; answers: Answers },
): boolean {
  return whos.some(who => tests[who](scene.actor, scene.complaint, scene.answers))
}

/** Whether an actor may bring a new complaint in. */
export function mayRegister(whos: readonly Who[], actor: Actor): boolean {
  if (actor.kind === 'person') return whos.includes('intake') && hasRole(actor, ...FRONT)
  return actor.kind !== 'timer' && whos.some(who => who === actor.kind)
}

/** The institution a unit belongs to: the unit itself, or for a department the first above that is none. */
export function institutionOf(unit: OrgPath, answers: Answers): OrgPath {
  const above = parentOf(unit)
  return answers.organisation.findUnit(unit)?.kind === 'department' && above ? institutionOf(above, answers) : unit
}

/** Whether decisions of this unit are the head office's, for which the law gives no re-check (No.3 Art. 20). */
export function isHeadOffice(unit: OrgPath, answers: Answers): boolean {
  return parentOf(institutionOf(unit, answers)) === null
}

/**
 * Why a person must keep away from a case, or null (No.3 Art. 17: no direct interest in the matter).
 * The person complained of, their line, their relatives, and the staff of the outlet complained of.
 */
export function findRecusal(person: string, complaint: Complaint, answers: Answers): Refusal | null {
  const view = answers.organisation.findPerson(person)
  const { people, units } = complaint.respondents
  const source = 'No.3 Art. 17'
  if (people.includes(person)) return refuse('recusal-complained-of', { person }, source)
  for (const respondent of people) {
    const other = answers.organisation.findPerson(respondent)
    if (isInLine(person, respondent, answers)) return refuse('recusal-line', { person }, source)
    if (other?.relatives.includes(person) || view?.relatives.includes(respondent)) {
      return refuse('recusal-relative', { person }, source)
    }
  }
  const home = view?.unit ?? null
  const line = units.find(unit => home && isNarrow(unit, answers) && isWithin({ path: home, root: unit as OrgPath }))
  return line ? refuse('recusal-unit', { person, unit: line }, source) : null
}

// The line above somebody, up to the top; a ring of managers ends it.
function isInLine(person: string, under: string, answers: Answers): boolean {
  const met = new Set<string>()
  for (let next = under; !met.has(next); ) {
    met.add(next)
    const manager = answers.organisation.findPerson(next)?.manager
    if (!manager) return false
    if (manager === person) return true
    next = manager
  }
  return false
}

// A whole branch complained of does not empty the branch; its outlet, sub-branch or department keeps away.
function isNarrow(unit: string, answers: Answers): boolean {
  const kind = answers.organisation.findUnit(unit)?.kind
  return kind === 'outlet' || kind === 'sub-branch' || kind === 'department'
}

function holdsPost(actor: Actor, roles: readonly string[], over: OrgPath): boolean {
  return actor.posts.some(post => roles.includes(post.role) && isWithin({ path: over, root: post.unit }))
}

function isReceiver(actor: Actor, to: Holder): boolean {
  if (to.person !== null) return actsFor(actor, to.person)
  return actor.kind === 'person' && holdsPost(actor, FRONT, to.unit)
}

function isOfSuperior(actor: Actor, unit: OrgPath, answers: Answers): boolean {
  const lower = institutionOf(unit, answers)
  return actor.posts.some(post => {
    if (!['supervisor', 'approver', 'executive'].includes(post.role)) return false
    const upper = institutionOf(post.unit, answers)
    if (isSuperior({ upper, lower })) return true
    // No.3 Art. 18: or a senior executive of the head office.
    return post.role === 'executive' && parentOf(upper) === null
  })
}
