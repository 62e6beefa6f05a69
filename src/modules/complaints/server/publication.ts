// How the bank can be reached, as it publishes it (No.3 Art. 8): each publication stays, the newest is in force.

import type { Pool } from 'pg'
import type { Instant } from '../../../kernel/time.ts'
import type { Publication } from '../rules/contract-public.ts'

/** What is in force, or null in a bank that has published nothing yet. */
export async function findPublication(pool: Pool): Promise<Publication | null> {
  const { rows } = await pool.query<{ body: Publication }>(
    'select body from complaints.publication order by no desc limit 1',
  )
  return rows[0]?.body ?? null
}

/** Publishes telephone, address, hours and receiving unit from now on. */
export async function publishBank(
  pool: Pool,
  published: { at: Instant; by: string; body: Publication },
): Promise<void> {
  await pool.query('insert into complaints.publication (at, by, body) values ($1, $2, $3)', [
    published.at,
    published.by,
    JSON.stringify(published.body),
  ])
}
