// Imports and kept presets in the database: what people see of them. Their rows are cases, and come in by the door.

import type { Pool } from 'pg'
import type { Instant } from '../../../kernel/time.ts'
import type { Saying } from '../../../kernel/words.ts'
import type { Mapping } from '../rules/import-mapping.ts'
import type { FileFormat, ImportPreset } from '../rules/import-preset.ts'
import { findPreset, PRESETS } from '../rules/import-preset-list.ts'
import type { ImportReport } from '../rules/import-report.ts'
import type { SourceRecord } from '../rules/import-value.ts'

export type ImportState = 'uploaded' | 'trying' | 'tried' | 'running' | 'stopped' | 'done' | 'failed'

export interface ImportRecord {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly format: FileFormat
  readonly columns: readonly string[]
  readonly sample: readonly SourceRecord[] | null
  readonly presetId: string | null
  readonly preset: ImportPreset | null
  readonly mapping: Mapping | null
  readonly unit: string
  readonly state: ImportState
  readonly line: number
  readonly total: number
  readonly trial: ImportReport | null
  readonly report: ImportReport | null
  readonly fault: Saying | null
  readonly requestedBy: string
  readonly requestedAt: Instant
  readonly endedAt: Instant | null
}

const COLUMNS = {
  id: 'id',
  name: 'name',
  sha256: 'sha256',
  bytes: 'bytes',
  format: 'format',
  columns: 'columns',
  sample: 'sample',
  presetId: 'preset_id',
  preset: 'preset',
  mapping: 'mapping',
  unit: 'unit',
  state: 'state',
  line: 'line',
  total: 'total',
  trial: 'trial',
  report: 'report',
  fault: 'fault',
  requestedBy: 'requested_by',
  requestedAt: 'requested_at',
  endedAt: 'ended_at',
} as const satisfies Record<keyof ImportRecord, string>

const JSONB: ReadonlySet<string> = new Set(['sample', 'preset', 'mapping', 'trial', 'report', 'fault'])
const LIST = Object.entries(COLUMNS)
  .map(([name, column]) => `${column} as "${name}"`)
  .join(', ')
// Reports hold up to a thousand faults: a list shows none of them.
const BRIEF = LIST.replace('trial as "trial"', 'null as trial').replace('report as "report"', 'null as report')

export async function addImport(pool: Pool, record: ImportRecord): Promise<void> {
  const names = Object.keys(COLUMNS) as (keyof ImportRecord)[]
  await pool.query(
    `insert into complaints.import (${names.map(name => COLUMNS[name]).join(', ')})
     values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    names.map(name => stored(name, record[name])),
  )
}

export async function changeImport(pool: Pool, id: string, news: Partial<Omit<ImportRecord, 'id'>>): Promise<void> {
  const entries = Object.entries(news) as [keyof ImportRecord, unknown][]
  await pool.query(
    `update complaints.import set ${entries.map(([name], index) => `${COLUMNS[name]} = $${index + 2}`).join(', ')} where id = $1`,
    [id, ...entries.map(([name, value]) => stored(name, value))],
  )
}

/** Goes from one of these states to another, for whoever is first; false for all others. */
export async function moveImport(
  pool: Pool,
  id: string,
  move: { from: readonly ImportState[]; to: ImportState },
): Promise<boolean> {
  const moved = await pool.query(
    'update complaints.import set state = $2, fault = null, ended_at = null where id = $1 and state = any($3::text[])',
    [id, move.to, move.from],
  )
  return moved.rowCount === 1
}

export async function findImport(pool: Pool, id: string): Promise<ImportRecord | null> {
  const { rows } = await pool.query<ImportRecord>(`select ${LIST} from complaints.import where id = $1`, [id])
  return rows[0] ?? null
}

/** The newest first, without their reports. */
export async function listImports(pool: Pool, limit: number): Promise<ImportRecord[]> {
  const { rows } = await pool.query<ImportRecord>(
    `select ${BRIEF} from complaints.import order by requested_at desc, id limit $1`,
    [limit],
  )
  return rows
}

/** The run of the same file with the same preset that came to no end: the command line goes on with it. */
export async function findUnfinished(
  pool: Pool,
  of: { sha256: string; presetId: string },
): Promise<ImportRecord | null> {
  const { rows } = await pool.query<ImportRecord>(
    `select ${LIST} from complaints.import
     where sha256 = $1 and preset_id = $2 and state in ('running', 'stopped') and ended_at is null
       and requested_by = 'command-line'
     order by requested_at desc limit 1`,
    [of.sha256, of.presetId],
  )
  return rows[0] ?? null
}

/** Those of the product, then those kept by people, by title. */
export async function listPresets(pool: Pool): Promise<ImportPreset[]> {
  const { rows } = await pool.query<{ body: ImportPreset }>('select body from complaints.import_preset order by id')
  return [...PRESETS, ...rows.map(row => row.body)]
}

export async function findAnyPreset(pool: Pool, id: string): Promise<ImportPreset | null> {
  const own = findPreset(id)
  if (own) return own
  const { rows } = await pool.query<{ body: ImportPreset }>('select body from complaints.import_preset where id = $1', [
    id,
  ])
  return rows[0]?.body ?? null
}

export async function savePreset(pool: Pool, preset: ImportPreset, by: { actor: string; at: Instant }): Promise<void> {
  await pool.query(
    `insert into complaints.import_preset (id, body, changed_by, changed_at) values ($1, $2::jsonb, $3, $4)
     on conflict (id) do update set body = excluded.body, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [preset.id, JSON.stringify(preset), by.actor, by.at],
  )
}

export async function deletePreset(pool: Pool, id: string): Promise<boolean> {
  return (await pool.query('delete from complaints.import_preset where id = $1', [id])).rowCount === 1
}

function stored(name: string, value: unknown): unknown {
  return JSONB.has(name) && value !== null ? JSON.stringify(value) : value
}
