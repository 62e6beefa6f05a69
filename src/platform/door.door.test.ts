// The door on a real database: what is decided is written whole, once, in order, or not at all.

import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../tests/database.ts'
import { BREAKS, type CounterState, give, useFixture } from '../../tests/fixture-department.ts'
import { plusMs } from '../kernel/time.ts'

const database = useDatabase({ poolSize: 12 })
const { door } = useFixture(database)
const { appPool, clock } = database

let caseId = ''
let cases = 0
beforeEach(() => {
  caseId = `C-${++cases}`
})

async function factsOf(id: string) {
  const { rows } = await appPool.query('select * from ledger.fact where case_id = $1 order by version', [id])
  return rows
}

async function everythingOf(id: string): Promise<number> {
  const { rows } = await appPool.query(
    `select (select count(*) from ledger.fact where case_id = $1) + (select count(*) from fixture.counter where id = $1)
      + (select count(*) from ledger.desk where case_id = $1) + (select count(*) from ledger.alarm where case_id = $1)
      + (select count(*) from ledger.news where case_id = $1) + (select count(*) from ledger.unsealed where case_id = $1) as n`,
    [id],
  )
  return rows[0].n
}

async function alarmsOf(id: string) {
  const { rows } = await appPool.query('select key, at from ledger.alarm where case_id = $1 order by key', [id])
  return rows
}

const due = () => plusMs(clock.now(), 3_600_000)

test('a case is opened with its facts, row, desk line, alarm and mark in one go', async () => {
  const outcome = await give(door, caseId, { type: 'open', dueAt: due() })
  expect(outcome).toMatchObject({ ok: true, version: 1, replayed: false })
  // fact, row, desk, alarm and mark; the listener hears nothing of an opening.
  expect(await everythingOf(caseId)).toBe(5)
  expect(await alarmsOf(caseId)).toEqual([{ key: 'answer:overdue', at: due() }])
})

test('a retry with the same request meets its own case and writes nothing', async () => {
  const first = await give(door, caseId, { type: 'open', dueAt: null }, 'key-1', 'digest-a')
  const second = await give(door, caseId, { type: 'open', dueAt: null }, 'key-1', 'digest-a')
  expect(first).toMatchObject({ ok: true, replayed: false })
  expect(second).toMatchObject({ ok: true, replayed: true, version: 1 })
  expect(await factsOf(caseId)).toHaveLength(1)
})

test('the same request key with another body is refused', async () => {
  await give(door, caseId, { type: 'open', dueAt: null }, 'key-1', 'digest-a')
  const other = await give(door, caseId, { type: 'open', dueAt: due() }, 'key-1', 'digest-b')
  expect(other).toMatchObject({ ok: false, refusal: { key: 'request-reused' } })
})

test('one request sent twenty times at once is carried out once', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => give(door, caseId, { type: 'open', dueAt: null }, 'key-1', 'digest-a')),
  )
  expect(outcomes.every(outcome => outcome.ok)).toBe(true)
  expect(outcomes.filter(outcome => outcome.ok && !outcome.replayed)).toHaveLength(1)
  expect(await factsOf(caseId)).toHaveLength(1)
})

test('fifty clerks who write to one case at once all succeed, one after another, and no fact is lost', async () => {
  await give(door, caseId, { type: 'open', dueAt: null })
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, each) => give(door, caseId, { type: 'add', amount: each + 1 })),
  )
  expect(outcomes.every(outcome => outcome.ok)).toBe(true)
  const facts = await factsOf(caseId)
  expect(facts.map(fact => fact.version)).toEqual(Array.from({ length: 51 }, (_, each) => each + 1))
  const { rows } = await appPool.query('select version, state from fixture.counter where id = $1', [caseId])
  expect(rows[0].version).toBe(51)
  expect((rows[0].state as CounterState).sum).toBe((50 * 51) / 2)
})

test('a refusal writes nothing', async () => {
  expect(await give(door, caseId, { type: 'close' })).toMatchObject({ ok: false, refusal: { key: 'not-open' } })
  expect(await everythingOf(caseId)).toBe(0)
})

test('a fault of the rules writes nothing', async () => {
  await give(door, caseId, { type: 'open', dueAt: null })
  await expect(give(door, caseId, { type: 'add', amount: BREAKS })).rejects.toThrow('a defect of the rules')
  expect(await factsOf(caseId)).toHaveLength(1)
})

test('a fault of the database in the middle of a commit writes nothing', async () => {
  // The sign NUL cannot stand in a jsonb text: the statement fails after its first parts were begun.
  await expect(give(door, caseId, { type: 'open', dueAt: due(), sealed: 'a\0b' })).rejects.toThrow()
  expect(await everythingOf(caseId)).toBe(0)
})

test('an alarm is set, moved and cleared with the facts', async () => {
  await give(door, caseId, { type: 'open', dueAt: due() })
  const later = plusMs(due(), 86_400_000)
  await give(door, caseId, { type: 'move', dueAt: later })
  expect(await alarmsOf(caseId)).toEqual([{ key: 'answer:overdue', at: later }])
  await give(door, caseId, { type: 'close' })
  expect(await alarmsOf(caseId)).toEqual([])
})

test('an alarm that is rung in vain is reset to what the rules say', async () => {
  await give(door, caseId, { type: 'open', dueAt: due() })
  await appPool.query(`insert into ledger.alarm (module, case_id, key, at) values ('counter', $1, 'stray', $2)`, [
    caseId,
    clock.now(),
  ])
  const ring = { type: 'ring', key: 'stray', dueAt: clock.now() } as const
  expect(await give(door, caseId, ring)).toMatchObject({ ok: true, facts: [] })
  expect(await alarmsOf(caseId)).toEqual([{ key: 'answer:overdue', at: due() }])
})

test('readable numbers are unique, and drawn once for a case', async () => {
  const opened = await Promise.all(
    Array.from({ length: 10 }, (_, each) => give(door, `${caseId}-${each}`, { type: 'open', dueAt: null })),
  )
  const numbers = opened.map(outcome => (outcome.ok ? (outcome.state as CounterState).number : ''))
  expect(new Set(numbers).size).toBe(10)
  await give(door, `${caseId}-0`, { type: 'add', amount: 1 })
  const { rows } = await appPool.query('select number from ledger.desk where case_id = $1', [`${caseId}-0`])
  expect(rows[0].number).toBe(numbers[0])
})
