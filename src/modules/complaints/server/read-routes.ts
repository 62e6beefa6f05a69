// Reading complaints: the desk, its counts, the whole case, the approval tray, the customer's other cases.

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Actor, signatureOf } from '../../../kernel/actor.ts'
import { invalid, missing } from '../../../kernel/refusal.ts'
import { dayOf, endOf, plusDays } from '../../../kernel/time.ts'
import type { Language } from '../../../kernel/words.ts'
import type { House } from '../../../platform/department.ts'
import { countDesk, type DeskPage, readDesk } from '../../../platform/desk.ts'
import { actorOf } from '../../../platform/guard.ts'
import { BadInput } from '../../../platform/input-reasons.ts'
import type { MarkKind } from '../../../platform/vault.ts'
import type { Complaint } from '../rules/complaint.ts'
import { AWAITING, deskItem, deskQuery, questionOf, VIEWS } from './desk-query.ts'
import { gatherAnswers } from './gather.ts'
import { findCaseFile, scopesToAsk } from './store.ts'
import { caseView, masked, namesFrom, toldClocks } from './view.ts'

const MOST_COUNTED = 1000
const place = z.object({ id: z.string().min(1).max(80) })

export function readRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/api/desk',
    {
      config: {
        says: {
          zh: '工作台：按法定剩余时间排序的清单。',
          en: 'The desk: the work list, sorted by the time that the law leaves.',
        },
      },
      schema: { querystring: deskQuery },
    },
    async request => {
      const actor = actorOf(request)
      return shown(house, await pageOf(house, request.query, actor), request.language)
    },
  )
  server.get(
    '/api/desk/counts',
    {
      config: {
        says: { zh: '各视图的件数，数到 1000 为止。', en: 'How many cases each view holds; counting stops at 1000.' },
      },
    },
    async request => countsFor(house, actorOf(request)),
  )
  wholeCase(plain, house)
  server.get(
    '/api/approvals',
    {
      config: {
        roles: ['approver', 'executive', 'supervisor'],
        says: { zh: '待审批。', en: 'What waits for a second person.' },
      },
      schema: {
        querystring: z.object({
          limit: z.coerce.number().int().min(1).max(100).default(50),
          after: z.string().optional(),
        }),
      },
    },
    async request => approvalsFor(house, actorOf(request), request.query, request.language),
  )
  customerSearch(plain, house)
}

function wholeCase(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/api/complaints/:id',
    {
      config: { says: { zh: '一件投诉的全部内容。', en: 'The whole case in one answer.' } },
      schema: { params: place },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const [file, answers] = await Promise.all([
        findCaseFile(house.pool, request.params.id, actor),
        gatherAnswers(house, null),
      ])
      if (!file) return reply.refuse(missing())
      const now = house.clock.now()
      house.readings.queue({
        at: now,
        actor: signatureOf(actor),
        act: 'opened',
        module: 'complaints',
        caseId: file.complaint.id,
      })
      return caseView(file, { actor, now, language: request.language, answers })
    },
  )
}

function customerSearch(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/customer-search',
    {
      config: {
        roles: ['clerk', 'handler', 'supervisor'],
        says: {
          zh: '按电话、证件号或账号精确查找客户的投诉。',
          en: 'Finds a customer’s cases by exact phone, identity number or account.',
        },
      },
      schema: {
        body: z
          .strictObject({ phone: z.string().max(40), identityNumber: z.string().max(40), account: z.string().max(60) })
          .partial(),
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const { phone, identityNumber, account } = request.body
      const given: [MarkKind, string | undefined][] = [
        ['phone', phone],
        ['identity', identityNumber],
        ['account', account],
      ]
      const asked = given.filter((each): each is [MarkKind, string] => Boolean(each[1]))
      if (asked.length === 0) return reply.refuse(invalid('phone', 'value-needed'))
      const people = (await Promise.all(asked.map(([kind, number]) => house.vault.findPeople(kind, number)))).flat()
      await house.readings.record([
        {
          at: house.clock.now(),
          actor: signatureOf(actor),
          act: 'searched',
          module: 'complaints',
          subject: asked.map(([kind]) => kind).join('+'),
        },
      ])
      if (people.length === 0) return { cases: [], hidden: 0 }
      const anyTags = [...new Set(people)].map(person => `customer:${person}`)
      const query = { module: 'complaints', anyTags, sort: '-opened', limit: 20 } as const
      const seen = await readDesk(house.pool, { ...query, scopes: scopesToAsk(actor) })
      const all = await countDesk(house.pool, { module: 'complaints', anyTags, scopes: null }, 100)
      const { items } = await shown(house, seen, request.language)
      return { cases: items, hidden: Math.max(0, all - items.length) }
    },
  )
}

