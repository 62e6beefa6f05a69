// A unit of the bank: its place in the tree, its names, the days on which it exists.

import type { Recorded } from '../../../kernel/module.ts'
import type { OrgPath } from '../../../kernel/org.ts'
import type { UnitKind } from '../../../kernel/organisation.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Wording } from '../../../kernel/words.ts'

export interface UnitState {
  readonly record: 'unit'
  readonly path: OrgPath
  readonly name: Wording
  readonly kind: UnitKind
  readonly validFrom: Day
  /** The last day; null while no end is known. */
  readonly validTo: Day | null
  readonly successor: OrgPath | null
}

export type UnitCommand =
  | {
      readonly type: 'open-unit'
      readonly path: OrgPath
      readonly name: Wording
      readonly kind: UnitKind
      readonly from: Day
    }
  | { readonly type: 'rename-unit'; readonly name: Wording }
  /** `on` is the last day. With a successor the posts go on there: the unit was moved or merged. */
  | { readonly type: 'close-unit'; readonly on: Day; readonly successor: OrgPath | null }

export type UnitFact =
  | {
      readonly type: 'unit-opened'
      readonly path: OrgPath
      readonly name: Wording
      readonly kind: UnitKind
      readonly from: Day
    }
  | { readonly type: 'unit-renamed'; readonly name: Wording }
  | { readonly type: 'unit-closed'; readonly on: Day; readonly successor: OrgPath | null }

export function unitCase(path: string): string {
  return `unit:${path}`
}

/** What a fact means for the unit. Throws `RangeError` on a chain that does not begin with `unit-opened`. */
export function evolveUnit(state: UnitState | null, fact: Recorded<UnitFact>): UnitState {
  if (fact.type === 'unit-opened') {
    const { path, name, kind, from } = fact
    return { record: 'unit', path, name, kind, validFrom: from, validTo: null, successor: null }
  }
  if (state === null) throw new RangeError(`a unit begins with unit-opened, not ${fact.type}`)
  if (fact.type === 'unit-renamed') return { ...state, name: fact.name }
  return { ...state, validTo: fact.on, successor: fact.successor }
}
