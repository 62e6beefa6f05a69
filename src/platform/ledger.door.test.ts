// What the ledger allows: the product may add and read, never change what happened; every case can be moved with its keys.

import { beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/database.ts'
import { give, useFixture } from '../../tests/fixture-department.ts'
import { plusMs } from '../kernel/time.ts'
import { resetAlarms } from './ledger.ts'
import { createReadings } from './readings.ts'
import { createSealer } from './seal.ts'

const database = useDatabase()
const { door } = useFixture(database)
const { appPool, clock, log } = database

beforeAll(async () => {
  await give(door, 'C-1', { type: 'open', dueAt: null })
  await createReadings({ pool: appPool, log }).record([{ at: clock.now(), actor: 'person:p-1', act: 'printed' }])
  await createSealer({ pool: appPool, clock, folder: null }).seal()
})

describe('the product cannot change what happened', () => {
  const tables = ['ledger.fact', 'ledger.reading', 'ledger.seal', 'ledger.seal_leaf']
  const acts = [
    'update TABLE set no_column = 1',
    'delete from TABLE',
    'truncate TABLE',
    'drop table TABLE',
    'alter table TABLE disable trigger all',
  ]
  const changes = tables.flatMap(table => acts.slice(1).map(act => act.replace('TABLE', table)))
  test.each([
    ...changes,
    `update ledger.fact set actor = 'x'`,
    `update ledger.reading set purpose = 'x'`,
    'update ledger.seal set leaves = 0',
    'update ledger.seal_leaf set version = 0',
    'create table ledger.extra (id int)',
    'create function ledger.extra() returns int language sql as $$ select 1 $$',
    'delete from platform.migration',
  ])('%s', async text => {
    await expect(appPool.query(text)).rejects.toMatchObject({ code: '42501' })
  })

  test('and a right that it grants itself is none', async () => {
    await appPool.query('grant update on ledger.fact to current_user')
    await expect(appPool.query(`update ledger.fact set actor = 'x'`)).rejects.toMatchObject({ code: '42501' })
  })

  test('and is not a member of the owner, nor a superuser', async () => {
    const { rows } = await appPool.query(
      `select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls,
         pg_has_role(current_user, (select relowner from pg_class where oid = 'ledger.fact'::regclass), 'member') as owner
       from pg_roles where rolname = current_user`,
    )
    expect(rows).toEqual([
      { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false, owner: false },
    ])
  })
})

describe('a cluster can spread the cases by their id', () => {
  // A reading has a number of its own, by which seals name it; it is kept where it is written, not with its case.
  const NOT_BY_CASE = ['reading']

  test('every unique key of a table that grows with cases carries the case', async () => {
    const { rows } = await appPool.query(
      `select c.relname as "table", i.relname as "index",
         array(select a.attname::text from unnest(x.indkey) k join pg_attribute a on a.attrelid = c.oid and a.attnum = k) as columns
       from pg_index x
       join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
       where c.relnamespace = 'ledger'::regnamespace and x.indisunique
         and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'case_id')`,
    )
    const growing = rows.filter(row => !NOT_BY_CASE.includes(row.table))
    expect(new Set(growing.map(row => row.table))).toEqual(
      new Set(['fact', 'desk', 'alarm', 'news', 'unsealed', 'seal_leaf']),
    )
    for (const row of growing) expect(row.columns, `${row.table}.${row.index}`).toContain('case_id')
  })

  test('no table has a trigger or a foreign key', async () => {
    const { rows } = await appPool.query(
      `select c.relname from pg_class c where c.relnamespace in ('ledger'::regnamespace, 'vault'::regnamespace)
         and (exists (select 1 from pg_trigger t where t.tgrelid = c.oid)
           or exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'))`,
    )
    expect(rows).toEqual([])
  })
})

test('alarms that were thought of before the last fact do not overwrite those that the fact has set', async () => {
  const due = plusMs(clock.now(), 3_600_000)
  await give(door, 'C-2', { type: 'open', dueAt: due })
  await resetAlarms(appPool, { module: 'counter', caseId: 'C-2', version: 0, alarms: [] })
  const { rows } = await appPool.query(`select at from ledger.alarm where case_id = 'C-2'`)
  expect(rows).toEqual([{ at: due }])
  await resetAlarms(appPool, { module: 'counter', caseId: 'C-2', version: 1, alarms: [] })
  expect((await appPool.query(`select at from ledger.alarm where case_id = 'C-2'`)).rows).toEqual([])
})
