// The consumer's rooms end to end: filing, the code, progress, photos, supplement and withdrawal on a real database.

import { beforeAll, describe, expect, it } from 'vitest'
import { testFolder, useDatabase } from '../../../../tests/database.ts'
import { foundBank, openWire, type Wire } from '../../../../tests/wire.ts'
import { type Actor, TIMER } from '../../../kernel/actor.ts'
import { CURRENT_EDITIONS } from '../../../kernel/calendar-editions.ts'
import type { OrgPath } from '../../../kernel/org.ts'
import { MINUTE_MS } from '../../../kernel/time.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Department, House } from '../../../platform/department.ts'
import { type AnyRules, createDoor } from '../../../platform/door.ts'
import { createFiles } from '../../../platform/files.ts'
import { createVault } from '../../../platform/vault.ts'
import { openDirectory } from '../../identity/server/directory.ts'
import { bodies } from '../rules/contract.ts'
import type { Filed, Progress } from '../rules/contract-public.ts'
import { RULE_PACKS } from '../rules/policy.ts'
import { complaintRules } from '../rules/rules.ts'
import { PUBLIC_WORDS } from '../rules/words-consumer.ts'
import { command } from './command-routes.ts'
import { gatherAnswers } from './gather.ts'
import { publicRoutes } from './public-routes.ts'

const database = useDatabase()
let wire: Wire
let house: House
let address = 0

const HEAD: Actor = {
  kind: 'person',
  id: 'p-head',
  unit: 'HO' as OrgPath,
  posts: [{ role: 'supervisor', unit: 'HO' as OrgPath }],
  standsInFor: [],
}
const STORY = {
  text: '客户经理王晓明说理财保本，到期亏了一万二，我的电话是 13800138000。',
  request: ['把钱退给我', '道歉'],
  name: '陈桂芳',
  phone: '13800138000',
}

beforeAll(async () => {
  const { appPool: pool } = database
  // A clock that moves at every look, as a real one does.
  const clock: Clock = { now: () => database.clock.step(1) }
  const directory = openDirectory({ pool, clock })
  const answers = {
    actorOf: directory.actorOf,
    organisation: directory.organisation,
    organisationChanged: directory.organisationChanged,
    rulebook: async () => ({ packs: RULE_PACKS, calendars: Object.values(CURRENT_EDITIONS) }),
  }
  const door = createDoor({
    pool,
    clock,
    rules: [complaintRules as unknown as AnyRules],
    answers: { complaints: ({ command: given }) => gatherAnswers({ pool, answers }, given) },
  })
  const department: Department = { name: 'complaints', rules: null, words: PUBLIC_WORDS, routes: publicRoutes }
  wire = await openWire(database, {
    departments: [department],
    trustProxy: true,
    house: {
      clock,
      door,
      vault: createVault({ pool, masterKey: Buffer.alloc(32, 7) }),
      files: createFiles(testFolder()),
      answers: answers as unknown as House['answers'],
    },
  })
  house = wire.house
  await foundBank(wire)
  directory.organisationChanged()
})

