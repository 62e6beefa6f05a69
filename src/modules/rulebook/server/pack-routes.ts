// /api/rule-packs: every version of every pack with its articles; drafting, publishing and withdrawing a new one.

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { isRefusal, missing } from '../../../kernel/refusal.ts'
import type { House } from '../../../platform/department.ts'
import { actorOf } from '../../../platform/guard.ts'
import * as contract from '../rules/contract.ts'
import { findText } from '../rules/decide-recomputation.ts'
import { readPack } from '../rules/pack-fault.ts'
import { packCase, type Subject, type TextState } from '../rules/record.ts'
import * as reply from '../rules/reply.ts'
import { askFor, give } from './asking.ts'
import { textsIn } from './shelf.ts'
import { packView } from './views.ts'

export function packRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/api/rule-packs',
    {
      config: { says: { zh: '全部规则包及其版本', en: 'Every version of every rule pack, drafts included' } },
      schema: { response: { 200: reply.packsReply } },
    },
    async () => {
      const [{ packs }, texts] = await Promise.all([house.answers.rulebook(), textsIn(house.pool)])
      const drafts = texts.filter(each => each.status === 'draft')
      return [
        ...packs.map(pack => packView(pack, findText(subjectOf(pack.id, pack.version), texts))),
        ...drafts.flatMap(each => (each.record === 'pack' ? [packView(each.text, each)] : [])),
      ]
    },
  )
  server.get(
    '/api/rule-packs/:id/:version',
    {
      config: { says: { zh: '一个版本的全文', en: 'One version, whole' } },
      schema: { params: contract.packPlace, response: { 200: reply.packReply } },
    },
    async (request, answer) => {
      const found = await onePack(house, request.params)
      return found ?? answer.refuse(missing('text-unknown'))
    },
  )
  server.post(
    '/api/rule-packs',
    {
      config: { says: { zh: '起草规则包的新版本', en: 'Draft a new version of a rule pack' } },
      schema: { body: contract.packDraft, response: { 201: reply.packReply } },
    },
    async (request, answer) => {
      const text = readPack(request.body, await house.answers.rulebook())
      if (isRefusal(text)) return answer.refuse(text)
      const outcome = await give(house, request, packCase(text.id, text.version), { type: 'draft-pack', text })
      if (!outcome.ok) return answer.refuse(outcome.refusal)
      return answer.code(201).send(packView(text, outcome.state as TextState))
    },
  )
  endingRoutes(plain, house)
}

function endingRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/rule-packs/:id/:version/publication',
    {
      config: { says: { zh: '发布规则包的新版本', en: 'Publish a new version of a rule pack' } },
      schema: {
        params: contract.packPlace,
        body: contract.publication,
        response: { 200: reply.packReply.extend(reply.asked) },
      },
    },
    async (request, answer) => {
      const { id, version } = request.params
      const { scope = 'new-cases', reason = null } = request.body
      const outcome = await give(house, request, packCase(id, version), { type: 'publish', scope, reason })
      if (!outcome.ok) return answer.refuse(outcome.refusal)
      const wish = { subject: subjectOf(id, version), scope, reason }
      const asked = scope === 'open-cases' ? await askFor(house, actorOf(request), wish) : null
      if (asked && isRefusal(asked)) return answer.refuse(asked)
      const pack = await onePack(house, request.params)
      return pack ? { ...pack, recomputation: asked?.id ?? null } : answer.refuse(missing('text-unknown'))
    },
  )
  server.post(
    '/api/rule-packs/:id/:version/withdrawal',
    {
      config: { says: { zh: '撤回规则包草稿', en: 'Withdraw the draft of a rule pack' } },
      schema: { params: contract.packPlace, body: contract.withdrawal, response: { 200: reply.packReply } },
    },
    async (request, answer) => {
      const { id, version } = request.params
      const outcome = await give(house, request, packCase(id, version), { type: 'withdraw', ...request.body })
      if (!outcome.ok) return answer.refuse(outcome.refusal)
      return (await onePack(house, request.params)) ?? answer.refuse(missing('text-unknown'))
    },
  )
}

function subjectOf(pack: string, version: string): Subject {
  return { kind: 'pack', pack, version }
}

async function onePack(house: House, place: { id: string; version: string }) {
  const [{ packs }, texts] = await Promise.all([house.answers.rulebook(), textsIn(house.pool)])
  const state = findText(subjectOf(place.id, place.version), texts)
  const pack = packs.find(each => each.id === place.id && each.version === place.version)
  if (pack) return { ...packView(pack, state), order: pack.order }
  return state?.record === 'pack' ? packView(state.text, state) : null
}
