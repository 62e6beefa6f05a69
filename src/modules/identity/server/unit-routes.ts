// /api/units: the tree of the bank and its changes.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { missing } from '../../../kernel/refusal.ts'
import type { House } from '../../../platform/department.ts'
import { actorOf } from '../../../platform/guard.ts'
import * as contract from '../rules/contract.ts'
import { type UnitCommand, unitCase } from '../rules/unit.ts'

const ADMIN = ['admin'] as const

/** Every change is a command of one unit; the reply is the unit as it stands afterwards. */
export function unitRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/api/units',
    {
      config: { says: { zh: '机构', en: 'Units of the bank' } },
      schema: { querystring: contract.unitsQuery, response: { 200: contract.unitsReply } },
    },
    async request => {
      const { kind, open } = request.query
      const { units } = await house.answers.organisation()
      const items = units.filter(
        unit => (!kind || unit.kind === kind) && (open === undefined || String(unit.isOpen) === open),
      )
      return { items, next: null }
    },
  )
  server.post(
    '/api/units',
    {
      config: { roles: ADMIN, says: { zh: '设立机构', en: 'Open a unit' } },
      schema: { body: contract.openUnit, response: { 201: contract.unitReply } },
    },
    async (request, reply) => carry(house, request, reply, request.body.path, { type: 'open-unit', ...request.body }),
  )
  server.post(
    '/api/units/:path/name',
    {
      config: { roles: ADMIN, says: { zh: '机构更名', en: 'Rename a unit' } },
      schema: { params: contract.unitPlace, body: contract.renameUnit, response: { 200: contract.unitReply } },
    },
    async (request, reply) =>
      carry(house, request, reply, request.params.path, { type: 'rename-unit', ...request.body }),
  )
  server.post(
    '/api/units/:path/closure',
    {
      config: { roles: ADMIN, says: { zh: '撤销机构，或并入承接机构', en: 'Close a unit, or move it into another' } },
      schema: { params: contract.unitPlace, body: contract.closeUnit, response: { 200: contract.unitReply } },
    },
    async (request, reply) => {
      const { on, successor } = request.body
      return carry(house, request, reply, request.params.path, { type: 'close-unit', on, successor: successor ?? null })
    },
  )
}

async function carry(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
  command: UnitCommand,
): Promise<FastifyReply> {
  const outcome = await house.door.handle({
    module: 'identity',
    caseId: unitCase(path),
    command,
    actor: actorOf(request),
  })
  house.answers.organisationChanged()
  if (!outcome.ok) return reply.refuse(outcome.refusal)
  const unit = (await house.answers.organisation()).findUnit(path)
  if (!unit) return reply.refuse(missing())
  return reply.code(command.type === 'open-unit' ? 201 : 200).send(unit)
}
