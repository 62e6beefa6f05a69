// Filters ⇄ address ⇄ sentence, pure: what a list shows stands in its address and reads as a sentence above it.

import type { Language, Wording } from '../kernel/words.ts'
import { fill } from '../kernel/words.ts'
import { KIT } from './words.ts'

/** One filter. `choice` may allow several; `days` is a range kept as `from..to`; `flag` is on or absent. */
export type Filter =
  | {
      readonly kind: 'choice'
      readonly key: string
      readonly words: Wording
      readonly many?: boolean
      readonly choices: readonly FilterChoice[]
    }
  | { readonly kind: 'days'; readonly key: string; readonly words: Wording }
  | { readonly kind: 'flag'; readonly key: string; readonly words: Wording }
  | { readonly kind: 'words'; readonly key: string; readonly words: Wording }

export interface FilterChoice {
  readonly value: string
  readonly words: Wording
}

/** What is chosen, by filter key, in the words of the address: `handler,branch`, `2026-01-01..2026-03-31`, `1`. */
export type Chosen = Readonly<Record<string, string>>

/** Only what the filters know and allow; a mistyped or old address shows everything rather than an error. */
export function chosenFrom(filters: readonly Filter[], search: Readonly<Record<string, unknown>>): Chosen {
  const chosen: Record<string, string> = {}
  for (const filter of filters) {
    const text = search[filter.key]
    const kept = typeof text === 'string' || typeof text === 'number' ? allowed(filter, String(text)) : ''
    if (kept !== '') chosen[filter.key] = kept
  }
  return chosen
}

/** One part per filter that is on: `渠道：热线、网点`; `clears` is the key to drop it. */
export function sentenceOf(
  filters: readonly Filter[],
  chosen: Chosen,
  language: Language,
): { key: string; text: string }[] {
  return filters.flatMap(filter => {
    const value = chosen[filter.key]
    return value ? [{ key: filter.key, text: partOf(filter, value, language) }] : []
  })
}

/** `2026-01-01..2026-03-31`, either side may be open. */
export function rangeOf(text: string | undefined): { from: string; to: string } {
  const [from = '', to = ''] = (text ?? '').split('..')
  return { from, to }
}

function allowed(filter: Filter, text: string): string {
  if (filter.kind === 'choice') {
    const known = text.split(',').filter(value => filter.choices.some(choice => choice.value === value))
    return (filter.many ? known : known.slice(0, 1)).join(',')
  }
  if (filter.kind === 'days')
    return /^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$/.test(text) && text !== '..' ? text : ''
  if (filter.kind === 'flag') return text === '1' ? '1' : ''
  return text.trim().slice(0, 100)
}

function partOf(filter: Filter, value: string, language: Language): string {
  const name = fill(filter.words, language)
  const colon = language === 'zh-CN' ? '：' : ': '
  if (filter.kind === 'flag') return name
  if (filter.kind === 'days') return name + colon + rangeText(value, language)
  if (filter.kind === 'words') return name + colon + fill(KIT.filterWords, language, { words: value })
  const labels = value.split(',').map(each => {
    const choice = filter.choices.find(other => other.value === each)
    return choice ? fill(choice.words, language) : each
  })
  return name + colon + labels.join(language === 'zh-CN' ? '、' : ' or ')
}

function rangeText(value: string, language: Language): string {
  const { from, to } = rangeOf(value)
  if (from !== '' && to !== '') return fill(KIT.filterBetween, language, { from, to })
  return from !== '' ? fill(KIT.filterFrom, language, { day: from }) : fill(KIT.filterTo, language, { day: to })
}
