// The views of the desk and its filters: what stands in the address and what is asked of the server.

import type { Wording } from '../../../kernel/words.ts'
import type { Chosen, Filter } from '../../../ui/filter-sentence.ts'
import { CHANNELS, FLAGS, MATTERS, STATUSES } from '../rules/vocabulary.ts'
import { CHANNEL_WORDS, FLAG_WORDS, MATTER_WORDS, STATE_WORDS } from '../rules/words.ts'
import { DESK_WORDS } from '../rules/words-desk.ts'
import type { Names } from './reference.ts'

/** `today`: what must be done by the end of tomorrow, late ones first. */
export const VIEWS = [
  'today',
  'to-accept',
  'unclaimed',
  'call-back',
  'returned',
  'first-owned',
  'approvals',
  'mine',
  'unit',
  'all',
] as const
export type View = (typeof VIEWS)[number]

export function viewOf(text: unknown): View {
  return VIEWS.find(view => view === text) ?? 'today'
}

/** The filters above the list, in the order of use. */
export function filtersOf(names: Names): readonly Filter[] {
  const choices = (words: Readonly<Record<string, Wording>>, keys: readonly string[]) =>
    keys.map(value => ({ value, words: words[value] ?? { zh: value, en: value } }))
  return [
    { kind: 'words', key: 'q', words: DESK_WORDS.words },
    { kind: 'choice', key: 'state', words: DESK_WORDS.state, many: true, choices: choices(STATE_WORDS, STATUSES) },
    { kind: 'choice', key: 'channel', words: DESK_WORDS.channel, choices: choices(CHANNEL_WORDS, CHANNELS) },
    {
      kind: 'choice',
      key: 'product',
      words: DESK_WORDS.product,
      choices: names.reference.products.map(each => ({ value: each.code, words: { zh: each.zh, en: each.en } })),
    },
    { kind: 'choice', key: 'matter', words: DESK_WORDS.matter, choices: choices(MATTER_WORDS, MATTERS) },
    { kind: 'choice', key: 'flag', words: DESK_WORDS.flag, choices: choices(FLAG_WORDS, FLAGS) },
    {
      kind: 'choice',
      key: 'unit',
      words: DESK_WORDS.unit,
      choices: names.units.map(each => ({ value: each.path, words: { zh: each.name, en: each.name } })),
    },
    {
      kind: 'choice',
      key: 'open',
      words: DESK_WORDS.progress,
      choices: [
        { value: 'true', words: DESK_WORDS.openYes },
        { value: 'false', words: DESK_WORDS.openNo },
      ],
    },
    { kind: 'flag', key: 'late', words: DESK_WORDS.lateOnly },
  ]
}

/** The question to the server that the address means. */
export function questionOf(view: View, chosen: Chosen, sort: string): Readonly<Record<string, string>> {
  const { late, ...rest } = chosen
  return { module: 'complaints', view, sort, ...rest, ...(late === '1' && { overdue: 'true' }) }
}
