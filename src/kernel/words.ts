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
  if (!text.includes('{')) return text
  let said = ''
  for (const part of partsOf(text)) said += typeof part === 'string' ? part : placed(part, values)
  return said
}

/** `{name}`, or `{n|day|days}`. */
interface Place {
  readonly whole: string
  readonly name: string
  readonly one: string | undefined
  readonly many: string | undefined
}

const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g
const KEPT = 5_000
const taken = new Map<string, readonly (string | Place)[]>()

// A sentence is taken apart once: one case page fills a hundred of them.
function partsOf(text: string): readonly (string | Place)[] {
  const known = taken.get(text)
  if (known) return known
  const parts: (string | Place)[] = []
  let from = 0
  for (const match of text.matchAll(PLACE)) {
    parts.push(text.slice(from, match.index))
    parts.push({ whole: match[0], name: match[1] ?? '', one: match[2], many: match[3] })
    from = match.index + match[0].length
  }
  parts.push(text.slice(from))
  if (taken.size >= KEPT) taken.clear()
  taken.set(text, parts)
  return parts
}

function placed({ whole, name, one, many }: Place, values: Values): string {
  const value = values[name]
  if (value === undefined) return whole
  if (one === undefined) return String(value)
  return Number(value) === 1 ? one : (many ?? '')
}

/** Says a key out of a set of words. An unknown key is returned as it is. */
export function say(words: Words, language: Language, key: string, values?: Values): string {
  const wording = words[key]
  return wording ? fill(wording, language, values) : key
}

/** How the laws are called in short, by the first part of a source's code: `No.3 Art. 18`. */
const LAWS: Words = {
  'No.3': { zh: '3号令', en: 'No.3' },
  'No.5': { zh: '5号令', en: 'No.5' },
  'No.9': { zh: '9号令', en: 'No.9' },
  XF: { zh: '信访工作条例', en: 'Petition rules' },
  CPR: { zh: '消保条例', en: 'CPR' },
  'Civil Code': { zh: '民法典', en: 'Civil Code' },
  'People’s Mediation Law': { zh: '人民调解法', en: 'People’s Mediation Law' },
  'House rule': { zh: '本机构规定', en: 'House rule' },
}

/** A source's code as a reader of the language says it: `3号令第18条`. A code of another law stays as it is. */
export function saySource(code: string, language: Language): string {
  const [, law = code, article] = /^(.*?)(?: Art\. (\d+))?$/.exec(code) ?? []
  const name = say(LAWS, language, law)
  if (!article) return name
  return language === 'zh-CN' ? `${name}第${article}条` : `${name} Art. ${article}`
}
