// Units, people, posts, stand-ins and absences as an administrator changes them, and the days on which they hold.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../tests/database.ts'
import { foundBank, openWire, type Wire } from '../../../../tests/wire.ts'
import { getInstant } from '../../../kernel/time.ts'

// Monday 2 March 2026 in Shanghai.
const database = useDatabase({ start: getInstant('2026-03-02T09:00:00+08:00') })
let wire: Wire
let admin: string
let branch: string

beforeAll(async () => {
  wire = await openWire(database)
  await foundBank(wire)
  await wire.employ('admin', { role: 'admin', unit: 'HO' })
  await wire.employ('shadmin', { role: 'admin', unit: 'HO.SH' })
  await wire.employ('lijing', { role: 'handler', unit: 'HO.SH' })
  await wire.employ('wangmin', { role: 'handler', unit: 'HO.SH.PD' })
})
afterAll(() => wire.http.stop())

const told = async (as: string, url: string, payload: object) => {
  const reply = await wire.ask({ method: 'POST', url: `/api${url}`, as, payload })
  return { status: reply.statusCode, code: reply.json().code, ...reply.json() }
}
const at = async (instant: string) => {
  database.clock.set(getInstant(instant))
  admin = await wire.signIn('admin')
  branch = await wire.signIn('shadmin')
}
const person = async (id: string) => (await wire.house.answers.organisation()).findPerson(id)!

describe('posts', () => {
  test('a post holds from its first day to its last, by the day of Shanghai', async () => {
    await at('2026-03-02T09:00:00+08:00')
    const post = { role: 'supervisor', unit: 'HO.NB', from: '2026-03-10', to: '2026-03-20' }
    expect((await told(admin, '/people/p-lijing/posts', post)).status).toBe(200)
    const roles: [string, number][] = []
    for (const moment of [
      '2026-03-09T23:59:59+08:00',
      '2026-03-10T00:00:00+08:00',
      '2026-03-20T23:59:59+08:00',
      '2026-03-21T00:00:00+08:00',
    ]) {
      database.clock.set(getInstant(moment))
      roles.push([moment.slice(5, 10), (await person('p-lijing')).posts.length])
    }
    expect(roles).toEqual([
      ['03-09', 1],
      ['03-10', 2],
      ['03-20', 2],
      ['03-21', 1],
    ])
  })

  test('a role is asked of the post of the day, at the edge', async () => {
    await at('2026-03-21T09:00:00+08:00')
    await told(admin, '/people/p-lijing/posts', { role: 'inspector', unit: 'HO', from: '2026-03-22', to: '2026-03-22' })
    const seen: number[] = []
    for (const day of ['21', '22', '23']) {
      database.clock.set(getInstant(`2026-03-${day}T10:00:00+08:00`))
      const as = await wire.signIn('lijing')
      seen.push((await wire.ask({ url: '/api/people/p-wangmin', as })).statusCode)
    }
    expect(seen).toEqual([403, 200, 403])
  })

  test('a post that ends early gives no rights from the day after', async () => {
    await at('2026-04-01T09:00:00+08:00')
    const given = await told(admin, '/people/p-wangmin/posts', { role: 'approver', unit: 'HO.SH', main: true })
    const { no } = given.allPosts.at(-1)
    expect(given.unit).toBe('HO.SH')
    const ended = await told(admin, '/people/p-wangmin/post-end', { post: no, on: '2026-04-02' })
    expect(ended.allPosts.at(-1).to).toBe('2026-04-02')
    database.clock.set(getInstant('2026-04-03T09:00:00+08:00'))
    expect((await person('p-wangmin')).posts).toEqual([{ role: 'handler', unit: 'HO.SH.PD' }])
  })

  test('a post is refused twice, in no unit, and before its unit exists', async () => {
    await at('2026-04-07T09:00:00+08:00')
    const answers = [
      await told(admin, '/people/p-lijing/posts', { role: 'handler', unit: 'HO.SH' }),
      await told(admin, '/people/p-lijing/posts', { role: 'handler', unit: 'HO.XX' }),
      await told(admin, '/people/p-lijing/posts', { role: 'handler', unit: 'HO.NB', from: '2019-12-31' }),
      await told(admin, '/people/p-lijing/posts', {
        role: 'handler',
        unit: 'HO.NB',
        from: '2026-05-02',
        to: '2026-05-01',
      }),
      await told(admin, '/people/p-lijing/posts', { role: 'handler', unit: 'HO.NB', from: '2026-02-30' }),
      await told(admin, '/people/p-nobody/posts', { role: 'handler', unit: 'HO.NB' }),
    ].map(each => [each.status, each.code, each.fields?.[0]?.field])
    expect(answers).toEqual([
      [409, 'post-held', undefined],
      [400, 'unit-unknown', 'unit'],
      [400, 'unit-not-yet', 'from'],
      [400, 'period-reversed', 'to'],
      [400, 'invalid-input', 'from'],
      [409, 'person-unknown', undefined],
    ])
  })

  test('an administrator of a branch gives no posts outside the branch', async () => {
    const answers = [
      await told(branch, '/people/p-wangmin/posts', { role: 'admin', unit: 'HO' }),
      await told(branch, '/people/p-admin/posts', { role: 'handler', unit: 'HO.SH' }),
      await told(branch, '/people/p-wangmin/posts', { role: 'clerk', unit: 'HO.SH' }),
      await told(branch, '/units', {
        path: 'HO.GZ',
        name: { zh: '广州分行', en: 'Guangzhou' },
        kind: 'branch',
        from: '2026-04-01',
      }),
    ].map(each => [each.status, each.code])
    expect(answers).toEqual([
      [403, 'not-your-unit'],
      [403, 'not-your-person'],
      [200, undefined],
      [403, 'not-your-unit'],
    ])
  })

  test('the last administrator cannot be taken away', async () => {
    await told(admin, '/people/p-shadmin/leaving', { on: '2026-04-06' })
    const reply = await told(admin, '/people/p-admin/post-end', { post: 1, on: '2026-04-08' })
    expect([reply.status, reply.code]).toEqual([409, 'last-administrator'])
    expect((await told(admin, '/people/p-admin/leaving', { on: '2026-04-08' })).code).toBe('last-administrator')
  })
})

