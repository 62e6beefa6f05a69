// A file on its way in: written aside, looked at, and kept until its rows are in the ledger.

import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Actor } from '../../../kernel/actor.ts'
import { maskText } from '../../../kernel/masking.ts'
import { invalid, isRefusal, type Refusal } from '../../../kernel/refusal.ts'
import { randomId } from '../../../platform/clock.ts'
import type { House } from '../../../platform/department.ts'
import type { SourceRecord } from '../rules/import-value.ts'
import { placeOfImport } from './import-job.ts'
import { openSource, rowsOf, type SourceFile } from './import-read.ts'
import { addImport, type ImportRecord } from './import-store.ts'

const SAMPLE_ROWS = 5
const SAMPLE_CHARACTERS = 80
const HEAD_OFFICE = 'HO'

/** Keeps an uploaded file and enters its import. Refusals: too large, and those of `openSource`. */
export async function receiveFile(
  house: House,
  part: { file: Readable & { truncated?: boolean }; filename: string },
  actor: Actor,
): Promise<ImportRecord | Refusal> {
  const id = randomId()
  const place = placeOfImport(house, id)
  const aside = `${place}.arriving`
  try {
    await pipeline(part.file, createWriteStream(aside, { mode: 0o600 }))
    if (part.file.truncated) return invalid('file', 'file-too-large', { mb: 200 })
    const file = await openSource(aside, part.filename)
    if (isRefusal(file)) return { ...file, refused: 'invalid', field: 'file' }
    const record = recordOf(house, { id, file, actor: actor.id, unit: actor.unit ?? HEAD_OFFICE })
    const sample = await sampleOf(file)
    await rename(aside, place)
    await addImport(house.pool, { ...record, sample })
    return { ...record, sample }
  } finally {
    await rm(aside, { force: true })
  }
}

/** The entry of an import that nobody has begun. */
export function recordOf(
  house: Pick<House, 'clock'>,
  given: { id: string; file: SourceFile; actor: string; unit: string },
): ImportRecord {
  const { file } = given
  const { name, sha256, bytes, format, columns } = file
  return {
    id: given.id,
    ...{ name, sha256, bytes, format, columns },
    sample: null,
    presetId: null,
    preset: null,
    mapping: null,
    unit: given.unit,
    state: 'uploaded',
    line: 0,
    total: Math.max(0, file.lines - (format === 'jsonl' ? 0 : 1)),
    trial: null,
    report: null,
    fault: null,
    requestedBy: given.actor,
    requestedAt: house.clock.now(),
    endedAt: null,
  }
}

async function sampleOf(file: SourceFile): Promise<SourceRecord[]> {
  const sample: SourceRecord[] = []
  for await (const row of rowsOf(file)) {
    if ('record' in row) sample.push(shortened(row.record))
    if (sample.length === SAMPLE_ROWS) break
  }
  return sample
}

function shortened(record: SourceRecord): SourceRecord {
  return Object.fromEntries(
    Object.entries(record).map(([column, text]) => [column, [...maskText(text)].slice(0, SAMPLE_CHARACTERS).join('')]),
  )
}
