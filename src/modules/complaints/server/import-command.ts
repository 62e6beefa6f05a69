// `xiaobao import`: a file tried and brought in from the command line, with or without a product running on the folder.

import { parseArgs } from 'node:util'
import { isRefusal, type Refusal } from '../../../kernel/refusal.ts'
import { fill, type Language, say, type Values, type Wording } from '../../../kernel/words.ts'
import { randomId, stopwatch } from '../../../platform/clock.ts'
import type { House } from '../../../platform/department.ts'
import { findMisfit } from '../rules/import-choice.ts'
import type { ImportPreset } from '../rules/import-preset.ts'
import { type ImportReport, sayFault, sayField } from '../rules/import-report.ts'
import { IMPORT_REFUSAL_WORDS } from '../rules/words-import.ts'
import { openSource, type SourceFile } from './import-read.ts'
import { type ImportWork, runImport, tryImport } from './import-run.ts'
import { addImport, changeImport, findAnyPreset, findUnfinished, type ImportRecord } from './import-store.ts'
import { recordOf } from './import-upload.ts'

export interface Terminal {
  /** A line of its own. */
  write(line: string): void
  /** Shows how far the work has come, over what it showed before. */
  show(progress: string): void
}

type CommandHouse = Pick<House, 'door' | 'vault' | 'answers' | 'pool' | 'clock'>

const COMMAND_LINE = 'command-line'
const HEAD_OFFICE = 'HO'
const FAULTS_SHOWN = 20

/**
 * `--preset <id> [--trial] [--unit <path>] <file>`. Tries the file first, then brings it in; a run that was killed is gone
 * on with. The status is 0 when every row was imported, was there already or is reported with its reason, and 1 when the
 * file or the preset could not be used at all.
 */
export async function importFile(house: CommandHouse, args: readonly string[], to: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { preset: { type: 'string' }, trial: { type: 'boolean' }, unit: { type: 'string' } },
    allowPositionals: true,
  })
  const path = positionals[0]
  if (!values.preset || !path) return refused(to, { refused: 'invalid', key: 'import-usage' })
  const preset = await findAnyPreset(house.pool, values.preset)
  if (!preset) return refused(to, { refused: 'missing', key: 'no-such-preset', values: { preset: values.preset } })
  const file = await openSource(path)
  if (isRefusal(file)) return refused(to, file)
  const misfit = findMisfit(preset, file)
  if (misfit) return refused(to, misfit)
  const begun = values.trial ? null : await findUnfinished(house.pool, { sha256: file.sha256, presetId: preset.id })
  const unit = begun?.unit ?? values.unit ?? HEAD_OFFICE
  const work = { house, file, preset, unit, importId: begun?.id ?? randomId() }
  tell(to, {
    zh: `“${file.name}”：${file.format}，${file.columns.length} 列。`,
    en: `${file.name}: ${file.format}, ${file.columns.length} columns.`,
  })
  tell(to, preset.why)
  if (begun) {
    tell(to, {
      zh: `上次中断于第 ${begun.line} 行，由此继续。`,
      en: `The last run stopped after line ${begun.line}; going on from there.`,
    })
    return bringIn(work, begun, to)
  }
  const trial = await tryOut(work, to)
  if (values.trial) return 0
  const record: ImportRecord = {
    ...recordOf(house, { id: work.importId, file, actor: COMMAND_LINE, unit }),
    ...{ presetId: preset.id, preset, state: 'running', trial, total: trial.read },
  }
  await addImport(house.pool, record)
  return bringIn(work, record, to)
}

type Work = Omit<ImportWork, 'signal' | 'onBatch' | 'house'> & { readonly house: CommandHouse }

async function tryOut(work: Work, to: Terminal): Promise<ImportReport> {
  const elapsed = stopwatch()
  const report = await tryImport({
    ...work,
    onBatch: async so => to.show(progress('试导入 trial', so.report, work.file)),
  })
  tell(to, {
    zh: `试导入完成（${speed(report.read, elapsed())}），未写入任何内容。`,
    en: 'The trial is done; nothing was written.',
  })
  tell(to, WOULD, countsOf(report))
  detailsTo(to, report, work.preset)
  return report
}

