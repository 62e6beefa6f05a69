// A file into the house: every row tried, or every row brought to the door; killed anywhere, it goes on where it was.

import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { Actor } from '../../../kernel/actor.ts'
import { canonical } from '../../../kernel/canonical.ts'
import { maskText } from '../../../kernel/masking.ts'
import type { House } from '../../../platform/department.ts'
import type { Answers } from '../rules/answers.ts'
import type { Complaint } from '../rules/complaint.ts'
import type { ImportPreset } from '../rules/import-preset.ts'
import { emptyReport, type ImportReport, type RowResult, withRows } from '../rules/import-report.ts'
import { type ClosedRow, checkRow, type OpenRow, type RowFault, readRow } from '../rules/import-row.ts'
import { gatherAnswers } from './gather.ts'
import type { BadLine } from './import-csv.ts'
import { rowsOf, type SourceFile, type SourceRow } from './import-read.ts'
import { commandOf, findRowFault } from './import-trial.ts'
import { sealRegistration } from './sealing.ts'

export interface ImportWork {
  readonly house: Pick<House, 'door' | 'vault' | 'answers' | 'pool' | 'clock'>
  readonly file: SourceFile
  readonly preset: ImportPreset
  /** Names the import in every fact it writes. */
  readonly importId: string
  readonly unit: string
  /** Aborted between two batches, the work throws the signal's reason. */
  readonly signal?: AbortSignal
  /** After every batch: all rows up to `line` are dealt with. */
  onBatch?(so: { line: number; report: ImportReport }): Promise<void>
}

/** Looks at every row and asks the rules. Writes nothing. */
export async function tryImport(work: ImportWork): Promise<ImportReport> {
  const met = new Map<string, string>()
  return walk(work, { line: 0, report: emptyReport(work.preset) }, async (rows, run) => {
    const results = rows.map(row => look(row, run))
    const known = await findKnown(work.house.pool, results)
    return results.map(result => {
      if (!('read' in result)) return result
      const before = met.get(result.caseId) ?? known.get(result.caseId) ?? null
      met.set(result.caseId, result.digest)
      if (before === null) return became(result, result.read.kind)
      return before === result.digest ? became(result, 'there') : faulty(result, SAME_ID)
    })
  })
}

/**
 * Brings every row after `from.line` to the door, each as one command under the id of its row: a row that is there
 * already stays as it is. Rows that are refused are reported; a fault of the house stops the import, to be resumed.
 */
export async function runImport(
  work: ImportWork,
  from: { line: number; report: ImportReport | null },
): Promise<ImportReport> {
  const met = new Set<string>()
  const begin = { line: from.line, report: from.report ?? emptyReport(work.preset) }
  return walk(work, begin, (rows, run) =>
    concurrently(rows, async row => {
      const result = look(row, run)
      return 'read' in result ? bring(result, run, met) : result
    }),
  )
}

// Saved after so many rows: what a kill can make the next run read again.
const BATCH = 500
/** As many as the database flushes together. */
const AT_ONCE = 8
const SAME_ID: RowFault = { field: 'reference', key: 'id-with-other-content' }

interface Running {
  readonly work: ImportWork
  readonly actor: Actor
  readonly answers: Answers
}

type Batch = readonly (SourceRow | BadLine)[]

async function walk(
  work: ImportWork,
  begin: { line: number; report: ImportReport },
  deal: (rows: Batch, run: Running) => Promise<RowResult[]>,
): Promise<ImportReport> {
  const actor: Actor = { kind: 'import', id: work.importId, unit: null, posts: [], standsInFor: [] }
  let { report, line } = begin
  let batch: (SourceRow | BadLine)[] = []
  const settle = async () => {
    work.signal?.throwIfAborted()
    const answers = await gatherAnswers(work.house, null)
    report = withRows(report, await deal(batch, { work, actor, answers }))
    line = batch.at(-1)?.line ?? line
    batch = []
    await work.onBatch?.({ line, report })
  }
  for await (const row of rowsOf(work.file)) {
    if (row.line <= begin.line) continue
    batch.push(row)
    if (batch.length === BATCH) await settle()
  }
  if (batch.length > 0) await settle()
  return report
}

interface Looked {
  readonly line: number
  readonly reference: string | null
  readonly judged: readonly (boolean | null)[]
  readonly read: OpenRow | ClosedRow
  readonly caseId: string
  readonly requestId: string
  readonly digest: string
}

