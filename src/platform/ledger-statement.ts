// The text of the commit: one data-modifying statement over facts, row, desk, mark, alarms, news and keys.

/** The variants of the commit: a case's first entry finds nothing to change, and most entries tell no news and meet nobody new. */
export interface Variant {
  readonly table: string
  readonly isFirst: boolean
  readonly hasNews: boolean
  readonly hasPeople: boolean
}

const statements = new Map<string, string>()

/** A variant's statement under a name of its own, so that each connection prepares it once. */
export function statementOf(variant: Variant): { name: string; text: string } {
  const name = `commit ${Object.values(variant).join(' ')}`
  let text = statements.get(name)
  if (!text) {
    text = commitStatement(variant)
    statements.set(name, text)
  }
  return { name, text }
}

function commitStatement({ table, isFirst, hasNews, hasPeople }: Variant): string {
  const parts = [FACT, ...(isFirst ? firstEntry(table) : laterEntry(table))]
  if (hasNews) parts.push(NEWS)
  if (hasPeople) parts.push(PERSON, BLIND)
  // Every place is used in every variant, so that one list of values serves them all.
  return `with ${parts.join(', ')} select ($23::text[] is null, $25::int[] is null, $26::text[] is null, $27::text is null, $28::text is null)`
}

const FACT = `fact as (
  insert into ledger.fact (module, case_id, version, at, actor, type, body, request_id, request_digest, ordinal, hash)
  select $1, $2, u.version, $3, $4, u.type, u.body, $5, $6, u.ordinal, decode(u.hash, 'hex')
  from json_to_recordset($7::text::json) as u(version int, type text, body json, ordinal int, hash text)
)`

const DESK = `insert into ledger.desk as d (module, case_id, version, number, title, state, open, owner, owner_unit,
    opened_at, due_at, due_duty, scopes, tags, words)
  values ($1, $2, $8, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20::text[], $21::text[],
    coalesce(array_to_tsvector($22::text[]), ''::tsvector))`

function firstEntry(table: string): string[] {
  return [
    `held as (insert into ${table} (id, version, hash, state) values ($2, $8, $9, $10))`,
    `desk as (${DESK})`,
    `mark as (insert into ledger.unsealed (module, case_id, version, hash) values ($1, $2, $8, $9))`,
    `alarm as (
  insert into ledger.alarm (module, case_id, key, at)
  select $1, $2, u.key, u.at from unnest($23::text[], $24::timestamptz[]) as u(key, at)
)`,
  ]
}

function laterEntry(table: string): string[] {
  return [
    `held as (update ${table} set version = $8, hash = $9, state = $10 where id = $2)`,
    `desk as (${DESK}
  on conflict (module, case_id) do update set version = excluded.version, number = excluded.number,
    title = excluded.title, state = excluded.state, open = excluded.open, owner = excluded.owner,
    owner_unit = excluded.owner_unit, opened_at = excluded.opened_at, due_at = excluded.due_at,
    due_duty = excluded.due_duty, scopes = excluded.scopes, tags = excluded.tags,
    words = case when $22::text[] is null then d.words else excluded.words end
)`,
    `mark as (
  insert into ledger.unsealed (module, case_id, version, hash) values ($1, $2, $8, $9)
  on conflict (module, case_id) do update set version = excluded.version, hash = excluded.hash
)`,
    `cleared as (
  delete from ledger.alarm where module = $1 and case_id = $2 and not (key = any($23::text[]))
)`,
    `alarm as (
  insert into ledger.alarm as a (module, case_id, key, at)
  select $1, $2, u.key, u.at from unnest($23::text[], $24::timestamptz[]) as u(key, at)
  on conflict (module, case_id, key) do update set at = excluded.at where a.at <> excluded.at
)`,
  ]
}

const NEWS = `news as (
  insert into ledger.news (module, case_id, version, hearer, at)
  select $1, $2, u.version, u.hearer, $3 from unnest($25::int[], $26::text[]) as u(version, hearer)
)`

const PERSON = `person as (
  insert into vault.person (person_id, wrapped_key, opened_at)
  select u.person_id, decode(u.wrapped_key, 'hex'), u.opened_at
  from jsonb_to_recordset($27::text::jsonb) as u(person_id text, wrapped_key text, opened_at timestamptz)
  on conflict (person_id) do nothing
)`

const BLIND = `blind as (
  insert into vault.mark (mark, kind, person_id)
  select decode(u.mark, 'hex'), u.kind, u.person_id
  from jsonb_to_recordset($28::text::jsonb) as u(mark text, kind text, person_id text)
  on conflict do nothing
)`
