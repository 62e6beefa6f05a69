// Compares what stands beside the facts of a case with what the facts amount to: row, desk line, alarms, seal or mark.

import type { PoolClient } from 'pg'
import { canonical } from '../kernel/canonical.ts'
import type { Instant } from '../kernel/time.ts'
import type { AnyRules } from './door.ts'
import type { Verification } from './verify.ts'
import type { Difference } from './verify-words.ts'

/** A case as its facts make it. */
export interface Folded {
  readonly module: string
  readonly caseId: string
  readonly version: number
  readonly hash: Buffer | null
  readonly state: unknown
  readonly lastAt: Instant
}

/** The first difference among these cases, in their order, or null. */
export async function compareCases(
  client: PoolClient,
  asked: Verification,
  cases: readonly Folded[],
): Promise<Difference | null> {
  for (const [module, ofModule] of Map.groupBy(cases, each => each.module)) {
    const rules = asked.rules.find(each => each.module === module) ?? null
    const held = await loadHeld(client, { module, rules, ids: ofModule.map(each => each.caseId) })
    for (const each of ofModule) {
      const found =
        (rules && ((await compareRow(each, held)) ?? (await compareRules(each, held, rules, asked)))) ??
        compareSealed(each, held)
      if (found) return found
    }
  }
  return null
}

/** A row, desk line, alarm or mark of a case that has no fact, or null. */
export async function findOrphan(client: PoolClient, rules: readonly AnyRules[]): Promise<Difference | null> {
  const lacks = (module: string, caseId: string, version = '1') =>
    `not exists (select 1 from ledger.fact f where f.module = ${module} and f.case_id = ${caseId} and f.version = ${version})`
  for (const { module, table } of rules) {
    const { rows } = await client.query(
      `select t.id from ${table} t where ${lacks('$1', 't.id')} order by t.id limit 1`,
      [module],
    )
    if (rows[0]) return differ({ module, caseId: rows[0].id }, 'row-orphan')
  }
  for (const { table, key, version } of ORPHANS) {
    const { rows } = await client.query(
      `select t.module, t.case_id as "caseId"${version === '1' ? '' : ', t.version'} from ${table} t
       where ${lacks('t.module', 't.case_id', version)} order by t.module, t.case_id limit 1`,
    )
    if (rows[0]) return differ(rows[0], key)
  }
  return null
}

const ORPHANS = [
  { table: 'ledger.desk', key: 'desk-orphan', version: '1' },
  { table: 'ledger.alarm', key: 'alarm-orphan', version: '1' },
  { table: 'ledger.unsealed', key: 'mark-orphan', version: 't.version' },
] as const

interface Head {
  readonly version: number
  readonly hash: string
}

interface Held {
  readonly rows: ReadonlyMap<string, Head & { readonly state: unknown }>
  readonly desks: ReadonlyMap<string, Readonly<Record<(typeof DESK_FIELDS)[number], unknown>>>
  readonly alarms: ReadonlyMap<string, readonly { readonly key: string; readonly at: Instant }[]>
  readonly marks: ReadonlyMap<string, Head>
  readonly leaves: ReadonlyMap<string, Head>
}

const DESK_FIELDS = ['version', 'number', 'state', 'open'] as const

async function loadHeld(
  client: PoolClient,
  place: { module: string; rules: AnyRules | null; ids: readonly string[] },
): Promise<Held> {
  const { module, rules, ids } = place
  const ask = async (text: string, values: unknown[]) => (await client.query(text, values)).rows
  const byCase = (rows: { id: string }[]) => new Map(rows.map(row => [row.id, row]))
  const within = 'where module = $1 and case_id = any($2::text[])'
  const rows = rules
    ? await ask(
        `select id, version, encode(hash, 'hex') as hash, state from ${rules.table} where id = any($1::text[])`,
        [ids],
      )
    : []
  const desks = await ask(`select case_id as id, version, number, state, open from ledger.desk ${within}`, [
    module,
    ids,
  ])
  const alarms = await ask(`select case_id as id, key, at from ledger.alarm ${within} order by key`, [module, ids])
  const marks = await ask(`select case_id as id, version, encode(hash, 'hex') as hash from ledger.unsealed ${within}`, [
    module,
    ids,
  ])
  const leaves = await ask(
    `select distinct on (case_id) case_id as id, version, encode(hash, 'hex') as hash
     from ledger.seal_leaf ${within} order by case_id, no desc`,
    [module, ids],
  )
  return {
    rows: byCase(rows) as unknown as Held['rows'],
    desks: byCase(desks) as unknown as Held['desks'],
    alarms: Map.groupBy(alarms, row => row.id),
    marks: byCase(marks) as unknown as Held['marks'],
    leaves: byCase(leaves) as unknown as Held['leaves'],
  }
}

