// The clock's bell and the neighbours': once, in order, however late, and one broken case stops nobody.

import { expect, test } from 'vitest'
import { useDatabase } from '../../tests/database.ts'
import { BREAKS, DEAFENS, fixtureRules, give, type ListenerState, useFixture } from '../../tests/fixture-department.ts'
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, plusMs } from '../kernel/time.ts'
import { createDoor, type Ring } from './door.ts'
import { createTicker } from './ticker.ts'

const database = useDatabase({ poolSize: 8 })
const { door } = useFixture(database)
const { appPool, ownerPool, clock, log } = database
const silent = log.child({}, { level: 'silent' })
const newTicker = (over = door) => createTicker({ pool: appPool, clock, door: over, log: silent, pageSize: 3 })

let cases = 0
const open = async (dueAt: Instant | null) => {
  const caseId = `C-${++cases}`
  await give(door, caseId, { type: 'open', dueAt })
  return caseId
}

async function factsOf(caseId: string, type: string) {
  const { rows } = await appPool.query('select * from ledger.fact where case_id = $1 and type = $2', [caseId, type])
  return rows
}

async function heardBy(caseId: string): Promise<number> {
  const { rows } = await appPool.query('select state from fixture.listener where id = $1', [`L-${caseId}`])
  return (rows[0]?.state as ListenerState | undefined)?.heard ?? 0
}

async function settled(ticker: ReturnType<typeof newTicker>) {
  while ((await ticker.tick()) > 0);
}

test('an answer that comes late is overdue once, and only once', async () => {
  const ticker = newTicker()
  const caseId = await open(plusMs(clock.now(), HOUR_MS))
  expect(await ticker.tick()).toBe(0)
  clock.step(HOUR_MS)
  expect(await ticker.tick()).toBe(1)
  expect(await ticker.tick()).toBe(0)
  expect(await factsOf(caseId, 'rang')).toHaveLength(1)
})

test('two tickers on one database ring each alarm once between them', async () => {
  const due = plusMs(clock.now(), HOUR_MS)
  const opened = await Promise.all(Array.from({ length: 20 }, () => open(due)))
  clock.step(HOUR_MS)
  const [one, two] = [newTicker(), newTicker()]
  await Promise.all([settled(one), settled(two)])
  for (const caseId of opened) expect(await factsOf(caseId, 'rang')).toHaveLength(1)
  expect(one.meters().failed + two.meters().failed).toBe(0)
})

test('a server that was off for a weekend rings late and says so', async () => {
  const due = plusMs(clock.now(), HOUR_MS)
  const caseId = await open(due)
  clock.step(HOUR_MS + 2 * DAY_MS)
  const ticker = newTicker()
  await ticker.tick()
  const [rang] = await factsOf(caseId, 'rang')
  expect(rang.at).toBe(clock.now())
  expect(rang.body).toEqual({ dueAt: due, lateMs: 2 * DAY_MS })
  expect(rang.actor).toBe('timer')
  expect(ticker.meters().alarmLagMs).toBe(2 * DAY_MS)
})

test('a duty that comes due again at the same instant, after it was moved away and back, rings again', async () => {
  const due = plusMs(clock.now(), HOUR_MS)
  const caseId = await open(due)
  clock.step(HOUR_MS)
  const ticker = newTicker()
  await settled(ticker)
  await give(door, caseId, { type: 'move', dueAt: plusMs(due, DAY_MS) })
  await give(door, caseId, { type: 'move', dueAt: due })
  await settled(ticker)
  expect(await factsOf(caseId, 'rang')).toHaveLength(2)
  const { rows } = await appPool.query('select 1 from ledger.alarm where case_id = $1', [caseId])
  expect(rows).toEqual([])
})

test('news is heard once, and once only when it is delivered twice', async () => {
  const caseId = await open(null)
  await give(door, caseId, { type: 'add', amount: 5 })
  const ticker = newTicker()
  const { rows } = await appPool.query('select * from ledger.news where case_id = $1', [caseId])
  expect(rows).toHaveLength(1)
  await settled(ticker)
  expect(await heardBy(caseId)).toBe(5)
  // The product was killed between the hearing and the deletion: the news is still there.
  const { module, version, hearer, at } = rows[0]
  const again = [module, caseId, version, hearer, at]
  await appPool.query(
    'insert into ledger.news (module, case_id, version, hearer, at) values ($1, $2, $3, $4, $5)',
    again,
  )
  await settled(ticker)
  expect(await heardBy(caseId)).toBe(5)
  expect((await appPool.query('select 1 from ledger.news')).rows).toEqual([])
})

