// A file of complaints, row by row: CSV, Excel or JSON lines, each also as gzip; what is malformed is told and the rest goes on.

import { basename } from 'node:path'
import { streamXlsxRows } from 'hucre/xlsx'
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { FileFormat } from '../rules/import-preset.ts'
import type { SourceRecord } from '../rules/import-value.ts'
import { type BadLine, type Cells, csvRecords } from './import-csv.ts'
import { content, DamagedGzip, type Encoding, isWorkbook, lines, type Survey, survey } from './import-text.ts'

export interface SourceRow {
  /** Of the file as an editor counts, or the row of the sheet. */
  readonly line: number
  readonly record: SourceRecord
}

export interface SourceFile {
  readonly path: string
  readonly name: string
  readonly format: FileFormat
  readonly sha256: string
  readonly bytes: number
  readonly gzip: boolean
  readonly encoding: Encoding | null
  /** Rows at the most: quoted texts go over several lines. */
  readonly lines: number
  readonly columns: readonly string[]
}

const MOST_WORKBOOK_BYTES = 64 * 1024 * 1024
// JSON lines have no header: the columns are those of the first rows.
const ROWS_FOR_COLUMNS = 50

/** Looks at a file without importing it. Refusals: empty, of no known format, damaged, a column twice. */
export async function openSource(path: string, name = basename(path)): Promise<SourceFile | Refusal> {
  const seen = await surveyed(path)
  if (isRefusal(seen)) return seen
  const format = formatOf(seen, name)
  if (format === null) return refuse('file-format-unknown')
  const { sha256, bytes, gzip, encoding } = seen
  const file = { path, name, format, sha256, bytes, gzip, encoding, lines: seen.lines, columns: [] as string[] }
  try {
    return { ...file, columns: await columnsIn(file) }
  } catch (error) {
    if (error instanceof BadWorkbook) return refuse(error.key, { mb: MOST_WORKBOOK_BYTES / 1_048_576 })
    if (error instanceof ColumnTwice) return refuse('column-twice', { column: error.message })
    throw error
  }
}

/** Every row with content after the header, in order. Reads as it is asked, so that memory stays flat (a workbook is held whole). */
export async function* rowsOf(file: SourceFile): AsyncGenerator<SourceRow | BadLine> {
  if (file.format === 'jsonl') {
    yield* jsonRows(file)
    return
  }
  let columns: readonly string[] | null = null
  for await (const each of recordsOf(file)) {
    if ('fault' in each) yield each
    else if (columns === null) columns = headings(each.cells)
    else yield rowOf(each, columns)
  }
}

class ColumnTwice extends Error {}

class BadWorkbook extends Error {
  readonly key: 'workbook-damaged' | 'workbook-too-large'
  constructor(key: 'workbook-damaged' | 'workbook-too-large') {
    super(key)
    this.key = key
  }
}

async function surveyed(path: string): Promise<Survey | Refusal> {
  try {
    const seen = await survey(path)
    return seen.head.length === 0 ? refuse('import-file-empty') : seen
  } catch (error) {
    if (error instanceof DamagedGzip) return refuse('gzip-damaged')
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      return refuse('file-unreadable', { file: basename(path), reason: code })
    throw error
  }
}

function formatOf(seen: Survey, name: string): FileFormat | null {
  if (isWorkbook(seen.head)) return 'xlsx'
  if (seen.encoding !== 'utf-16le' && seen.head.some(byte => byte < 0x09)) return null
  const text = new TextDecoder(seen.encoding ?? 'utf-8').decode(seen.head).trimStart()
  return text.startsWith('{') || /\.(jsonl|ndjson)(\.gz)?$/i.test(name) ? 'jsonl' : 'csv'
}

async function columnsIn(file: SourceFile): Promise<string[]> {
  if (file.format !== 'jsonl') {
    for await (const each of recordsOf(file)) return 'cells' in each ? headings(each.cells) : []
    return []
  }
  const names = new Set<string>()
  let count = 0
  for await (const row of jsonRows(file)) {
    if ('record' in row) for (const name of Object.keys(row.record)) names.add(name)
    if (++count === ROWS_FOR_COLUMNS) break
  }
  return [...names]
}

function recordsOf(file: SourceFile): AsyncGenerator<Cells | BadLine> {
  if (file.format === 'xlsx') return sheetRecords(file)
  return csvRecords(lines(file.path, { gzip: file.gzip, encoding: file.encoding ?? 'utf-8' }))
}

function headings(cells: readonly string[]): string[] {
  const names = cells.map((cell, index) => cell.replace(/^\ufeff/, '').trim() || `(${index + 1})`)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new ColumnTwice(twice)
  return names
}

function rowOf(each: Cells, columns: readonly string[]): SourceRow | BadLine {
  const record: Record<string, string> = {}
  for (const [index, column] of columns.entries()) record[column] = each.cells[index] ?? ''
  // The sign that a decoder puts for bytes it cannot read: what stood there is lost, and so is the row.
  if (each.cells.some(cell => cell.includes('\ufffd'))) return { line: each.line, fault: { key: 'garbled' } }
  return { line: each.line, record }
}

async function* jsonRows(file: SourceFile): AsyncGenerator<SourceRow | BadLine> {
  for await (const line of lines(file.path, { gzip: file.gzip, encoding: file.encoding ?? 'utf-8' })) {
    if (line.text.trim() === '') continue
    yield line.tooLong ? { line: line.no, fault: { key: 'row-too-long' } } : jsonRow(line.no, line.text)
  }
}

function jsonRow(line: number, text: string): SourceRow | BadLine {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { line, fault: { key: 'bad-json' } }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { line, fault: { key: 'not-an-object' } }
  }
  if (text.includes('\ufffd')) return { line, fault: { key: 'garbled' } }
  return { line, record: Object.fromEntries(Object.entries(value).map(([name, member]) => [name, textOf(member)])) }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  // Excel's dates come without a zone: the clock on its wall, which the preset's zone then places.
  if (value instanceof Date) return value.toISOString().replace('T', ' ').slice(0, 19)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

async function* sheetRecords(file: SourceFile): AsyncGenerator<Cells | BadLine> {
  let width = 0
  const book = await bookOf(file)
  try {
    for await (const row of streamXlsxRows(book)) {
      const cells = row.values.map(textOf)
      while (cells.at(-1) === '') cells.pop()
      if (cells.every(cell => cell.trim() === '')) continue
      const line = row.index + 1
      if (width > 0 && cells.length > width)
        yield { line, fault: { key: 'column-count', values: { expected: width, found: cells.length } } }
      else yield { line, cells }
      width ||= cells.length
    }
  } catch (error) {
    if (error instanceof BadWorkbook) throw error
    throw new BadWorkbook('workbook-damaged')
  }
}

async function bookOf(file: SourceFile): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of content(file.path, file.gzip)) {
    bytes += part.length
    if (bytes > MOST_WORKBOOK_BYTES) throw new BadWorkbook('workbook-too-large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
