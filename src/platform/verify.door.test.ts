// Nothing is altered unseen: whatever an owner of the database changes, removes or adds is found and named.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testFolder, useDatabase } from '../../tests/database.ts'
import { give, useFixture } from '../../tests/fixture-department.ts'
import { plusMs } from '../kernel/time.ts'
import { linkHash } from './ledger.ts'
import { merkleRoot } from './merkle.ts'
import { createReadings } from './readings.ts'
import { createSealer } from './seal.ts'
import { verify } from './verify.ts'
import { sayDifference, VERIFY_WORDS } from './verify-words.ts'

const database = useDatabase()
const { door, rules } = useFixture(database)
const { appPool, ownerPool, clock, log } = database

let sealsFolder = ''
let cases: string[] = []
let count = 0
beforeEach(async () => {
  sealsFolder = testFolder()
  cases = []
  for (let each = 0; each < 3; each++) {
    const caseId = `C-${String(++count).padStart(4, '0')}`
    cases.push(caseId)
    await give(door, caseId, { type: 'open', dueAt: plusMs(clock.now(), 86_400_000) })
    await give(door, caseId, { type: 'add', amount: 5 }, `key-${caseId}`, 'digest')
    await give(door, caseId, { type: 'add', amount: 7, note: '“好” 🙂 1.50' })
  }
})
afterEach(async () => {
  await ownerPool.query(
    `truncate ledger.fact, ledger.desk, ledger.alarm, ledger.news, ledger.unsealed, ledger.seal, ledger.seal_leaf,
       ledger.reading, fixture.counter, fixture.listener`,
  )
})

const seal = () => createSealer({ pool: appPool, clock, folder: sealsFolder }).seal()
const check = () => verify({ pool: appPool, rules, now: clock.now(), sealsFolder })
const asOwner = (text: string, values: unknown[] = []) => ownerPool.query(text, values)

async function expectFirst(key: string, place: { caseId?: string; version?: number } = {}) {
  const verdict = await check()
  expect(verdict.ok).toBe(false)
  expect(verdict.first).toMatchObject({ what: { key }, ...place })
  for (const language of ['zh-CN', 'en'] as const) {
    expect(sayDifference(verdict.first!, language)).not.toMatch(/[{}]|undefined/)
  }
}

describe('all is well', () => {
  test('before any seal, after one, and after facts that came since', async () => {
    expect(await check()).toEqual({ ok: true, cases: 3, facts: 9, seals: 0 })
    expect(await seal()).toMatchObject([{ no: 1, leaves: 3, previous: null }])
    await give(door, cases[0]!, { type: 'close' })
    expect(await check()).toEqual({ ok: true, cases: 3, facts: 10, seals: 1 })
    const [second] = await seal()
    expect(second).toMatchObject({ no: 2, leaves: 1 })
    expect(await seal()).toEqual([])
    expect(await check()).toEqual({ ok: true, cases: 3, facts: 10, seals: 2 })
    expect(readdirSync(sealsFolder).toSorted()).toEqual(['seal-000001.jsonl', 'seal-000002.jsonl'])
  })

  test('while writers are at work', async () => {
    await seal()
    const writing = Promise.all(
      cases.flatMap(id => Array.from({ length: 10 }, () => give(door, id, { type: 'add', amount: 1 }))),
    )
    for (let each = 0; each < 5; each++) expect(await check()).toMatchObject({ ok: true })
    await writing
    expect(await check()).toMatchObject({ ok: true })
  })
})

