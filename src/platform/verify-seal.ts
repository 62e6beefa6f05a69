// Checks every seal: its chain and root, its leaves against the facts, its readings, and its exported file.

import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PoolClient } from 'pg'
import { inLeafOrder, type Leaf, merkleRoot, sealHash } from './merkle.ts'
import { digestReadings, exportLines, exportName, SEAL_QUERY, type Seal } from './seal.ts'
import type { Difference } from './verify-words.ts'

/** The first difference among the seals, in their order, or null. Counts the seals it found sound. */
export async function checkSeals(
  client: PoolClient,
  asked: { readonly sealsFolder?: string; readonly onProgress?: (progress: Counts) => void },
  counts: { facts: number; cases: number; seals: number },
): Promise<Difference | null> {
  let before: Seal | null = null
  for await (const seal of allSeals(client)) {
    const due: number = (before?.no ?? 0) + 1
    if (seal.no !== due) return sealDiffers('seal-missing', { no: due })
    const found =
      (await checkSeal(client, seal, before)) ?? (await checkExport(client, seal, asked.sealsFolder ?? null))
    if (found) return found
    before = seal
    counts.seals++
    asked.onProgress?.({ ...counts })
  }
  return (await findStrayLeaf(client)) ?? findStrayExport(asked.sealsFolder ?? null, before?.no ?? 0)
}

interface Counts {
  readonly facts: number
  readonly cases: number
  readonly seals: number
}

const SEALS_AT_ONCE = 200

async function* allSeals(client: PoolClient): AsyncGenerator<Seal> {
  for (let after = 0; ; ) {
    const { rows } = await client.query(`${SEAL_QUERY} where no > $1 order by no limit ${SEALS_AT_ONCE}`, [after])
    yield* rows as Seal[]
    if (rows.length < SEALS_AT_ONCE) return
    after = rows.at(-1).no
  }
}

async function checkSeal(client: PoolClient, seal: Seal, before: Seal | null): Promise<Difference | null> {
  const altered = (field: string) => sealDiffers('seal-altered', { no: seal.no, field })
  if (seal.previous !== (before?.hash ?? null)) return altered('previous')
  const leaves = await leavesWithFacts(client, seal.no)
  if (leaves.length !== seal.leaves) return altered('leaves')
  if (merkleRoot(leaves).toString('hex') !== seal.root) return altered('root')
  if (sealHash(seal).toString('hex') !== seal.hash) return altered('hash')
  for (const leaf of leaves) {
    if (leaf.fact === leaf.hash) continue
    const { module, caseId, version } = leaf
    const key = leaf.fact === null ? 'sealed-fact-missing' : 'sealed-fact-differs'
    return { module, caseId, version, what: { key, values: { module, caseId, version, no: seal.no } } }
  }
  const { readingsTo } = seal
  const readings = await digestReadings(client, { from: before?.readingsTo ?? 0, to: readingsTo })
  return readings === seal.readings ? null : sealDiffers('readings-differ', { no: seal.no, readingsTo })
}

async function leavesWithFacts(client: PoolClient, no: number): Promise<(Leaf & { fact: string | null })[]> {
  const { rows } = await client.query(
    `select l.module, l.case_id as "caseId", l.version, encode(l.hash, 'hex') as hash, encode(f.hash, 'hex') as fact
     from ledger.seal_leaf l left join ledger.fact f using (module, case_id, version) where l.no = $1`,
    [no],
  )
  return (rows as (Leaf & { fact: string | null })[]).toSorted(inLeafOrder)
}

/** A file that is missing is no difference: the bank keeps it elsewhere, or the next seal exports it again. */
async function checkExport(client: PoolClient, seal: Seal, folder: string | null): Promise<Difference | null> {
  const file = exportName(seal.no)
  if (folder === null || !existsSync(join(folder, file))) return null
  const exported = await readFile(join(folder, file), 'utf8')
  const same = exported === exportLines(seal, await leavesWithFacts(client, seal.no))
  return same ? null : sealDiffers('export-differs', { no: seal.no, file })
}

async function findStrayLeaf(client: PoolClient): Promise<Difference | null> {
  const { rows } = await client.query(
    'select min(l.no) as no from ledger.seal_leaf l where not exists (select 1 from ledger.seal s where s.no = l.no)',
  )
  return rows[0]?.no ? sealDiffers('leaf-orphan', { no: rows[0].no }) : null
}

function findStrayExport(folder: string | null, last: number): Difference | null {
  if (folder === null || !existsSync(folder)) return null
  const file = readdirSync(folder)
    .filter(name => /^seal-\d{6,}\.jsonl$/.test(name))
    .toSorted()
    .find(name => Number(name.slice('seal-'.length, -'.jsonl'.length)) > last)
  return file ? sealDiffers('export-without-seal', { file }) : null
}

function sealDiffers(key: string, values: Record<string, string | number>): Difference {
  return { module: null, caseId: null, version: null, what: { key, values } }
}
