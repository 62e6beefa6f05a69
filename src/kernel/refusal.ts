// A refusal is a value: the house says no, and why, in words an officer can read.

import type { Saying, Values, Wording } from './words.ts'

/**
 * `conflict`: the rules say no (409). `invalid`: the input is wrong, `field` says where (400).
 * `forbidden`: this person may not (403). `missing`: there is no such thing for this person (404).
 */
export interface Refusal extends Saying {
  readonly refused: 'conflict' | 'invalid' | 'forbidden' | 'missing'
  /** Stable, kebab-case, and the key of its sentence: `extended-already`. */
  readonly key: string
  /** The article that says no, where there is one: `No.3 Art. 18`. */
  readonly source?: string
  readonly field?: string
  /** The sentence itself, where the rules found it and no list of words holds it. */
  readonly wording?: Wording
}

export function refuse(key: string, values?: Values, source?: string): Refusal {
  return { refused: 'conflict', key, ...(values && { values }), ...(source && { source }) }
}

export function forbid(key: string, values?: Values): Refusal {
  return { refused: 'forbidden', key, ...(values && { values }) }
}

export function invalid(field: string, key: string, values?: Values): Refusal {
  return { refused: 'invalid', key, field, ...(values && { values }) }
}

export function missing(key = 'not-found'): Refusal {
  return { refused: 'missing', key }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value
}

/** The compiler proves that a union was handled to its end; at run time it throws, because then the compiler was lied to. */
export function assertNever(value: never): never {
  throw new TypeError(`not foreseen: ${JSON.stringify(value)}`)
}
