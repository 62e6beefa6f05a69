// Seals: every case changed since the seal before, under one Merkle root that is chained and exported for the bank to keep elsewhere.

import * as fs from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Pool, PoolClient } from 'pg'
import { canonical } from '../kernel/canonical.ts'
import type { Instant } from '../kernel/time.ts'
import { type Clock, randomId } from './clock.ts'
import { syncFolder } from './files.ts'
import { inLeafOrder, type Leaf, merkleRoot, readingDigest, type SealHead, sealHash } from './merkle.ts'
import { READING_LOCK } from './readings.ts'

export interface Seal extends SealHead {
  readonly hash: string
}

export interface Sealer {
  /**
   * Seals what changed, `LEAVES_AT_MOST` cases at a time, and exports every seal that is not exported yet.
   * Returns the new seals; none when nothing changed.
   */
  seal(): Promise<Seal[]>
}

/** So many cases under one seal: a seal and its export fit in memory however many cases an import brought. */
export const LEAVES_AT_MOST = 50_000

/** @param parts.folder the room `seals` of the data folder; null where nothing is exported. */
export function createSealer(parts: {
  pool: Pool
  clock: Clock
  folder: string | null
  leavesAtMost?: number
}): Sealer {
  const atMost = parts.leavesAtMost ?? LEAVES_AT_MOST
  return {
    async seal() {
      const seals: Seal[] = []
      for (;;) {
        const next = await sealOnce(parts.pool, parts.clock.now(), atMost)
        if (next) seals.push(next)
        if (!next || next.leaves < atMost) break
      }
      if (parts.folder !== null) await exportMissing(parts.pool, parts.folder)
      return seals
    },
  }
}

/** The lines of an exported seal: the head, then one leaf a line. */
export function exportLines(seal: Seal, leaves: readonly Leaf[]): string {
  const head = canonical({ format: EXPORT_FORMAT, ...seal })
  return `${[head, ...leaves.map(leaf => canonical([leaf.module, leaf.caseId, leaf.version, leaf.hash]))].join('\n')}\n`
}

export const EXPORT_FORMAT = 'xiaobao-seal-1'

export function exportName(no: number): string {
  return `seal-${String(no).padStart(6, '0')}.jsonl`
}

const SEAL_LOCK = '240901150203'

async function sealOnce(pool: Pool, at: Instant, atMost: number): Promise<Seal | null> {
  const client = await pool.connect()
  let broken = true
  try {
    await client.query('begin')
    // One sealer at a time: the second waits here, then finds what came since.
    await client.query('select pg_advisory_xact_lock($1)', [SEAL_LOCK])
    const seal = await writeSeal(client, at, atMost)
    await client.query('commit')
    broken = false
    return seal
  } finally {
    // A connection on which something failed is closed: with it go the transaction and every lock it may still hold.
    client.release(broken)
  }
}

async function writeSeal(client: PoolClient, at: Instant, atMost: number): Promise<Seal | null> {
  const { rows: last } = await client.query('select no, readings_to, hash from ledger.seal order by no desc limit 1')
  const leaves = await markedLeaves(client, atMost)
  const readFrom = Number(last[0]?.readings_to ?? 0)
  const readingsTo = await lastReading(client, readFrom)
  if (leaves.length === 0 && readingsTo === readFrom) return null
  const head: SealHead = {
    no: (last[0]?.no ?? 0) + 1,
    at,
    leaves: leaves.length,
    readingsTo,
    readings: await digestReadings(client, { from: readFrom, to: readingsTo }),
    root: merkleRoot(leaves).toString('hex'),
    previous: last[0] ? last[0].hash.toString('hex') : null,
  }
  const hash = sealHash(head)
  await client.query(
    `insert into ledger.seal (no, at, leaves, readings_to, readings, root, previous, hash)
     values ($1, $2, $3, $4, decode($5, 'hex'), decode($6, 'hex'), decode($7, 'hex'), $8)`,
    [head.no, at, head.leaves, readingsTo, head.readings, head.root, head.previous, hash],
  )
  await writeLeaves(client, head.no, leaves)
  return { ...head, hash: hash.toString('hex') }
}

async function markedLeaves(client: PoolClient, atMost: number): Promise<Leaf[]> {
  const { rows } = await client.query(
    `select module, case_id as "caseId", version, encode(hash, 'hex') as hash
     from ledger.unsealed order by module, case_id limit $1`,
    [atMost],
  )
  return (rows as Leaf[]).toSorted(inLeafOrder)
}

