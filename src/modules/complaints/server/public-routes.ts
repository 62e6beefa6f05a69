// The consumer's rooms on the wire: no account, a number and a code; what is said here is said to a stranger until both fit.

import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { signatureOf } from '../../../kernel/actor.ts'
import { isRefusal, refuse } from '../../../kernel/refusal.ts'
import { getInstant, HOUR_MS, MINUTE_MS } from '../../../kernel/time.ts'
import type { Language } from '../../../kernel/words.ts'
import { randomId } from '../../../platform/clock.ts'
import type { House } from '../../../platform/department.ts'
import { actorOf } from '../../../platform/guard.ts'
import { clocksOf } from '../rules/clocks.ts'
import { MOST_PHOTO_BYTES, MOST_PHOTOS_OF_CASE } from '../rules/consumer-limit.ts'
import { bodies } from '../rules/contract.ts'
import {
  type Bank,
  publication,
  publicComplaint,
  publicKey,
  publicSupplement,
  publicWithdrawal,
} from '../rules/contract-public.ts'
import { progressOf } from '../rules/progress.ts'
import { isHeadOffice } from '../rules/who.ts'
import { command } from './command-routes.ts'
import { gatherAnswers } from './gather.ts'
import { fileOnce } from './public-filing.ts'
import { createLimit, type Limit } from './public-limit.ts'
import { findPublication, publishBank } from './publication.ts'
import { findCaseFile, findComplaint } from './store.ts'
import { createTracking, type Opened, type Tracking } from './tracking.ts'

const place = z.object({ number: z.string().min(1).max(40) })
const keyHeader = z.object({ 'idempotency-key': z.string().min(8).max(200).optional() })
const codeHeader = z.object({ 'x-tracking-code': z.string().min(1).max(40) })

/** Hangs the consumer's routes. Every one is public and counted per address. */
export function publicRoutes(plain: FastifyInstance, house: House): void {
  const tracking = createTracking(house)
  const limits = {
    filing: createLimit({ most: 20, windowMs: HOUR_MS }),
    looking: createLimit({ most: 120, windowMs: 10 * MINUTE_MS }),
    sending: createLimit({ most: 60, windowMs: HOUR_MS }),
  }
  bankRoutes(plain, house)
  filingRoute(plain, house, { tracking, limit: limits.filing })
  progressRoute(plain, house, { tracking, limit: limits.looking })
  photoRoute(plain, house, { tracking, limit: limits.sending })
  wordRoutes(plain, house, { tracking, limit: limits.sending })
}

interface Parts {
  readonly tracking: Tracking
  readonly limit: Limit
}

function bankRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/api/public/bank',
    {
      config: {
        public: true,
        says: { zh: '本行的名称、电话、地址和时间。', en: 'Name, telephone, address and hours of the bank.' },
      },
    },
    async request => bankOf(house, request.language),
  )
  server.post(
    '/api/publications',
    {
      config: {
        roles: ['admin'],
        says: {
          zh: '公布投诉电话、地址和时间（3号令第8条）。',
          en: 'Publishes telephone, address and hours (No.3 Art. 8).',
        },
      },
      schema: { body: publication },
    },
    async (request, reply) => {
      const by = signatureOf(actorOf(request))
      await publishBank(house.pool, { at: house.clock.now(), by, body: request.body })
      return reply.code(201).send(request.body)
    },
  )
}

function filingRoute(plain: FastifyInstance, house: House, { tracking, limit }: Parts): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/public/complaints',
    {
      config: {
        public: true,
        says: { zh: '消费者提出投诉，得到编号和查询码。', en: 'A consumer complains and gets a number and a code.' },
      },
      schema: { headers: keyHeader, body: publicComplaint },
    },
    async (request, reply) => {
      limit(request.ip, house.clock.now())
      const key = request.headers['idempotency-key'] ?? randomId()
      const filed = await fileOnce(house, tracking, { body: request.body, key })
      return isRefusal(filed) ? reply.refuse(filed) : reply.code(201).send(filed)
    },
  )
}

function progressRoute(plain: FastifyInstance, house: House, { tracking, limit }: Parts): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/public/progress',
    {
      config: { public: true, says: { zh: '凭编号和查询码查进度。', en: 'Progress, by number and code.' } },
      schema: { body: publicKey },
    },
    async (request, reply) => {
      limit(request.ip, house.clock.now())
      const opened = await tracking.open(request.body)
      if (isRefusal(opened)) return reply.refuse(opened)
      return progressFor(house, opened, request.language)
    },
  )
}

