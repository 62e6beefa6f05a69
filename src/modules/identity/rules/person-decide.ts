// What may be done to a person's record: posts only in units that exist, stand-ins only among people in service.

import type { Actor } from '../../../kernel/actor.ts'
import type { OrgPath } from '../../../kernel/org.ts'
import type { Organisation } from '../../../kernel/organisation.ts'
import { forbid, invalid, isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Day } from '../../../kernel/time.ts'
import { HEAD_OFFICE, mayAdminister } from './authority.ts'
import {
  covers,
  type PersonCommand,
  type PersonFact,
  type PersonState,
  type PostHeld,
  type PostWish,
} from './person.ts'

export interface Place {
  readonly actor: Actor
  readonly organisation: Organisation
  /** Today in Shanghai, by the product's clock. */
  readonly today: Day
}

type Command<Type extends PersonCommand['type']> = Extract<PersonCommand, { type: Type }>
type Decision = readonly PersonFact[] | Refusal
type Decisions = {
  readonly [Type in Exclude<PersonCommand['type'], 'hire'>]: (
    state: PersonState,
    command: Command<Type>,
    place: Place,
  ) => Decision
}

/** The facts of a command to a person. Refusals are the keys of words.ts. */
export function decidePerson(state: PersonState | null, command: PersonCommand, place: Place): Decision {
  if (command.type === 'hire') return hire(state, command, place)
  if (state === null) return refuse('person-unknown')
  if (!mayAdminister(place.actor, homeOf(state, place.organisation))) return forbid('not-your-person')
  if (state.leftOn !== null && state.leftOn < place.today) return refuse('person-left', { day: state.leftOn })
  const decide = decisions[command.type] as (state: PersonState, command: PersonCommand, place: Place) => Decision
  return decide(state, command, place)
}

const decisions: Decisions = {
  'rename-person': (_state, { name, language }) => [{ type: 'person-renamed', name, language }],
  'give-post': (state, wish, place) => {
    const post = givePost(state.posts, wish, place)
    return isRefusal(post) ? post : [{ type: 'post-given', ...post }]
  },
  'end-post': endPost,
  'set-approval-level': (_state, { level }) => [{ type: 'approval-level-set', level }],
  'declare-relations': declareRelations,
  'appoint-stand-in': appointStandIn,
  'withdraw-stand-in': (state, { standIn }) =>
    state.standIns.some(each => each.no === standIn)
      ? [{ type: 'stand-in-withdrawn', standIn }]
      : invalid('standIn', 'stand-in-none'),
  'enter-absence': (state, { from, to }) => {
    if (to < from) return invalid('to', 'period-reversed')
    return [{ type: 'absence-entered', no: nextNo(state.absences), from, to }]
  },
  'withdraw-absence': (state, { absence }) =>
    state.absences.some(each => each.no === absence)
      ? [{ type: 'absence-withdrawn', absence }]
      : invalid('absence', 'absence-none'),
  leave: (state, { on }, { organisation }) => {
    if (state.leftOn !== null) return refuse('person-left', { day: state.leftOn })
    if (on < state.from) return invalid('on', 'left-before-hired', { day: state.from })
    if (isLastAdministrator(state.id, organisation)) return refuse('last-administrator')
    return [{ type: 'left', on }]
  },
  'reset-password': state => (state.isProgram ? refuse('program-no-password') : [{ type: 'password-reset' }]),
  'issue-token': (state, { name, until }, { today }) => {
    if (!state.isProgram) return refuse('token-for-programs')
    return until < today ? invalid('until', 'token-past') : [{ type: 'token-issued', name, until }]
  },
  'revoke-token': (_state, { token }) => [{ type: 'token-revoked', token }],
}

function hire(state: PersonState | null, command: Command<'hire'>, place: Place): Decision {
  if (state !== null) return refuse('account-taken', { account: command.account })
  const { account, name, isProgram, language, from } = command
  const posts: PostHeld[] = []
  for (const wish of command.posts) {
    const post = givePost(posts, wish, place)
    if (isRefusal(post)) return post
    posts.push(post)
  }
  if (posts.length === 0 && !mayAdminister(place.actor, HEAD_OFFICE)) return invalid('posts', 'post-needed')
  return [
    { type: 'hired', account, name, isProgram, language, from },
    ...posts.map(post => ({ type: 'post-given' as const, ...post })),
  ]
}

