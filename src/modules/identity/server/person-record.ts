// One person's record as it stands, with everything that has a date.

import type { z } from 'zod'
import type { House } from '../../../platform/department.ts'
import type { recordReply } from '../rules/contract.ts'
import { type PersonState, personCase } from '../rules/person.ts'

/** The record, or null when there is no such person. */
export async function findRecord(
  house: Pick<House, 'pool' | 'answers'>,
  id: string,
): Promise<z.output<typeof recordReply> | null> {
  const { rows } = await house.pool.query<{ version: number; state: PersonState }>({
    name: 'identity record',
    text: 'select version, state from identity.identity where id = $1',
    values: [personCase(id)],
  })
  const row = rows[0]
  const card = (await house.answers.organisation()).findPerson(id)
  if (!row || !card) return null
  const { state } = row
  return {
    id: card.id,
    account: card.account,
    name: card.name,
    isProgram: card.isProgram,
    isInService: card.isInService,
    unit: card.unit,
    posts: [...card.posts],
    approvalLevel: card.approvalLevel,
    isAway: card.isAway,
    standIns: [...card.standIns],
    version: row.version,
    language: state.language,
    from: state.from,
    leftOn: state.leftOn,
    manager: state.manager,
    relatives: [...card.relatives],
    allPosts: [...state.posts],
    allStandIns: [...state.standIns],
    absences: [...state.absences],
  }
}