describe('a changed fact is found and named', () => {
  const changes: [string, string][] = [
    ['its content', `body = jsonb_set(body::jsonb, '{amount}', '6')`],
    ['its instant, by a microsecond', `at = at + interval '1 microsecond'`],
    ['its actor', `actor = 'person:p-other'`],
    ['its type', `type = 'closed'`],
    ['its request', `request_id = 'other'`],
    ['the digest of its request', `request_digest = 'other'`],
    ['its hash', `hash = decode(repeat('00', 32), 'hex')`],
  ]
  test.each(changes)('%s', async (_, set) => {
    await asOwner(`update ledger.fact set ${set} where case_id = $1 and version = 2`, [cases[1]])
    await expectFirst('fact-altered', { caseId: cases[1]!, version: 2 })
  })

  test('the first of several is the one that is named', async () => {
    await asOwner(`update ledger.fact set actor = 'x' where version = 3`)
    await expectFirst('fact-altered', { caseId: cases[0]!, version: 3 })
  })

  test('also when everything behind it was computed anew, thanks to the seal', async () => {
    await seal()
    await forge(cases[1]!)
    await expectFirst('head-unmarked', { caseId: cases[1]! })
    await asOwner(
      `insert into ledger.unsealed select module, case_id, version, hash from ledger.fact where case_id = $1 and version = 3`,
      [cases[1]],
    )
    await expectFirst('sealed-fact-differs', { caseId: cases[1]!, version: 3 })
  })

  test('also when the seal itself was computed anew, thanks to its export', async () => {
    await seal()
    const head = await forge(cases[1]!)
    await asOwner('update ledger.seal_leaf set hash = $2 where case_id = $1', [cases[1], head])
    await expectFirst('seal-altered')
    await reseal()
    await expectFirst('export-differs')
  })
})

/** What a skilled owner of the database would do: change fact 2 and compute everything behind it anew. */
async function forge(caseId: string): Promise<Buffer> {
  await asOwner(
    `update ledger.fact set body = jsonb_set(body::jsonb, '{amount}', '6') where case_id = $1 and version = 2`,
    [caseId],
  )
  const { rows } = await ownerPool.query('select * from ledger.fact where case_id = $1 order by version', [caseId])
  let previous: Buffer | null = null
  for (const row of rows) {
    previous = linkHash(previous, {
      ...{
        module: row.module,
        caseId,
        version: row.version,
        at: row.at,
        by: row.actor,
        type: row.type,
        body: row.body,
      },
      ...{ requestId: row.request_id, requestDigest: row.request_digest, ordinal: row.ordinal },
    })
    await asOwner('update ledger.fact set hash = $3 where case_id = $1 and version = $2', [
      caseId,
      row.version,
      previous,
    ])
  }
  await asOwner(`update fixture.counter set hash = $2, state = jsonb_set(state, '{sum}', '13') where id = $1`, [
    caseId,
    previous,
  ])
  if (!previous) throw new Error('no facts')
  return previous
}

async function reseal(): Promise<void> {
  const { rows } = await ownerPool.query(
    `select module, case_id as "caseId", version, encode(hash, 'hex') as hash from ledger.seal_leaf order by module, case_id`,
  )
  const root = merkleRoot(rows)
  await asOwner('update ledger.seal set root = $1', [root])
  const { rows: seals } = await ownerPool.query(
    `select no, at, leaves, readings_to as "readingsTo", encode(readings, 'hex') as readings from ledger.seal`,
  )
  const { sealHash } = await import('./merkle.ts')
  await asOwner('update ledger.seal set hash = $1', [
    sealHash({ ...seals[0], root: root.toString('hex'), previous: null }),
  ])
}

describe('a missing fact is found and named', () => {
  test('in the middle', async () => {
    await asOwner('delete from ledger.fact where case_id = $1 and version = 2', [cases[2]])
    await expectFirst('fact-missing', { caseId: cases[2]!, version: 2 })
  })

  test('at the end, by the row', async () => {
    await asOwner('delete from ledger.fact where case_id = $1 and version = 3', [cases[2]])
    await expectFirst('row-version', { caseId: cases[2]!, version: 2 })
  })

  test('at the end, with row, desk and mark put back, thanks to the seal', async () => {
    await seal()
    const id = cases[2]
    await asOwner('delete from ledger.fact where case_id = $1 and version = 3', [id])
    await asOwner(
      `update fixture.counter c set version = 2, hash = f.hash, state = jsonb_set(c.state, '{sum}', '5')
       from ledger.fact f where f.case_id = c.id and f.version = 2 and c.id = $1`,
      [id],
    )
    await asOwner('update ledger.desk set version = 2 where case_id = $1', [id])
    await asOwner(
      'insert into ledger.unsealed select module, case_id, version, hash from ledger.fact where case_id = $1 and version = 2',
      [id],
    )
    await expectFirst('sealed-fact-missing', { caseId: id!, version: 3 })
  })

  test('with its whole case, thanks to the seal', async () => {
    await seal()
    for (const place of [
      'ledger.fact where case_id',
      'ledger.desk where case_id',
      'ledger.alarm where case_id',
      'fixture.counter where id',
    ]) {
      await asOwner(`delete from ${place} = $1`, [cases[0]])
    }
    await expectFirst('sealed-fact-missing', { caseId: cases[0]!, version: 3 })
  })

  test('with its whole case before any seal, by the mark', async () => {
    for (const place of [
      'ledger.fact where case_id',
      'ledger.desk where case_id',
      'ledger.alarm where case_id',
      'fixture.counter where id',
    ]) {
      await asOwner(`delete from ${place} = $1`, [cases[0]])
    }
    await expectFirst('mark-orphan', { caseId: cases[0]!, version: 3 })
  })
})

