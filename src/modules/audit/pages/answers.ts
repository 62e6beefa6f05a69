// What the server answers to the pages of the audit, as types.

import type { z } from 'zod'
import type * as contract from '../rules/contract.ts'

export type Fact = z.output<typeof contract.factsReply>['items'][number]
export type Reading = z.output<typeof contract.readingsReply>['items'][number]
export type Seal = z.output<typeof contract.sealsReply>['items'][number]

/** What a verification of every chain and seal found. */
export interface Verification {
  readonly good: boolean
  readonly facts: number
  readonly chains: number
  readonly seals: number
  /** The first difference, in words. */
  readonly first: string | null
}
