// Proves that nothing was altered: recomputes every chain, every row and every seal, and names the first difference.

import type { Pool, PoolClient } from 'pg'
import { canonical } from '../kernel/canonical.ts'
import type { Named, Recorded } from '../kernel/module.ts'
import type { Instant } from '../kernel/time.ts'
import type { AnyRules } from './door.ts'
import { linkHash } from './ledger.ts'
import { UTC_TEXT } from './seal.ts'
import { compareCases, type Folded, findOrphan } from './verify-case.ts'
import { checkSeals } from './verify-seal.ts'
import type { Difference } from './verify-words.ts'

export interface Progress {
  readonly facts: number
  readonly cases: number
  readonly seals: number
}

export interface Verdict extends Progress {
  readonly ok: boolean
  /** Where the checking stopped; absent when all is well. */
  readonly first?: Difference
}

export interface Verification {
  readonly pool: Pool
  /** The departments in this version: a module that is not among them is checked for its chain and seals only. */
  readonly rules: readonly AnyRules[]
  /** The instant at which alarms must be complete; the product's now. */
  readonly now: Instant
  /** What the rules of a module ask for beside the state, as the door would give it to `desk` and `alarms`. */
  readonly answersOf?: (place: { module: string; caseId: string }) => unknown | Promise<unknown>
  /** The room of exported seals; left out when there is none at hand. */
  readonly sealsFolder?: string
  readonly onProgress?: (progress: Progress) => void
}

/**
 * Reads the whole ledger in one snapshot, so that writers at work are no difference, a page at a time, so that memory stays flat.
 * Checks every fact against its hash and the one before, the row of every case against the fold of its facts, desk, alarms
 * and marks, then every seal against its leaves, the facts, the readings and its exported file. Stops at the first difference.
 */
export async function verify(asked: Verification): Promise<Verdict> {
  const client = await asked.pool.connect()
  let broken = true
  try {
    await client.query('begin isolation level repeatable read read only')
    const counts = { facts: 0, cases: 0, seals: 0 }
    const first =
      (await checkFacts(client, asked, counts)) ??
      (await findOrphan(client, asked.rules)) ??
      (await checkSeals(client, asked, counts))
    await client.query('rollback')
    broken = false
    return first ? { ok: false, ...counts, first } : { ok: true, ...counts }
  } finally {
    client.release(broken)
  }
}

const FACTS_AT_ONCE = 2000
const CASES_AT_ONCE = 200

interface FactRow {
  readonly module: string
  readonly caseId: string
  readonly version: number
  readonly at: string
  readonly actor: string
  readonly type: string
  readonly body: Record<string, unknown>
  readonly requestId: string | null
  readonly requestDigest: string | null
  readonly ordinal: number
  readonly hash: string
}

type Counts = { -readonly [Name in keyof Progress]: Progress[Name] }

async function checkFacts(client: PoolClient, asked: Verification, counts: Counts): Promise<Difference | null> {
  const rules = new Map(asked.rules.map(each => [each.module, each]))
  let folded: Folded | null = null
  let batch: Folded[] = []
  const finish = async (): Promise<Difference | null> => {
    const whole = batch
    batch = []
    counts.cases += whole.length
    asked.onProgress?.({ ...counts })
    return compareCases(client, asked, whole)
  }
  for await (const row of allFacts(client)) {
    counts.facts++
    if (folded?.module !== row.module || folded.caseId !== row.caseId) {
      if (folded) batch.push(folded)
      folded = {
        module: row.module,
        caseId: row.caseId,
        version: 0,
        hash: null,
        state: null,
        lastAt: row.at as Instant,
      }
      if (batch.length === CASES_AT_ONCE) {
        const difference = await finish()
        if (difference) return difference
      }
    }
    const next = foldNext(folded, row, rules.get(row.module) ?? null)
    if ('what' in next) return next
    folded = next
  }
  if (folded) batch.push(folded)
  return finish()
}

async function* allFacts(client: PoolClient): AsyncGenerator<FactRow> {
  let after: readonly unknown[] = ['', '', 0]
  for (;;) {
    const { rows } = await client.query<FactRow>({
      name: 'verify facts',
      text: `select module, case_id as "caseId", version, ${UTC_TEXT} as at, actor, type, body,
               request_id as "requestId", request_digest as "requestDigest", ordinal, encode(hash, 'hex') as hash
             from ledger.fact where (module, case_id, version) > ($1, $2, $3)
             order by module, case_id, version limit ${FACTS_AT_ONCE}`,
      values: [...after],
    })
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < FACTS_AT_ONCE) return
    after = [last.module, last.caseId, last.version]
  }
}

function foldNext(before: Folded, row: FactRow, rules: AnyRules | null): Folded | Difference {
  const place = { module: row.module, caseId: row.caseId }
  if (row.version !== before.version + 1) {
    const version = before.version + 1
    return { ...place, version, what: { key: 'fact-missing', values: { ...place, version } } }
  }
  const values = { ...place, version: row.version }
  // A fact is written to the millisecond; whatever stands behind it was put there by somebody else and breaks the hash.
  const at = row.at.replace(/(\.\d{3})000Z$/, '$1Z') as Instant
  const { version, actor: by, type, body, requestId, requestDigest, ordinal } = row
  const hash = linkHash(before.hash, { ...place, version, at, by, type, body, requestId, requestDigest, ordinal })
  if (hash.toString('hex') !== row.hash) return { ...values, what: { key: 'fact-altered', values } }
  if (!rules) return { ...before, version, hash, lastAt: at }
  try {
    const fact = { ...body, type, at, by, version } as Recorded<Named>
    return { ...place, version, hash, state: rules.evolve(before.state, fact), lastAt: at }
  } catch (error) {
    const reason = error instanceof Error ? error.message : canonical(String(error))
    return { ...values, what: { key: 'fact-unfoldable', values: { ...values, reason } } }
  }
}