describe('an added fact is found and named', () => {
  test('with a hash that does not fit', async () => {
    await asOwner(
      `insert into ledger.fact select module, case_id, 4, at, actor, type, body, null, null, 0, hash
       from ledger.fact where case_id = $1 and version = 3`,
      [cases[0]],
    )
    await expectFirst('fact-altered', { caseId: cases[0]!, version: 4 })
  })

  test('with the right hash, row and desk, because the product did not mark it', async () => {
    await seal()
    await give(door, cases[0]!, { type: 'add', amount: 1 })
    await asOwner('delete from ledger.unsealed where case_id = $1', [cases[0]])
    await expectFirst('head-unmarked', { caseId: cases[0]!, version: 4 })
  })
})

describe('what stands beside the facts is compared with them', () => {
  test.each([
    ['row-missing', 'delete from fixture.counter where id = $1'],
    ['row-hash', `update fixture.counter set hash = decode('00', 'hex') where id = $1`],
    ['row-state', `update fixture.counter set state = jsonb_set(state, '{sum}', '1000') where id = $1`],
    ['desk-missing', 'delete from ledger.desk where case_id = $1'],
    ['desk-differs', `update ledger.desk set state = 'closed' where case_id = $1`],
    ['alarm-missing', 'delete from ledger.alarm where case_id = $1'],
    ['alarm-missing', `update ledger.alarm set at = at + interval '1 day' where case_id = $1`],
    ['alarm-added', `insert into ledger.alarm (module, case_id, key, at) values ('counter', $1, 'stray', now())`],
  ])('%s: %s', async (key, text) => {
    await asOwner(text, [cases[1]])
    await expectFirst(key, { caseId: cases[1]! })
  })

  test.each([
    ['row-orphan', `insert into fixture.counter values ('ghost', 1, '', '{}')`],
    ['alarm-orphan', `insert into ledger.alarm (module, case_id, key, at) values ('counter', 'ghost', 'k', now())`],
    [
      'desk-orphan',
      `insert into ledger.desk (module, case_id, version, number, title, state, open, opened_at, scopes, tags)
       values ('counter', 'ghost', 1, '', '', '', true, now(), '{}', '{}')`,
    ],
  ])('%s', async (key, text) => {
    await asOwner(text)
    await expectFirst(key, { caseId: 'ghost' })
  })

  test('the place in a row is named, its value never', async () => {
    await asOwner(`update fixture.counter set state = jsonb_set(state, '{number}', '"王小明"') where id = $1`, [
      cases[0],
    ])
    const { first } = await check()
    expect(sayDifference(first!, 'zh-CN')).toContain('/number')
    expect(JSON.stringify(first)).not.toContain('王小明')
  })
})

