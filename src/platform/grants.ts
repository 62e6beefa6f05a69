// What the product's own role may do in the database: everything a desk needs, and never change what happened.

import type { Client } from 'pg'

/** The role that holds the rights. On the embedded database the product signs in as it; on a server as a member of it. */
export const APP_ROLE = 'xiaobao_app'

/** Tables on which the product may do less than select, insert, update and delete. */
const NARROWER: readonly { readonly table: string; readonly may: string }[] = [
  { table: 'ledger.fact', may: 'select, insert' },
  { table: 'ledger.reading', may: 'select, insert' },
  { table: 'ledger.seal', may: 'select, insert' },
  { table: 'ledger.seal_leaf', may: 'select, insert' },
  { table: 'platform.migration', may: 'select' },
]

/**
 * Grants the role its rights on every schema of the owner who is signed in, in one transaction, so that no moment exists
 * in which the narrower tables stand open. Run after migrations and after anything else that makes tables (pg-boss).
 */
export async function grantRights(client: Client): Promise<void> {
  const { rows } = await client.query<{ schema: string }>(
    `select quote_ident(nspname) as schema from pg_namespace
     where nspowner = current_user::regrole and nspname !~ '^pg_' and nspname not in ('information_schema', 'public')`,
  )
  await client.query('begin')
  try {
    for (const { schema } of rows) {
      await client.query(`grant usage on schema ${schema} to ${APP_ROLE}`)
      await client.query(`grant select, insert, update, delete on all tables in schema ${schema} to ${APP_ROLE}`)
      await client.query(`grant usage, select on all sequences in schema ${schema} to ${APP_ROLE}`)
    }
    for (const { table, may } of NARROWER) {
      const found = await client.query<{ exists: boolean }>('select to_regclass($1) is not null as exists', [table])
      if (found.rows[0]?.exists !== true) continue
      await client.query(`revoke all on ${table} from ${APP_ROLE}`)
      await client.query(`grant ${may} on ${table} to ${APP_ROLE}`)
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}
