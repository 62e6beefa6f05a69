// Coming in and going out: passwords, sessions, throttle, tokens, and the first administrator of an empty bank.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOUR_MS } from '../src/kernel/time.ts'
import { useDatabase } from './database.ts'
import { cookieOf, foundBank, openWire, PASSWORD, type Wire } from './wire.ts'

const english = { 'accept-language': 'en' }

describe('a bank at work', () => {
  const database = useDatabase()
  let wire: Wire
  let admin: string

  beforeAll(async () => {
    wire = await openWire(database)
    await foundBank(wire)
    await wire.employ('admin', { role: 'admin', unit: 'HO' })
    for (const account of ['lijing', 'wangmin', 'zhaolei', 'sunli'])
      await wire.employ(account, { role: 'handler', unit: 'HO.SH' })
    admin = await wire.signIn('admin')
  })
  afterAll(() => wire.http.stop())

  const enter = (account: string, password: string, more: object = {}) =>
    wire.ask({ method: 'POST', url: '/api/session', payload: { account, password, ...more } })

  test('whoever signs in learns who they are, where they work and what is open to them', async () => {
    const reply = await enter('lijing', PASSWORD)
    expect(reply.statusCode).toBe(201)
    expect(reply.json()).toMatchObject({
      person: { id: 'p-lijing', account: 'lijing', isProgram: false },
      roles: [{ role: 'handler', unit: 'HO.SH' }],
      unit: { path: 'HO.SH', name: { zh: '上海分行', en: 'Shanghai Branch' } },
      language: 'zh-CN',
      capabilities: ['desk', 'export', 'intake', 'reveal'],
      preferences: { language: 'zh-CN', scheme: 'auto', largeType: false, keys: true },
      mustChangePassword: false,
    })
    expect(reply.json().token).toBeUndefined()
    const again = await wire.ask({ url: '/api/session', as: cookieOf(reply) })
    expect(again.json()).toEqual(reply.json())
  })

  test('the account may be typed in capitals', async () => {
    expect((await enter(' LiJing ', PASSWORD)).statusCode).toBe(201)
  })

  test('by http the cookie is strict and hidden from scripts, and not Secure', async () => {
    const cookie = String((await enter('lijing', PASSWORD)).headers['set-cookie'])
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    expect(cookie).not.toMatch(/Secure/)
  })

  test('a word of X-Forwarded-Proto makes the cookie Secure only where proxies are believed', async () => {
    const proxied = await openWire(database, { trustProxy: true })
    const request = { method: 'POST', url: '/api/session', payload: { account: 'lijing', password: PASSWORD } } as const
    const headers = { 'x-forwarded-proto': 'https' }
    const believed = await proxied.ask({ ...request, headers })
    const ignored = await wire.ask({ ...request, headers })
    expect(String(believed.headers['set-cookie'])).toMatch(/Secure/)
    expect(String(ignored.headers['set-cookie'])).not.toMatch(/Secure/)
    await proxied.http.stop()
  })

  test('an unknown account, a wrong password and a person who left get the same answer', async () => {
    await wire.employ('gone', { role: 'clerk', unit: 'HO.NB' })
    await wire.found('person:p-gone', { type: 'leave', on: '2026-02-01' as never })
    const answers = await Promise.all([enter('nobody', PASSWORD), enter('lijing', 'wrong'), enter('gone', PASSWORD)])
    for (const answer of answers) {
      expect([answer.statusCode, answer.json().code, answer.json().detail]).toEqual([
        401,
        'sign-in-failed',
        '账号或密码不正确。',
      ])
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  })

  test('only the digest of a session stands in the database', async () => {
    const cookie = await wire.signIn('lijing')
    const secret = cookie.split('=')[1]
    const { rows } = await database.ownerPool.query('select digest from platform.session')
    expect(rows.every(row => row.digest.length === 32)).toBe(true)
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  test('forty right sign-ins at once are never slowed', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => enter('lijing', PASSWORD)))
    expect(new Set(answers.map(answer => answer.statusCode))).toEqual(new Set([201]))
  })

  test('after five wrong passwords the next attempt must wait, longer each time, and only from that address', async () => {
    const from = (address: string, password: string) =>
      wire.ask({
        method: 'POST',
        url: '/api/session',
        payload: { account: 'zhaolei', password },
        remoteAddress: address,
      })
    for (let count = 0; count < 5; count++) expect((await from('10.0.0.9', `wrong ${count}`)).statusCode).toBe(401)
    const early = await from('10.0.0.9', 'wrong again')
    expect([early.statusCode, early.json().code, early.headers['retry-after']]).toEqual([429, 'sign-in-throttled', '1'])
    expect((await from('10.0.0.8', PASSWORD)).statusCode).toBe(201)
    database.clock.step(1000)
    expect((await from('10.0.0.9', 'wrong still')).statusCode).toBe(401)
    const later = await from('10.0.0.9', PASSWORD)
    expect([later.statusCode, later.headers['retry-after']]).toEqual([429, '2'])
    database.clock.step(2000)
    expect((await from('10.0.0.9', PASSWORD)).statusCode).toBe(201)
    for (let count = 0; count < 4; count++) expect((await from('10.0.0.9', `wrong ${count}`)).statusCode).toBe(401)
    expect((await from('10.0.0.9', PASSWORD)).statusCode).toBe(201)
  })

  test('a session ends after two idle hours, or twelve in all', async () => {
    const idle = await wire.signIn('wangmin')
    database.clock.step(2 * HOUR_MS)
    expect((await wire.ask({ url: '/api/session', as: idle })).statusCode).toBe(401)
    const busy = await wire.signIn('wangmin')
    const seen: number[] = []
    for (let hour = 1; hour <= 12; hour++) {
      database.clock.step(HOUR_MS)
      seen.push((await wire.ask({ url: '/api/session', as: busy })).statusCode)
      await database.ownerPool.query('update platform.session set seen_at = $1', [database.clock.now()])
    }
    expect(seen).toEqual([...Array(11).fill(200), 401])
    admin = await wire.signIn('admin')
  })

  test('who signs out is out at once, on this device', async () => {
    const [one, other] = [await wire.signIn('wangmin'), await wire.signIn('wangmin')]
    expect((await wire.ask({ url: '/api/session', as: one })).statusCode).toBe(200)
    expect((await wire.ask({ method: 'DELETE', url: '/api/session', as: one })).statusCode).toBe(204)
    expect((await wire.ask({ url: '/api/session', as: one })).statusCode).toBe(401)
    expect((await wire.ask({ url: '/api/session', as: other })).statusCode).toBe(200)
  })

  test('who signs out everywhere is out on every device', async () => {
    const devices = [await wire.signIn('sunli'), await wire.signIn('sunli'), await wire.signIn('sunli')]
    for (const each of devices) await wire.ask({ url: '/api/session', as: each })
    const reply = await wire.ask({ method: 'DELETE', url: '/api/sessions', as: devices[0]! })
    expect([reply.statusCode, reply.json()]).toEqual([200, { ended: 3 }])
    for (const each of devices) expect((await wire.ask({ url: '/api/session', as: each })).statusCode).toBe(401)
  })

  test('the language a person chose goes before that of the browser', async () => {
    const as = await wire.signIn('sunli')
    const chosen = await wire.ask({
      method: 'PUT',
      url: '/api/session/preferences',
      as,
      payload: { language: 'en', largeType: true },
    })
    expect(chosen.json()).toEqual({ language: 'en', scheme: 'auto', largeType: true, keys: true })
    await wire.ask({ method: 'PUT', url: '/api/session/preferences', as, payload: { scheme: 'dark' } })
    const session = await wire.ask({ url: '/api/session', as, headers: { 'accept-language': 'zh-CN' } })
    expect(session.json().preferences).toEqual({ language: 'en', scheme: 'dark', largeType: true, keys: true })
    const problem = await wire.ask({ url: '/api/nowhere', as, headers: { 'accept-language': 'zh-CN' } })
    expect(problem.json().title).toBe('Not found')
  })

  test('a new password needs the old one and obeys the rules, and ends the other sessions', async () => {
    const [here, there] = [await wire.signIn('wangmin'), await wire.signIn('wangmin')]
    const change = (present: string, next: string) =>
      wire.ask({ method: 'POST', url: '/api/session/password', as: here, payload: { present, next }, headers: english })
    const faults = [
      await change('not mine', 'long enough 1'),
      await change(PASSWORD, 'short'),
      await change(PASSWORD, 'my wangmin pass'),
      await change(PASSWORD, PASSWORD),
    ].map(each => [each.statusCode, each.json().fields[0].field, each.json().code, each.json().detail])
    expect(faults).toEqual([
      [400, 'present', 'password-wrong', 'The present password is wrong.'],
      [400, 'next', 'password-too-short', 'A password has at least 10 characters.'],
      [400, 'next', 'password-is-account', 'A password may not contain the name of the account.'],
      [400, 'next', 'password-unchanged', 'The new password must differ from the present one.'],
    ])
    expect((await change(PASSWORD, '新的密码足够长了吧')).json().code).toBe('password-too-short')
    expect((await change(PASSWORD, 'West Gate 1937')).statusCode).toBe(204)
    expect((await wire.ask({ url: '/api/session', as: here })).statusCode).toBe(200)
    expect((await wire.ask({ url: '/api/session', as: there })).statusCode).toBe(401)
    expect((await enter('wangmin', PASSWORD)).statusCode).toBe(401)
    expect((await enter('wangmin', 'West Gate 1937')).statusCode).toBe(201)
  })

  test('a password reset by an administrator works once, opens only the change of the password, and is a fact', async () => {
    const before = await wire.signIn('sunli')
    const reset = await wire.ask({ method: 'POST', url: '/api/people/p-sunli/password-reset', as: admin })
    expect(reset.statusCode).toBe(200)
    const { temporaryPassword } = reset.json()
    expect((await wire.ask({ url: '/api/session', as: before })).statusCode).toBe(401)
    const entered = await enter('sunli', temporaryPassword)
    expect(entered.json().mustChangePassword).toBe(true)
    const as = cookieOf(entered)
    const closed = await wire.ask({ url: '/api/people', as })
    expect([closed.statusCode, closed.json().code]).toEqual([403, 'password-change-needed'])
    const payload = { present: temporaryPassword, next: 'East Gate 1937' }
    expect((await wire.ask({ method: 'POST', url: '/api/session/password', as, payload })).statusCode).toBe(204)
    expect((await wire.ask({ url: '/api/people', as })).statusCode).toBe(200)
    const { rows } = await database.ownerPool.query(
      `select actor, body from ledger.fact where case_id = 'person:p-sunli' and type = 'password-reset'`,
    )
    expect(rows).toEqual([{ actor: 'person:p-admin', body: {} }])
  })

  test('only an administrator resets a password', async () => {
    const as = await wire.signIn('lijing')
    const reply = await wire.ask({ method: 'POST', url: '/api/people/p-wangmin/password-reset', as })
    expect(reply.statusCode).toBe(403)
  })

  test('a program signs in for a bearer token of its session', async () => {
    const { token } = (await enter('lijing', PASSWORD, { bearer: true })).json()
    const reply = await wire.ask({ url: '/api/session', headers: { authorization: `Bearer ${token}` } })
    expect(reply.json().person.id).toBe('p-lijing')
  })

  test('a program account holds posts and a token that is shown once and can be taken away', async () => {
    const payload = {
      account: 'core-banking',
      name: '核心系统',
      isProgram: true,
      posts: [{ role: 'clerk', unit: 'HO' }],
    }
    expect((await wire.ask({ method: 'POST', url: '/api/people', as: admin, payload })).statusCode).toBe(201)
    const wish = { person: 'p-core-banking', name: '投诉登记接口', days: 30 }
    const issued = await wire.ask({ method: 'POST', url: '/api/tokens', as: admin, payload: wish })
    expect(issued.statusCode).toBe(201)
    const headers = { authorization: `Bearer ${issued.json().token}` }
    const session = await wire.ask({ url: '/api/session', headers })
    expect(session.json()).toMatchObject({
      person: { id: 'p-core-banking', isProgram: true },
      roles: [{ role: 'clerk', unit: 'HO' }],
    })
    const list = await wire.ask({ url: '/api/tokens', as: admin })
    expect(list.json().items).toHaveLength(1)
    expect(list.body).not.toContain(issued.json().token)
    const gone = await wire.ask({ method: 'DELETE', url: `/api/tokens/${issued.json().id}`, as: admin })
    expect(gone.statusCode).toBe(204)
    expect((await wire.ask({ url: '/api/session', headers })).statusCode).toBe(401)
    const twice = await wire.ask({ method: 'DELETE', url: `/api/tokens/${issued.json().id}`, as: admin })
    expect(twice.statusCode).toBe(404)
  })

  test('a token is for programs only and a program has no password', async () => {
    const wish = { person: 'p-lijing', name: 'mine', days: 30 }
    const token = await wire.ask({ method: 'POST', url: '/api/tokens', as: admin, payload: wish })
    expect([token.statusCode, token.json().code]).toEqual([409, 'token-for-programs'])
    const reset = await wire.ask({ method: 'POST', url: '/api/people/p-core-banking/password-reset', as: admin })
    expect([reset.statusCode, reset.json().code]).toEqual([409, 'program-no-password'])
  })

  test('who left is out within a second, whatever the cookie says', async () => {
    const as = await wire.signIn('lijing')
    const payload = { on: '2026-03-01' }
    const reply = await wire.ask({ method: 'POST', url: '/api/people/p-lijing/leaving', as: admin, payload })
    expect(reply.json().isInService).toBe(false)
    expect((await wire.ask({ url: '/api/session', as })).statusCode).toBe(401)
  })
})

