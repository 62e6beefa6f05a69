// Records out of lines of CSV. A row with bad quotes is reported by its own line, and the next line is a row again.

import { parse } from 'csv-parse/sync'
import type { Values } from '../../../kernel/words.ts'
import { type Line, MOST_CHARACTERS } from './import-text.ts'

export interface Cells {
  readonly line: number
  readonly cells: readonly string[]
}

export interface BadLine {
  readonly line: number
  readonly fault: { readonly key: string; readonly values?: Values }
}

export const DELIMITERS = [',', ';', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

// A quoted text of more lines than this is a quotation mark that somebody forgot.
const MOST_LINES = 300

/** The sign that parts the cells of a header: the one that stands there most often. */
export function findDelimiter(header: string): Delimiter {
  const counts = DELIMITERS.map(sign => header.split(sign).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

/**
 * The records, in order, without empty lines; the first is the header, to whose number of cells all others are held.
 * (One parser over the whole stream was rejected: after a forgotten quotation mark it takes rows for text until the next one.)
 */
export async function* csvRecords(source: AsyncIterable<Line>): AsyncGenerator<Cells | BadLine> {
  const waiting: Line[] = []
  const from = source[Symbol.asyncIterator]()
  const take = async (): Promise<Line | null> => {
    const kept = waiting.shift()
    if (kept) return kept
    const next = await from.next()
    return next.done ? null : next.value
  }
  let delimiter: Delimiter | null = null
  let width = 0
  for (let line = await take(); line !== null; line = await take()) {
    if (line.text.trim() === '' && !line.tooLong) continue
    delimiter ??= findDelimiter(line.text)
    const gathered = await gather(line, take)
    const record = gathered.whole ? recordOf(gathered.lines, delimiter, width) : bad(line, 'bad-quoting')
    if ('fault' in record) waiting.unshift(...gathered.lines.slice(1))
    else if (width === 0) width = record.cells.length
    yield record
  }
}

/** The lines of one record: more than one where a quoted text goes on. */
async function gather(first: Line, take: () => Promise<Line | null>): Promise<{ lines: Line[]; whole: boolean }> {
  const lines = [first]
  let quotes = quotesIn(first.text)
  let length = first.text.length
  while (quotes % 2 === 1 && lines.length < MOST_LINES && length < MOST_CHARACTERS) {
    const next = await take()
    if (next === null) break
    lines.push(next)
    quotes += quotesIn(next.text)
    length += next.text.length
  }
  return { lines, whole: quotes % 2 === 0 }
}

function quotesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++
  return count
}

function recordOf(lines: readonly Line[], delimiter: Delimiter, width: number): Cells | BadLine {
  const [first] = lines
  if (!first) throw new RangeError('a record has a line')
  if (lines.some(line => line.tooLong)) {
    return { line: first.no, fault: { key: 'row-too-long', values: { most: MOST_CHARACTERS } } }
  }
  const text = lines.map(line => line.text).join('\n')
  const cells = text.includes('"') ? quoted(text, delimiter) : text.split(delimiter)
  if (cells === null) return bad(first, 'bad-quoting')
  if (width === 0 || cells.length === width) return { line: first.no, cells }
  // Over several lines a wrong number of cells comes from a quotation mark that took in the rows below.
  if (lines.length > 1) return bad(first, 'bad-quoting')
  return { line: first.no, fault: { key: 'column-count', values: { expected: width, found: cells.length } } }
}

function quoted(text: string, delimiter: Delimiter): string[] | null {
  try {
    const records = parse(text, { delimiter, relax_column_count: true })
    return records.length === 1 ? (records[0] ?? null) : null
  } catch {
    return null
  }
}

function bad(line: Line, key: string): BadLine {
  return { line: line.no, fault: { key } }
}
