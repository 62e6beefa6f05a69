// A form as a table: the kinds of field that a command's dialog is made of, and how its values become a body.

import type { Wording } from '../../../kernel/words.ts'

/** The fields of a command in the order asked. `when` shows a field only while another has this value. */
export interface ActField {
  /** The path in the body: `responsibility.ours`. */
  readonly name: string
  readonly kind: FieldKind
  readonly needed?: boolean
  /** Its label where the path's own does not fit. */
  readonly words?: Wording
  readonly help?: Wording
  readonly choices?: Readonly<Record<string, Wording>>
  readonly start?: unknown
  readonly when?: { readonly name: string; readonly is: readonly unknown[] }
  readonly most?: number
}

/**
 * `line`, `text`: words. `choice` one, `choices` several of `choices`. `money`: yuan typed, minor units sent.
 * `items`: lines become `[{ item }]`. `answers`: one per request of the case. `codes`: facets A, B, C. `sworn`: must be true.
 */
export type FieldKind =
  | 'line'
  | 'text'
  | 'choice'
  | 'choices'
  | 'person'
  | 'unit'
  | 'instant'
  | 'day'
  | 'money'
  | 'number'
  | 'check'
  | 'sworn'
  | 'items'
  | 'answers'
  | 'codes'
  | 'party'
  | 'product'
  | 'stars'
  | 'evidence'

/** Form values to the body of the command: empty ones left out, money in minor units, lines as items. */
export function bodyOf(
  fields: readonly ActField[],
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const field of fields) {
    if (!isShown(field, values)) continue
    const value = sent(field, at(values, field.name))
    if (value !== undefined) put(body, field.name.split('.'), value)
  }
  return body
}

/** Whether a field is asked for, given what the others hold. */
export function isShown(field: ActField, values: Readonly<Record<string, unknown>>): boolean {
  return !field.when || field.when.is.includes(at(values, field.when.name))
}

/** The starting values of a form, nested by their paths. */
export function startOf(fields: readonly ActField[]): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const field of fields) if (field.start !== undefined) put(values, field.name.split('.'), field.start)
  return values
}

function at(values: Readonly<Record<string, unknown>>, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], values)
}

function put(body: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path
  if (rest.length === 0) {
    body[first] = value
    return
  }
  const inner = (body[first] ?? {}) as Record<string, unknown>
  body[first] = inner
  put(inner, rest, value)
}

function sent(field: ActField, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined
  if (field.kind === 'money') return Math.round(Number(value) * 100)
  if (field.kind === 'items') {
    const lines = String(value).split('\n')
    return lines
      .map(line => line.trim())
      .filter(line => line !== '')
      .map(item => ({ item }))
  }
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  return value
}
