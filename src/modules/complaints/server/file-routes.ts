// Evidence and sealed words: files come in and go out on the record, a sealed field is opened for a purpose.

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { signatureOf } from '../../../kernel/actor.ts'
import { invalid, isRefusal, missing } from '../../../kernel/refusal.ts'
import type { House } from '../../../platform/department.ts'
import { actorOf } from '../../../platform/guard.ts'
import { bodies } from '../rules/contract.ts'
import { command } from './command-routes.ts'
import { findCaseFile, findComplaint } from './store.ts'
import { isSealed } from './view.ts'

export const EVIDENCE_MOST_BYTES = 100 * 1024 * 1024
export const PURPOSES = ['contact', 'verify-identity', 'decide', 'inspect', 'other'] as const

const place = z.object({ id: z.string().min(1).max(80) })
const filePlace = z.object({ id: z.string().min(1).max(80), sha256: z.string().regex(/^[0-9a-f]{64}$/) })

export function fileRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/complaints/:id/files',
    { config: { upload: true, says: { zh: '上传证据。', en: 'Adds a file to the case.' } }, schema: { params: place } },
    async (request, reply) => {
      const actor = actorOf(request)
      const { id } = request.params
      if (!(await findComplaint(house.pool, id, actor))) return reply.refuse(missing())
      const part = await request.file()
      if (!part) return reply.refuse(invalid('file', 'value-needed'))
      const kept = await house.files.keep(part.file, {
        name: part.filename,
        declaredType: part.mimetype,
        maxBytes: EVIDENCE_MOST_BYTES,
      })
      if (isRefusal(kept)) return reply.refuse(kept)
      const kind = fieldOf(part.fields, 'kind') ?? 'other'
      const text = fieldOf(part.fields, 'text')
      const body = bodies.evidence.safeParse({
        file: kept.sha256,
        name: part.filename,
        mediaType: kept.type,
        bytes: kept.bytes,
        kind,
        ...(text && { text }),
      })
      if (!body.success) return reply.refuse(invalid('kind', 'reason-choice'))
      const outcome = await command(house, { actor, id, noun: 'evidence', body: body.data, key: null })
      if (!outcome.ok) return reply.refuse(outcome.refusal)
      return reply.code(201).send({ sha256: kept.sha256, name: part.filename, type: kept.type, bytes: kept.bytes })
    },
  )
  download(plain, house)
  revealing(plain, house)
}

function download(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/api/complaints/:id/files/:sha256',
    {
      config: { says: { zh: '下载证据，并记入查阅记录。', en: 'Hands out a file; recorded.' } },
      schema: { params: filePlace },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const { id, sha256 } = request.params
      const file = await findCaseFile(house.pool, id, actor)
      const added = file?.facts.find(fact => fact.type === 'evidence-added' && fact.body.file === sha256)
      if (!added) return reply.refuse(missing())
      await house.readings.record([
        {
          at: house.clock.now(),
          actor: signatureOf(actor),
          act: 'downloaded',
          module: 'complaints',
          caseId: id,
          subject: sha256,
        },
      ])
      const name = encodeURIComponent(String(added.body.name))
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .header('x-content-type-options', 'nosniff')
        .type(String(added.body.mediaType))
        .send(await house.files.open(sha256))
    },
  )
}

function revealing(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/complaints/:id/revealing',
    {
      config: {
        says: {
          zh: '按用途查看一项脱敏信息，先留痕后显示。',
          en: 'Opens one masked field for a purpose; recorded before it is shown.',
        },
      },
      schema: {
        params: place,
        body: z.strictObject({
          /** `text`, `party.0.phone`, `request.1`, `fact.12.text`. */
          field: z.string().regex(/^(text|party\.\d+\.[a-zA-Z]+|request\.\d+|fact\.\d+(\.[a-zA-Z0-9]+)+)$/),
          purpose: z.enum(PURPOSES),
          words: z.string().trim().max(500).optional(),
        }),
        response: { 200: z.object({ value: z.string().nullable() }) },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const { field, purpose, words } = request.body
      const file = await findCaseFile(house.pool, request.params.id, actor)
      if (!file) return reply.refuse(missing())
      const sealed = sealedAt(file, field)
      if (!isSealed(sealed)) return reply.refuse(invalid('field', 'no-such-field'))
      if (purpose === 'other' && !words) return reply.refuse(invalid('words', 'value-needed'))
      await house.readings.record([
        {
          at: house.clock.now(),
          actor: signatureOf(actor),
          act: 'revealed',
          module: 'complaints',
          caseId: file.complaint.id,
          subject: field,
          purpose: words ? `${purpose}: ${words}` : purpose,
        },
      ])
      return { value: await house.vault.reveal(sealed.person, sealed.sealed) }
    },
  )
}

function sealedAt({ complaint, facts }: NonNullable<Awaited<ReturnType<typeof findCaseFile>>>, field: string): unknown {
  const [what, place = '', ...rest] = field.split('.')
  if (what === 'text') return complaint.text
  if (what === 'request') return complaint.requests.find(each => each.no === Number(place))?.text
  const from =
    what === 'party' ? complaint.parties[Number(place)] : facts.find(each => each.version === Number(place))?.body
  return rest.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
    from,
  )
}

function fieldOf(fields: Record<string, unknown>, name: string): string | undefined {
  const field = fields[name]
  return typeof field === 'object' && field !== null && 'value' in field && typeof field.value === 'string'
    ? field.value
    : undefined
}
