// A year of a small bank's organisation, told by its rules alone.

import { describe, expect, test } from 'vitest'
import { type Actor, actsFor } from '../../../kernel/actor.ts'
import { getOrgPath } from '../../../kernel/org.ts'
import { isRefusal, type Refusal } from '../../../kernel/refusal.ts'
import { type Day, dayOf, getDay, getInstant, type Instant } from '../../../kernel/time.ts'
import { FOUNDING } from './authority.ts'
import { type IdentityCommand, type IdentityState, rules } from './identity.ts'
import { organisationOn } from './organisation.ts'
import { words } from './words.ts'

/** The bank of a story: commands on dates, and the organisation on any day. */
function bank() {
  const records = new Map<string, { state: IdentityState | null; version: number }>()
  const on = (day: Day) =>
    organisationOn(
      [...records.values()].flatMap(each => each.state ?? []),
      day,
    )
  const say = (day: string, caseId: string, command: object, actor: Actor = FOUNDING): 'done' | Refusal => {
    const now: Instant = getInstant(`${day}T09:00:00+08:00`)
    const record = records.get(caseId) ?? { state: null, version: 0 }
    const answers = { organisation: on(dayOf(now)) }
    const decided = rules.decide(record.state, command as IdentityCommand, { now, actor, number: null, answers })
    if (isRefusal(decided)) return decided
    let { state, version } = record
    for (const fact of decided)
      state = rules.evolve(state, { ...fact, at: now, by: 'program:xiaobao', version: ++version })
    records.set(caseId, { state, version })
    return 'done'
  }
  const unit = (path: string, kind: string) =>
    say('2020-01-01', `unit:${path}`, {
      type: 'open-unit',
      path,
      kind,
      name: { zh: path, en: path },
      from: '2020-01-01',
    })
  const hire = (account: string, role: string, path: string) =>
    say('2026-01-05', `person:p-${account}`, {
      ...{ type: 'hire', account, name: account, isProgram: false, language: 'zh-CN', from: '2026-01-05' },
      posts: [{ role, unit: path, main: true, from: '2026-01-05', to: null }],
    })
  return { say, on: (day: string) => on(getDay(day)), unit, hire }
}

const keyOf = (answer: 'done' | Refusal) => (answer === 'done' ? answer : answer.key)

describe('the year of a small bank', () => {
  test('a handler goes on leave, a colleague stands in, and limits of approval stay where they were', () => {
    const { say, on, unit, hire } = bank()
    unit('HO', 'head-office')
    unit('HO.SH', 'branch')
    hire('lijing', 'handler', 'HO.SH')
    hire('wangmin', 'handler', 'HO.SH')
    say('2026-01-06', 'person:p-lijing', { type: 'set-approval-level', level: 2 })
    say('2026-02-02', 'person:p-lijing', { type: 'enter-absence', from: '2026-02-10', to: '2026-02-24' })
    say('2026-02-02', 'person:p-lijing', {
      type: 'appoint-stand-in',
      person: 'p-wangmin',
      from: '2026-02-10',
      to: '2026-02-24',
    })
    const actor = on('2026-02-16').findActor('p-wangmin')!
    expect(actsFor(actor, 'p-lijing')).toBe(true)
    expect(on('2026-02-16').findPerson('p-wangmin')!.approvalLevel).toBe(0)
    expect(
      on('2026-02-16')
        .peopleIn({ unit: getOrgPath('HO.SH') })
        .map(each => each.id),
    ).toEqual(['p-wangmin', 'p-lijing'])
    expect(actsFor(on('2026-02-25').findActor('p-wangmin')!, 'p-lijing')).toBe(false)
  })

  test('a person who leaves is nobody from the day after, and their name stays known', () => {
    const { say, on, unit, hire } = bank()
    unit('HO', 'head-office')
    hire('lijing', 'handler', 'HO')
    say('2026-03-01', 'person:p-lijing', { type: 'leave', on: '2026-03-31' })
    expect(on('2026-03-31').findActor('p-lijing')).not.toBeNull()
    expect(on('2026-04-01').findActor('p-lijing')).toBeNull()
    expect(on('2026-04-01').findPerson('p-lijing')).toMatchObject({ name: 'lijing', isInService: false, posts: [] })
    expect(keyOf(say('2026-04-02', 'person:p-lijing', { type: 'set-approval-level', level: 1 }))).toBe('person-left')
  })

  test('a branch is moved twice, and its people follow to where the work went', () => {
    const { say, on, unit, hire } = bank()
    for (const [path, kind] of [
      ['HO', 'head-office'],
      ['HO.A', 'branch'],
      ['HO.B', 'branch'],
      ['HO.C', 'branch'],
    ] as const)
      unit(path, kind)
    hire('lijing', 'handler', 'HO.A')
    say('2026-02-01', 'unit:HO.A', { type: 'close-unit', on: '2026-02-28', successor: 'HO.B' })
    say('2026-05-01', 'unit:HO.B', { type: 'close-unit', on: '2026-05-31', successor: 'HO.C' })
    expect(
      on('2026-03-01')
        .findPerson('p-lijing')!
        .posts.map(post => post.unit),
    ).toEqual(['HO.B', 'HO.A'])
    expect(
      on('2026-06-01')
        .findPerson('p-lijing')!
        .posts.map(post => post.unit),
    ).toEqual(['HO.C', 'HO.B', 'HO.A'])
  })

  test('nobody without the post of an administrator changes anything', () => {
    const { say, on, unit, hire } = bank()
    unit('HO', 'head-office')
    hire('lijing', 'supervisor', 'HO')
    const actor = on('2026-02-01').findActor('p-lijing')!
    const post = { type: 'give-post', role: 'admin', unit: 'HO', main: false, from: '2026-02-01', to: null }
    expect(keyOf(say('2026-02-01', 'person:p-lijing', post, actor))).toBe('not-your-person')
    expect(keyOf(say('2026-02-01', 'unit:HO', { type: 'rename-unit', name: { zh: '我', en: 'me' } }, actor))).toBe(
      'not-your-unit',
    )
  })

  test('every refusal has its sentence in both languages', () => {
    const { say, unit, hire } = bank()
    unit('HO', 'head-office')
    hire('lijing', 'admin', 'HO')
    const commands: [string, object][] = [
      ['unit:HO', { type: 'open-unit', path: 'HO', kind: 'head-office', name: { zh: '', en: '' }, from: '2020-01-01' }],
      ['unit:HO', { type: 'close-unit', on: '2026-02-01', successor: null }],
      [
        'unit:HO.A',
        { type: 'open-unit', path: 'HO.A', kind: 'head-office', name: { zh: '', en: '' }, from: '2026-01-01' },
      ],
      ['unit:HO.A', { type: 'rename-unit', name: { zh: '', en: '' } }],
      ['person:p-lijing', { type: 'leave', on: '2026-03-01' }],
      ['person:p-lijing', { type: 'end-post', post: 9, on: '2026-03-01' }],
      ['person:p-lijing', { type: 'issue-token', name: 'x', until: '2026-03-01' }],
      ['person:p-lijing', { type: 'withdraw-stand-in', standIn: 1 }],
      ['person:p-nobody', { type: 'reset-password' }],
    ]
    for (const [caseId, command] of commands) {
      const key = keyOf(say('2026-02-01', caseId, command))
      expect(words[key], key).toMatchObject({
        zh: expect.stringMatching(/[一-鿿]/),
        en: expect.stringMatching(/[a-z]/),
      })
    }
  })
})
