// Bringing a database to this version, and what the product's role may do on it afterwards.

import { describe, expect, test } from 'vitest'
import { useDatabase, useEmptyDatabase } from '../../tests/database.ts'
import { systemClock } from './clock.ts'
import { asOwner } from './database.ts'
import { openLog } from './log.ts'
import { findMigrations, type Migration, migrate, migrationOf, underLock } from './migrate.ts'

const log = openLog({ level: 'silent' })
const FIRST = migrationOf('platform', '0001_one.sql', 'create schema t; create table t.one (id int primary key);')
const SECOND = migrationOf('platform', '0002_two.sql', 'create table t.two (id int primary key);')
const MODULE = migrationOf('complaints', '0001_room.sql', 'create table t.room (id int primary key);')

function bring(ownerUrl: string, migrations: readonly Migration[]): Promise<string[]> {
  return asOwner(ownerUrl, client =>
    underLock(client, () => migrate({ client, migrations, now: systemClock.now, log })),
  )
}

describe('migrations', () => {
  const database = useEmptyDatabase()

  test('files are applied once, in order, and recorded', async () => {
    expect(await bring(database.ownerUrl, [FIRST])).toEqual(['platform/0001_one.sql'])
    expect(await bring(database.ownerUrl, [FIRST, SECOND, MODULE])).toEqual([
      'platform/0002_two.sql',
      'complaints/0001_room.sql',
    ])
    expect(await bring(database.ownerUrl, [FIRST, SECOND, MODULE])).toEqual([])
  })

  test('an applied file that was changed is refused by name', async () => {
    const touched = migrationOf('platform', '0001_one.sql', `${FIRST.sql} -- touched`)
    await expect(bring(database.ownerUrl, [touched, SECOND, MODULE])).rejects.toThrow(/0001_one\.sql.+was changed/s)
  })

  test('a checkout with other line ends is not a change', async () => {
    const lines = migrationOf('platform', '0009_lines.sql', 'select 1;\nselect 2;\n')
    expect(migrationOf('platform', '0009_lines.sql', 'select 1;\r\nselect 2;\r\n').sha256).toBe(lines.sha256)
  })

  test('a database made by a newer version is refused', async () => {
    await expect(bring(database.ownerUrl, [FIRST, SECOND])).rejects.toThrow(
      /newer version.+complaints\/0001_room\.sql/s,
    )
  })

  test('a new file with a number lower than an applied one is refused', async () => {
    const late = migrationOf('complaints', '0000_late.sql', 'select 1;')
    await expect(bring(database.ownerUrl, [FIRST, SECOND, late, MODULE])).rejects.toThrow(
      /0000_late\.sql has a lower number/,
    )
  })

  test('a file that fails leaves nothing of itself behind, and the next start tries it again', async () => {
    const broken = migrationOf('platform', '0003_three.sql', 'create table t.three (id int); select 1/0;')
    await expect(bring(database.ownerUrl, [FIRST, SECOND, broken, MODULE])).rejects.toThrow(/0003_three\.sql failed/)
    const mended = migrationOf('platform', '0003_three.sql', 'create table t.three (id int);')
    expect(await bring(database.ownerUrl, [FIRST, SECOND, mended, MODULE])).toEqual(['platform/0003_three.sql'])
  })

  test('a file may not end its own transaction', async () => {
    const sly = migrationOf('zoo', '0001_sly.sql', 'create table t.sly (id int);\ncommit;\nselect 1/0;')
    const three = migrationOf('platform', '0003_three.sql', 'create table t.three (id int);')
    await expect(bring(database.ownerUrl, [FIRST, SECOND, three, MODULE, sly])).rejects.toThrow(/already runs in one/)
  })
})

describe('several processes that start at once', () => {
  const database = useEmptyDatabase()

  test('one of them migrates, the others find the work done', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => bring(database.ownerUrl, [FIRST, SECOND, MODULE])))
    expect(all.map(applied => applied.length).toSorted()).toEqual([0, 0, 0, 3])
  })
})

describe('the rights of the product', () => {
  const database = useDatabase()
  const may = async (table: string) => {
    const { rows } = await database.ownerPool.query<{ right: string }>(
      `select privilege as right from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) as privilege
       where has_table_privilege('xiaobao_app', $1, privilege)`,
      [table],
    )
    return rows.map(row => row.right)
  }

  test('every migration of the product is applied in the template', async () => {
    const { rows } = await database.appPool.query('select room, name from platform.migration')
    expect(rows).toHaveLength(findMigrations().length)
  })

  test.each(['ledger.fact', 'ledger.reading', 'ledger.seal', 'ledger.seal_leaf'])(
    '%s can be read and added to, nothing else',
    async table => {
      expect(await may(table)).toEqual(['select', 'insert'])
    },
  )

  test('the record of migrations can only be read, working tables can be worked on', async () => {
    expect(await may('platform.migration')).toEqual(['select'])
    expect(await may('ledger.desk')).toEqual(['select', 'insert', 'update', 'delete'])
  })

  test('the product can neither change a fact nor make itself able to', async () => {
    for (const attempt of [
      'update ledger.fact set body = null',
      'delete from ledger.fact',
      'truncate ledger.fact',
      'alter table ledger.fact add x int',
      'create table ledger.own (x int)',
      'set role xiaobao_owner',
    ]) {
      await expect(database.appPool.query(attempt), attempt).rejects.toMatchObject({
        code: '42501',
      })
    }
    // PostgreSQL answers this one with a warning and grants nothing.
    await database.appPool.query('grant update on ledger.fact to xiaobao_app')
    expect(await may('ledger.fact')).toEqual(['select', 'insert'])
  })
})
