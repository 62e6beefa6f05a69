// Opening a database that is a server's: several installations on it, and what is said when it cannot be opened.

import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { testFolder, useEmptyDatabase } from '../../tests/database.ts'
import { systemClock } from './clock.ts'
import { asOwner, type Database, openDatabase } from './database.ts'
import { openLog } from './log.ts'
import { findMigrations } from './migrate.ts'

const server = useEmptyDatabase()
const log = openLog({ level: 'silent' })
const open = (keys: string, ownerUrl = server.ownerUrl) =>
  openDatabase({ ownerUrl, kind: 'server', keys, clock: systemClock, log, poolSize: 2 })

async function closing<T>(databases: readonly Database[], work: () => Promise<T>): Promise<T> {
  return work().finally(() => Promise.all(databases.map(database => database.close())))
}

describe('DATABASE_URL', () => {
  const [one, other] = [testFolder(), testFolder()]

  test('two installations that start at once on one database both work, and neither can change a fact', async () => {
    const both = await Promise.all([open(one), open(other)])
    await closing(both, async () => {
      const names = await Promise.all(
        both.map(each => each.pool.query<{ name: string }>('select session_user as name')),
      )
      const [first, second] = names.map(result => result.rows[0]!.name)
      expect(first).toMatch(/^xiaobao_app_[0-9a-f]{8}$/)
      expect(second).not.toBe(first)
      for (const { pool } of both) {
        expect((await pool.query('select 1 from platform.migration')).rowCount).toBe(findMigrations().length)
        await expect(pool.query('update ledger.fact set version = 2')).rejects.toMatchObject({ code: '42501' })
        await expect(pool.query('create table ledger.own (x int)')).rejects.toMatchObject({ code: '42501' })
      }
    })
  })

  test('a further process with the same keys signs in the same way, and the first keeps its sessions', async () => {
    const first = await open(one)
    const second = await open(one)
    await closing([first, second], async () => {
      expect(second.appUrl).toBe(first.appUrl)
      expect((await first.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    })
  })

  test('checked queries run over the same connections', async () => {
    const database = await open(one)
    await closing([database], async () => {
      const tables = database.kysely.withTables<{ 'platform.migration': { room: string } }>()
      const rooms = await tables.selectFrom('platform.migration').select('room').distinct().execute()
      expect(rooms.map(row => row.room)).toContain('platform')
    })
  })

  test('an account that may not create roles is told what the administrator has to run', async () => {
    const role = `poor_${randomBytes(4).toString('hex')}`
    const name = new URL(server.ownerUrl).pathname.slice(1)
    await asOwner(server.ownerUrl, owner =>
      owner.query(`create role ${role} login password 'pw'; grant create on database ${name} to ${role}`),
    )
    const poor = new URL(server.ownerUrl)
    poor.username = role
    poor.password = 'pw'
    await expect(open(testFolder(), poor.href)).rejects.toThrow(/alter role <account> createrole/)
  })

  test('a server that is away or refuses the account is named without its password', async () => {
    const wrong = new URL(server.ownerUrl)
    wrong.password = 'not-the-password'
    await expect(open(one, wrong.href)).rejects.toThrow(/refuses the account.+28P01/)
    await expect(open(one, 'postgres://bank:s3cret@127.0.0.1:1/bank')).rejects.toThrow(
      /^连接不到数据库 127\.0\.0\.1:1\/bank。\nThe database/,
    )
  })
})
