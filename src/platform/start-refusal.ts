// A sentence, in both languages, with which the product declines to start or to do what the command line asks.

import { fill, type Values, type Wording } from '../kernel/words.ts'

/** Thrown while starting; `main.ts` prints `message` (both languages) without a stack and exits with 1. */
export class StartRefusal extends Error {
  override readonly name: string = 'StartRefusal'
  readonly zh: string
  readonly en: string

  constructor(wording: Wording, values: Values = {}) {
    const zh = fill(wording, 'zh-CN', values)
    const en = fill(wording, 'en', values)
    super(`${zh}\n${en}`)
    this.zh = zh
    this.en = en
  }
}
