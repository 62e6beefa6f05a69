// The words by which a text is found: Chinese is segmented the same way when it is stored and when it is asked for.

import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

let segmenter: Jieba | null = null

/** The distinct words of a text, lower case, without punctuation; at most 2,000. */
export function wordsIn(text: string): string[] {
  segmenter ??= Jieba.withDict(dict)
  const words = new Set<string>()
  // Without guessing at unknown words: a guess depends on what stands around it (年费收 in 年费收了两次), and hides the word.
  for (const raw of segmenter.cutForSearch(text.toLowerCase(), false)) {
    const word = raw.trim()
    if (word.length > 0 && word.length <= 64 && /[\p{L}\p{N}]/u.test(word)) words.add(word)
    if (words.size === 2000) break
  }
  return [...words]
}
