// The unified work list: one indexed table, asked by scope, tags, words and order, page after page without counting.

import type { Pool } from 'pg'
import type { Instant } from '../kernel/time.ts'
import { wordsIn } from './word-index.ts'

export interface DeskQuery {
  readonly module?: string
  /** Scopes of which a line must have one; null when the reader may see everything. */
  readonly scopes: readonly string[] | null
  readonly open?: boolean
  readonly states?: readonly string[]
  /** Tags of which a line must have all. */
  readonly tags?: readonly string[]
  /** Tags of which a line must have one. */
  readonly anyTags?: readonly string[]
  readonly owners?: readonly string[]
  /** Units held by these, or by units below them. */
  readonly ownerUnit?: string
  readonly dueBefore?: Instant
  readonly words?: string
  readonly sort: DeskSort
  readonly limit: number
  readonly after?: string
}

export type DeskSort = 'due' | 'opened' | '-opened'

export interface DeskRow {
  readonly module: string
  readonly caseId: string
  readonly number: string
  readonly title: string
  readonly state: string
  readonly open: boolean
  readonly owner: string | null
  readonly ownerUnit: string | null
  readonly openedAt: Instant
  readonly dueAt: Instant | null
  readonly dueDuty: string | null
  readonly tags: readonly string[]
}

export interface DeskPage {
  readonly items: readonly DeskRow[]
  /** To be given as `after` for the next page; null at the end. */
  readonly next: string | null
}

const FAR = '9999-12-31T00:00:00.000Z'
const ORDER: Record<DeskSort, { key: string; direction: string; beyond: string }> = {
  due: { key: `coalesce(due_at, '${FAR}'::timestamptz)`, direction: 'asc', beyond: '>' },
  opened: { key: 'opened_at', direction: 'asc', beyond: '>' },
  '-opened': { key: 'opened_at', direction: 'desc', beyond: '<' },
}

/** One page of the desk, in order, from after the given place. Throws `RangeError` for a place it never gave. */
export async function readDesk(pool: Pool, query: DeskQuery): Promise<DeskPage> {
  const { conditions, values } = conditionsOf(query)
  const order = ORDER[query.sort]
  if (query.after !== undefined) {
    const place = placeOf(query.after)
    values.push(place.at, place.id)
    conditions.push(`(${order.key}, case_id) ${order.beyond} ($${values.length - 1}::timestamptz, $${values.length})`)
  }
  values.push(query.limit + 1)
  const { rows } = await pool.query(
    `select module, case_id, number, title, state, open, owner, owner_unit, opened_at, due_at, due_duty, tags, ${order.key} as place
     from ledger.desk ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
     order by ${order.key} ${order.direction}, case_id ${order.direction} limit $${values.length}`,
    values,
  )
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const more = rows.length > query.limit && last
  return { items: shown.map(rowOf), next: more ? nameOf({ at: last.place, id: last.case_id }) : null }
}

/** How many lines a query finds, but never counting past `most`: `most + 1` means "more". */
export async function countDesk(
  pool: Pool,
  query: Omit<DeskQuery, 'sort' | 'limit' | 'after'>,
  most: number,
): Promise<number> {
  const { conditions, values } = conditionsOf(query)
  values.push(most + 1)
  const { rows } = await pool.query(
    `select count(*)::int as count from (select 1 from ledger.desk ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''} limit $${values.length}) as counted`,
    values,
  )
  return rows[0].count
}

function conditionsOf(query: Omit<DeskQuery, 'sort' | 'limit' | 'after'>): { conditions: string[]; values: unknown[] } {
  const values: unknown[] = []
  const conditions: string[] = []
  const add = (value: unknown, condition: (place: string) => string) => {
    values.push(value)
    conditions.push(condition(`$${values.length}`))
  }
  if (query.module) add(query.module, place => `module = ${place}`)
  if (query.scopes) add(query.scopes, place => `scopes && ${place}::text[]`)
  if (query.open !== undefined) conditions.push(query.open ? 'open' : 'not open')
  if (query.states) add(query.states, place => `state = any(${place}::text[])`)
  if (query.tags && query.tags.length > 0) add(query.tags, place => `tags @> ${place}::text[]`)
  if (query.anyTags) add(query.anyTags, place => `tags && ${place}::text[]`)
  if (query.owners) add(query.owners, place => `owner = any(${place}::text[])`)
  if (query.ownerUnit) add(query.ownerUnit, place => `scopes @> array[${place}::text]`)
  if (query.dueBefore) add(query.dueBefore, place => `due_at < ${place}::timestamptz`)
  if (query.words) add(tsqueryOf(query.words), place => `words @@ ${place}::tsquery`)
  return { conditions, values }
}

// Every word must be there; quoting keeps what people type from being read as operators.
function tsqueryOf(text: string): string {
  const words = wordsIn(text)
  return words.length === 0
    ? `'${' '}'`
    : words.map(word => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(' & ')
}

function nameOf(place: { at: string; id: string }): string {
  return Buffer.from(JSON.stringify([place.at, place.id])).toString('base64url')
}

function placeOf(name: string): { at: string; id: string } {
  try {
    const [at, id] = JSON.parse(Buffer.from(name, 'base64url').toString('utf8')) as [unknown, unknown]
    if (typeof at === 'string' && typeof id === 'string' && !Number.isNaN(Date.parse(at))) return { at, id }
  } catch {
    // falls through to the one answer for every place that was never given
  }
  throw new RangeError('no such place in the list')
}

function rowOf(row: Record<string, unknown>): DeskRow {
  return {
    module: String(row.module),
    caseId: String(row.case_id),
    number: String(row.number),
    title: String(row.title),
    state: String(row.state),
    open: row.open === true,
    owner: row.owner as string | null,
    ownerUnit: row.owner_unit as string | null,
    openedAt: row.opened_at as Instant,
    dueAt: row.due_at as Instant | null,
    dueDuty: row.due_duty as string | null,
    tags: row.tags as string[],
  }
}
