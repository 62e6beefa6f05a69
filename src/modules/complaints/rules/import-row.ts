// One row of a file and a preset to one command, whole, or to everything that is wrong with it. No half rows.

import type { Instant } from '../../../kernel/time.ts'
import type { Values } from '../../../kernel/words.ts'
import { type Registration, registration } from './contract.ts'
import { type Check, FIELD_NAMES, type Field, type ImportPreset, NEEDED, type Reader } from './import-preset.ts'
import { findSourceInstant } from './import-time.ts'
import { firstFilled, isUnreadable, readValue, type SourceRecord, type Value } from './import-value.ts'

/** What is wrong with a row: the field, the key of the reason, and what its words name. */
export interface RowFault {
  readonly field: Field | 'row'
  readonly key: string
  readonly values?: Values
}

/** Where a complaint comes from, so that the same row is the same complaint. */
export interface RowSource {
  readonly system: string
  /** The source's own id, null where it has none. */
  readonly reference: string | null
}

interface Whole {
  readonly source: RowSource
  readonly body: Registration
  readonly remarks: Readonly<Record<string, string>>
}

export interface OpenRow extends Whole {
  readonly kind: 'open'
}

/** A case that ended at the source. `toldAt` is null where the source does not say when. */
export interface ClosedRow extends Whole {
  readonly kind: 'closed'
  readonly receivedAt: Instant
  readonly toldAt: Instant | null
  readonly closedAt: Instant
  readonly outcome: string
}

export interface FaultyRow {
  readonly kind: 'faulty'
  readonly reference: string | null
  readonly faults: readonly RowFault[]
}

export type ReadRow = OpenRow | ClosedRow | FaultyRow

type Read = Partial<Record<Field, Value>>

/** Reads a row. `unit` receives what names no unit of its own. */
export function readRow(preset: ImportPreset, record: SourceRecord, unit: string): ReadRow {
  const faults: RowFault[] = []
  const read: Read = {}
  for (const field of FIELD_NAMES) {
    const reader = preset.fields[field]
    if (!reader) continue
    const value = readValue(reader, record, preset.zone)
    if (isUnreadable(value)) faults.push({ field, key: value.unreadable, values: { found: shown(value.found) } })
    else read[field] = value
  }
  const isClosed = preset.closed !== null && isClosedRow(preset.closed, record)
  const needed = isClosed ? [...NEEDED, 'closedAt' as const] : NEEDED
  for (const field of needed) {
    const isFaulty = faults.some(fault => fault.field === field)
    if ((read[field] ?? null) === null && !isFaulty) faults.push({ field, key: 'value-missing' })
  }
  const reference = textIn(read, 'reference')
  if (reference !== null && reference.length > LONGEST_REFERENCE)
    faults.push({ field: 'reference', key: 'value-too-long', values: { most: LONGEST_REFERENCE } })
  if (faults.length > 0) return { kind: 'faulty', reference, faults }
  const parsed = registration.safeParse(bodyOf(preset, read, unit, isClosed))
  if (!parsed.success) return { kind: 'faulty', reference, faults: parsed.error.issues.map(faultOfIssue) }
  const whole = { source: { system: preset.id, reference }, body: parsed.data, remarks: remarksOf(preset, record) }
  return isClosed ? closedRow(whole, read) : { kind: 'open', ...whole }
}

/** How the checks of a preset judge a row: true, false, or null where a check does not apply. */
export function checkRow(preset: ImportPreset, record: SourceRecord): (boolean | null)[] {
  return preset.checks.map(check => judge(check, record, preset))
}

const LONGEST_REFERENCE = 200
const LONGEST_REMARK = 500
const LONGEST_REQUEST = 2000
const SHOWN = 40

function closedRow(whole: Whole, read: Read): ReadRow {
  const receivedAt = read.receivedAt as Instant
  const toldAt = (read.toldAt as Instant | null | undefined) ?? null
  const closedAt = read.closedAt as Instant
  if (closedAt < receivedAt || (toldAt !== null && closedAt < toldAt)) {
    const fault: RowFault = { field: 'closedAt', key: 'closed-before-told' }
    return { kind: 'faulty', reference: whole.source.reference, faults: [fault] }
  }
  return { kind: 'closed', ...whole, receivedAt, toldAt, closedAt, outcome: textIn(read, 'outcome') ?? 'closed' }
}

function isClosedRow(rule: NonNullable<ImportPreset['closed']>, record: SourceRecord): boolean {
  const text = firstFilled(record, rule.from)
  if ('is' in rule) return text !== null && rule.is.includes(text)
  if ('not' in rule) return text !== null && !rule.not.includes(text)
  return text !== null
}

