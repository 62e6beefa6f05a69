// Two languages side by side: every sentence the product says stands once, in both.

export type Language = 'zh-CN' | 'en'
export type Values = Readonly<Record<string, string | number>>

/** A sentence in both languages; `{name}` is filled from values, `{n|day|days}` chooses the English number. */
export interface Wording {
  readonly zh: string
  readonly en: string
}

export type Words = Readonly<Record<string, Wording>>

/** A sentence to be said later, in the reader's language. */
export interface Saying {
  readonly key: string
  readonly values?: Values
}

/** The wording in a language with its places filled. A place without a value stays visible, so that it is found. */
export function fill(wording: Wording, language: Language, values: Values = {}): string {
  const text = language === 'zh-CN' ? wording.zh : wording.en
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name]
    if (value === undefined) return whole
    if (one === undefined) return String(value)
    return Number(value) === 1 ? one : (many ?? '')
  })
}

/** Says a key out of a set of words. An unknown key is returned as it is. */
export function say(words: Words, language: Language, key: string, values?: Values): string {
  const wording = words[key]
  return wording ? fill(wording, language, values) : key
}
