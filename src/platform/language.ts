// In which language a request is answered when its person has not chosen one.

import type { Language } from '../kernel/words.ts'

/** The first of `Accept-Language` that the product speaks, by its weight; Chinese when none is. */
export function languageAsked(header: string | undefined): Language {
  if (!header) return 'zh-CN'
  const wishes = header.split(',').map((part, place) => {
    const [tag = '', ...rest] = part.trim().toLowerCase().split(';')
    const weight = Number(
      rest
        .find(each => each.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    )
    return { tag, weight: Number.isNaN(weight) ? 0 : weight, place }
  })
  wishes.sort((a, b) => b.weight - a.weight || a.place - b.place)
  for (const { tag, weight } of wishes) {
    if (weight <= 0) continue
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-CN'
    if (tag === 'en' || tag.startsWith('en-')) return 'en'
  }
  return 'zh-CN'
}