function givePost(held: readonly PostHeld[], wish: PostWish, place: Place): PostHeld | Refusal {
  const { role, unit, main, from, to } = wish
  if (!mayAdminister(place.actor, unit)) return forbid('not-your-unit', { unit })
  const found = place.organisation.findUnit(unit)
  if (!found) return invalid('unit', 'unit-unknown')
  if (to !== null && to < from) return invalid('to', 'period-reversed')
  if (from < found.validFrom) return invalid('from', 'unit-not-yet', { unit, day: found.validFrom })
  if (found.validTo !== null && from > found.validTo)
    return invalid('unit', 'unit-closed', { unit, day: found.validTo })
  const twice = held.some(
    post =>
      post.role === role &&
      post.unit === unit &&
      (to === null || post.from <= to) &&
      (post.to === null || post.to >= from),
  )
  if (twice) return refuse('post-held', { unit })
  return { no: nextNo(held), role, unit, main: main || held.length === 0, from, to }
}

function endPost(state: PersonState, { post, on }: Command<'end-post'>, { organisation, actor }: Place): Decision {
  const held = state.posts.find(each => each.no === post)
  if (!held) return invalid('post', 'post-none')
  if (!mayAdminister(actor, held.unit)) return forbid('not-your-unit', { unit: held.unit })
  if (held.to !== null && held.to <= on) return refuse('post-ended', { day: held.to })
  if (on < held.from) return invalid('on', 'period-reversed')
  if (held.role === 'admin' && isLastAdministrator(state.id, organisation)) return refuse('last-administrator')
  return [{ type: 'post-ended', post, on }]
}

function declareRelations(
  state: PersonState,
  command: Command<'declare-relations'>,
  { organisation }: Place,
): Decision {
  const { manager, relatives } = command
  if (manager === state.id) return invalid('manager', 'own-manager')
  if (manager !== null && !organisation.findPerson(manager)) return invalid('manager', 'person-unknown')
  const wrong = relatives.findIndex(id => id === state.id || !organisation.findPerson(id))
  if (wrong >= 0) return invalid(`relatives[${wrong}]`, 'person-unknown')
  return [{ type: 'relations-declared', manager, relatives: [...new Set(relatives)].sort() }]
}

function appointStandIn(
  state: PersonState,
  command: Command<'appoint-stand-in'>,
  { organisation, today }: Place,
): Decision {
  const { person, from, to } = command
  if (state.isProgram) return refuse('program-no-stand-in')
  if (person === state.id) return invalid('person', 'own-stand-in')
  const other = organisation.findPerson(person)
  if (!other || other.isProgram) return invalid('person', 'person-unknown')
  if (!other.isInService) return invalid('person', 'stand-in-left')
  if (to < from) return invalid('to', 'period-reversed')
  if (to < today) return invalid('to', 'period-past')
  const busy = state.standIns.some(
    each => each.person === person && each.from <= to && (each.to === null || each.to >= from),
  )
  if (busy) return refuse('stand-in-already')
  return [{ type: 'stand-in-appointed', no: nextNo(state.standIns), person, from, to }]
}

// Somebody must be left who can let people in.
function isLastAdministrator(id: string, organisation: Organisation): boolean {
  const administrators = organisation.people.filter(
    person => person.isInService && !person.isProgram && person.posts.some(post => post.role === 'admin'),
  )
  return administrators.length === 1 && administrators[0]?.id === id
}

// Whoever has no post today is the head office's concern.
function homeOf(state: PersonState, organisation: Organisation): OrgPath {
  const open = state.posts.filter(post => covers(post, organisation.day))
  return (open.find(post => post.main) ?? open[0] ?? state.posts[0])?.unit ?? HEAD_OFFICE
}

function nextNo(list: readonly { readonly no: number }[]): number {
  return list.reduce((most, each) => Math.max(most, each.no), 0) + 1
}
