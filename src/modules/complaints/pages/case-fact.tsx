// Facts as the entries of a timeline: a sentence with its places said in words, what is quoted, and on which side it stands.

import { findInstant } from '../../../kernel/time.ts'
import { fill, type Language, type Wording } from '../../../kernel/words.ts'
import { showInstant, showMoney } from '../../../ui/datetime.ts'
import type { TimelineEntry } from '../../../ui/timeline.tsx'
import type { Step } from '../rules/vocabulary.ts'
import * as WORDS from '../rules/words.ts'
import { ACTOR_WORDS, DIRECTION_WORDS, FACT_VARIANTS, FACT_WORDS } from '../rules/words-fact.ts'
import { findFieldWords } from '../rules/words-field.ts'
import { STEP_WORDS } from '../rules/words-step.ts'
import type { FactView } from './answers.ts'
import type { Names } from './reference.ts'

type Table = Readonly<Record<string, Wording>>

/** Members that hold a choice: where its words stand. The same member means different lists in some facts. */
const CHOICES: Readonly<Record<string, Table>> = {
  channel: { ...WORDS.CHANNEL_WORDS, ...WORDS.NOTICE_CHANNEL_WORDS },
  medium: WORDS.MEDIUM_WORDS,
  outcome: WORDS.OUTCOME_WORDS,
  direction: DIRECTION_WORDS,
  tier: WORDS.TIER_WORDS,
  level: WORDS.LEVEL_WORDS,
  flag: WORDS.FLAG_WORDS,
  finding: WORDS.FINDING_WORDS,
  relief: WORDS.RELIEF_WORDS,
  result: { ...WORDS.RECHECK_WORDS, ...WORDS.MEDIATION_WORDS },
  reason: { ...WORDS.DECLINE_WORDS, ...WORDS.RETURN_WORDS },
  to: WORDS.MATTER_WORDS,
  field: WORDS.CORRECTABLE_WORDS,
  ground: WORDS.REOPEN_WORDS,
  verifiedBy: WORDS.VERIFIED_WORDS,
  kind: WORDS.EVIDENCE_WORDS,
  duty: WORDS.DUTY_WORDS,
  body: WORDS.REGULATOR_WORDS,
  emotionBefore: WORDS.EMOTION_WORDS,
  emotionAfter: WORDS.EMOTION_WORDS,
}

interface Reader {
  readonly language: Language
  readonly names: Names
}

/** The entries of a timeline, in the order of the facts. */
export function entriesOf(facts: readonly FactView[], reader: Reader): TimelineEntry[] {
  return facts.map(fact => {
    const words = FACT_WORDS[fact.type]
    const quote = quoteOf(fact, reader)
    return {
      id: String(fact.version),
      at: fact.at,
      who: whoOf(fact, reader.language),
      kind: words.kind,
      sentence: sentenceOf(fact, reader),
      ...(quote !== '' && { quote }),
      body: <Beside fact={fact} language={reader.language} />,
      ...(words.place && { place: words.place }),
    }
  })
}

/** The name of a person, else what it was: the clock, the consumer. */
export function whoOf(fact: FactView, language: Language): string {
  const words = ACTOR_WORDS[fact.by.kind]
  return fact.by.name === '' && words ? fill(words, language) : fact.by.name
}

/** The sentence of a fact. */
export function sentenceOf(fact: FactView, reader: Reader): string {
  const words = FACT_WORDS[fact.type]
  const variant = words.by ? FACT_VARIANTS[`${fact.type}/${String(fact.body[words.by])}`] : undefined
  const text = fill(variant ?? words, reader.language, valuesOf(fact.body, reader))
  // A clause whose member was left out is left out itself.
  return text.replace(/(，|；|, |; )[^，；,;]*\{\w+\}[^，；,;]*/g, '').replace(/\{\w+\}/g, '—')
}

function valuesOf(body: Readonly<Record<string, unknown>>, reader: Reader): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [member, value] of Object.entries(body)) {
    const said = sayMember(member, value, reader)
    if (said !== '') values[member] = said
  }
  return values
}

/** A member's value in words: a choice by its list, a unit or person by name, an instant as a date. */
export function sayMember(member: string, value: unknown, reader: Reader): string {
  const { language, names } = reader
  if (value === undefined || value === null) return ''
  if (typeof value === 'object') return sayObject(member, value, reader)
  const text = String(value)
  const choice = CHOICES[member]?.[text]
  if (choice) return fill(choice, language)
  if (/^p-/.test(text)) return names.person(text)
  if (/^[A-Z0-9]+(\.[A-Z0-9]+)*$/.test(text) && /[uU]nit|^from$|^to$/.test(member)) return names.unit(text)
  if (/Minor$/.test(member) && typeof value === 'number') return showMoney(value)
  const instant = /^\d{4}-\d{2}-\d{2}T/.test(text) ? findInstant(text) : null
  if (instant !== null) return showInstant(instant, language)
  return text
}

function sayObject(member: string, value: object, reader: Reader): string {
  const comma = reader.language === 'zh-CN' ? '、' : ', '
  if (Array.isArray(value)) {
    return value
      .map(each => (typeof each === 'object' && 'item' in each ? String(each.item) : sayMember(member, each, reader)))
      .join(comma)
  }
  if (member === 'codes') {
    return Object.entries(value)
      .map(([facet, code]) => `${facet.toUpperCase()} ${reader.names.code(facet as 'a', String(code))}`)
      .join(comma)
  }
  const holder = value as {
    unit?: unknown
    person?: unknown
    name?: unknown
    path?: unknown
    number?: unknown
    reference?: unknown
  }
  if (typeof holder.name === 'string') return holder.name
  if (typeof holder.number === 'string') return holder.number
  if (holder.unit !== undefined) {
    return [sayMember('unit', holder.unit, reader), holder.person ? sayMember('person', holder.person, reader) : '']
      .join(' ')
      .trim()
  }
  return typeof holder.reference === 'string' ? holder.reference : ''
}

function quoteOf(fact: FactView, reader: Reader): string {
  const members = FACT_WORDS[fact.type].quotes ?? []
  const colon = reader.language === 'zh-CN' ? '：' : ': '
  const parts = members.flatMap(member => {
    const value = fact.body[member]
    const said = typeof value === 'string' ? value : sayMember(member, value, reader)
    return said === '' ? [] : [{ member, said }]
  })
  return parts
    .map(({ member, said }, index) => {
      const label = findFieldWords(member)
      return index === 0 || !label ? said : `${fill(label, reader.language)}${colon}${said}`
    })
    .join('\n')
}

// Of a contact: the mood before and after, and which steps were taken.
function Beside(props: { fact: FactView; language: Language }) {
  const { body } = props.fact
  const { language } = props
  if (props.fact.type !== 'contacted') return null
  const mood = [body.emotionBefore, body.emotionAfter]
    .map(each => WORDS.EMOTION_WORDS[each as keyof typeof WORDS.EMOTION_WORDS])
    .filter(words => words !== undefined)
    .map(words => fill(words, language))
    .join(' → ')
  const taken = Array.isArray(body.steps) ? (body.steps as { step: Step; text?: string }[]) : []
  if (mood === '' && taken.length === 0) return null
  return (
    <div className="contact-beside">
      {mood !== '' && <span>{mood}</span>}
      {taken.map(each => (
        <span key={each.step}>
          {fill(STEP_WORDS[each.step].name, language)}
          {each.text ? `${props.language === 'zh-CN' ? '：' : ': '}${each.text}` : ''}
        </span>
      ))}
    </div>
  )
}
