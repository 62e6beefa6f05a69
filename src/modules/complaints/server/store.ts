// One complaint from the database: its state, whether this person may see it, and its whole file in one statement.

import type { Pool } from 'pg'
import type { Actor } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Complaint } from '../rules/complaint.ts'
import { scopesOfComplaint } from '../rules/desk.ts'

/** A fact as the file shows it. */
export interface FactRow {
  readonly version: number
  readonly at: Instant
  readonly by: string
  readonly type: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Another case of the same people. */
export interface RelatedRow {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly title: string
}

export interface CaseFile {
  readonly complaint: Complaint
  readonly facts: readonly FactRow[]
  readonly related: readonly RelatedRow[]
}

/** The complaint, or null when there is none that this actor may see: the two are not told apart. */
export async function findComplaint(pool: Pool, id: string, actor: Actor): Promise<Complaint | null> {
  const { rows } = await pool.query({
    name: 'complaint state',
    text: 'select state from complaints.complaint where id = $1',
    values: [id],
  })
  const complaint: Complaint | undefined = rows[0]?.state
  return complaint && maySee(actor, complaint) ? complaint : null
}

/** The complaint with every fact, oldest first, in one statement; null as above. */
export async function findCaseFile(pool: Pool, id: string, actor: Actor): Promise<CaseFile | null> {
  const { rows } = await pool.query({
    name: 'complaint file',
    text: `select c.state, (
             select json_agg(json_build_object('version', f.version, 'at', f.at, 'by', f.actor, 'type', f.type, 'body', f.body)
               order by f.version)
             from ledger.fact f where f.module = 'complaints' and f.case_id = c.id
           ) as facts, (
             select coalesce(json_agg(json_build_object('id', r.case_id, 'number', r.number, 'state', r.state, 'title', r.title)
               order by r.opened_at desc), '[]')
             from (
               -- By the tags alone, so that nothing but their index can serve it.
               select d.case_id, d.number, d.state, d.title, d.opened_at from ledger.desk d
               where d.tags && (select array_agg('customer:' || (p ->> 'person')) from json_array_elements(c.state -> 'parties') p)
                 and ($2::text[] is null or d.scopes && $2::text[])
               limit 11
             ) r where r.case_id <> c.id
           ) as related
           from complaints.complaint c where c.id = $1`,
    values: [id, scopesToAsk(actor)],
  })
  const row = rows[0]
  if (!row || !maySee(actor, row.state)) return null
  return { complaint: row.state, facts: row.facts, related: row.related }
}

/** The scopes through which an actor sees cases: units of their posts, and themselves. An administrator's post opens none. */
export function scopesOfActor(actor: Actor): string[] {
  if (actor.kind === 'consumer') return []
  const units = actor.posts.filter(post => post.role !== 'admin').map(post => String(post.unit))
  const people = [actor.id, ...actor.standsInFor].map(person => `person:${person}`)
  return [...new Set([...units, ...people])]
}

/** The scopes to ask the desk with; null for a reader of the whole house, who needs no filter. */
export function scopesToAsk(actor: Actor): string[] | null {
  const scopes = scopesOfActor(actor)
  return scopes.some(scope => !scope.startsWith('person:') && !scope.includes('.')) ? null : scopes
}

/** Whether an actor sees a complaint: the consumer their own, programs and the house all, people by tree and part. */
export function maySee(actor: Actor, complaint: Complaint): boolean {
  if (actor.kind === 'consumer') return actor.id === complaint.id
  if (actor.kind !== 'person' && actor.kind !== 'program') return true
  if (actor.kind === 'program' && actor.posts.length === 0) return true
  const scopes = new Set(scopesOfComplaint(complaint))
  return scopesOfActor(actor).some(scope => scopes.has(scope))
}