async function bringIn(work: Work, record: ImportRecord, to: Terminal): Promise<number> {
  const elapsed = stopwatch()
  const before = record.report?.read ?? 0
  const { pool, clock } = work.house
  const report = await runImport(
    {
      ...work,
      onBatch: async so => {
        to.show(progress('导入 import', so.report, work.file))
        await changeImport(pool, record.id, so)
      },
    },
    record,
  )
  await changeImport(pool, record.id, { state: 'done', report, total: report.read, endedAt: clock.now() })
  tell(to, { zh: `导入完成（${speed(report.read - before, elapsed())}）。`, en: 'The import is done.' })
  tell(to, COUNTS, countsOf(report))
  detailsTo(to, report, work.preset)
  return 0
}

function progress(what: string, { read }: ImportReport, file: SourceFile): string {
  return `${what} ${read} / ≤${file.lines}`
}

function speed(rows: number, ms: number): string {
  return `${rows} rows, ${(ms / 1000).toFixed(1)} s, ${Math.round((rows * 1000) / Math.max(1, ms))} rows/s`
}

function countsOf({ read, open, closed, there, faulty, withoutId }: ImportReport): Values {
  return { read, imported: open + closed, open, closed, there, faulty, withoutId }
}

function detailsTo(to: Terminal, report: ImportReport, preset: ImportPreset): void {
  for (const check of preset.checks) {
    const found = report.checks.find(each => each.id === check.id)
    if (!found) continue
    const { applied, agreed, lines } = found
    tell(to, check.title)
    tell(to, applied === agreed ? AGREED : DIFFERED, {
      applied,
      agreed,
      differed: applied - agreed,
      lines: lines.join(', '),
    })
  }
  for (const note of preset.notes) tell(to, note)
  for (const fault of report.faults.slice(0, FAULTS_SHOWN)) {
    const words = (language: Language) => `${sayField(fault.field, language)}: ${sayFault(fault, language)}`
    tell(to, { zh: `第 ${fault.line} 行 ${words('zh-CN')}`, en: `line ${fault.line} ${words('en')}` })
  }
  const more = report.faults.length - FAULTS_SHOWN
  if (more > 0) tell(to, { zh: `其余 ${more} 条见导入报告。`, en: `${more} more stand in the report of the import.` })
}

const WOULD: Wording = {
  zh: '共 {read} 行：可导入 {imported}（未办结 {open}，已办结 {closed}），已在库 {there}，不能导入 {faulty}；无原编号 {withoutId}。',
  en: 'of {read} rows {imported} can be imported (open {open}, closed {closed}), already there {there}, faulty {faulty}; without an id {withoutId}.',
}
const COUNTS: Wording = {
  zh: '读取 {read} 行：导入 {imported}（未办结 {open}，已办结 {closed}），已在库 {there}，未导入 {faulty}；无原编号 {withoutId}。',
  en: 'read {read}: imported {imported} (open {open}, closed {closed}), already there {there}, faulty {faulty}; without an id {withoutId}.',
}
const AGREED: Wording = { zh: '  适用 {applied} 行，全部相符。', en: '  applies to {applied} rows; all agree.' }
const DIFFERED: Wording = {
  zh: '  适用 {applied} 行，相符 {agreed} 行，不符 {differed} 行（第 {lines} 行）。',
  en: '  applies to {applied} rows; {agreed} agree, {differed} {differed|does|do} not (line {lines}).',
}

function refused(to: Terminal, refusal: Refusal): number {
  for (const language of ['zh-CN', 'en'] as const)
    to.write(say(IMPORT_REFUSAL_WORDS, language, refusal.key, refusal.values))
  return 1
}

function tell(to: Terminal, wording: Wording, values: Values = {}): void {
  for (const language of ['zh-CN', 'en'] as const) to.write(fill(wording, language, values))
}
