// A person of the bank, or a program with an account: posts with their days, stand-ins, absences, relations.

import type { Role } from '../../../kernel/actor.ts'
import type { Recorded } from '../../../kernel/module.ts'
import type { OrgPath } from '../../../kernel/org.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Language } from '../../../kernel/words.ts'

/** Days, both ends included; without `to` no end is known. */
export interface Period {
  readonly from: Day
  readonly to: Day | null
}

export interface PostHeld extends Period {
  readonly no: number
  readonly role: Role
  readonly unit: OrgPath
  readonly main: boolean
}

export interface StandIn extends Period {
  readonly no: number
  /** Who does the work meanwhile. */
  readonly person: string
}

export interface Absence extends Period {
  readonly no: number
}

export interface PersonState {
  readonly record: 'person'
  readonly id: string
  readonly account: string
  readonly name: string
  readonly isProgram: boolean
  readonly language: Language
  readonly from: Day
  /** The last day in service. */
  readonly leftOn: Day | null
  readonly approvalLevel: number
  readonly manager: string | null
  readonly relatives: readonly string[]
  readonly posts: readonly PostHeld[]
  readonly standIns: readonly StandIn[]
  readonly absences: readonly Absence[]
}

/** A post as it is asked for. */
export interface PostWish extends Period {
  readonly role: Role
  readonly unit: OrgPath
  readonly main: boolean
}

interface Hiring {
  readonly account: string
  readonly name: string
  readonly isProgram: boolean
  readonly language: Language
  readonly from: Day
}

export type PersonCommand =
  | ({ readonly type: 'hire'; readonly posts: readonly PostWish[] } & Hiring)
  | { readonly type: 'rename-person'; readonly name: string; readonly language: Language }
  | ({ readonly type: 'give-post' } & PostWish)
  | { readonly type: 'end-post'; readonly post: number; readonly on: Day }
  | { readonly type: 'set-approval-level'; readonly level: number }
  | { readonly type: 'declare-relations'; readonly manager: string | null; readonly relatives: readonly string[] }
  | { readonly type: 'appoint-stand-in'; readonly person: string; readonly from: Day; readonly to: Day }
  | { readonly type: 'withdraw-stand-in'; readonly standIn: number }
  | { readonly type: 'enter-absence'; readonly from: Day; readonly to: Day }
  | { readonly type: 'withdraw-absence'; readonly absence: number }
  | { readonly type: 'leave'; readonly on: Day }
  | { readonly type: 'reset-password' }
  | { readonly type: 'issue-token'; readonly name: string; readonly until: Day }
  | { readonly type: 'revoke-token'; readonly token: string }

export type PersonFact =
  | ({ readonly type: 'hired' } & Hiring)
  | { readonly type: 'person-renamed'; readonly name: string; readonly language: Language }
  | ({ readonly type: 'post-given' } & PostHeld)
  | { readonly type: 'post-ended'; readonly post: number; readonly on: Day }
  | { readonly type: 'approval-level-set'; readonly level: number }
  | { readonly type: 'relations-declared'; readonly manager: string | null; readonly relatives: readonly string[] }
  | ({ readonly type: 'stand-in-appointed' } & StandIn)
  | { readonly type: 'stand-in-withdrawn'; readonly standIn: number }
  | ({ readonly type: 'absence-entered' } & Absence)
  | { readonly type: 'absence-withdrawn'; readonly absence: number }
  | { readonly type: 'left'; readonly on: Day }
  | { readonly type: 'password-reset' }
  | { readonly type: 'token-issued'; readonly name: string; readonly until: Day }
  | { readonly type: 'token-revoked'; readonly token: string }

/** The id follows from the account, so that no two people can have the same one. */
export function personOf(account: string): string {
  return `p-${account}`
}

export function personCase(id: string): string {
  return `person:${id}`
}

export function covers(period: Period, day: Day): boolean {
  return period.from <= day && (period.to === null || day <= period.to)
}

/** What a fact means for the person. Throws `RangeError` on a chain that does not begin with `hired`. */
export function evolvePerson(state: PersonState | null, fact: Recorded<PersonFact>): PersonState {
  if (fact.type === 'hired') return begun(fact)
  if (state === null) throw new RangeError(`a person begins with hired, not ${fact.type}`)
  switch (fact.type) {
    case 'person-renamed':
      return { ...state, name: fact.name, language: fact.language }
    case 'post-given': {
      const { no, role, unit, main, from, to } = fact
      // A new main post takes the place of the one before.
      const others = main ? state.posts.map(post => ({ ...post, main: false })) : state.posts
      return { ...state, posts: [...others, { no, role, unit, main, from, to }] }
    }
    case 'post-ended':
      return { ...state, posts: state.posts.map(post => (post.no === fact.post ? { ...post, to: fact.on } : post)) }
    case 'approval-level-set':
      return { ...state, approvalLevel: fact.level }
    case 'relations-declared':
      return { ...state, manager: fact.manager, relatives: fact.relatives }
    case 'stand-in-appointed': {
      const { no, person, from, to } = fact
      return { ...state, standIns: [...state.standIns, { no, person, from, to }] }
    }
    case 'stand-in-withdrawn':
      return { ...state, standIns: state.standIns.filter(each => each.no !== fact.standIn) }
    case 'absence-entered': {
      const { no, from, to } = fact
      return { ...state, absences: [...state.absences, { no, from, to }] }
    }
    case 'absence-withdrawn':
      return { ...state, absences: state.absences.filter(each => each.no !== fact.absence) }
    case 'left':
      return { ...state, leftOn: fact.on }
    default:
      // Passwords and tokens are kept by the house; here it is only remembered that they were given.
      return state
  }
}

function begun(fact: Hiring): PersonState {
  const { account, name, isProgram, language, from } = fact
  return {
    record: 'person',
    id: personOf(account),
    account,
    name,
    isProgram,
    language,
    from,
    leftOn: null,
    approvalLevel: 0,
    manager: null,
    relatives: [],
    posts: [],
    standIns: [],
    absences: [],
  }
}
