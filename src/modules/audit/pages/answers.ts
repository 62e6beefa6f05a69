// What the server answers to the pages of the audit, as types.

import type { z } from 'zod'
import type * as contract from '../rules/contract.ts'

export type Fact = z.output<typeof contract.factsReply>['items'][number]
export type Reading = z.output<typeof contract.readingsReply>['items'][number]
export type Seal = z.output<typeof contract.sealsReply>['items'][number]
export type Verdict = z.output<typeof contract.verdictReply>