describe('an empty bank', () => {
  const database = useDatabase()
  let wire: Wire

  beforeAll(async () => {
    wire = await openWire(database)
  })
  afterAll(() => wire.http.stop())

  const claim = (wish: object) => wire.ask({ method: 'POST', url: '/api/first-administrator', payload: wish })

  test('the link makes one first administrator, and is spent', async () => {
    const secret = await wire.http.signIn.openFirstAdministratorLink()
    const wish = { account: 'zhangwei', name: '张伟', password: 'North Gate 1937' }
    expect((await claim({ ...wish, secret: 'xbl_guess' })).json().code).toBe('link-spent')
    expect((await claim({ ...wish, secret, password: 'short' })).json().code).toBe('password-too-short')
    const answers = await Promise.all([claim({ ...wish, secret }), claim({ ...wish, account: 'lisi', secret })])
    expect(answers.map(each => each.statusCode).sort()).toEqual([201, 409])
    const made = answers.find(each => each.statusCode === 201)!.json()
    const as = await wire.signIn(made.account, wish.password)
    const units = await wire.ask({ url: '/api/units', as })
    expect(units.json().items).toMatchObject([
      { path: 'HO', name: { zh: '总行', en: 'Head Office' }, kind: 'head-office' },
    ])
    const session = await wire.ask({ url: '/api/session', as })
    expect(session.json().roles).toEqual([{ role: 'admin', unit: 'HO' }])
  })

  test('a second link is worth nothing once there is an administrator', async () => {
    const secret = await wire.http.signIn.openFirstAdministratorLink()
    const reply = await claim({ secret, account: 'mallory', name: '马', password: 'South Gate 1937' })
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'link-spent'])
  })
})
