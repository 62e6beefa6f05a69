// Free text and numbers of a person: kept masked for work, sealed as they were said.

import type { z } from 'zod'

/** What a fact keeps of something a person said: masked for everybody, sealed under the key of `person`. */
export interface SealedText {
  readonly masked: string
  readonly sealed: string
  readonly person: string
}

/** A body whose spoken parts have been sealed: every `Said` string has become a `SealedText`. */
export type SealedBody<T> = T extends string & z.$brand<'Said'>
  ? SealedText
  : T extends readonly (infer Each)[]
    ? SealedBody<Each>[]
    : T extends object
      ? { [Key in keyof T]: SealedBody<T[Key]> }
      : T