describe('seals and readings are checked', () => {
  const read = async (subject: string) => {
    const readings = createReadings({ pool: appPool, log })
    await readings.record([{ at: clock.now(), actor: 'person:p-1', act: 'revealed', subject, purpose: '核实身份' }])
    await readings.stop()
  }

  test('a reading that was changed, removed or put between is found', async () => {
    for (const subject of ['a', 'b', 'c']) await read(subject)
    expect(await seal()).toMatchObject([{ leaves: 3, readingsTo: expect.any(Number) }])
    expect(await check()).toMatchObject({ ok: true })
    await asOwner(`update ledger.reading set purpose = '其他' where subject = 'b'`)
    await expectFirst('readings-differ')
    await asOwner(`update ledger.reading set purpose = '核实身份' where subject = 'b'`)
    await asOwner(`delete from ledger.reading where subject = 'c'`)
    await expectFirst('readings-differ')
  })

  test('readings alone are sealed too', async () => {
    await seal()
    await read('d')
    expect(await seal()).toMatchObject([{ no: 2, leaves: 0 }])
    expect(await check()).toMatchObject({ ok: true, seals: 2 })
  })

  test('a seal that was altered or removed is found, with and without its export', async () => {
    await seal()
    await give(door, cases[0]!, { type: 'close' })
    await seal()
    await asOwner(`update ledger.seal set at = at + interval '1 second' where no = 1`)
    await expectFirst('seal-altered')
    await asOwner(`update ledger.seal set at = at - interval '1 second' where no = 1`)
    await asOwner('delete from ledger.seal_leaf where no = 2')
    await expectFirst('head-unmarked', { caseId: cases[0]!, version: 4 })
    await asOwner('delete from ledger.seal where no = 2')
    await asOwner(
      'insert into ledger.unsealed select module, case_id, version, hash from ledger.fact where case_id = $1 and version = 4',
      [cases[0]],
    )
    await expectFirst('export-without-seal')
    rmSync(join(sealsFolder, 'seal-000002.jsonl'))
    expect(await check()).toMatchObject({ ok: true })
    await asOwner('delete from ledger.seal where no = 1')
    await expectFirst('leaf-orphan')
  })

  test('an exported file that was altered is found, one that is missing is written again, none is overwritten', async () => {
    await seal()
    const file = join(sealsFolder, 'seal-000001.jsonl')
    const exported = readFileSync(file, 'utf8')
    writeFileSync(file, exported.replace(cases[0]!, 'C-9999'))
    await expectFirst('export-differs')
    await seal()
    await expectFirst('export-differs')
    rmSync(file)
    await seal()
    expect(readFileSync(file, 'utf8')).toBe(exported)
  })

  test('more cases than fit under one seal make several', async () => {
    const seals = await createSealer({ pool: appPool, clock, folder: sealsFolder, leavesAtMost: 2 }).seal()
    expect(seals.map(each => each.leaves)).toEqual([2, 1])
    expect(await check()).toMatchObject({ ok: true, seals: 2 })
  })

  test('every sentence exists in both languages', () => {
    for (const wording of Object.values(VERIFY_WORDS)) {
      expect(wording.zh.match(/\{\w+\}/g)?.toSorted()).toEqual(wording.en.match(/\{\w+\}/g)?.toSorted())
    }
  })
})

test('a mark that is written while its case is being sealed is kept for the next seal', async () => {
  const [caseId] = cases
  const writers = Promise.all(Array.from({ length: 40 }, () => give(door, caseId!, { type: 'add', amount: 1 })))
  const sealers = Promise.all(Array.from({ length: 12 }, () => seal()))
  await Promise.all([writers, sealers])
  await seal()
  const { rows } = await appPool.query('select max(version) as last from ledger.seal_leaf where case_id = $1', [caseId])
  expect(rows[0].last).toBe(43)
  expect((await appPool.query('select 1 from ledger.unsealed')).rows).toEqual([])
  expect(await check()).toMatchObject({ ok: true, facts: 49 })
})

test('a reading that is numbered before a seal and committed after it is under the next seal', async () => {
  const readings = createReadings({ pool: appPool, log })
  const reading = (subject: string) => ({ at: clock.now(), actor: 'person:p-1', act: 'listed', subject }) as const
  await Promise.all([
    ...Array.from({ length: 60 }, (_, each) => readings.record([reading(`r${each}`)])),
    ...Array.from({ length: 8 }, () => seal()),
  ])
  await seal()
  await readings.stop()
  expect(await check()).toMatchObject({ ok: true })
  const { rows } = await appPool.query(
    'select max(readings_to) = (select max(id) from ledger.reading) as all from ledger.seal',
  )
  expect(rows[0].all).toBe(true)
})