async function pageOf(house: House, parameters: z.output<typeof deskQuery>, actor: Actor): Promise<DeskPage> {
  try {
    return await readDesk(house.pool, questionOf(parameters, actor, house.clock.now()))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new BadInput(
      [{ code: 'custom', path: ['after'], message: 'no-such-place', input: parameters.after }],
      parameters,
    )
  }
}

async function shown(house: House, page: DeskPage, language: Language) {
  const names = namesFrom(await house.answers.organisation(), language)
  return { items: page.items.map(row => deskItem(row, names)), next: page.next }
}

async function countsFor(house: House, actor: Actor) {
  const now = house.clock.now()
  const base = deskQuery.parse({})
  const count = (view: (typeof VIEWS)[number]) =>
    countDesk(house.pool, questionOf({ ...base, view }, actor, now), MOST_COUNTED)
  const scopes = scopesToAsk(actor)
  const before = (dueBefore: typeof now) =>
    countDesk(house.pool, { module: 'complaints', scopes, open: true, dueBefore }, MOST_COUNTED)
  const counted = VIEWS.filter(view => view !== 'all')
  const [views, overdue, today, soon] = await Promise.all([
    Promise.all(counted.map(count)),
    before(now),
    before(endOf(dayOf(now))),
    before(endOf(plusDays(dayOf(now), 3))),
  ])
  return {
    views: Object.fromEntries(counted.map((view, index) => [view, views[index]])),
    overdue,
    today: today - overdue,
    soon: soon - today,
  }
}

async function approvalsFor(
  house: House,
  actor: Actor,
  page: { limit: number; after?: string | undefined },
  language: Language,
) {
  const found = await readDesk(house.pool, {
    module: 'complaints',
    scopes: scopesToAsk(actor),
    open: true,
    anyTags: AWAITING,
    sort: 'due',
    limit: page.limit,
    ...(page.after && { after: page.after }),
  })
  const answers = await gatherAnswers(house, null)
  const names = namesFrom(answers.organisation, language)
  const states = await statesOf(
    house,
    found.items.map(row => row.caseId),
  )
  const now = house.clock.now()
  const items = found.items.flatMap(row => {
    const complaint = states.get(row.caseId)
    if (!complaint) return []
    const clock = toldClocks(complaint, { now, language, answers }).find(each => each.duty === 'decision') ?? null
    return waitingIn(complaint).map(waiting => ({
      case: deskItem(row, names),
      kind: waiting.kind,
      by: names.person(waiting.by),
      at: waiting.at,
      proposal: masked(waiting.proposal),
      clock,
    }))
  })
  return { items, next: found.next }
}

function waitingIn(complaint: Complaint) {
  const { decision, pending, status } = complaint
  const steps = Object.entries(pending)
    .filter(([, each]) => each.approvedBy === null)
    .map(([kind, each]) => ({ kind, by: each.by, at: each.at, proposal: each.body as unknown }))
  const draft = status === 'decision-draft' && decision && !decision.returned
  return draft
    ? [{ kind: 'decision', by: decision.by, at: decision.at, proposal: decision.body as unknown }, ...steps]
    : steps
}

async function statesOf(house: House, ids: readonly string[]): Promise<Map<string, Complaint>> {
  const { rows } = await house.pool.query('select id, state from complaints.complaint where id = any($1::text[])', [
    ids,
  ])
  return new Map(rows.map(row => [row.id, row.state]))
}
