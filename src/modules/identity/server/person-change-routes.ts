// The changes an administrator makes to people: a table of addresses, each one command.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { missing } from '../../../kernel/refusal.ts'
import { type Day, dayOf } from '../../../kernel/time.ts'
import type { Wording } from '../../../kernel/words.ts'
import type { House } from '../../../platform/department.ts'
import type { Outcome } from '../../../platform/door.ts'
import { actorOf } from '../../../platform/guard.ts'
import * as contract from '../rules/contract.ts'
import { type PersonCommand, type PostWish, personCase, personOf } from '../rules/person.ts'
import { findRecord } from './person-record.ts'

const ADMIN = ['admin'] as const

/** Replies with the record as it stands afterwards. */
export function personChanges(plain: FastifyInstance, house: House): void {
  hiring(plain, house)
  for (const change of changes) hang(plain, house, change)
}

/** Gives a command to a person in the name of who asks. */
export async function tellPerson(
  house: House,
  request: FastifyRequest,
  at: { person: string; command: PersonCommand },
): Promise<Outcome> {
  const { person, command } = at
  const outcome = await house.door.handle({
    module: 'identity',
    caseId: personCase(person),
    command,
    actor: actorOf(request),
  })
  house.answers.organisationChanged()
  return outcome
}

interface Change<Body> {
  readonly noun: string
  readonly says: Wording
  readonly body: z.ZodType<Body>
  readonly command: (body: Body, today: Day) => PersonCommand
}

function change<Body>(row: Change<Body>): Change<unknown> {
  return row as unknown as Change<unknown>
}

const changes: readonly Change<unknown>[] = [
  change({
    noun: 'name',
    says: { zh: '更改姓名与语言', en: 'Change name and language' },
    body: contract.renamePerson,
    command: body => ({ type: 'rename-person', ...body }),
  }),
  change({
    noun: 'posts',
    says: { zh: '任命岗位', en: 'Give a post' },
    body: contract.post,
    command: (body, today) => ({ type: 'give-post', ...postWish(body, today) }),
  }),
  change({
    noun: 'post-end',
    says: { zh: '终止岗位', en: 'End a post' },
    body: contract.endPost,
    command: body => ({ type: 'end-post', ...body }),
  }),
  change({
    noun: 'approval-level',
    says: { zh: '设定审批级别', en: 'Set the level of approval' },
    body: contract.approvalLevel,
    command: body => ({ type: 'set-approval-level', ...body }),
  }),
  change({
    noun: 'relations',
    says: { zh: '申报上级与亲属关系，用于回避', en: 'Declare manager and relatives, for recusal' },
    body: contract.relations,
    command: body => ({ type: 'declare-relations', ...body }),
  }),
  change({
    noun: 'stand-in',
    says: { zh: '指定代理人', en: 'Appoint a stand-in' },
    body: contract.standIn,
    command: body => ({ type: 'appoint-stand-in', ...body }),
  }),
  change({
    noun: 'stand-in-withdrawal',
    says: { zh: '撤回代理', en: 'Withdraw a stand-in' },
    body: contract.withdrawal,
    command: ({ no }) => ({ type: 'withdraw-stand-in', standIn: no }),
  }),
  change({
    noun: 'absence',
    says: { zh: '登记休假', en: 'Enter an absence' },
    body: contract.absence,
    command: body => ({ type: 'enter-absence', ...body }),
  }),
  change({
    noun: 'absence-withdrawal',
    says: { zh: '撤销休假', en: 'Withdraw an absence' },
    body: contract.withdrawal,
    command: ({ no }) => ({ type: 'withdraw-absence', absence: no }),
  }),
  change({
    noun: 'leaving',
    says: { zh: '登记离职', en: 'Enter the last day in service' },
    body: contract.leaving,
    command: body => ({ type: 'leave', ...body }),
  }),
]

function hang(plain: FastifyInstance, house: House, { noun, says, body, command }: Change<unknown>): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    `/api/people/:id/${noun}`,
    {
      config: { roles: ADMIN, says },
      schema: { params: contract.personPlace, body, response: { 200: contract.recordReply } },
    },
    async (request, reply) => {
      const given = command(request.body, dayOf(house.clock.now()))
      const outcome = await tellPerson(house, request, { person: request.params.id, command: given })
      return outcome.ok
        ? sendRecord(house, reply, { id: request.params.id, status: 200 })
        : reply.refuse(outcome.refusal)
    },
  )
}

function hiring(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/people',
    {
      config: { roles: ADMIN, says: { zh: '新增人员或程序账号', en: 'Enter a person, or a program' } },
      schema: { body: contract.hire, response: { 201: contract.recordReply } },
    },
    async (request, reply) => {
      const { account, name, isProgram = false, language = 'zh-CN', posts = [] } = request.body
      const today = dayOf(house.clock.now())
      const from = request.body.from ?? today
      const person = personOf(account)
      const outcome = await tellPerson(house, request, {
        person,
        command: {
          type: 'hire',
          account,
          name,
          isProgram,
          language,
          from,
          posts: posts.map(each => postWish(each, from)),
        },
      })
      return outcome.ok ? sendRecord(house, reply, { id: person, status: 201 }) : reply.refuse(outcome.refusal)
    },
  )
}

async function sendRecord(
  house: House,
  reply: FastifyReply,
  at: { id: string; status: 200 | 201 },
): Promise<FastifyReply> {
  const record = await findRecord(house, at.id)
  return record ? reply.code(at.status).send(record) : reply.refuse(missing())
}

function postWish(body: z.output<typeof contract.post>, from: Day): PostWish {
  return { role: body.role, unit: body.unit, main: body.main ?? false, from: body.from ?? from, to: body.to ?? null }
}