function photoRoute(plain: FastifyInstance, house: House, { tracking, limit }: Parts): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/public/complaints/:number/photos',
    {
      config: { public: true, upload: true, says: { zh: '消费者添加一张照片。', en: 'A consumer adds a photo.' } },
      schema: { params: place, headers: codeHeader },
    },
    async (request, reply) => {
      limit(request.ip, house.clock.now())
      const opened = await tracking.open({ number: request.params.number, code: request.headers['x-tracking-code'] })
      if (isRefusal(opened)) return reply.refuse(opened)
      const refused = await addPhoto(house, opened, request)
      return refused ? reply.refuse(refused) : reply.code(201).send({})
    },
  )
}

function wordRoutes(plain: FastifyInstance, house: House, { tracking, limit }: Parts): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/public/complaints/:number/supplement',
    {
      config: { public: true, says: { zh: '消费者补充所要的内容。', en: 'A consumer adds what was asked for.' } },
      schema: { params: place, body: publicSupplement },
    },
    async (request, reply) => {
      limit(request.ip, house.clock.now())
      const opened = await tracking.open({ number: request.params.number, code: request.body.code })
      if (isRefusal(opened)) return reply.refuse(opened)
      const body = bodies.supplement.parse({ text: request.body.text })
      const outcome = await command(house, { ...opened, noun: 'supplement', body, key: null })
      return outcome.ok ? {} : reply.refuse(outcome.refusal)
    },
  )
  server.post(
    '/api/public/complaints/:number/withdrawal',
    {
      config: { public: true, says: { zh: '消费者凭查询码撤回投诉。', en: 'A consumer withdraws, with the code.' } },
      schema: { params: place, body: publicWithdrawal },
    },
    async (request, reply) => {
      limit(request.ip, house.clock.now())
      const opened = await tracking.open({ number: request.params.number, code: request.body.code })
      if (isRefusal(opened)) return reply.refuse(opened)
      const text = request.body.text ?? '消费者凭编号和查询码在网上撤回，未说明原因。'
      const body = bodies.withdrawal.parse({ text, verifiedBy: 'code' })
      const outcome = await command(house, { ...opened, noun: 'withdrawal', body, key: null })
      return outcome.ok ? {} : reply.refuse(outcome.refusal)
    },
  )
}

// The sender's own name of the file may hold a person's: the file is numbered instead.
async function addPhoto(house: House, { id, actor }: Opened, request: FastifyRequest) {
  const complaint = await findComplaint(house.pool, id, actor)
  const count = await countPhotos(house, id)
  const part = await request.file({ limits: { fileSize: MOST_PHOTO_BYTES + 1, files: 1 } })
  if (!complaint || !part?.mimetype.startsWith('image/')) return refuse('public-photo-only')
  if (count >= MOST_PHOTOS_OF_CASE) return refuse('public-photos-full', { most: MOST_PHOTOS_OF_CASE })
  const kept = await house.files.keep(part.file, {
    name: part.filename,
    declaredType: part.mimetype,
    maxBytes: MOST_PHOTO_BYTES,
  })
  if (isRefusal(kept)) return kept
  // The same photo again is a retry whose answer was lost.
  if (complaint.files.includes(kept.sha256)) return null
  const body = bodies.evidence.parse({
    file: kept.sha256,
    name: `消费者照片 ${count + 1}`,
    mediaType: kept.type,
    bytes: kept.bytes,
    kind: 'from-consumer',
  })
  const outcome = await command(house, { actor, id, noun: 'evidence', body, key: null })
  return outcome.ok ? null : outcome.refusal
}

async function countPhotos(house: House, id: string): Promise<number> {
  const { rows } = await house.pool.query({
    name: 'photos of consumer',
    text: `select count(*)::int as count from ledger.fact
           where module = 'complaints' and case_id = $1 and type = 'evidence-added' and actor = $2`,
    values: [id, `consumer:${id}`],
  })
  return rows[0]?.count ?? 0
}

async function progressFor(house: House, { id, actor }: Opened, language: Language) {
  const [file, answers, bank] = await Promise.all([
    findCaseFile(house.pool, id, actor),
    gatherAnswers(house, null),
    bankOf(house, language),
  ])
  if (!file) throw new RangeError('a tracked case without a file')
  const { complaint } = file
  return progressOf({
    complaint,
    facts: file.facts.map(fact => ({ ...fact, at: getInstant(fact.at) })),
    clocks: clocksOf(complaint, house.clock.now(), answers),
    isHeadOffice: isHeadOffice(complaint.owner.unit, answers),
    phone: bank.phone,
  })
}

// The bank is called as its head office is, without the words "head office".
async function bankOf(house: House, language: Language): Promise<Bank> {
  const [published, organisation] = await Promise.all([findPublication(house.pool), house.answers.organisation()])
  const name = organisation.findUnit('HO')?.name
  const spoken = (wording: { zh: string; en: string } | undefined) =>
    (language === 'zh-CN' ? wording?.zh : wording?.en) ?? ''
  return {
    name: spoken(name).replace(/总行$| Head Office$/, ''),
    phone: published?.phone ?? '',
    address: spoken(published?.address),
    hours: spoken(published?.hours),
  }
}
