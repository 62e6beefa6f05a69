// All records read on one day: who holds which post today, who stands in for whom, which unit carries on another's work.

import type { Actor, Post, Role } from '../../../kernel/actor.ts'
import type { OrgPath } from '../../../kernel/org.ts'
import type { Organisation, PersonCard, UnitCard } from '../../../kernel/organisation.ts'
import type { Day } from '../../../kernel/time.ts'
import { capabilitiesOf } from './capability.ts'
import type { IdentityState } from './identity.ts'
import { covers, type PersonState, type PostHeld } from './person.ts'
import type { UnitState } from './unit.ts'

/** The organisation on `day`. Pure; some milliseconds for tens of thousands of people. */
export function organisationOn(states: readonly IdentityState[], day: Day): Organisation {
  const unitStates = states.filter(state => state.record === 'unit')
  const personStates = states.filter(state => state.record === 'person')
  const units = new Map(unitStates.map(state => [state.path as string, unitCard(state, day)]))
  const relatives = relativesOf(personStates)
  const people = new Map(
    personStates.map(state => [state.id, personCard(state, { day, units, relatives: relatives.get(state.id) ?? [] })]),
  )
  const wards = wardsOf([...people.values()])
  const places = new Map<string, PersonCard[]>()
  for (const person of people.values()) {
    for (const place of new Set(person.posts.flatMap(post => [post.unit, `${post.unit} ${post.role}`]))) {
      places.set(place, [...(places.get(place) ?? []), person])
    }
  }
  for (const list of places.values()) list.sort((a, b) => Number(a.isAway) - Number(b.isAway) || compare(a.id, b.id))
  return {
    day,
    units: [...units.values()].sort((a, b) => compare(a.path, b.path)),
    people: [...people.values()].sort((a, b) => compare(a.id, b.id)),
    findUnit: path => units.get(path) ?? null,
    findPerson: id => people.get(id) ?? null,
    findActor: id => actorOf(people.get(id), wards),
    peopleIn: ({ unit, role }: { unit: OrgPath; role?: Role }) => places.get(role ? `${unit} ${role}` : unit) ?? [],
  }
}

function unitCard(state: UnitState, day: Day): UnitCard {
  const { path, name, kind, validFrom, validTo, successor } = state
  return { path, name, kind, validFrom, validTo, successor, isOpen: covers({ from: validFrom, to: validTo }, day) }
}

interface Place {
  readonly day: Day
  readonly units: ReadonlyMap<string, UnitCard>
  readonly relatives: readonly string[]
}

function personCard(state: PersonState, { day, units, relatives }: Place): PersonCard {
  const isInService = covers({ from: state.from, to: state.leftOn }, day)
  const held = isInService ? state.posts.filter(post => covers(post, day)) : []
  const posts = held.flatMap(post => postsOf(post, units))
  const main = held.find(post => post.main) ?? held[0]
  return {
    id: state.id,
    account: state.account,
    name: state.name,
    isProgram: state.isProgram,
    language: state.language,
    isInService,
    unit: (main && postsOf(main, units)[0]?.unit) ?? null,
    posts,
    approvalLevel: state.approvalLevel,
    manager: state.manager,
    relatives,
    isAway: state.absences.some(absence => covers(absence, day)),
    standIns: state.standIns.filter(each => covers(each, day)).map(each => each.person),
    capabilities: capabilitiesOf(posts.map(post => post.role)),
  }
}

// A post in a unit that was moved goes on in the unit that followed it, named first; the old path stays,
// because the cases of that time carry it. A post in a unit that was closed for good is none.
function postsOf(post: PostHeld, units: ReadonlyMap<string, UnitCard>): Post[] {
  const line: OrgPath[] = []
  let unit = units.get(post.unit)
  while (unit && !line.includes(unit.path)) {
    line.unshift(unit.path)
    if (unit.isOpen) return line.map(path => ({ role: post.role, unit: path }))
    unit = unit.successor === null ? undefined : units.get(unit.successor)
  }
  return []
}

// Declared by one, it holds for both: nobody escapes by leaving the form empty.
function relativesOf(people: readonly PersonState[]): Map<string, string[]> {
  const relatives = new Map<string, Set<string>>()
  const add = (one: string, other: string) => relatives.set(one, (relatives.get(one) ?? new Set()).add(other))
  for (const person of people) {
    for (const other of person.relatives) {
      add(person.id, other)
      add(other, person.id)
    }
  }
  return new Map([...relatives].map(([id, set]) => [id, [...set].sort()]))
}

function wardsOf(people: readonly PersonCard[]): Map<string, string[]> {
  const wards = new Map<string, string[]>()
  for (const person of people) {
    for (const standIn of person.standIns) wards.set(standIn, [...(wards.get(standIn) ?? []), person.id])
  }
  return wards
}

function actorOf(person: PersonCard | undefined, wards: ReadonlyMap<string, string[]>): Actor | null {
  if (!person?.isInService) return null
  return {
    kind: person.isProgram ? 'program' : 'person',
    id: person.id,
    unit: person.unit,
    posts: person.posts,
    standsInFor: wards.get(person.id) ?? [],
  }
}

// By code, not by language: `HO.SH` before `HO.SH.PD` on every machine.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