describe('filing without an account', () => {
  it('gives a number, a code of ten characters, and the day by which the bank must answer', async () => {
    const reply = await post('/api/public/complaints', STORY, { 'idempotency-key': 'a-first-filing' })
    expect(reply.statusCode).toBe(201)
    const filed: Filed = reply.json()
    expect(filed.number).toMatch(/^TS-2026-\d{6}$/)
    expect(filed.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
    // No.3 Art. 18: received on 2 March, fifteen natural days.
    expect(filed.answerBy).toBe('2026-03-17')
  })

  it('registers a double tap once, and shows the same number and code to the retry', async () => {
    const key = { 'idempotency-key': 'tapped-twice' }
    const both = await Promise.all([
      post('/api/public/complaints', STORY, key),
      post('/api/public/complaints', STORY, key),
    ])
    const again = await post('/api/public/complaints', STORY, key)
    const answers = [...both, again].map(reply => reply.json<Filed>())
    expect(new Set(answers.map(each => `${each.number} ${each.code}`)).size).toBe(1)
    expect(await countCases(answers[0]!.number)).toBe(1)
  })

  it('refuses the same key with another body', async () => {
    const key = { 'idempotency-key': 'another-body' }
    await post('/api/public/complaints', STORY, key)
    const other = await post('/api/public/complaints', { ...STORY, text: '另一件事' }, key)
    expect([other.statusCode, other.json().code]).toEqual([409, 'request-reused'])
  })

  it('keeps the code nowhere, and neither name nor telephone in the clear', async () => {
    const filed = await fileOne()
    const { rows } = await database.ownerPool.query(
      `select (select string_agg(t::text, ' ') from complaints.tracking t) || (select string_agg(f.body::text, ' ') from ledger.fact f) as all`,
    )
    expect(rows[0].all).not.toContain(filed.code)
    expect(rows[0].all).not.toContain(Buffer.from(filed.code).toString('hex'))
    expect(rows[0].all).not.toContain('13800138000')
    expect(rows[0].all).not.toContain('陈桂芳')
  })

  it('enters an agent beside the complainant, and asks for whom', async () => {
    const missing = await post('/api/public/complaints', { ...STORY, filer: 'agent' })
    expect([missing.statusCode, missing.json().fields[0].field]).toEqual([400, 'forName'])
    const filed: Filed = (await post('/api/public/complaints', { ...STORY, filer: 'agent', forName: '李桂芳' })).json()
    const { rows } = await database.ownerPool.query('select state from complaints.complaint where state ->> $1 = $2', [
      'number',
      filed.number,
    ])
    expect(rows[0].state.parties.map((party: { role: string }) => party.role)).toEqual(['complainant', 'agent'])
  })

  it('takes no field that nobody asked for', async () => {
    const reply = await post('/api/public/complaints', { ...STORY, contractNumber: 'A-1' })
    expect([reply.statusCode, reply.json().fields[0].field]).toEqual([400, 'contractNumber'])
  })

  it('takes twenty filings an hour from one address, and says when to come back', async () => {
    const from = { 'x-forwarded-for': '203.0.113.9' }
    for (let count = 0; count < 20; count++) await post('/api/public/complaints', {}, from)
    // Bad input is answered before it is counted, so that a form with mistakes costs nothing.
    for (let count = 0; count < 20; count++) await post('/api/public/complaints', STORY, from)
    const reply = await post('/api/public/complaints', STORY, from)
    expect(reply.statusCode).toBe(429)
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
  })
})

describe('tracking', () => {
  it('tells what is happening, by when the bank answers and what can be done, and never a note', async () => {
    const filed = await fileOne()
    const id = await idOf(filed.number)
    const note = bodies.note.parse({ text: '内部：此客户以前闹过' })
    expect(await command(house, { actor: HEAD, id, noun: 'note', body: note, key: null })).toMatchObject({ ok: true })
    const reply = await look(filed.number, filed.code)
    const progress: Progress = reply.json()
    expect(progress).toMatchObject({ state: 'registered', answerBy: filed.answerBy, answer: 'due' })
    expect(progress.steps.map(step => step.key)).toEqual(['received'])
    expect(progress.canDo.map(each => each.way)).toEqual(['photos', 'withdrawal', 'mediation', 'litigation'])
    expect(reply.body).not.toContain('闹过')
    expect(reply.body).not.toContain('p-head')
  })

  it('forgives how number and code are typed', async () => {
    const filed = await fileOne()
    const typed = `${filed.code.slice(0, 5)} - ${filed.code.slice(5)}`.toLowerCase().replaceAll('0', 'o')
    expect((await look(filed.number.toLowerCase(), typed)).statusCode).toBe(200)
  })

  it('answers an unknown number and a wrong code alike', async () => {
    const filed = await fileOne()
    const wrong = await look(filed.number, 'AAAAAAAAAA')
    const unknown = await look('TS-2026-999999', 'AAAAAAAAAA')
    const said = [wrong, unknown].map(reply => ({ ...reply.json(), instance: '', status: reply.statusCode }))
    expect(said[0]).toEqual(said[1])
    expect(said[0]).toMatchObject({ status: 404, code: 'public-no-match' })
  })

  it('locks a number after five wrong codes, known or not, and opens it again after a quarter of an hour', async () => {
    const filed = await fileOne()
    for (const number of [filed.number, 'TS-2026-888888']) {
      for (let count = 0; count < 5; count++) expect((await look(number, 'AAAAAAAAAA')).statusCode).toBe(404)
      expect((await look(number, filed.code)).statusCode).toBe(429)
    }
    database.clock.step(16 * MINUTE_MS)
    expect((await look(filed.number, filed.code)).statusCode).toBe(200)
  })

  it('asks for what the bank asked for, and takes it', async () => {
    const filed = await fileOne()
    const id = await idOf(filed.number)
    const clerk: Actor = { ...HEAD, id: 'p-clerk', posts: [{ role: 'handler', unit: 'HO' as OrgPath }] }
    await command(house, { actor: clerk, id, noun: 'claim', body: {}, key: null })
    const request = bodies['supplement-request'].parse({
      items: [{ item: '短信截图' }],
      reason: '银行没有您手机上的短信',
    })
    await command(house, { actor: clerk, id, noun: 'supplement-request', body: request, key: null })
    const asked: Progress = (await look(filed.number, filed.code)).json()
    expect(asked.asked).toEqual({ items: ['短信截图'], reason: '银行没有您手机上的短信' })
    const sent = await post(`/api/public/complaints/${filed.number}/supplement`, {
      code: filed.code,
      text: '短信里写着保本',
    })
    expect(sent.statusCode).toBe(200)
    const after: Progress = (await look(filed.number, filed.code)).json()
    expect([after.state, after.asked, after.steps.at(-1)?.key]).toEqual(['registered', null, 'supplemented'])
  })

  it('withdraws with the code, and the procedure ends the same day', async () => {
    const filed = await fileOne()
    const refused = await post(`/api/public/complaints/${filed.number}/withdrawal`, { code: 'AAAAAAAAAA' })
    expect(refused.statusCode).toBe(404)
    const reply = await post(`/api/public/complaints/${filed.number}/withdrawal`, { code: filed.code })
    expect(reply.statusCode).toBe(200)
    const progress: Progress = (await look(filed.number, filed.code)).json()
    expect(progress).toMatchObject({ state: 'withdrawn', answer: 'ended', answerBy: null })
    expect(progress.canDo.map(each => each.way)).not.toContain('withdrawal')
  })
})

describe('photos', () => {
  it('are kept as evidence from the consumer, the same one once', async () => {
    const filed = await fileOne()
    expect((await sendPhoto(filed, jpeg('one'))).statusCode).toBe(201)
    expect((await sendPhoto(filed, jpeg('one'))).statusCode).toBe(201)
    expect((await sendPhoto(filed, jpeg('two'))).statusCode).toBe(201)
    const progress: Progress = (await look(filed.number, filed.code)).json()
    expect(progress.steps.at(-1)).toMatchObject({ key: 'photo-added', times: 2 })
    const id = await idOf(filed.number)
    const { rows } = await database.ownerPool.query(
      `select body from ledger.fact where case_id = $1 and type = 'evidence-added' order by version`,
      [id],
    )
    expect(rows.map(row => [row.body.kind, row.body.name, row.body.mediaType])).toEqual([
      ['from-consumer', '消费者照片 1', 'image/jpeg'],
      ['from-consumer', '消费者照片 2', 'image/jpeg'],
    ])
  })

  it('are refused without the code, and other files even with it', async () => {
    const filed = await fileOne()
    expect((await sendPhoto({ ...filed, code: 'AAAAAAAAAA' }, jpeg('x'))).statusCode).toBe(404)
    const text = await sendPhoto(filed, Buffer.from('MZ not a photo'), 'text/plain')
    expect([text.statusCode, text.json().code]).toEqual([409, 'public-photo-only'])
    const disguised = await sendPhoto(filed, Buffer.from('MZ not a photo'), 'image/jpeg')
    expect(disguised.statusCode).toBe(400)
  })
})

describe('the bank', () => {
  it('is named without an account, with the telephone that its administrator published', async () => {
    const before = await wire.ask({ method: 'GET', url: '/api/public/bank' })
    expect(before.json()).toMatchObject({ phone: '' })
    await wire.employ('keeper', { role: 'admin', unit: 'HO' })
    house.answers.organisationChanged()
    const as = await wire.signIn('keeper')
    const payload = {
      phone: '0574-5550-0100',
      address: { zh: '宁波市江东路 1 号', en: '1 Jiangdong Road, Ningbo' },
      hours: { zh: '每天 24 小时', en: 'Every day, around the clock' },
    }
    const stranger = await wire.ask({ method: 'POST', url: '/api/publications', payload })
    expect(stranger.statusCode).toBe(401)
    expect((await wire.ask({ method: 'POST', url: '/api/publications', payload, as })).statusCode).toBe(201)
    const after = await wire.ask({
      method: 'GET',
      url: '/api/public/bank',
      headers: { 'accept-language': 'en' },
    })
    expect(after.json()).toMatchObject({ phone: '0574-5550-0100', hours: 'Every day, around the clock' })
  })
})

it('lets the clock ring on a complaint that a consumer filed', async () => {
  const filed = await fileOne()
  const id = await idOf(filed.number)
  const { rows } = await database.ownerPool.query(
    `select key, at from ledger.alarm where case_id = $1 order by at limit 1`,
    [id],
  )
  database.clock.step(2 * 24 * 60 * MINUTE_MS)
  const outcome = await house.door.handle({
    module: 'complaints',
    caseId: id,
    command: { type: 'alarm', key: rows[0].key } as { type: string },
    actor: TIMER,
  })
  expect(outcome).toMatchObject({ ok: true })
})

async function fileOne(): Promise<Filed> {
  const reply = await post('/api/public/complaints', STORY)
  expect(reply.statusCode).toBe(201)
  return reply.json()
}

// Each request comes from an address of its own, unless it names one.
function post(url: string, payload: object, headers: Record<string, string> = {}) {
  address += 1
  const own = `198.51.${Math.floor(address / 250)}.${address % 250}`
  return wire.ask({ method: 'POST', url, payload, headers: { 'x-forwarded-for': own, ...headers } })
}

function look(number: string, code: string) {
  return post('/api/public/progress', { number, code })
}

function sendPhoto(filed: Filed, content: Buffer, type = 'image/jpeg') {
  const edge = 'edge-of-the-photo'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="chen.jpg"\r\ncontent-type: ${type}\r\n\r\n`
  return wire.ask({
    method: 'POST',
    url: `/api/public/complaints/${filed.number}/photos`,
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${edge}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${edge}`, 'x-tracking-code': filed.code },
  })
}

function jpeg(words: string): Buffer {
  const start = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]
  return Buffer.concat([Buffer.from(start), Buffer.from(words), Buffer.from([0xff, 0xd9])])
}

async function idOf(number: string): Promise<string> {
  const { rows } = await database.ownerPool.query('select case_id from ledger.desk where number = $1', [number])
  return rows[0].case_id
}

async function countCases(number: string): Promise<number> {
  const { rows } = await database.ownerPool.query('select count(*)::int as count from ledger.desk where number = $1', [
    number,
  ])
  return rows[0].count
}
