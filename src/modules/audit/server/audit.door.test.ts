// The ledger as inspectors and administrators may read it, and their reading on record.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../../../../tests/database.ts'
import { foundBank, openWire, type Wire } from '../../../../tests/wire.ts'
import type { Rules } from '../../../kernel/module.ts'
import type { Department } from '../../../platform/department.ts'
import { createReadings } from '../../../platform/readings.ts'
import { audit } from '../module.ts'

const database = useDatabase()
let wire: Wire
const cookies: Record<string, string> = {}

// A department of one command, whose cases belong to the unit in their id.
const trialRules: Rules<object, { type: string }, { type: string }, unknown> = {
  module: 'trial',
  table: 'trial.trial',
  sequence: null,
  ring: () => ({ type: 'ring' }),
  decide: () => [{ type: 'said', text: { masked: '王*明', sealed: 'v1.secret', person: 'v-1' } } as { type: string }],
  evolve: () => ({}),
  desk: () => ({
    number: 'T-1',
    title: '',
    state: 'open',
    open: true,
    owner: null,
    ownerUnit: null,
    openedAt: database.clock.now(),
    dueAt: null,
    dueDuty: null,
    scopes: ['HO', 'HO.SH'],
    tags: [],
    text: null,
  }),
  alarms: () => [],
  hears: {},
}
const trial = { name: 'trial', rules: trialRules, words: {}, routes: () => undefined } as unknown as Department

beforeAll(async () => {
  await database.ownerPool.query(`create schema trial;
    create table trial.trial (id text primary key, version int not null, hash bytea not null, state jsonb not null);
    grant usage on schema trial to xiaobao_app; grant select, insert, update on trial.trial to xiaobao_app`)
  const readings = createReadings({ pool: database.appPool, log: database.log })
  wire = await openWire(database, { departments: [audit, trial], house: { readings } })
  await foundBank(wire)
  await wire.employ('admin', { role: 'admin', unit: 'HO' })
  await wire.employ('inspector', { role: 'inspector', unit: 'HO' })
  await wire.employ('shanghai', { role: 'inspector', unit: 'HO.SH' })
  await wire.employ('ningbo', { role: 'inspector', unit: 'HO.NB' })
  await wire.employ('clerk', { role: 'clerk', unit: 'HO.SH' })
  const actor = (await wire.house.answers.actorOf('p-clerk'))!
  for (let count = 0; count < 3; count++) {
    await wire.house.door.handle({ module: 'trial', caseId: 'C-1', command: { type: 'say' }, actor })
    database.clock.step(1000)
  }
  for (const account of ['admin', 'inspector', 'shanghai', 'ningbo', 'clerk'])
    cookies[account] = await wire.signIn(account)
})
afterAll(() => wire.http.stop())

const facts = (account: string, query: string, list = 'facts') =>
  wire.ask({ url: `/api/${list}?purpose=%E5%B9%B4%E5%BA%A6%E6%A3%80%E6%9F%A5&${query}`, as: cookies[account]! })

test('a clerk does not search the ledger', async () => {
  expect((await facts('clerk', '')).statusCode).toBe(403)
})

test('an inspector of the head office reads every fact, masked, without what is sealed', async () => {
  const { items } = (await facts('inspector', 'module=trial')).json()
  expect(items).toHaveLength(3)
  expect(items[0]).toMatchObject({
    module: 'trial',
    case: 'C-1',
    number: 'T-1',
    version: 3,
    actor: 'person:p-clerk',
    type: 'said',
    body: { text: { masked: '王*明', person: 'v-1' } },
  })
  expect(JSON.stringify(items)).not.toContain('v1.secret')
})

test('an inspector of a branch sees the cases of the branch and no others', async () => {
  const seen = async (account: string) => (await facts(account, 'module=trial')).json().items.length
  expect([await seen('shanghai'), await seen('ningbo')]).toEqual([3, 0])
  const units = (await facts('ningbo', 'module=identity&type=unit-opened')).json().items
  expect(units.map((each: { case: string }) => each.case)).toEqual(['unit:HO.NB'])
})

test('an administrator sees that something was said, not what', async () => {
  const said = (await facts('admin', 'module=trial')).json().items
  const people = (await facts('admin', 'module=identity&type=hired&case=person:p-clerk')).json().items
  expect(said.map((each: { body: unknown }) => each.body)).toEqual([null, null, null])
  expect(people[0].body).toMatchObject({ account: 'clerk' })
})

test('facts are found by who, what and when, page by page, the newest first', async () => {
  const versions: number[] = []
  let after = ''
  for (let page = 0; page < 5; page++) {
    const reply = (await facts('inspector', `module=trial&actor=p-clerk&type=said&limit=1${after}`)).json()
    versions.push(...reply.items.map((each: { version: number }) => each.version))
    if (reply.next === null) break
    after = `&after=${reply.next}`
  }
  expect(versions).toEqual([3, 2, 1])
  const count = async (query: string) => (await facts('inspector', `module=trial&${query}`)).json().items.length
  expect([
    await count('from=2026-03-02&to=2026-03-02'),
    await count('from=2026-03-03'),
    await count('to=2026-03-01'),
  ]).toEqual([3, 0, 0])
})

test('a search names its purpose, and a wrong question is told which part is wrong', async () => {
  const without = await wire.ask({ url: '/api/facts', as: cookies.inspector! })
  expect(without.json().fields).toEqual([{ field: 'purpose', code: 'missing', reason: '必填' }])
  expect((await facts('inspector', 'case=C-1')).json().fields[0]).toMatchObject({
    field: 'case',
    code: 'case-without-module',
  })
  expect((await facts('inspector', 'after=!!')).json().fields[0]).toMatchObject({ field: 'after', code: 'cursor-form' })
})

test('whoever searches is on record with the purpose, before the answer', async () => {
  await facts('shanghai', 'module=trial&case=C-1')
  const { items } = (await facts('inspector', 'act=searched&actor=p-shanghai', 'readings')).json()
  expect(items[0]).toMatchObject({
    actor: 'person:p-shanghai',
    act: 'searched',
    module: 'trial',
    case: 'C-1',
    number: 'T-1',
    subject: 'facts',
    purpose: '年度检查',
  })
  const own = (await facts('shanghai', '', 'readings')).json().items
  expect(own.map((each: { case: string | null }) => each.case)).toContain('C-1')
  expect(own.map((each: { case: string | null }) => each.case)).not.toContain(null)
})

test('where there is no seal yet the list of seals is empty', async () => {
  const reply = await wire.ask({ url: '/api/seals', as: cookies.inspector! })
  expect(reply.json()).toEqual({ items: [], next: null })
})

test('a verification finds the chains whole, and names the fact that somebody altered', async () => {
  const ask = (account: string) => wire.ask({ method: 'POST', url: '/api/verification', as: cookies[account]! })
  expect((await ask('clerk')).statusCode).toBe(403)
  expect((await ask('inspector')).json()).toMatchObject({ ok: true, first: null })
  const { rowCount } = await database.ownerPool.query(
    `update ledger.fact set body = '{"on": "2026-01-01"}' where module = 'trial' and version = 2`,
  )
  expect(rowCount).toBe(1)
  expect((await ask('inspector')).json()).toMatchObject({
    ok: false,
    first: { module: 'trial', case: 'C-1', version: 2, code: 'fact-altered' },
  })
})
