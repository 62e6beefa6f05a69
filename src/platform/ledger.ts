// The ledger's two statements: load a case in one, commit what was decided in one.

import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { canonical } from '../kernel/canonical.ts'
import type { Alarm, DeskLine, Named, Recorded } from '../kernel/module.ts'
import type { Instant } from '../kernel/time.ts'
import { statementOf } from './ledger-statement.ts'
import type { NewPerson } from './vault.ts'

/** A case as it stands: version 0 and no state when there is none yet. */
export interface Loaded {
  readonly version: number
  readonly hash: Buffer | null
  readonly state: unknown
  /** Drawn only when there is no case yet and the module has readable numbers. */
  readonly number: number | null
  /** The digest of an earlier request with the same id on this case, null when there was none. */
  readonly answered: { readonly digest: string | null } | null
}

/** Everything that one decision writes, for one case. */
export interface Entry {
  readonly module: string
  readonly table: string
  readonly caseId: string
  readonly at: Instant
  readonly by: string
  readonly request: { readonly id: string; readonly digest: string | null } | null
  readonly facts: readonly Recorded<Named>[]
  readonly previous: Buffer | null
  readonly state: unknown
  readonly desk: DeskLine
  /** Words to be found by, or null to leave those of the line before. */
  readonly words: readonly string[] | null
  readonly alarms: readonly Alarm[]
  /** Hearers of each fact: `{version, hearer}`. */
  readonly news: readonly { readonly version: number; readonly hearer: string }[]
  /** Keys of people met for the first time; written with the facts that use them. */
  readonly people: readonly NewPerson[]
}

export async function loadCase(
  pool: Pool,
  place: { module: string; table: string; sequence: string | null; caseId: string; requestId: string | null },
): Promise<Loaded> {
  const draw = place.sequence ? `case when c.id is null then nextval('${place.sequence}') end` : 'null::bigint'
  const { rows } = await pool.query({
    name: `load ${place.module}`,
    text: `select c.version, c.hash, c.state, ${draw} as number, f.found, f.request_digest
           from (select 1) as one
           left join ${place.table} c on c.id = $1
           left join lateral (
             select true as found, request_digest from ledger.fact
             where module = $2 and case_id = $1 and request_id = $3 and ordinal = 0
           ) f on true`,
    values: [place.caseId, place.module, place.requestId],
  })
  const row = rows[0]
  return {
    version: row.version ?? 0,
    hash: row.hash ?? null,
    state: row.state ?? null,
    number: row.number === null ? null : Number(row.number),
    answered: row.found ? { digest: row.request_digest } : null,
  }
}

/** Writes an entry whole or not at all. Throws PostgreSQL's 23505 when another writer was first. */
export async function commitEntry(pool: Pool, entry: Entry): Promise<void> {
  const hashes = chain(entry)
  const last = entry.facts.at(-1)
  const head = hashes.at(-1)
  if (!last || !head) throw new RangeError('an entry has at least one fact')
  const facts = entry.facts.map((fact, ordinal) => ({
    version: fact.version,
    type: fact.type,
    body: bodyOf(fact),
    ordinal,
    hash: hashes[ordinal]?.toString('hex'),
  }))
  const { desk } = entry
  await pool.query({
    ...statementOf({
      table: entry.table,
      isFirst: entry.previous === null,
      hasNews: entry.news.length > 0,
      hasPeople: entry.people.length > 0,
    }),
    values: [
      entry.module,
      entry.caseId,
      entry.at,
      entry.by,
      entry.request?.id ?? null,
      entry.request?.digest ?? null,
      JSON.stringify(facts),
      last.version,
      head,
      JSON.stringify(entry.state),
      desk.number,
      desk.title,
      desk.state,
      desk.open,
      desk.owner,
      desk.ownerUnit,
      desk.openedAt,
      desk.dueAt,
      desk.dueDuty,
      desk.scopes,
      desk.tags,
      entry.words,
      entry.alarms.map(alarm => alarm.key),
      entry.alarms.map(alarm => alarm.at),
      entry.news.map(each => each.version),
      entry.news.map(each => each.hearer),
      JSON.stringify(entry.people.flatMap(personRows)),
      JSON.stringify(entry.people.flatMap(markRows)),
    ],
  })
}

/**
 * Moves and clears alarms of a case where nothing else happened. Does nothing when the case has gone on since `version`:
 * an alarm that its next fact has set must not be cleared by what was thought before.
 */
export async function resetAlarms(
  pool: Pool,
  place: { module: string; caseId: string; version: number; alarms: readonly Alarm[] },
): Promise<void> {
  await pool.query({
    name: 'reset alarms',
    // Whoever writes a fact changes the desk line: with its lock held at this version, nobody else is at the alarms.
    text: `with held as materialized (
             select 1 from ledger.desk where module = $1 and case_id = $2 and version = $5 for update
           ), gone as (
             delete from ledger.alarm a using held where a.module = $1 and a.case_id = $2 and not (a.key = any($3::text[]))
           )
           insert into ledger.alarm as a (module, case_id, key, at)
           select $1, $2, u.key, u.at from held cross join unnest($3::text[], $4::timestamptz[]) as u(key, at)
           on conflict (module, case_id, key) do update set at = excluded.at where a.at <> excluded.at`,
    values: [
      place.module,
      place.caseId,
      place.alarms.map(each => each.key),
      place.alarms.map(each => each.at),
      place.version,
    ],
  })
}

/** The part of a fact that is its own; who, when and which version stand in columns. */
export function bodyOf(fact: Recorded<Named>): Record<string, unknown> {
  const {
    type: _type,
    at: _at,
    by: _by,
    version: _version,
    ...body
  } = fact as Recorded<Named> & Record<string, unknown>
  return body
}

export interface Link {
  readonly module: string
  readonly caseId: string
  readonly version: number
  readonly at: string
  readonly by: string
  readonly type: string
  readonly body: unknown
  readonly requestId: string | null
  readonly requestDigest: string | null
  readonly ordinal: number
}

/** SHA-256 over the hash before it in the same case and the canonical fact. */
export function linkHash(previous: Buffer | null, link: Link): Buffer {
  const hash = createHash('sha256')
  if (previous) hash.update(previous)
  return hash.update(canonical(link)).digest()
}

function chain(entry: Entry): Buffer[] {
  let previous = entry.previous
  return entry.facts.map((fact, ordinal) => {
    previous = linkHash(previous, {
      module: entry.module,
      caseId: entry.caseId,
      version: fact.version,
      at: entry.at,
      by: entry.by,
      type: fact.type,
      body: bodyOf(fact),
      requestId: entry.request?.id ?? null,
      requestDigest: entry.request?.digest ?? null,
      ordinal,
    })
    return previous
  })
}

function personRows({ id, wrappedKey, openedAt }: NewPerson) {
  return wrappedKey ? [{ person_id: id, wrapped_key: wrappedKey.toString('hex'), opened_at: openedAt }] : []
}

function markRows(person: NewPerson) {
  return person.marks.map(mark => ({ person_id: person.id, kind: mark.kind, mark: mark.digest.toString('hex') }))
}
