// /api/calendars: every edition day by day; drafting one with its difference from the one before, publishing, withdrawing.

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { CalendarEdition } from '../../../kernel/calendar.ts'
import { isRefusal, missing } from '../../../kernel/refusal.ts'
import type { Rulebook } from '../../../kernel/rule-pack.ts'
import { dayOf } from '../../../kernel/time.ts'
import type { House } from '../../../platform/department.ts'
import { actorOf } from '../../../platform/guard.ts'
import { readCalendar } from '../rules/calendar-fault.ts'
import * as contract from '../rules/contract.ts'
import { findText } from '../rules/decide-recomputation.ts'
import { calendarCase, type Subject, type TextState } from '../rules/record.ts'
import * as reply from '../rules/reply.ts'
import { newestEdition } from '../rules/shelf.ts'
import { askFor, give } from './asking.ts'
import { textsIn } from './shelf.ts'
import { calendarView, changedView, daysOfYear } from './views.ts'

export function calendarRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/api/calendars',
    {
      config: { says: { zh: '全部日历及其版本', en: 'Every edition of every calendar, drafts included' } },
      schema: { response: { 200: reply.calendarsReply } },
    },
    async () => {
      const [{ calendars }, texts] = await Promise.all([house.answers.rulebook(), textsIn(house.pool)])
      const drafts = texts.filter(each => each.status === 'draft')
      return [
        ...calendars.map(edition => calendarView(edition, findText(subjectOf(edition.id), texts))),
        ...drafts.flatMap(each => (each.record === 'calendar' ? [calendarView(each.text, each)] : [])),
      ]
    },
  )
  server.get(
    '/api/calendars/:id',
    {
      config: { says: { zh: '一个年度的每一天', en: 'The days of a year, and what the edition changed' } },
      schema: {
        params: contract.calendarPlace,
        querystring: contract.yearQuery,
        response: { 200: reply.calendarYearReply },
      },
    },
    async (request, answer) => {
      const found = await oneEdition(house, request.params.id)
      if (!found) return answer.refuse(missing('text-unknown'))
      const { edition, state, before } = found
      const year = request.query.year ?? Number(dayOf(house.clock.now()).slice(0, 4))
      return {
        ...calendarView(edition, state),
        year,
        days: daysOfYear(edition, year),
        changed: changedView(edition, before),
      }
    },
  )
  server.post(
    '/api/calendars',
    {
      config: { says: { zh: '起草日历的新版本', en: 'Draft a new edition of a calendar' } },
      schema: { body: contract.calendarDraft, response: { 201: reply.calendarDraftReply } },
    },
    async (request, answer) => {
      const book = await house.answers.rulebook()
      const text = readCalendar(request.body, book)
      if (isRefusal(text)) return answer.refuse(text)
      const outcome = await give(house, request, calendarCase(text.id), { type: 'draft-calendar', text })
      if (!outcome.ok) return answer.refuse(outcome.refusal)
      const changed = changedView(text, newestEdition(book, text.calendar))
      return answer.code(201).send({ ...calendarView(text, outcome.state as TextState), changed })
    },
  )
  endingRoutes(plain, house)
}

function endingRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/calendars/:id/publication',
    {
      config: { says: { zh: '发布日历的新版本', en: 'Publish a new edition of a calendar' } },
      schema: {
        params: contract.calendarPlace,
        body: contract.publication,
        response: { 200: reply.calendarReply.extend(reply.asked) },
      },
    },
    async (request, answer) => {
      const { id } = request.params
      const { scope = 'open-cases', reason = null } = request.body
      const outcome = await give(house, request, calendarCase(id), { type: 'publish', scope, reason })
      if (!outcome.ok) return answer.refuse(outcome.refusal)
      const wish = { subject: subjectOf(id), scope, reason }
      const asked = scope === 'open-cases' ? await askFor(house, actorOf(request), wish) : null
      if (asked && isRefusal(asked)) return answer.refuse(asked)
      const state = outcome.state as TextState
      if (state.record !== 'calendar') return answer.refuse(missing('text-unknown'))
      return { ...calendarView(state.text, state), recomputation: asked?.id ?? null }
    },
  )
  server.post(
    '/api/calendars/:id/withdrawal',
    {
      config: { says: { zh: '撤回日历草稿', en: 'Withdraw the draft of a calendar' } },
      schema: { params: contract.calendarPlace, body: contract.withdrawal, response: { 200: reply.calendarReply } },
    },
    async (request, answer) => {
      const { id } = request.params
      const outcome = await give(house, request, calendarCase(id), { type: 'withdraw', ...request.body })
      if (!outcome.ok) return answer.refuse(outcome.refusal)
      const state = outcome.state as TextState
      return state.record === 'calendar' ? calendarView(state.text, state) : answer.refuse(missing('text-unknown'))
    },
  )
}

function subjectOf(edition: string): Subject {
  return { kind: 'calendar', edition }
}

async function oneEdition(house: House, id: string) {
  const [book, texts] = await Promise.all([house.answers.rulebook(), textsIn(house.pool)])
  const state = findText(subjectOf(id), texts)
  const edition = book.calendars.find(each => each.id === id) ?? (state?.record === 'calendar' ? state.text : null)
  return edition && { edition, state, before: editionBefore(book, edition) }
}

function editionBefore(book: Rulebook, edition: CalendarEdition): CalendarEdition | null {
  const editions = book.calendars.filter(each => each.calendar === edition.calendar)
  const at = editions.findIndex(each => each.id === edition.id)
  return (at < 0 ? editions.at(-1) : editions[at - 1]) ?? null
}
