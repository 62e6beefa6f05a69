// /api/people: who works here, in which posts, who stands in for whom; every change is a command to one person.

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { isWithin, type OrgPath } from '../../../kernel/org.ts'
import type { Organisation, PersonCard } from '../../../kernel/organisation.ts'
import { missing } from '../../../kernel/refusal.ts'
import type { House } from '../../../platform/department.ts'
import * as contract from '../rules/contract.ts'
import { personChanges } from './person-change-routes.ts'
import { findRecord } from './person-record.ts'

/** Lists are for everybody who signed in (a hand-over needs a receiver); records and changes are not. */
export function peopleRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/api/people',
    {
      config: { says: { zh: '人员', en: 'People' } },
      schema: { querystring: contract.peopleQuery, response: { 200: contract.peopleReply } },
    },
    async request => {
      const { limit = 200, after } = request.query
      const found = peopleFound(await house.answers.organisation(), request.query)
      const rest = after === undefined ? found : found.filter(person => person.id > after)
      const items = rest.slice(0, limit)
      return { items: items.map(shown), next: rest.length > limit ? (items.at(-1)?.id ?? null) : null }
    },
  )
  server.get(
    '/api/people/:id',
    {
      config: { roles: ['admin', 'inspector'], says: { zh: '人员档案', en: 'The record of a person' } },
      schema: { params: contract.personPlace, response: { 200: contract.recordReply } },
    },
    async (request, reply) => {
      const record = await findRecord(house, request.params.id)
      return record ?? reply.refuse(missing())
    },
  )
  personChanges(plain, house)
}

type PeopleQuery = z.output<typeof contract.peopleQuery>

function peopleFound(organisation: Organisation, query: PeopleQuery): readonly PersonCard[] {
  const { unit, within, role, inService } = query
  const text = query.text?.trim().toLowerCase()
  return organisation.people.filter(person => {
    if (inService !== undefined && String(person.isInService) !== inService) return false
    if (text && !person.name.toLowerCase().includes(text) && !person.account.includes(text)) return false
    if (unit === undefined && within === undefined && role === undefined) return true
    return person.posts.some(
      post =>
        (unit === undefined || post.unit === unit) &&
        (within === undefined || isWithin({ path: post.unit, root: within as OrgPath })) &&
        (role === undefined || post.role === role),
    )
  })
}

function shown(person: PersonCard): z.output<typeof contract.personReply> {
  const { id, account, name, isProgram, isInService, unit, approvalLevel, isAway } = person
  return {
    id,
    account,
    name,
    isProgram,
    isInService,
    unit,
    approvalLevel,
    isAway,
    posts: [...person.posts],
    standIns: [...person.standIns],
  }
}
