// How values of the database are read, and how its loss is told.

import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../tests/database.ts'
import { openLog } from './log.ts'
import { DatabaseAway, openPool } from './pool.ts'

const database = useDatabase()

describe('values', () => {
  test('instants, days, amounts and counts read the same on every PostgreSQL', async () => {
    const { rows } = await database.appPool.query(`select
      timestamptz '2026-03-01 10:00:00.1239+08' as at, date '2026-03-01' as day, 12345678901234567890.12::numeric as amount,
      9007199254740991::int8 as count, 9007199254740993::int8 as beyond,
      array[timestamptz '2026-03-01 10:00+08'] as ats, array[date '2026-03-01', null] as days, array[1, 2]::int8[] as counts`)
    expect(rows[0]).toEqual({
      at: '2026-03-01T02:00:00.123Z',
      day: '2026-03-01',
      amount: '12345678901234567890.12',
      count: 9007199254740991,
      beyond: '9007199254740993',
      ats: ['2026-03-01T02:00:00.000Z'],
      days: ['2026-03-01', null],
      counts: [1, 2],
    })
  })

  test('a named statement is prepared once and read by the same rules', async () => {
    const ask = () =>
      database.appPool.query({
        name: 'ask',
        text: 'select $1::timestamptz as at',
        values: ['2026-03-01T02:00:00.000Z'],
      })
    expect([(await ask()).rows[0].at, (await ask()).rows[0].at]).toEqual([
      '2026-03-01T02:00:00.000Z',
      '2026-03-01T02:00:00.000Z',
    ])
  })
})

describe('the database away', () => {
  test('a database that refuses connections is told apart from a mistake', async () => {
    const pool = openPool({
      url: 'postgres://nobody@127.0.0.1:1/none',
      log: openLog({ level: 'silent' }),
      application: 'test',
    })
    await expect(pool.query('select 1')).rejects.toBeInstanceOf(DatabaseAway)
    await expect(pool.connect()).rejects.toBeInstanceOf(DatabaseAway)
    await pool.end()
  })

  test('a session that the server ends in the middle of a query is a loss; the next query meets a new session', async () => {
    const pool = openPool({
      url: database.appUrl,
      log: openLog({ level: 'silent' }),
      application: 'to be ended',
      size: 1,
    })
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
    const long = pool.query('select pg_sleep(20)').catch(error => error)
    await database.ownerPool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    expect(await long).toBeInstanceOf(DatabaseAway)
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await pool.end()
  })

  test('a mistake in a query is no loss of the database', async () => {
    await expect(database.appPool.query('select 1/0')).rejects.not.toBeInstanceOf(DatabaseAway)
    await expect(database.appPool.query('select 1/0')).rejects.toMatchObject({ code: '22012' })
  })
})