test('a neighbour hears all of a case, in its order, from two tickers at once', async () => {
  const caseId = await open(null)
  for (const amount of [1, 2, 3, 4, 5, 6, 7]) await give(door, caseId, { type: 'add', amount })
  await Promise.all([settled(newTicker()), settled(newTicker())])
  expect(await heardBy(caseId)).toBe(28)
  const { rows } = await appPool.query(
    `select body->>'amount' as amount from ledger.fact where module = 'listener' and case_id = $1 order by version`,
    [`L-${caseId}`],
  )
  expect(rows.map(row => Number(row.amount))).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('an alarm that fails does not stop the others, waits longer each time, and is seen', async () => {
  let broken = true
  let tried = 0
  const due = plusMs(clock.now(), HOUR_MS)
  const bad = await open(due)
  const good = await Promise.all([open(due), open(plusMs(due, 1)), open(plusMs(due, 2)), open(plusMs(due, 3))])
  const shaky = {
    ...door,
    handle: async (ring: Ring) => {
      if (ring.caseId !== bad || !broken) return door.handle(ring)
      tried++
      throw new Error('a fault')
    },
  }
  clock.step(HOUR_MS + MINUTE_MS)
  const ticker = newTicker(shaky)
  await settled(ticker)
  for (const caseId of good) expect(await factsOf(caseId, 'rang')).toHaveLength(1)
  expect(ticker.meters()).toMatchObject({ failed: 1, waiting: 1 })
  await ticker.tick()
  expect(tried).toBe(1)
  clock.step(6_000)
  await ticker.tick()
  expect(tried).toBe(2)
  clock.step(6_000)
  await ticker.tick()
  expect(tried).toBe(2)
  broken = false
  clock.step(HOUR_MS)
  await settled(ticker)
  expect(await factsOf(bad, 'rang')).toHaveLength(1)
  expect(ticker.meters().waiting).toBe(0)
})

test('news that a neighbour cannot hear waits, with what follows it in its case, and nobody else does', async () => {
  const [deaf, fine] = [await open(null), await open(null)]
  await give(door, deaf, { type: 'add', amount: DEAFENS })
  await give(door, deaf, { type: 'add', amount: 1 })
  await give(door, fine, { type: 'add', amount: 2 })
  const ticker = newTicker()
  await settled(ticker)
  expect(await heardBy(deaf)).toBe(0)
  expect(await heardBy(fine)).toBe(2)
  expect(ticker.meters().failed).toBe(1)
  await ownerPool.query('delete from ledger.news where case_id = $1', [deaf])
})

test('an alarm that the rules refuse is tried again, ever more rarely, and counted', async () => {
  const caseId = await open(null)
  await give(door, caseId, { type: 'close' })
  const at = clock.now()
  await appPool.query(`insert into ledger.alarm (module, case_id, key, at) values ('counter', $1, 'stray', $2)`, [
    caseId,
    at,
  ])
  const ticker = newTicker()
  await settled(ticker)
  await ticker.tick()
  expect(ticker.meters().refused).toBe(1)
  await ownerPool.query('delete from ledger.alarm where case_id = $1', [caseId])
})

test('a ticker that runs by itself rings, and stops when told', async () => {
  const caseId = await open(clock.now())
  const ticker = createTicker({ pool: appPool, clock, door, log: silent, everyMs: 1 })
  ticker.start()
  await expect.poll(() => factsOf(caseId, 'rang')).toHaveLength(1)
  await ticker.stop()
  const after = await open(clock.now())
  expect(await factsOf(after, 'rang')).toHaveLength(0)
  await settled(newTicker())
})

test('a fault of the rules when a case is opened by hand leaves the ticker untouched', async () => {
  const ticker = newTicker(createDoor({ pool: appPool, clock, rules: fixtureRules, answers: {} }))
  const caseId = await open(null)
  await expect(give(door, caseId, { type: 'add', amount: BREAKS })).rejects.toThrow()
  expect(await ticker.tick()).toBe(0)
})
