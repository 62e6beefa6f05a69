// What complaints ask of their neighbours before they decide, as values.

import type { Organisation } from '../../../kernel/organisation.ts'
import type { Rulebook } from '../../../kernel/rule-pack.ts'
import type { Status } from './vocabulary.ts'

/** The other case of a merger, as far as the rules need it. */
export interface TargetView {
  readonly id: string
  readonly status: Status
  /** The people of its parties, as the vault knows them. */
  readonly people: readonly string[]
}

export interface Answers extends Rulebook {
  readonly organisation: Organisation
  readonly target: TargetView | null
}

/** The most, in minor units, that each level of approval may grant; null when nothing limits it [policy]. */
export const APPROVAL_LIMITS_MINOR: readonly (number | null)[] = [0, 1_000_00, 50_000_00, 500_000_00, null]
