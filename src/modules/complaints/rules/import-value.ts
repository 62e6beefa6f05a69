// Typed readers: one cell or several of a source's row to one value, or why it cannot be read.

import type { Instant } from '../../../kernel/time.ts'
import type { Reader, SourceZone } from './import-preset.ts'
import { findSourceInstant } from './import-time.ts'

/** A row as its file has it: column to text. */
export type SourceRecord = Readonly<Record<string, string>>

export type Value = string | number | readonly string[] | Instant | null

export interface Unreadable {
  readonly unreadable: 'not-a-date' | 'not-a-number' | 'word-unknown'
  readonly found: string
}

export function isUnreadable(value: Value | Unreadable): value is Unreadable {
  return typeof value === 'object' && value !== null && 'unreadable' in value
}

/** The value of a reader on a row; null where the source says nothing. */
export function readValue(reader: Reader, record: SourceRecord, zone: SourceZone): Value | Unreadable {
  if (reader.as === 'constant') return reader.value
  if (reader.as === 'text') return textOf(reader, record)
  const text = firstFilled(record, reader.from)
  if (reader.as === 'choice') return choiceOf(reader, text)
  if (text === null) return null
  if (reader.as === 'choices') {
    const meant = text.split(reader.split).map(word => reader.to[word.trim()])
    return [...new Set(meant.filter(word => word !== undefined))]
  }
  if (reader.as === 'instant') {
    return findSourceInstant(text, zone, reader.order) ?? { unreadable: 'not-a-date', found: text }
  }
  const number = numberOf(text)
  if (number === null) return { unreadable: 'not-a-number', found: text }
  return reader.as === 'number' ? number : Math.round(number * (reader.unit === 'wan' ? 1_000_000 : 100))
}

/** The first of these columns that holds something, trimmed. */
export function firstFilled(record: SourceRecord, columns: readonly string[]): string | null {
  for (const column of columns) {
    const text = record[column]?.trim()
    if (text) return text
  }
  return null
}

function textOf(reader: Extract<Reader, { as: 'text' }>, record: SourceRecord): string | null {
  if (reader.join === undefined) return firstFilled(record, reader.from) ?? reader.otherwise ?? null
  const filled = reader.from.map(column => record[column]?.trim() ?? '').filter(text => text !== '')
  return filled.length === 0 ? (reader.otherwise ?? null) : filled.join(reader.join)
}

function choiceOf(reader: Extract<Reader, { as: 'choice' }>, text: string | null): string | null | Unreadable {
  if (text === null) return reader.otherwise ?? null
  return reader.to[text] ?? reader.otherwise ?? { unreadable: 'word-unknown', found: text }
}

// `12,345.60`, `￥1200`, `1200元`. A number with anything else in it is none.
function numberOf(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/^[¥￥]\s*|\s*元$/g, '')
    .replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '')
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null
}
