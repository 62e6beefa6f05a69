// Two small departments for the tests of the house: a counter with a deadline, and a listener that hears what is counted.

import { beforeAll } from 'vitest'
import type { Actor } from '../src/kernel/actor.ts'
import type { Recorded, Rules } from '../src/kernel/module.ts'
import { refuse } from '../src/kernel/refusal.ts'
import { epochMs, type Instant } from '../src/kernel/time.ts'
import { asOwner } from '../src/platform/database.ts'
import { type AnyRules, createDoor, type Door } from '../src/platform/door.ts'
import { grantRights } from '../src/platform/grants.ts'
import type { TestDatabase } from './database.ts'

export type CounterCommand =
  | { readonly type: 'open'; readonly dueAt: Instant | null; readonly sealed?: string }
  | { readonly type: 'add'; readonly amount: number; readonly note?: string }
  | { readonly type: 'move'; readonly dueAt: Instant }
  | { readonly type: 'close' }
  | { readonly type: 'ring'; readonly key: string; readonly dueAt: Instant }

type CounterFact =
  | { readonly type: 'opened'; readonly number: string; readonly dueAt: Instant | null; readonly sealed?: string }
  | { readonly type: 'added'; readonly amount: number; readonly note?: string }
  | { readonly type: 'moved'; readonly dueAt: Instant }
  | { readonly type: 'closed' }
  | { readonly type: 'rang'; readonly dueAt: Instant; readonly lateMs: number }

export interface CounterState {
  readonly number: string
  readonly openedAt: Instant
  readonly sum: number
  readonly dueAt: Instant | null
  readonly overdue: boolean
  readonly closed: boolean
  readonly sealed?: string
}

/** An amount at which the rules themselves break, as a defect would. */
export const BREAKS = 666

export const counterRules: Rules<CounterState, CounterCommand, CounterFact, unknown> = {
  module: 'counter',
  table: 'fixture.counter',
  sequence: 'fixture.counter_number',
  ring: (key, dueAt) => ({ type: 'ring', key, dueAt }),
  decide(state, command, { now, number }) {
    if (command.type === 'open') {
      if (state) return refuse('open-already')
      const { dueAt, sealed } = command
      return [{ type: 'opened', number: `T-${number}`, dueAt, ...(sealed !== undefined && { sealed }) }]
    }
    if (!state || state.closed) return refuse('not-open')
    if (command.type === 'ring') {
      if (command.dueAt !== state.dueAt || state.overdue) return []
      return [{ type: 'rang', dueAt: command.dueAt, lateMs: epochMs(now) - epochMs(command.dueAt) }]
    }
    if (command.type === 'move') return [{ type: 'moved', dueAt: command.dueAt }]
    if (command.type === 'close') return [{ type: 'closed' }]
    if (command.amount <= 0) return refuse('amount-not-positive')
    if (command.amount === BREAKS) throw new Error('a defect of the rules')
    return [{ type: 'added', amount: command.amount, ...(command.note !== undefined && { note: command.note }) }]
  },
  evolve: evolveCounter,
  desk: state => ({
    number: state.number,
    title: `sum ${state.sum}`,
    state: state.closed ? 'closed' : state.overdue ? 'overdue' : 'open',
    open: !state.closed,
    owner: null,
    ownerUnit: null,
    openedAt: state.openedAt,
    dueAt: state.dueAt,
    dueDuty: state.dueAt && 'answer',
    scopes: ['HO'],
    tags: [],
    text: null,
  }),
  alarms: state => (state.dueAt && !state.overdue && !state.closed ? [{ key: 'answer:overdue', at: state.dueAt }] : []),
  hears: {},
}

function evolveCounter(state: CounterState | null, fact: Recorded<CounterFact>): CounterState {
  if (fact.type === 'opened') {
    const { number, dueAt, sealed, at } = fact
    const fresh = { number, openedAt: at, sum: 0, dueAt, overdue: false, closed: false }
    return sealed === undefined ? fresh : { ...fresh, sealed }
  }
  if (!state) throw new Error('nothing is open')
  if (fact.type === 'added') return { ...state, sum: state.sum + fact.amount }
  if (fact.type === 'moved') return { ...state, dueAt: fact.dueAt, overdue: false }
  return fact.type === 'closed' ? { ...state, closed: true } : { ...state, overdue: true }
}

export interface ListenerState {
  readonly heard: number
  readonly openedAt: Instant
}

type ListenerCommand = { readonly type: 'hear'; readonly amount: number }
type ListenerFact = { readonly type: 'heard'; readonly amount: number }

export const listenerRules: Rules<ListenerState, ListenerCommand, ListenerFact, unknown> = {
  module: 'listener',
  table: 'fixture.listener',
  sequence: null,
  ring: () => {
    throw new Error('the listener has no alarms')
  },
  decide: (_state, command) => [{ type: 'heard', amount: command.amount }],
  evolve: (state, fact) => ({ heard: (state?.heard ?? 0) + fact.amount, openedAt: state?.openedAt ?? fact.at }),
  desk: state => ({
    number: '-',
    title: `heard ${state.heard}`,
    state: 'listening',
    open: true,
    owner: null,
    ownerUnit: null,
    openedAt: state.openedAt,
    dueAt: null,
    dueDuty: null,
    scopes: [],
    tags: [],
    text: null,
  }),
  alarms: () => [],
  hears: {
    'counter/added': news => {
      const amount = Number(news.body.amount)
      if (amount === DEAFENS) throw new Error('a defect of the hearer')
      return { caseId: `L-${news.caseId}`, command: { type: 'hear', amount } }
    },
  },
}

/** An amount that the listener cannot hear. */
export const DEAFENS = 13

export const fixtureRules = [counterRules, listenerRules] as unknown as AnyRules[]

export const clerk: Actor = { kind: 'person', id: 'p-test', unit: null, posts: [], standsInFor: [] }

/** Makes the tables of both departments in the database of a test file, and gives a door over them from `beforeAll` on. */
export function useFixture(database: TestDatabase): { readonly door: Door; readonly rules: AnyRules[] } {
  beforeAll(() =>
    asOwner(database.ownerUrl, async owner => {
      await owner.query('create schema fixture')
      for (const table of ['counter', 'listener']) {
        await owner.query(
          `create table fixture.${table} (id text primary key, version int not null, hash bytea not null, state jsonb not null)`,
        )
      }
      await owner.query('create sequence fixture.counter_number')
      await grantRights(owner)
    }),
  )
  const door = createDoor({ pool: database.appPool, clock: database.clock, rules: fixtureRules, answers: {} })
  return { door, rules: fixtureRules }
}

/** Gives a counter's command as the clerk; the outcome as the door tells it. */
export function give(door: Door, caseId: string, command: CounterCommand, requestId?: string, requestDigest?: string) {
  return door.handle({
    module: 'counter',
    caseId,
    command,
    actor: clerk,
    ...(requestId !== undefined && { requestId }),
    ...(requestDigest !== undefined && { requestDigest }),
  })
}