function bodyOf(preset: ImportPreset, read: Read, unit: string, isClosed: boolean): Record<string, unknown> {
  const text = textIn(read, 'text') ?? ''
  const outside = textIn(read, 'outsideNumber')
  return filled({
    channel: read.channel,
    matterType: read.matterType,
    happenedAt: read.happenedAt,
    // Of a closed case only receipt, notice and end are kept as instants; what lies after receipt was written down wrong.
    spokeAt: !isClosed && isUpTo(read.spokeAt, read.receivedAt) ? read.spokeAt : null,
    receivedAt: read.receivedAt,
    parties: [
      filled({
        role: 'complainant',
        name: read.name,
        phone: read.phone,
        identityNumber: read.identityNumber,
        account: read.account,
        email: read.email,
        address: read.address,
        birthYear: read.birthYear,
      }),
    ],
    requests: [textIn(read, 'request') ?? [...text].slice(0, LONGEST_REQUEST / 2).join('')],
    text,
    product: read.product,
    codes: filled({ a: read.codeA, b: read.codeB, c: read.codeC }),
    amountMinor: read.amountMinor,
    complainants: read.complainants,
    vulnerable: read.vulnerable,
    outsideNumbers: outside
      ? [filled({ body: read.outsideBody ?? 'other', number: outside, receivedAt: read.outsideReceivedAt })]
      : null,
    unit: read.unit ?? unit,
    packs: preset.packs,
  })
}

function isUpTo(earlier: Value | undefined, later: Value | undefined): boolean {
  return typeof earlier === 'string' && typeof later === 'string' && earlier <= later
}

function filled(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined))
}

function textIn(read: Read, field: Field): string | null {
  const value = read[field]
  return typeof value === 'string' && value !== '' ? value : null
}

function remarksOf(preset: ImportPreset, record: SourceRecord): Record<string, string> {
  const remarks: Record<string, string> = { language: preset.language }
  for (const [name, reader] of Object.entries(preset.remarks)) {
    const text = remarkOf(reader, record, preset)
    if (text !== null) remarks[name] = [...text].slice(0, LONGEST_REMARK).join('')
  }
  return remarks
}

function remarkOf(reader: Reader, record: SourceRecord, preset: ImportPreset): string | null {
  const value = readValue(reader, record, preset.zone)
  if (isUnreadable(value)) return value.found
  return value === null ? null : String(value)
}

function shown(found: string): string {
  const characters = [...found]
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN - 1).join('')}…` : found
}

/** Where the contract's paths come from: `parties.0.phone` is the field `phone`. */
const FIELD_OF_PATH: Readonly<Record<string, Field>> = {
  'requests.0': 'request',
  'requests.0.text': 'request',
  'codes.a': 'codeA',
  'codes.b': 'codeB',
  'codes.c': 'codeC',
  'outsideNumbers.0.number': 'outsideNumber',
  'outsideNumbers.0.body': 'outsideBody',
  'outsideNumbers.0.receivedAt': 'outsideReceivedAt',
}

interface Issue {
  readonly code?: string
  readonly path: readonly PropertyKey[]
  readonly maximum?: unknown
  readonly origin?: string
  /** Of a choice between shapes: what each of them found wrong. */
  readonly errors?: readonly (readonly Issue[])[]
}

function faultOfIssue(issue: Issue): RowFault {
  const path = issue.path.join('.')
  const own = path.replace(/^parties\.0\./, '').replace(/\..*$/, '')
  const field = FIELD_OF_PATH[path] ?? (FIELD_NAMES.find(each => each === own) || 'row')
  const tooLong = [issue, ...(issue.errors?.flat() ?? [])].find(
    each => each.code === 'too_big' && each.origin === 'string',
  )
  if (tooLong) return { field, key: 'value-too-long', values: { most: Number(tooLong.maximum) } }
  return { field, key: 'value-not-allowed' }
}

function judge(check: Check, record: SourceRecord, preset: ImportPreset): boolean | null {
  if (check.kind === 'agree') {
    const applies = check.when.is.includes(record[check.when.column]?.trim() ?? '')
    return applies ? check.expect.is.includes(record[check.expect.column]?.trim() ?? '') : null
  }
  const earlier = dateIn(record, check.earlier, preset)
  const later = dateIn(record, check.later, preset)
  return earlier !== null && later !== null ? earlier <= later : null
}

function dateIn(record: SourceRecord, column: string, preset: ImportPreset): Instant | null {
  const text = firstFilled(record, [column])
  return text === null ? null : findSourceInstant(text, preset.zone, orderOf(preset, column))
}

// The order of figures is said once, by the reader of the column.
function orderOf(preset: ImportPreset, column: string) {
  const readers = Object.values(preset.fields)
  const reader = readers.find(each => each?.as === 'instant' && each.from.includes(column))
  return reader?.as === 'instant' ? reader.order : undefined
}
