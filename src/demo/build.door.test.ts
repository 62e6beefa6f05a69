// The demonstration bank on a real database: built through the door, broken off and continued, and moved on in time.

import { expect, test } from 'vitest'
import { useDatabase } from '../../tests/database.ts'
import { CURRENT_EDITIONS } from '../kernel/calendar-editions.ts'
import { DAY_MS, plusMs } from '../kernel/time.ts'
import { RULE_PACKS } from '../modules/complaints/rules/policy.ts'
import { complaintRules } from '../modules/complaints/rules/rules.ts'
import { gatherAnswers } from '../modules/complaints/server/gather.ts'
import { sealRegistration, sealWords } from '../modules/complaints/server/sealing.ts'
import { rules as identityRules } from '../modules/identity/rules/identity.ts'
import { openDirectory } from '../modules/identity/server/directory.ts'
import { type Clock, offsetClock } from '../platform/clock.ts'
import { type AnyRules, createDoor } from '../platform/door.ts'
import { createTicker } from '../platform/ticker.ts'
import { createVault } from '../platform/vault.ts'
import { buildDemonstration, type DemonstrationParts } from './build.ts'
import { writeYear } from './life.ts'
import { rememberingVault } from './remembering-vault.ts'
import { keepOffset, keepProgress } from './setting.ts'
import { openTimeMachine } from './time-machine.ts'

const database = useDatabase({ poolSize: 8 })
const CASES = 60

function partsOf(clock: Clock = database.clock): DemonstrationParts {
  const { appPool: pool } = database
  const directory = openDirectory({ pool, clock })
  const rulebook = { packs: RULE_PACKS, calendars: Object.values(CURRENT_EDITIONS) }
  const answers = { organisation: () => directory.organisation(), rulebook: async () => rulebook }
  const door = createDoor({
    pool,
    clock,
    rules: [complaintRules as unknown as AnyRules, identityRules as unknown as AnyRules],
    answers: {
      identity: () => directory.gather(),
      complaints: ({ command }) => gatherAnswers({ pool, answers }, command),
    },
  })
  const vault = rememberingVault(createVault({ pool, masterKey: Buffer.alloc(32, 7) }))
  return {
    door,
    sealing: {
      registration: (body, now) => sealRegistration(vault, body, now),
      words: (complaint, noun, body) => sealWords(vault, complaint, noun, body as Parameters<typeof sealWords>[3]),
    },
    answers: () => gatherAnswers({ pool, answers }, null),
    organisationChanged: () => directory.organisationChanged(),
    progress: keepProgress(pool, clock.now),
    now: clock.now(),
    seed: 'tinglan',
    cases: CASES,
    concurrency: 4,
  }
}

async function countOf(sql: string): Promise<number> {
  const { rows } = await database.appPool.query(sql)
  return Number(rows[0].count)
}

test('a build that was broken off goes on where it was, and every complaint is there once', async () => {
  const parts = partsOf()
  const { now } = parts
  const dies = buildDemonstration({
    ...parts,
    onProgress: ({ done }) => {
      if (done > CASES) throw new Error('killed')
    },
  })
  await expect(dies).rejects.toThrow('killed')
  expect(await parts.progress.load()).toMatchObject({ complete: false, organisation: true })

  // Some days later the product is started again: the year stays the one that was begun.
  database.clock.step(3 * DAY_MS)
  await buildDemonstration(partsOf())
  const scripts = writeYear({ seed: 'tinglan', now, cases: CASES })
  expect(await parts.progress.load()).toMatchObject({ complete: true, now })
  expect(await countOf(`select count(*) from ledger.desk where module = 'complaints'`)).toBe(scripts.length)
  const steps = scripts.reduce((sum, script) => sum + script.steps.length, 0)
  const given = await countOf(
    `select count(distinct (case_id, request_id)) from ledger.fact where module = 'complaints' and request_id like 'demo:%'`,
  )
  expect(given).toBe(steps)
  const { rows } = await database.appPool.query(
    `select number from ledger.desk where module = 'complaints' order by opened_at, number`,
  )
  expect(rows.map(row => row.number.slice(-4)).sort()).toEqual(
    scripts.map((_, index) => String(index + 1).padStart(4, '0')),
  )

  const again = await buildDemonstration(partsOf())
  expect(again).toMatchObject({ commands: 0, alarms: 0 })
}, 120_000)

test('the time machine goes from alarm to alarm, each at its own time, and never back', async () => {
  const { appPool: pool, log } = database
  const clock = offsetClock(database.clock)
  const { door } = partsOf(clock)
  const ticker = createTicker({ pool, clock, door, log })
  const offset = keepOffset(pool, clock.now)
  const machine = openTimeMachine({ pool, clock, ticker, offset })
  const from = clock.now()
  const journey = await machine.travel(plusMs(from, 20 * DAY_MS))
  expect(journey.arrived).toBe(true)
  expect(journey.done).toBeGreaterThan(0)
  expect(journey.rang.map(each => each.at)).toEqual(journey.rang.map(each => each.at).toSorted())
  expect(await countOf(`select count(*) from ledger.alarm where at <= '${clock.now()}'`)).toBe(0)
  expect(await offset.load()).toBe(20 * DAY_MS)
  const late = await countOf(
    `select count(*) from ledger.fact where type in ('came-near', 'fell-due', 'fell-overdue')
     and at > '${from}' and at <> (body ->> 'rungFor')::timestamptz`,
  )
  expect(late).toBe(0)
  const back = await machine.travel(from)
  expect(back.to >= journey.to).toBe(true)
}, 60_000)
