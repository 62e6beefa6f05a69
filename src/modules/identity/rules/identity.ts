// The rules of the department of people and units, as the door calls them.

import type { Context, DeskLine, Recorded, Rules } from '../../../kernel/module.ts'
import { lineOf } from '../../../kernel/org.ts'
import type { Organisation } from '../../../kernel/organisation.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { dayOf, startOf } from '../../../kernel/time.ts'
import { HEAD_OFFICE } from './authority.ts'
import { evolvePerson, type PersonCommand, type PersonFact, type PersonState } from './person.ts'
import { decidePerson } from './person-decide.ts'
import { evolveUnit, type UnitCommand, type UnitFact, type UnitState } from './unit.ts'
import { decideUnit } from './unit-decide.ts'

export type IdentityState = UnitState | PersonState
export type IdentityCommand = UnitCommand | PersonCommand | { readonly type: 'ring' }
export type IdentityFact = UnitFact | PersonFact

/** What is known of the rest of the organisation before a decision. */
export interface IdentityAnswers {
  readonly organisation: Organisation
}

const UNIT_COMMANDS: ReadonlySet<string> = new Set<UnitCommand['type']>(['open-unit', 'rename-unit', 'close-unit'])
const UNIT_FACTS: ReadonlySet<string> = new Set<UnitFact['type']>(['unit-opened', 'unit-renamed', 'unit-closed'])

export const rules: Rules<IdentityState, IdentityCommand, IdentityFact, IdentityAnswers> = {
  module: 'identity',
  table: 'identity.identity',
  sequence: null,
  ring: () => ({ type: 'ring' }),
  decide,
  evolve(state, fact) {
    return isUnitFact(fact)
      ? evolveUnit(state?.record === 'unit' ? state : null, fact)
      : evolvePerson(state?.record === 'person' ? state : null, fact)
  },
  desk: state => (state.record === 'unit' ? unitLine(state) : personLine(state)),
  // Validity is asked of the day, so nothing has to ring when a day comes.
  alarms: () => [],
  hears: {},
}

function decide(
  state: IdentityState | null,
  command: IdentityCommand,
  { actor, now, answers }: Context<IdentityAnswers>,
): readonly IdentityFact[] | Refusal {
  const { organisation } = answers
  if (command.type === 'ring') return []
  if (isUnitCommand(command))
    return decideUnit(state?.record === 'unit' ? state : null, command, { actor, organisation })
  return decidePerson(state?.record === 'person' ? state : null, command, { actor, organisation, today: dayOf(now) })
}

function isUnitCommand(command: UnitCommand | PersonCommand): command is UnitCommand {
  return UNIT_COMMANDS.has(command.type)
}

function isUnitFact(fact: Recorded<IdentityFact>): fact is Recorded<UnitFact> {
  return UNIT_FACTS.has(fact.type)
}

const NOTHING_DUE = { owner: null, dueAt: null, dueDuty: null } as const

function unitLine(unit: UnitState): DeskLine {
  return {
    ...NOTHING_DUE,
    number: unit.path,
    title: unit.name.zh,
    state: unit.validTo === null ? 'open' : 'closed',
    open: unit.validTo === null,
    ownerUnit: unit.path,
    openedAt: startOf(unit.validFrom),
    scopes: lineOf(unit.path),
    tags: ['record:unit', `kind:${unit.kind}`],
    text: `${unit.name.zh} ${unit.name.en} ${unit.path}`,
  }
}

function personLine(person: PersonState): DeskLine {
  const units = [...new Set(person.posts.map(post => post.unit))]
  const main = person.posts.find(post => post.main)?.unit ?? null
  return {
    ...NOTHING_DUE,
    number: person.account,
    title: person.name,
    state: person.leftOn === null ? 'in-service' : 'left',
    open: person.leftOn === null,
    ownerUnit: main,
    openedAt: startOf(person.from),
    scopes: [...new Set([HEAD_OFFICE, ...units.flatMap(lineOf), `person:${person.id}`])].sort(),
    tags: ['record:person', ...new Set(person.posts.map(post => `role:${post.role}`))],
    text: `${person.name} ${person.account}`,
  }
}
