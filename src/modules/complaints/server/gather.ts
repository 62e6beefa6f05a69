// What a decision about a complaint asks of the neighbours, gathered before it is made.

import type { Pool } from 'pg'
import type { Named } from '../../../kernel/module.ts'
import type { Answers as HouseAnswers } from '../../../platform/department.ts'
import type { Answers, TargetView } from '../rules/answers.ts'
import type { Complaint } from '../rules/complaint.ts'

export type GatherParts = {
  readonly pool: Pool
  readonly answers: Pick<HouseAnswers, 'organisation' | 'rulebook'>
}

/** The organisation of the day, the rulebook, and for a merger the other case. */
export async function gatherAnswers(parts: GatherParts, command: Named | null): Promise<Answers> {
  const into = command && 'into' in command && typeof command.into === 'string' ? command.into : null
  const [organisation, rulebook, target] = await Promise.all([
    parts.answers.organisation(),
    parts.answers.rulebook(),
    into === null ? null : findTarget(parts.pool, into),
  ])
  return { organisation, packs: rulebook.packs, calendars: rulebook.calendars, target }
}

async function findTarget(pool: Pool, id: string): Promise<TargetView | null> {
  const { rows } = await pool.query('select state from complaints.complaint where id = $1', [id])
  const state: Complaint | undefined = rows[0]?.state
  return state ? { id: state.id, status: state.status, people: state.parties.map(party => party.person) } : null
}
