// Imports in the background: a trial or a run of an uploaded file, resumed after a kill, the file gone when all is in.

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { House } from '../../../platform/department.ts'
import type { JobKind, Task } from '../../../platform/jobs.ts'
import { isAway } from '../../../platform/pool.ts'
import type { ImportReport } from '../rules/import-report.ts'
import { openSource } from './import-read.ts'
import { type ImportWork, runImport, tryImport } from './import-run.ts'
import { changeImport, findImport, type ImportRecord } from './import-store.ts'

export const IMPORT_JOB = 'import'

const input = z.object({ import: z.string(), act: z.enum(['trial', 'run']) })

export function importJob(house: House): JobKind {
  return {
    name: IMPORT_JOB,
    async run(task) {
      const { import: id, act } = input.parse(task.input)
      const record = await findImport(house.pool, id)
      // Ended by the attempt before, which was killed on its way to say so.
      if (record?.state !== (act === 'trial' ? 'trying' : 'running')) return null
      try {
        return await work(house, task, record, act)
      } catch (error) {
        // The product stops, or the database is away for a moment: the job is tried again and goes on from its line.
        if (task.signal.aborted || isAway(error)) throw error
        house.log.error({ err: error, import: id }, 'an import has stopped')
        await changeImport(house.pool, id, {
          state: act === 'trial' ? 'failed' : 'stopped',
          fault: { key: 'import-stopped' },
        })
        return null
      }
    },
  }
}

/** Where an uploaded file waits. */
export function placeOfImport(house: Pick<House, 'rooms'>, id: string): string {
  return join(house.rooms.imports, id)
}

async function work(house: House, task: Task, record: ImportRecord, act: 'trial' | 'run'): Promise<unknown> {
  const path = placeOfImport(house, record.id)
  const file = await openSource(path, record.name)
  if (isRefusal(file) || record.preset === null || file.sha256 !== record.sha256) {
    const fault = isRefusal(file)
      ? { key: file.key, ...(file.values && { values: file.values }) }
      : { key: 'file-altered' }
    await changeImport(house.pool, record.id, { state: 'failed', fault, endedAt: house.clock.now() })
    return null
  }
  const given: ImportWork = {
    house,
    file,
    preset: record.preset,
    importId: record.id,
    unit: record.unit,
    signal: task.signal,
    onBatch: async ({ line, report }) => {
      await changeImport(house.pool, record.id, act === 'trial' ? { trial: report } : { line, report })
      await task.report({ progress: report.read, total: record.total })
    },
  }
  const report = act === 'trial' ? await tryImport(given) : await runImport(given, record)
  await settle(house, record, act, report)
  return { read: report.read, faulty: report.faulty }
}

async function settle(house: House, record: ImportRecord, act: 'trial' | 'run', report: ImportReport): Promise<void> {
  if (act === 'trial') {
    await changeImport(house.pool, record.id, { state: 'tried', trial: report, total: report.read })
    return
  }
  const endedAt = house.clock.now()
  await changeImport(house.pool, record.id, { state: 'done', report, total: report.read, sample: null, endedAt })
  // What it held is in the ledger now, sealed; in clear it need not lie here.
  await rm(placeOfImport(house, record.id), { force: true })
}
