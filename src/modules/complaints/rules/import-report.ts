// The report of a trial or a run: what became of every row, the faults in the file's order, and what the checks found.

import type { Language, Words } from '../../../kernel/words.ts'
import { fill } from '../../../kernel/words.ts'
import type { ImportPreset } from './import-preset.ts'
import type { RowFault } from './import-row.ts'
import { IMPORT_FAULT_WORDS, IMPORT_FIELD_WORDS } from './words-import.ts'
import { REFUSAL_WORDS } from './words-refusal.ts'

/** More are counted and not kept. */
export const MOST_FAULTS = 1000
const MOST_LINES = 20

export interface ReportedFault extends RowFault {
  readonly line: number
  readonly reference: string | null
}

export interface CheckResult {
  readonly id: string
  readonly applied: number
  readonly agreed: number
  /** The first rows that disagree, by their lines. */
  readonly lines: readonly number[]
}

export interface ImportReport {
  /** Rows with content, whatever became of them. */
  readonly read: number
  /** Open and closed together are those written, in a trial those that would be. */
  readonly open: number
  readonly closed: number
  /** Rows whose complaint is in the ledger already, unchanged. */
  readonly there: number
  readonly faulty: number
  readonly withoutId: number
  readonly byKey: Readonly<Record<string, number>>
  readonly faults: readonly ReportedFault[]
  readonly checks: readonly CheckResult[]
}

/** What became of one row. */
export interface RowResult {
  readonly line: number
  readonly reference: string | null
  readonly became: 'open' | 'closed' | 'there' | 'faulty'
  readonly faults: readonly RowFault[]
  readonly judged: readonly (boolean | null)[]
}

export function emptyReport(preset: ImportPreset): ImportReport {
  const checks = preset.checks.map(({ id }) => ({ id, applied: 0, agreed: 0, lines: [] }))
  const counts = { read: 0, open: 0, closed: 0, there: 0, faulty: 0, withoutId: 0 }
  return { ...counts, byKey: {}, faults: [], checks }
}

/** The report with more rows, which come in the order of the file. */
export function withRows(report: ImportReport, rows: readonly RowResult[]): ImportReport {
  const next = { ...report }
  const byKey: Record<string, number> = { ...report.byKey }
  const faults = [...report.faults]
  const checks = report.checks.map(each => ({ ...each, lines: [...each.lines] }))
  for (const row of rows) {
    next.read++
    next[row.became]++
    if (row.reference === null && row.became !== 'faulty') next.withoutId++
    for (const fault of row.faults) {
      byKey[fault.key] = (byKey[fault.key] ?? 0) + 1
      if (faults.length < MOST_FAULTS) faults.push({ line: row.line, reference: row.reference, ...fault })
    }
    checks.forEach((check, index) => {
      const judged = row.judged[index] ?? null
      if (judged === null) return
      check.applied++
      if (judged) check.agreed++
      else if (check.lines.length < MOST_LINES) check.lines.push(row.line)
    })
  }
  return { ...next, byKey, faults, checks }
}

const WORDS: Words = { ...REFUSAL_WORDS, ...IMPORT_FAULT_WORDS }

/** Why a row did not come in, in one sentence. */
export function sayFault(fault: RowFault, language: Language): string {
  const wording = WORDS[fault.key]
  return wording ? fill(wording, language, fault.values ?? {}) : fault.key
}

export function sayField(field: RowFault['field'], language: Language): string {
  const wording = IMPORT_FIELD_WORDS[field]
  return wording ? fill(wording, language) : field
}
