// The words by which a text is found: Chinese is segmented the same way when it is stored and when it is asked for.

import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

let segmenter: Jieba | null = null

/** The distinct words of a text, lower case, without punctuation; at most 2,000. */
export function wordsIn(text: string): string[] {
  segmenter ??= Jieba.withDict(dict)
  const words = new Set<string>()
  for (const raw of segmenter.cutForSearch(text.toLowerCase(), true)) {
    const word = raw.trim()
    if (word.length > 0 && word.length <= 64 && /[\p{L}\p{N}]/u.test(word)) words.add(word)
    if (words.size === 2000) break
  }
  return [...words]
}
