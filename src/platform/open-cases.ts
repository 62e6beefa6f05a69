// Every open case of a department with its state, page after page: for work that concerns them all.

import type { Pool } from 'pg'
import type { AnyRules } from './door.ts'

export interface OpenCase {
  readonly id: string
  readonly number: string
  readonly state: unknown
}

const PAGE = 200

/** The page of open cases after an id, in the order of ids; shorter than the others when it is the last. */
export async function openCasesAfter(
  pool: Pool,
  rules: Pick<AnyRules, 'module' | 'table'>,
  after: string,
): Promise<readonly OpenCase[]> {
  const { rows } = await pool.query<OpenCase>({
    name: `open cases ${rules.module}`,
    text: `select d.case_id as id, d.number, c.state from ledger.desk d join ${rules.table} c on c.id = d.case_id
           where d.module = $1 and d.open and d.case_id > $2 order by d.case_id limit ${PAGE}`,
    values: [rules.module, after],
  })
  return rows
}

export function isLastPage(page: readonly OpenCase[]): boolean {
  return page.length < PAGE
}

/** How many cases of these departments are open. */
export async function countOpenCases(pool: Pool, modules: readonly string[]): Promise<number> {
  const { rows } = await pool.query(
    'select count(*)::int as count from ledger.desk where open and module = any($1::text[])',
    [modules],
  )
  return rows[0].count
}

/** How often a request was carried out in these departments, and the sum of the lengths of a list in its first facts. */
export async function countCarriedOut(
  pool: Pool,
  asked: { modules: readonly string[]; requestId: string; list: string },
): Promise<{ cases: number; listed: number }> {
  const { rows } = await pool.query(
    `select count(*)::int as cases, coalesce(sum(json_array_length(body->$3)), 0)::int as listed
     from ledger.fact where module = any($1::text[]) and request_id = $2 and ordinal = 0`,
    [asked.modules, asked.requestId, asked.list],
  )
  return rows[0]
}
