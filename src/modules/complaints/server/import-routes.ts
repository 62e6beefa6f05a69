// The rooms of the import: a file comes in, is mapped, tried and run; its report stays. Presets are kept beside it.

import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { invalid, isRefusal, missing, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { House } from '../../../platform/department.ts'
import { actorOf } from '../../../platform/guard.ts'
import { findMisfit } from '../rules/import-choice.ts'
import { presetOfMapping } from '../rules/import-mapping.ts'
import type { ImportPreset } from '../rules/import-preset.ts'
import { IMPORT_JOB } from './import-job.ts'
import {
  changeImport,
  findAnyPreset,
  findImport,
  type ImportRecord,
  listImports,
  moveImport,
  savePreset,
} from './import-store.ts'
import { receiveFile } from './import-upload.ts'
import { importView } from './import-view.ts'

export const IMPORT_ROLES = ['supervisor', 'admin'] as const
const MOST_LISTED = 100

const place = z.object({ id: z.uuid() })
const choice = z.strictObject({
  preset: z.string().max(40).optional(),
  mapping: z.record(z.string().max(120), z.string().max(60)).optional(),
  /** Keeps the mapping as a preset of its own. */
  keepPreset: z.boolean().optional(),
})
type Choice = z.output<typeof choice>

export function importRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/imports',
    {
      config: {
        upload: true,
        roles: IMPORT_ROLES,
        says: {
          zh: '上传要导入的文件：CSV、Excel 或逐行 JSON，可用 gzip 压缩。',
          en: 'Takes a file to be imported: CSV, Excel or JSON lines, each also gzipped.',
        },
      },
    },
    async (request, reply) => {
      const part = await request.file()
      if (!part) return reply.refuse(invalid('file', 'value-needed'))
      const record = await receiveFile(house, part, actorOf(request))
      if (isRefusal(record)) return reply.refuse(record)
      const preset = part.fields.preset
      const named = preset && 'value' in preset && typeof preset.value === 'string' ? preset.value : ''
      const chosen = named === '' ? record : await choose(house, record, { preset: named }, actorOf(request).id)
      if (isRefusal(chosen)) return reply.refuse(chosen)
      return reply.code(201).send(view(chosen, request))
    },
  )
  lookRoutes(plain, house)
  stepRoutes(plain, house)
}

function view(record: ImportRecord, request: FastifyRequest) {
  return importView(record, { language: request.language, actor: actorOf(request).id })
}

function lookRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/api/imports',
    { config: { roles: IMPORT_ROLES, says: { zh: '以往的导入。', en: 'Imports, the newest first.' } } },
    async request => ({ items: (await listImports(house.pool, MOST_LISTED)).map(each => view(each, request)) }),
  )
  server.get(
    '/api/imports/:id',
    {
      config: { roles: IMPORT_ROLES, says: { zh: '一次导入及其报告。', en: 'One import with its report.' } },
      schema: { params: place },
    },
    async (request, reply) => {
      const record = await findImport(house.pool, request.params.id)
      return record ? view(record, request) : reply.refuse(missing())
    },
  )
  server.put(
    '/api/imports/:id/mapping',
    {
      config: {
        roles: IMPORT_ROLES,
        says: { zh: '选定预设或各列的对应。', en: 'Chooses a preset or maps the columns.' },
      },
      schema: { params: place, body: choice },
    },
    async (request, reply) => {
      const record = await findImport(house.pool, request.params.id)
      if (!record) return reply.refuse(missing())
      const chosen = await choose(house, record, request.body, actorOf(request).id)
      return isRefusal(chosen) ? reply.refuse(chosen) : view(chosen, request)
    },
  )
}

/** Trial and run: each begins a job and answers at once. */
function stepRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  const steps = {
    trial: { zh: '试导入：逐行检查，不写入。', en: 'Tries every row; writes nothing.' },
    run: { zh: '正式导入，或从中断处继续。', en: 'Imports, or goes on where it stopped.' },
  }
  for (const act of ['trial', 'run'] as const) {
    server.post(
      `/api/imports/:id/${act}`,
      { config: { roles: IMPORT_ROLES, says: steps[act] }, schema: { params: place, body: choice } },
      async (request, reply) => {
        const actor = actorOf(request).id
        const found = await findImport(house.pool, request.params.id)
        if (!found) return reply.refuse(missing())
        const wish = request.body
        const chosen = act === 'trial' && hasChoice(wish) ? await choose(house, found, wish, actor) : found
        if (isRefusal(chosen)) return reply.refuse(chosen)
        const begun = await begin(house, chosen, act, actor)
        if (isRefusal(begun)) return reply.refuse(begun)
        const record = (await findImport(house.pool, chosen.id)) ?? chosen
        return reply.code(202).send(view(record, request))
      },
    )
  }
}

function hasChoice(wish: Choice): boolean {
  return wish.preset !== undefined || wish.mapping !== undefined
}

async function begin(house: House, record: ImportRecord, act: 'trial' | 'run', actor: string): Promise<Refusal | null> {
  if (record.preset === null) return invalid('preset', 'value-needed')
  const move =
    act === 'trial'
      ? ({ from: ['uploaded', 'tried', 'failed'], to: 'trying' } as const)
      : ({ from: ['tried', 'stopped'], to: 'running' } as const)
  if (!(await moveImport(house.pool, record.id, move))) return outOfTurn(record)
  await house.jobs.ask({ kind: IMPORT_JOB, input: { import: record.id, act }, requestedBy: actor })
  return null
}

function outOfTurn(record: ImportRecord): Refusal {
  if (record.state === 'trying' || record.state === 'running') return refuse('import-running')
  return refuse(record.state === 'done' ? 'import-done' : 'trial-first')
}

/** Reads the file with another preset or mapping from now on. What was tried before is forgotten. */
async function choose(
  house: House,
  record: ImportRecord,
  wish: Choice,
  actor: string,
): Promise<ImportRecord | Refusal> {
  if (!['uploaded', 'tried', 'failed'].includes(record.state)) return outOfTurn(record)
  const preset = await presetOf(house, record, wish)
  if (isRefusal(preset)) return preset
  const misfit = findMisfit(preset, record)
  if (misfit) return misfit
  if (wish.mapping && wish.keepPreset) await savePreset(house.pool, preset, { actor, at: house.clock.now() })
  const mapping = wish.preset === undefined ? (wish.mapping ?? null) : null
  const news = { presetId: preset.id, preset, mapping, state: 'uploaded', trial: null, fault: null } as const
  await changeImport(house.pool, record.id, news)
  return { ...record, ...news }
}

async function presetOf(house: House, record: ImportRecord, wish: Choice): Promise<ImportPreset | Refusal> {
  if (wish.preset !== undefined) {
    const found = await findAnyPreset(house.pool, wish.preset)
    return found ?? { ...refuse('no-such-preset', { preset: wish.preset }), refused: 'invalid', field: 'preset' }
  }
  if (wish.mapping === undefined) return invalid('mapping', 'value-needed')
  const id = `own-${record.sha256.slice(0, 8)}`
  const preset = presetOfMapping(wish.mapping, { id, title: record.name })
  return 'unmapped' in preset
    ? invalid('mapping', 'columns-missing', { fields: preset.unmapped.join('、'), columns: record.columns.join('、') })
    : preset
}
