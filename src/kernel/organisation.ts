// The organisation as it stands on one day, as every department may look at it: units, people, who stands in for whom.

import type { Actor, Post, Role } from './actor.ts'
import type { OrgPath } from './org.ts'
import type { Day } from './time.ts'
import type { Language, Wording } from './words.ts'

export type UnitKind = 'head-office' | 'branch' | 'sub-branch' | 'outlet' | 'department'

export interface UnitCard {
  readonly path: OrgPath
  readonly name: Wording
  readonly kind: UnitKind
  readonly isOpen: boolean
  readonly validFrom: Day
  /** The last day, null while no end is known. */
  readonly validTo: Day | null
  /** The unit that carries on its work after the last day. */
  readonly successor: OrgPath | null
}

export interface PersonCard {
  readonly id: string
  readonly account: string
  readonly name: string
  /** A program with a token rather than a person. */
  readonly isProgram: boolean
  readonly language: Language
  readonly isInService: boolean
  /** The unit of the main post of the day, null when there is none. */
  readonly unit: OrgPath | null
  /** Posts held on the day; those of a unit that was moved stand under the old and the new path. */
  readonly posts: readonly Post[]
  /** 0 approves nothing; 1 sub-branch, 2 branch, 3 head of department, 4 senior executive. */
  readonly approvalLevel: number
  /** The line manager: may not handle or approve a matter about this person. */
  readonly manager: string | null
  /** Colleagues declared as relatives, both ways (No.3 Art. 17: recusal). */
  readonly relatives: readonly string[]
  readonly isAway: boolean
  /** Who stands in for this person on the day. */
  readonly standIns: readonly string[]
  /** Rooms of the product that the posts open: the menu of the pages. */
  readonly capabilities: readonly string[]
}

export interface Organisation {
  readonly day: Day
  /** By path, the head office first. */
  readonly units: readonly UnitCard[]
  /** By id; also those who left, because their names stand in old facts. */
  readonly people: readonly PersonCard[]
  findUnit(path: string): UnitCard | null
  findPerson(id: string): PersonCard | null
  /** Null when unknown or not in service on the day. */
  findActor(id: string): Actor | null
  /** People in service with a post in exactly this unit, with the role when one is named; those away come last. */
  peopleIn(place: { unit: OrgPath; role?: Role }): readonly PersonCard[]
}
