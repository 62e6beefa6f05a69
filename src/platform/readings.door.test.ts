// Every reading is recorded: before the answer where it matters, within a second elsewhere, and none is lost on the way.

import type { Pool } from 'pg'
import { expect, test } from 'vitest'
import { useDatabase } from '../../tests/database.ts'
import { DatabaseAway } from './pool.ts'
import { createReadings, LIMIT, type Reading } from './readings.ts'

const { appPool, clock, log } = useDatabase()
const silent = log.child({}, { level: 'silent' })

const reading = (subject: string): Reading => ({
  at: clock.now(),
  actor: 'person:p-1',
  act: 'opened',
  module: 'counter',
  caseId: 'C-1',
  subject,
})

async function written(subject: string): Promise<number> {
  const { rows } = await appPool.query('select count(*) as n from ledger.reading where subject = $1', [subject])
  return rows[0].n
}

/** A database that can be taken away and given back. */
function shaky() {
  let away = false
  let queries = 0
  const query = (...words: unknown[]) => {
    queries++
    if (away) return Promise.reject(new DatabaseAway('away'))
    return (appPool.query as (...words: unknown[]) => unknown)(...words)
  }
  return {
    pool: { query } as unknown as Pool,
    take: () => {
      away = true
    },
    giveBack: () => {
      away = false
    },
    queries: () => queries,
  }
}

test('a reading that is recorded is there when the answer goes out', async () => {
  const readings = createReadings({ pool: appPool, log })
  await readings.record([{ ...reading('recorded'), act: 'revealed', purpose: '核实身份' }])
  expect(await written('recorded')).toBe(1)
  const { rows } = await appPool.query(`select * from ledger.reading where subject = 'recorded'`)
  expect(rows[0]).toMatchObject({
    at: clock.now(),
    act: 'revealed',
    module: 'counter',
    case_id: 'C-1',
    purpose: '核实身份',
  })
})

test('queued readings are written within a second, many in one statement', async () => {
  const database = shaky()
  const readings = createReadings({ pool: database.pool, log })
  for (let each = 0; each < 500; each++) readings.queue(reading('queued'))
  await expect.poll(() => written('queued'), { timeout: 1000, interval: 50 }).toBe(500)
  expect(database.queries()).toBe(1)
  await readings.stop()
})

test('a graceful stop writes what still waits, and takes no more', async () => {
  const readings = createReadings({ pool: appPool, log })
  for (let each = 0; each < 2500; each++) readings.queue(reading('stopped'))
  await readings.stop()
  expect(await written('stopped')).toBe(2500)
  expect(() => readings.queue(reading('late'))).toThrow('stops')
})

test('readings wait while the database is away, in their order, and are written when it is back', async () => {
  const database = shaky()
  const readings = createReadings({ pool: database.pool, log: silent })
  database.take()
  for (let each = 0; each < 3; each++) readings.queue({ ...reading('away'), caseId: `C-${each}` })
  await expect(readings.flush()).rejects.toThrow('away')
  expect(readings.waiting()).toBe(3)
  database.giveBack()
  await readings.flush()
  const { rows } = await appPool.query(`select case_id from ledger.reading where subject = 'away' order by id`)
  expect(rows.map(row => row.case_id)).toEqual(['C-0', 'C-1', 'C-2'])
  await readings.stop()
})

test('while the database is away readings are tried again without being asked', async () => {
  const database = shaky()
  const readings = createReadings({ pool: database.pool, log: silent })
  database.take()
  readings.queue(reading('again'))
  await expect.poll(() => database.queries(), { timeout: 5000 }).toBeGreaterThan(1)
  database.giveBack()
  await expect.poll(() => written('again'), { timeout: 5000 }).toBe(1)
  await readings.stop()
})

test('when too many wait nobody may read: the queue is bounded and says so', async () => {
  const database = shaky()
  const readings = createReadings({ pool: database.pool, log: silent })
  database.take()
  for (let each = 0; each < LIMIT; each++) readings.queue(reading('full'))
  expect(() => readings.queue(reading('full'))).toThrow('nobody reads unrecorded')
  database.giveBack()
  await readings.stop()
  expect(await written('full')).toBe(LIMIT)
})

test('a stop that cannot write tells how many readings are lost', async () => {
  const database = shaky()
  const readings = createReadings({ pool: database.pool, log: silent })
  database.take()
  readings.queue(reading('lost'))
  await expect(readings.stop()).rejects.toThrow('1 readings could not be written')
})

test('one reading that the database refuses does not hold up the others', async () => {
  const readings = createReadings({ pool: appPool, log: silent })
  readings.queue(reading('beside'))
  readings.queue({ ...reading('beside'), act: 'stolen' as Reading['act'] })
  readings.queue({ ...reading('beside'), purpose: 'with the sign \0 in it' })
  await readings.stop()
  expect(await written('beside')).toBe(2)
})