describe('stand-ins and absences', () => {
  test('who stands in does so on the days of the appointment, and inherits no post', async () => {
    database.clock.set(getInstant('2026-05-04T09:00:00+08:00'))
    admin = await wire.signIn('admin')
    const wish = { person: 'p-wangmin', from: '2026-05-06', to: '2026-05-08' }
    expect((await told(admin, '/people/p-lijing/stand-in', wish)).status).toBe(200)
    const seen: (readonly string[])[] = []
    for (const moment of [
      '2026-05-05T23:59:59+08:00',
      '2026-05-06T00:00:00+08:00',
      '2026-05-08T23:59:59+08:00',
      '2026-05-09T00:00:00+08:00',
    ]) {
      database.clock.set(getInstant(moment))
      const actor = await wire.house.answers.actorOf('p-wangmin')
      seen.push(actor!.standsInFor)
      expect(actor!.posts.some(post => post.unit === 'HO.SH' && post.role === 'handler')).toBe(false)
    }
    expect(seen).toEqual([[], ['p-lijing'], ['p-lijing'], []])
  })

  test('nobody stands in for themselves, twice, or in the past', async () => {
    database.clock.set(getInstant('2026-05-04T09:00:00+08:00'))
    admin = await wire.signIn('admin')
    const answers = [
      await told(admin, '/people/p-lijing/stand-in', { person: 'p-lijing', from: '2026-05-06', to: '2026-05-08' }),
      await told(admin, '/people/p-lijing/stand-in', { person: 'p-wangmin', from: '2026-05-08', to: '2026-05-09' }),
      await told(admin, '/people/p-lijing/stand-in', { person: 'p-wangmin', from: '2026-04-01', to: '2026-04-02' }),
      await told(admin, '/people/p-lijing/stand-in', { person: 'p-shadmin', from: '2026-05-06', to: '2026-05-08' }),
    ].map(each => each.code)
    expect(answers).toEqual(['own-stand-in', 'stand-in-already', 'period-past', 'stand-in-left'])
  })

  test('an absence is seen on its days, and can be withdrawn', async () => {
    const entered = await told(admin, '/people/p-lijing/absence', { from: '2026-05-06', to: '2026-05-08' })
    database.clock.set(getInstant('2026-05-07T09:00:00+08:00'))
    admin = await wire.signIn('admin')
    expect((await person('p-lijing')).isAway).toBe(true)
    const [{ no }] = entered.absences
    expect((await told(admin, '/people/p-lijing/absence-withdrawal', { no })).isAway).toBe(false)
    expect((await told(admin, '/people/p-lijing/absence-withdrawal', { no })).code).toBe('absence-none')
  })

  test('a relative declared by one is a relative of both', async () => {
    const payload = { manager: 'p-admin', relatives: ['p-wangmin'] }
    expect((await told(admin, '/people/p-lijing/relations', payload)).relatives).toEqual(['p-wangmin'])
    expect((await person('p-wangmin')).relatives).toEqual(['p-lijing'])
    expect((await told(admin, '/people/p-lijing/relations', { manager: 'p-lijing', relatives: [] })).code).toBe(
      'own-manager',
    )
  })
})

