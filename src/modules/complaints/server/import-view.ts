// An import as pages and programs see it: where it stands, what became of the rows, and why some did not come in.

import { fill, type Language, say } from '../../../kernel/words.ts'
import { columnsOf } from '../rules/import-preset.ts'
import { type ImportReport, sayFault, sayField } from '../rules/import-report.ts'
import { IMPORT_FAULT_WORDS, IMPORT_REFUSAL_WORDS } from '../rules/words-import.ts'
import { REFUSAL_WORDS } from '../rules/words-refusal.ts'
import type { ImportRecord } from './import-store.ts'

export interface Viewer {
  readonly language: Language
  /** Only whoever brought the file sees a sample of it. */
  readonly actor: string
}

export function importView(record: ImportRecord, viewer: Viewer) {
  const { language } = viewer
  const report = record.report ?? record.trial
  return {
    id: record.id,
    name: record.name,
    format: record.format,
    sha256: record.sha256,
    bytes: record.bytes,
    state: record.state,
    preset: record.presetId,
    mapping: record.mapping,
    columns: record.columns,
    unusedColumns: unusedColumns(record),
    ...(record.sample && record.requestedBy === viewer.actor && { sample: record.sample }),
    unit: record.unit,
    progress: progressOf(record),
    total: record.total,
    at: record.requestedAt,
    endedAt: record.endedAt,
    counts: countsOf(record),
    report: (report?.faults ?? []).map(fault => ({
      row: fault.line,
      reference: fault.reference,
      field: sayField(fault.field, language),
      reason: sayFault(fault, language),
    })),
    reasons: Object.entries(report?.byKey ?? {}).map(([key, count]) => ({ reason: sayReason(key, language), count })),
    checks: checksOf(record, report, language),
    notes: (record.preset?.notes ?? []).map(note => fill(note, language)),
    fault: record.fault && say(IMPORT_REFUSAL_WORDS, language, record.fault.key, record.fault.values),
  }
}

function progressOf(record: ImportRecord): number {
  if (record.state === 'uploaded') return 0
  if (record.state === 'tried' || record.state === 'done') return record.total
  return (record.state === 'trying' ? record.trial?.read : record.report?.read) ?? 0
}

function countsOf({ trial, report, state }: ImportRecord) {
  const tried = state !== 'trying' && trial ? { ready: trial.open + trial.closed } : {}
  if (!report) return trial ? { ...tried, refused: trial.faulty, there: trial.there } : tried
  const { open, closed, there, faulty, withoutId } = report
  return { ...tried, imported: open + closed, open, closed, there, refused: faulty, withoutId }
}

function checksOf(record: ImportRecord, report: ImportReport | null, language: Language) {
  return (record.preset?.checks ?? []).flatMap(check => {
    const result = report?.checks.find(each => each.id === check.id)
    if (!result) return []
    const { applied, agreed, lines } = result
    return [{ id: check.id, title: fill(check.title, language), applied, agreed, lines }]
  })
}

function unusedColumns({ columns, preset }: ImportRecord): readonly string[] {
  if (!preset) return []
  const used = new Set(columnsOf(preset))
  return columns.filter(column => !used.has(column))
}

// A reason that stands for many rows: its places are left out.
function sayReason(key: string, language: Language): string {
  const wording = IMPORT_FAULT_WORDS[key] ?? REFUSAL_WORDS[key]
  return wording ? fill(wording, language).replace(/\{[^}]*\}/g, '…') : key
}
