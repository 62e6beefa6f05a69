// What the server answers to these pages: the contract's replies as types.

import type { z } from 'zod'
import type * as contract from '../rules/contract.ts'

export type Unit = z.output<typeof contract.unitReply>
export type Person = z.output<typeof contract.personReply>
export type PersonRecord = z.output<typeof contract.recordReply>
export type Token = z.output<typeof contract.tokenReply>
export type NewToken = z.output<typeof contract.newTokenReply>
export type TemporaryPassword = z.output<typeof contract.passwordReply>