/**
 * The last reading whose predecessors have all been committed. Numbers are drawn before the commit, so the highest that is seen
 * is not it; but writers hold a shared lock over both, and with the lock held alone nobody is in between.
 */
async function lastReading(client: PoolClient, from: number): Promise<number> {
  await client.query('select pg_advisory_lock($1)', [READING_LOCK])
  try {
    const { rows } = await client.query('select max(id) as id from ledger.reading where id > $1', [from])
    return Number(rows[0]?.id ?? from)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [READING_LOCK])
  }
}

const READINGS_AT_ONCE = 5000

/** The digest of the readings numbered above `from` up to `to`, in the order of their numbers. */
export async function digestReadings(client: PoolClient, range: { from: number; to: number }): Promise<string> {
  const digest = readingDigest()
  for (let after = range.from; ; ) {
    const { rows } = await client.query(
      `select id, ${UTC_TEXT} as at, actor, act, module, case_id as "caseId", subject, purpose
       from ledger.reading where id > $1 and id <= $2 order by id limit $3`,
      [after, range.to, READINGS_AT_ONCE],
    )
    for (const row of rows) digest.add(row)
    if (rows.length < READINGS_AT_ONCE) return digest.hex()
    after = Number(rows.at(-1).id)
  }
}

/** An instant to the microsecond: what the driver cuts off could be changed unseen. */
export const UTC_TEXT = `to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

async function writeLeaves(client: PoolClient, no: number, leaves: readonly Leaf[]): Promise<void> {
  const columns = [
    leaves.map(leaf => leaf.module),
    leaves.map(leaf => leaf.caseId),
    leaves.map(leaf => leaf.version),
    leaves.map(leaf => leaf.hash),
  ]
  const list = 'unnest($2::text[], $3::text[], $4::int[], $5::text[]) as u(module, case_id, version, hash)'
  await client.query(
    `insert into ledger.seal_leaf (no, module, case_id, version, hash)
     select $1, u.module, u.case_id, u.version, decode(u.hash, 'hex') from ${list}`,
    [no, ...columns],
  )
  // Exactly what was sealed: a case that went on meanwhile has a mark of a later version, and keeps it for the next seal.
  await client.query(
    `delete from ledger.unsealed d using unnest($1::text[], $2::text[], $3::int[]) as u(module, case_id, version)
     where d.module = u.module and d.case_id = u.case_id and d.version = u.version`,
    columns.slice(0, 3),
  )
}

/** After the commit, and again at the next seal: a power cut between the two leaves a seal without its file for a while. */
async function exportMissing(pool: Pool, folder: string): Promise<void> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  const present = new Set(await fs.readdir(folder))
  const { rows } = await pool.query('select no from ledger.seal order by no')
  for (const { no } of rows) {
    if (!present.has(exportName(no))) await exportSeal(pool, folder, no)
  }
}

async function exportSeal(pool: Pool, folder: string, no: number): Promise<void> {
  const seal = await getSeal(pool, no)
  const { rows } = await pool.query(
    `select module, case_id as "caseId", version, encode(hash, 'hex') as hash from ledger.seal_leaf where no = $1`,
    [no],
  )
  const place = join(folder, exportName(no))
  const aside = join(folder, `.${randomId()}`)
  await fs.writeFile(aside, exportLines(seal, (rows as Leaf[]).toSorted(inLeafOrder)), { mode: 0o600, flush: true })
  // A link never overwrites: an export that is there already is evidence, whatever it says.
  await fs.link(aside, place).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') return fs.rename(aside, place)
  })
  await fs.rm(aside, { force: true })
  await syncFolder(dirname(place))
}

async function getSeal(pool: Pool, no: number): Promise<Seal> {
  const { rows } = await pool.query(`${SEAL_QUERY} where no = $1`, [no])
  if (!rows[0]) throw new RangeError(`no seal ${no}`)
  return rows[0] as Seal
}

/** A seal as it stands in the database, its fields in the words of `Seal`. */
export const SEAL_QUERY = `select no, at, leaves, readings_to as "readingsTo", encode(readings, 'hex') as readings,
  encode(root, 'hex') as root, encode(previous, 'hex') as previous, encode(hash, 'hex') as hash from ledger.seal`