/** The row as a command would need it, or what is wrong with it. */
function look(row: SourceRow | BadLine, run: Running): Looked | RowResult {
  const { work, actor, answers } = run
  const { line } = row
  if ('fault' in row) {
    return { line, reference: null, became: 'faulty', faults: [{ field: 'row', ...row.fault }], judged: [] }
  }
  const judged = checkRow(work.preset, row.record)
  const read = readRow(work.preset, row.record, work.unit)
  if (read.kind === 'faulty') {
    return { line, reference: read.reference, became: 'faulty', faults: read.faults.map(hidden), judged }
  }
  const { system, reference } = read.source
  const fault = findRowFault(read, { now: work.house.clock.now(), actor, answers })
  if (fault) return { line, reference, became: 'faulty', faults: [fault], judged }
  const key = reference === null ? `${work.file.sha256}:${line}` : `${system}:${reference}`
  return {
    line,
    reference,
    judged,
    read,
    requestId: `import:${key}`,
    caseId: `c-${createHash('sha256').update(`import\n${key}`).digest('hex').slice(0, 24)}`,
    // Of the row as it came, so that a better preset does not make another row of it.
    digest: work.house.vault.digest(canonical(row.record)),
  }
}

async function bring(looked: Looked, { work, actor }: Running, met: Set<string>): Promise<RowResult> {
  const { house } = work
  const { read, caseId, requestId, digest } = looked
  const isSecond = met.has(caseId)
  met.add(caseId)
  const { sealed, people } = await sealRegistration(house.vault, read.body, house.clock.now())
  const reference = looked.reference ?? requestId.slice('import:'.length)
  const command = commandOf(masked(read), { id: caseId, reference, sealed })
  const outcome = await house.door.handle({
    module: 'complaints',
    caseId,
    command,
    actor,
    people,
    requestId,
    requestDigest: digest,
  })
  if (!outcome.ok) {
    const { key, values } = outcome.refusal
    return key === 'request-reused' || key === 'not-in-chart'
      ? faulty(looked, SAME_ID)
      : faulty(looked, { field: 'row', key, ...(values && { values }) })
  }
  // A run that was killed finds what it wrote after it last said so: that is its own, and counted.
  const isOwn = (outcome.state as Complaint).registeredBy === `import:${work.importId}` && !isSecond
  return became(looked, outcome.replayed && !isOwn ? 'there' : read.kind)
}

// Companies, products and flags come again in every row: what was masked once is not searched again.
const REMEMBERED = 5000
const maskings = new Map<string, string>()

function maskedOnce(text: string): string {
  const known = maskings.get(text)
  if (known !== undefined) return known
  const found = maskText(text)
  if (maskings.size >= REMEMBERED) maskings.clear()
  maskings.set(text, found)
  return found
}

// What is kept in clear may have a number in it that nobody foresaw.
function masked<Row extends OpenRow | ClosedRow>(row: Row): Row {
  const remarks = Object.fromEntries(Object.entries(row.remarks).map(([name, text]) => [name, maskedOnce(text)]))
  return row.kind === 'closed' ? { ...row, remarks, outcome: maskedOnce(row.outcome) } : { ...row, remarks }
}

function hidden(fault: RowFault): RowFault {
  const found = fault.values?.found
  return typeof found === 'string' ? { ...fault, values: { ...fault.values, found: maskText(found) } } : fault
}

function became({ line, reference, judged }: Looked, what: RowResult['became']): RowResult {
  return { line, reference, became: what, faults: [], judged }
}

function faulty({ line, reference, judged }: Looked, fault: RowFault): RowResult {
  return { line, reference, became: 'faulty', faults: [fault], judged }
}

/** The digests of rows that are in the ledger already, by case. */
async function findKnown(pool: Pool, rows: readonly (Looked | RowResult)[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(row => ('caseId' in row ? [row.caseId] : []))
  const known = await pool.query<{ id: string; digest: string | null }>(
    `select case_id as id, request_digest as digest from ledger.fact
     where module = 'complaints' and case_id = any($1::text[]) and version = 1`,
    [ids],
  )
  return new Map(known.rows.map(row => [row.id, row.digest ?? '']))
}

/** The results in the order of the rows, a few at a time; the first fault stops what has not begun. */
async function concurrently<Row, Result>(rows: readonly Row[], work: (row: Row) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = new Array(rows.length)
  let next = 0
  let failed = false
  const worker = async () => {
    while (next < rows.length && !failed) {
      const mine = next++
      try {
        results[mine] = await work(rows[mine] as Row)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker))
  const fault = ended.find(each => each.status === 'rejected')
  if (fault) throw fault.reason
  return results
}