describe('units', () => {
  test('a unit opens under an open unit, and only once', async () => {
    const wish = {
      path: 'HO.NB.HS',
      name: { zh: '海曙支行', en: 'Haishu Sub-branch' },
      kind: 'sub-branch',
      from: '2026-06-01',
    }
    expect((await told(admin, '/units', wish)).status).toBe(201)
    const answers = [
      await told(admin, '/units', wish),
      await told(admin, '/units', { ...wish, path: 'HO.XX.HS' }),
      await told(admin, '/units', { ...wish, path: 'ho.nb' }),
      await told(admin, '/units', { ...wish, path: 'HQ', kind: 'head-office' }),
      await told(admin, '/units', { ...wish, path: 'HO.NB.YZ', from: '2019-01-01' }),
    ].map(each => each.code)
    expect(answers).toEqual(['unit-exists', 'unit-parent', 'invalid-input', 'not-your-unit', 'unit-parent-closed'])
  })

  test('a unit is not open before its first day', async () => {
    const open = async () => (await wire.house.answers.organisation()).findUnit('HO.NB.HS')?.isOpen
    database.clock.set(getInstant('2026-05-31T23:59:59+08:00'))
    expect(await open()).toBe(false)
    database.clock.set(getInstant('2026-06-01T00:00:00+08:00'))
    expect(await open()).toBe(true)
  })

  test('a unit with posts closes only into a successor, where the posts go on and the old cases stay in sight', async () => {
    database.clock.set(getInstant('2026-06-02T09:00:00+08:00'))
    admin = await wire.signIn('admin')
    await told(admin, '/people', { account: 'chenhao', name: '陈浩', posts: [{ role: 'handler', unit: 'HO.SH.PD' }] })
    expect((await told(admin, '/units/HO.SH.PD/closure', { on: '2026-06-30' })).code).toBe('posts-held')
    expect((await told(admin, '/units/HO.SH/closure', { on: '2026-06-30', successor: 'HO.NB' })).code).toBe(
      'units-below',
    )
    expect((await told(admin, '/units/HO/closure', { on: '2026-06-30' })).code).toBe('head-office-stays')
    const closed = await told(admin, '/units/HO.SH.PD/closure', { on: '2026-06-30', successor: 'HO.NB.HS' })
    expect(closed).toMatchObject({ status: 200, validTo: '2026-06-30', successor: 'HO.NB.HS' })
    database.clock.set(getInstant('2026-06-30T20:00:00+08:00'))
    expect((await person('p-chenhao')).posts).toEqual([{ role: 'handler', unit: 'HO.SH.PD' }])
    database.clock.set(getInstant('2026-07-01T08:00:00+08:00'))
    const moved = await person('p-chenhao')
    expect(moved.unit).toBe('HO.NB.HS')
    expect(moved.posts.map(post => post.unit)).toEqual(['HO.NB.HS', 'HO.SH.PD'])
    const { peopleIn } = await wire.house.answers.organisation()
    expect(peopleIn({ unit: moved.unit!, role: 'handler' }).map(each => each.id)).toEqual(['p-chenhao', 'p-wangmin'])
  })
})

describe('lists and records', () => {
  test('people are found by unit, by role, by words, and page by page', async () => {
    database.clock.set(getInstant('2026-07-01T09:00:00+08:00'))
    const as = await wire.signIn('lijing')
    const ids = async (query: string) => {
      const reply = (await wire.ask({ url: `/api/people?${query}`, as })).json()
      return [reply.items.map((each: { id: string }) => each.id), reply.next]
    }
    expect(await ids('unit=HO.SH&role=handler')).toEqual([['p-lijing'], null])
    expect(await ids('within=HO.NB')).toEqual([['p-chenhao', 'p-wangmin'], null])
    expect(await ids(`text=${encodeURIComponent('陈')}`)).toEqual([['p-chenhao'], null])
    expect(await ids('limit=2')).toEqual([['p-admin', 'p-chenhao'], 'p-chenhao'])
    expect(await ids('limit=2&after=p-chenhao')).toEqual([['p-lijing', 'p-shadmin'], 'p-shadmin'])
  })

  test('an account is given once, and its form is checked', async () => {
    admin = await wire.signIn('admin')
    const taken = await told(admin, '/people', { account: 'lijing', name: '李静' })
    const wrong = await told(admin, '/people', { account: 'Li Jing', name: '李静' })
    expect([taken.status, taken.code]).toEqual([409, 'account-taken'])
    expect(wrong.fields).toEqual([
      {
        field: 'account',
        code: 'account-form',
        reason: '账号以小写字母开头，只含小写字母、数字、点、横线，2 至 32 个字符',
      },
    ])
  })

  test('a change by another process is known within a second', async () => {
    const other = await openWire(database)
    const as = await other.signIn('lijing')
    expect((await other.ask({ url: '/api/session', as })).json().roles).toHaveLength(1)
    await told(admin, '/people/p-lijing/posts', { role: 'clerk', unit: 'HO' })
    await expect
      .poll(async () => (await other.ask({ url: '/api/session', as })).json().roles.length, {
        timeout: 2000,
        interval: 100,
      })
      .toBe(2)
    await other.http.stop()
  })

  test('every change is a fact with its author', async () => {
    const { rows } = await database.ownerPool.query(
      `select distinct actor from ledger.fact where module = 'identity' and type = 'unit-closed'`,
    )
    expect(rows).toEqual([{ actor: 'person:p-admin' }])
  })
})
