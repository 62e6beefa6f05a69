// Why a body, a query or a path was not accepted: each field by its path, with the reason in the reader's language.

import type { z } from 'zod'
import { fill, type Language, type Values, type Words } from '../kernel/words.ts'
import { httpWords } from './http-words.ts'

type Issue = z.core.$ZodIssue

/** One field that is wrong: `parties.0.phone`, the stable code of the reason, and the reason in words. */
export interface FieldReason {
  readonly field: string
  readonly code: string
  readonly reason: string
}

/** Thrown into the edge by the validator; carries the parser's findings and what was being read. */
export class BadInput extends Error {
  readonly issues: readonly Issue[]
  readonly input: unknown

  constructor(issues: readonly Issue[], input: unknown) {
    super('bad input')
    this.issues = issues
    this.input = input
  }
}

/** Every wrong field with its reason. A rule's own message is a key of `words` when it names one. */
export function reasonsOf(bad: BadInput, language: Language, words: Words): FieldReason[] {
  const seen = new Map<string, FieldReason>()
  for (const issue of bad.issues) {
    for (const found of reasonOf(issue, { input: bad.input, at: [], words })) {
      const wording = words[found.key] ?? httpWords[found.key]
      const reason = wording ? fill(wording, language, spoken(found.values, language)) : found.key
      const code = found.key.replace(/^reason-/, '')
      if (!seen.has(found.field)) seen.set(found.field, { field: found.field, code, reason })
    }
  }
  return [...seen.values()]
}

interface Found {
  readonly field: string
  readonly key: string
  readonly values?: Values
}

interface Place {
  readonly input: unknown
  readonly at: readonly PropertyKey[]
  readonly words: Words
}

function reasonOf(issue: Issue, place: Place): Found[] {
  const at = [...place.at, ...issue.path]
  const field = pathText(at)
  // A schema that gives its own reason names a key: `.regex(form, 'account-form')`.
  if (place.words[issue.message] && valueAt(place.input, issue.path) !== undefined)
    return [{ field, key: issue.message }]
  switch (issue.code) {
    case 'invalid_type':
      return [
        valueAt(place.input, issue.path) === undefined
          ? { field, key: 'reason-missing' }
          : ofType(field, issue.expected),
      ]
    case 'unrecognized_keys':
      return issue.keys.map(key => ({ field: pathText([...at, key]), key: 'reason-unknown' }))
    case 'invalid_value':
      return valueAt(place.input, issue.path) === undefined
        ? [{ field, key: 'reason-missing' }]
        : [{ field, key: 'reason-choice', values: { choices: issue.values.map(String).join(', ') } }]
    case 'too_small':
    case 'too_big':
      return [{ field, ...boundOf(issue) }]
    case 'invalid_format':
      return [
        httpWords[`form-${issue.format}`]
          ? { field, key: 'reason-form', values: { expected: `form-${issue.format}` } }
          : { field, key: 'reason-shape' },
      ]
    case 'not_multiple_of':
      return [{ field, key: 'reason-multiple', values: { divisor: issue.divisor } }]
    case 'invalid_union':
      return unionReasons(issue, place, field)
    case 'custom':
      return [{ field, key: issue.message }]
    default:
      return [{ field, key: 'reason-shape' }]
  }
}

function ofType(field: string, expected: string): Found {
  return httpWords[`type-${expected}`]
    ? { field, key: 'reason-type', values: { expected: `type-${expected}` } }
    : { field, key: 'reason-shape' }
}

// Of the forms a value might have had, the one with the fewest faults is what the writer meant.
function unionReasons(issue: Extract<Issue, { code: 'invalid_union' }>, place: Place, field: string): Found[] {
  if (valueAt(place.input, issue.path) === undefined) return [{ field, key: 'reason-missing' }]
  const nearest = [...issue.errors].sort((a, b) => a.length - b.length || depthOf(b) - depthOf(a))[0]
  if (!nearest?.length) return [{ field, key: 'reason-union' }]
  const inner: Place = { ...place, input: valueAt(place.input, issue.path), at: [...place.at, ...issue.path] }
  return nearest.flatMap(each => reasonOf(each, inner))
}

// Of two forms with as many faults, the one that was followed further.
function depthOf(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map(issue => issue.path.length))
}

function boundOf(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): { key: string; values: Values } {
  const small = issue.code === 'too_small'
  const bound = Number(small ? issue.minimum : issue.maximum)
  const side = small ? 'least' : 'most'
  if (issue.origin === 'string') return { key: `reason-characters-${side}`, values: { bound } }
  if (issue.origin === 'array' || issue.origin === 'set') return { key: `reason-items-${side}`, values: { bound } }
  if (issue.inclusive === false) return { key: small ? 'reason-above' : 'reason-below', values: { bound } }
  return { key: `reason-at-${side}`, values: { bound } }
}

// A value that is itself a key (`type-string`) is said in the same language as its sentence.
function spoken(values: Values | undefined, language: Language): Values {
  const pairs = Object.entries(values ?? {}).map(([name, value]) => {
    const wording = typeof value === 'string' ? httpWords[value] : undefined
    return [name, wording ? fill(wording, language) : value] as const
  })
  return Object.fromEntries(pairs)
}

function pathText(path: readonly PropertyKey[]): string {
  return path.map(String).join('.')
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => {
    return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
  }, input)
}
