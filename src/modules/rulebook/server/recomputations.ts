// Re-computations as they stand: one by its name, the newest, and those that somebody still has to carry out.

import type { Pool } from 'pg'
import { type RecomputationState, recomputationCase } from '../rules/record.ts'

export async function findRecomputation(pool: Pool, id: string): Promise<RecomputationState | null> {
  const { rows } = await pool.query<{ state: RecomputationState }>({
    name: 'rulebook recomputation',
    text: 'select state from rulebook.record where id = $1',
    values: [recomputationCase(id)],
  })
  return rows[0]?.state ?? null
}

/** The newest first. */
export async function listRecomputations(pool: Pool, limit: number): Promise<RecomputationState[]> {
  const { rows } = await pool.query<{ state: RecomputationState }>(
    `select state from rulebook.record where state->>'record' = 'recomputation'
     order by state->>'askedAt' desc, id limit $1`,
    [limit],
  )
  return rows.map(row => row.state)
}

/** Those that wait for their preview or for their application, the oldest first. */
export async function unfinishedRecomputations(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select state->>'id' as id from rulebook.record
     where state->>'record' = 'recomputation' and state->>'stage' in ('asked', 'ordered') order by state->>'askedAt', 1`,
  )
  return rows.map(row => row.id)
}
