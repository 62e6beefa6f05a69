// What can go wrong between a bank and its customer: the shape of one situation in the demonstration's tales.

import type { ProductCode } from './product.ts'

/**
 * Places in the texts: `{p}` product, `{o}` outlet, `{d}` a date, `{y}` the amount, `{t}` the last digits of a card,
 * `{n}` a small number, `{s}` a surname of somebody of the bank.
 */
export interface Situation {
  readonly id: string
  readonly weight: number
  readonly products: readonly ProductCode[]
  /** JR/T 0169: C the reason, A the channel of the business in dispute. */
  readonly reason: string
  readonly through: readonly string[]
  /** Yuan, from and to; null where no money is in dispute. */
  readonly amount: readonly [from: number, to: number] | null
  /** Sums are whole multiples of it: banknotes, machines. */
  readonly step?: number
  /** What happened, told by the consumer: the core. */
  readonly what: readonly string[]
  /** Circumstances, one of them told by those who tell more. */
  readonly more: readonly string[]
  readonly ask: readonly string[]
  /** What the investigation finds when the consumer is right, and when not. */
  readonly right: string
  readonly wrong: string
  readonly basis: string
  /** The root cause when it is the bank's. */
  readonly root: string
}