async function compareRow(each: Folded, held: Held): Promise<Difference | null> {
  const row = held.rows.get(each.caseId)
  if (!row) return differ(each, 'row-missing')
  if (row.version !== each.version) return differ(each, 'row-version', { found: row.version })
  if (row.hash !== each.hash?.toString('hex')) return differ(each, 'row-hash')
  // What the fold leaves undefined is not in the row; both sides are read as JSON keeps them.
  const folded: unknown = JSON.parse(JSON.stringify(each.state))
  const path = findPath(folded, row.state, '')
  return path === null ? null : differ(each, 'row-state', { path: path || '/' })
}

async function compareRules(
  each: Folded,
  held: Held,
  rules: AnyRules,
  asked: Verification,
): Promise<Difference | null> {
  const answers = await asked.answersOf?.({ module: each.module, caseId: each.caseId })
  const desk = held.desks.get(each.caseId)
  if (!desk) return differ(each, 'desk-missing')
  const line = { ...rules.desk(each.state, { now: each.lastAt, answers }), version: each.version }
  for (const field of DESK_FIELDS) if (desk[field] !== line[field]) return differ(each, 'desk-differs', { field })
  const set = held.alarms.get(each.caseId) ?? []
  // Rules may let an alarm go as time passes. None may be set beyond those of the last fact, none may lack of those of now.
  const atMost = rules.alarms(each.state, { now: each.lastAt, answers })
  const atLeast = rules.alarms(each.state, { now: asked.now, answers })
  const has = (list: typeof set, alarm: (typeof set)[number]) =>
    list.some(other => other.key === alarm.key && other.at === alarm.at)
  const missing = atLeast.find(alarm => !has(set, alarm))
  if (missing) return differ(each, 'alarm-missing', { key: missing.key, at: missing.at })
  const added = set.find(alarm => !has(atMost, alarm) && !has(atLeast, alarm))
  return added ? differ(each, 'alarm-added', { key: added.key, at: added.at }) : null
}

/** The last fact is under the last seal of its case, or marked for the next one. */
function compareSealed(each: Folded, held: Held): Difference | null {
  const hash = each.hash?.toString('hex')
  const isHead = (head: Head | undefined) => head?.version === each.version && head.hash === hash
  const mark = held.marks.get(each.caseId)
  if (mark ? isHead(mark) : isHead(held.leaves.get(each.caseId))) return null
  return differ(each, 'head-unmarked')
}

/** Where two values first differ, as `/party/2/phone`, or null. Values themselves are never named: they may be personal. */
function findPath(a: unknown, b: unknown, path: string): string | null {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b ? null : path
  if (Array.isArray(a) !== Array.isArray(b)) return path
  if (canonical(a) === canonical(b)) return null
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  for (const key of [...new Set([...Object.keys(left), ...Object.keys(right)])].toSorted()) {
    const found = findPath(left[key], right[key], `${path}/${key}`)
    if (found !== null) return found
  }
  return path
}

function differ(
  place: { module: string; caseId: string; version?: number },
  key: string,
  values: Record<string, string | number> = {},
): Difference {
  const { module, caseId, version = null } = place
  const named = { module, caseId, ...(version !== null && { version }), ...values }
  return { module, caseId, version, what: { key, values: named } }
}
