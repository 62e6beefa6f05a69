// A whole bank for door tests: the real house over a test database, a small staff, and requests without a network.

import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect } from 'vitest'
import { type App, openApp } from '../src/app.ts'
import type { Actor, Role } from '../src/kernel/actor.ts'
import type { Alarm } from '../src/kernel/module.ts'
import { getInstant, type Instant } from '../src/kernel/time.ts'
import { complaintRules } from '../src/modules/complaints/rules/rules.ts'
import { gatherAnswers } from '../src/modules/complaints/server/gather.ts'
import { FOUNDING } from '../src/modules/identity/rules/authority.ts'
import { departments } from '../src/modules.ts'
import { readConfig } from '../src/platform/config.ts'
import { makeRooms } from '../src/platform/data-folder.ts'
import { buildHttp, type Http } from '../src/platform/http.ts'
import { type TestDatabase, testFolder, useDatabase } from './database.ts'
import { cookieOf, PASSWORD } from './wire.ts'

export type Reply = LightMyRequestResponse
type Body = Readonly<Record<string, unknown>>

/** Somebody at a screen of the bank. */
export interface Colleague {
  readonly id: string
  get(url: string, headers?: Record<string, string>): Promise<Reply>
  post(url: string, body?: Body, headers?: Record<string, string>): Promise<Reply>
  /** Bytes as they are, for input that no program would write. */
  send(url: string, payload: Buffer, headers: Record<string, string>): Promise<Reply>
  /** A new complaint of this person's own desk; fails the test when it is refused. Gives its id. */
  register(changes?: Body, headers?: Record<string, string>): Promise<string>
  /** `POST /api/complaints/:id/<noun>`, which must succeed: the types of its facts. */
  does(id: string, noun: string, body?: Body): Promise<string[]>
  /** The same, which must not: `409 claimed-already`. */
  refused(id: string, noun: string, body?: Body): Promise<string>
  /** The whole case as this person sees it. */
  sees(id: string): Promise<CaseSeen>
  /** Sends one file as evidence. */
  upload(id: string, file: FileSent): Promise<Reply>
}

export interface FileSent {
  readonly name: string
  readonly type: string
  readonly content: Buffer
  readonly kind?: string
}

// What the tests look at; the wire gives more.
export interface CaseSeen {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly state: string
  readonly owner: { readonly unit: { readonly path: string }; readonly person: { readonly id: string } | null }
  readonly clocks: readonly { duty: string; pack: string; state: string; dueOn: string; limit: number }[]
  readonly timeline: readonly { version: number; type: string; at: string; body: Record<string, unknown> }[]
  readonly allowed: readonly { noun: string; ok: boolean }[]
  readonly files: readonly { sha256: string; name: string; kind: string }[]
}

export interface Bank extends TestDatabase {
  readonly app: App
  readonly http: Http
  /** A person of the staff, signed in; one session for the whole file. */
  colleague(account: string): Promise<Colleague>
  /** A command of the identity department by the house itself. */
  orders(caseId: string, command: Body): Promise<void>
  /** Moves the clock of the bank: `2026-03-05 10:00` in Shanghai. */
  at(text: string): Instant
  /** The alarms that stand in the ledger for a case. */
  alarms(id: string): Promise<Alarm[]>
  /** The alarms that the rules give the case as it stands. */
  alarmsByRules(id: string): Promise<Alarm[]>
  /** Readings of a case, newest last: `p-lijing opened`. */
  readings(id: string): Promise<string[]>
}

const UNITS = [
  ['HO', 'head-office', '总行', 'Head Office'],
  ['HO.XB', 'department', '消费者权益保护部', 'Consumer Protection'],
  ['HO.SH', 'branch', '上海分行', 'Shanghai Branch'],
  ['HO.SH.XB', 'department', '分行消保部', 'Branch Consumer Protection'],
  ['HO.SH.PD', 'sub-branch', '浦东支行', 'Pudong Sub-branch'],
  ['HO.NB', 'branch', '宁波分行', 'Ningbo Branch'],
] as const

interface Employed {
  readonly role: Role
  readonly unit: string
  readonly level?: number
  readonly manager?: string
  readonly relatives?: readonly string[]
}

/** Everyone by account: what they are and where. */
const STAFF: Readonly<Record<string, Employed>> = {
  lijing: { role: 'clerk', unit: 'HO.SH.PD', manager: 'p-zhoumin' },
  zhoumin: { role: 'supervisor', unit: 'HO.SH.PD' },
  chenlei: { role: 'clerk', unit: 'HO.SH.PD', manager: 'p-zhoumin', relatives: ['p-zhaojun'] },
  wangmin: { role: 'handler', unit: 'HO.SH.XB' },
  zhaojun: { role: 'handler', unit: 'HO.SH.XB', relatives: ['p-chenlei'] },
  liufang: { role: 'supervisor', unit: 'HO.SH' },
  sunwei: { role: 'approver', unit: 'HO.SH', level: 2 },
  qianli: { role: 'approver', unit: 'HO.SH', level: 1 },
  heping: { role: 'executive', unit: 'HO', level: 4 },
  gaoyuan: { role: 'supervisor', unit: 'HO', level: 3 },
  xuhui: { role: 'inspector', unit: 'HO' },
  dangan: { role: 'archivist', unit: 'HO.SH' },
  ningbo: { role: 'handler', unit: 'HO.NB' },
  yaohong: { role: 'supervisor', unit: 'HO.NB' },
  benxi: { role: 'approver', unit: 'HO.NB', level: 2 },
  admin: { role: 'admin', unit: 'HO' },
}

/** To be called at the top of a test file. The bank is open from `beforeAll` on. */
export function useBank(options: { start?: string } = {}): Bank {
  const database = useDatabase({ start: instantAt(options.start ?? '2026-03-02 09:00') })
  const { clock, log, appPool, ownerPool, appUrl, ownerUrl } = database
  let app: App
  let http: Http
  const sessions = new Map<string, Promise<Colleague>>()

  beforeAll(async () => {
    const rooms = makeRooms(testFolder())
    // The pool of the test stands for the product's: it signs in as the same role.
    const opened = { pool: appPool, appUrl, ownerUrl } as Parameters<typeof openApp>[0]['installation']['database']
    const installation = { rooms, database: opened, tellAddress: () => undefined, close: async () => undefined }
    app = await openApp({ config: readConfig({}), installation, clock, log })
    http = await buildHttp({ house: app.house, departments, metrics: app.metrics, pages: null })
    for (const [path, kind, zh, en] of UNITS)
      await bank.orders(`unit:${path}`, { type: 'open-unit', path, kind, name: { zh, en }, from: '2020-01-01' })
    for (const [account, employed] of Object.entries(STAFF)) await employ(account, employed)
    for (const [account, { manager = null, relatives = [] }] of Object.entries(STAFF))
      if (manager || relatives.length > 0)
        await bank.orders(`person:p-${account}`, { type: 'declare-relations', manager, relatives })
  })
  afterAll(async () => {
    await http.stop()
    await app.house.readings.stop()
  })

  const employ = async (account: string, { role, unit, level = 0 }: Employed) => {
    const from = '2020-01-01'
    const posts = [{ role, unit, main: true, from, to: null }]
    const hire = { type: 'hire', account, name: account, isProgram: false, language: 'zh-CN', from, posts }
    await bank.orders(`person:p-${account}`, hire)
    if (level > 0) await bank.orders(`person:p-${account}`, { type: 'set-approval-level', level })
  }

  const bank: Bank = {
    ...database,
    get app() {
      return app
    },
    get http() {
      return http
    },
    colleague(account) {
      const known = sessions.get(account) ?? signIn(http, account)
      sessions.set(account, known)
      return known
    },
    async orders(caseId, command) {
      const given = { module: 'identity', caseId, command: command as Body & { type: string } }
      const outcome = await app.house.door.handle({ ...given, actor: FOUNDING as Actor })
      app.house.answers.organisationChanged()
      if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
    },
    at(text) {
      clock.set(instantAt(text))
      return clock.now()
    },
    async alarms(id) {
      const { rows } = await ownerPool.query<Alarm>(
        `select key, at from ledger.alarm where module = 'complaints' and case_id = $1`,
        [id],
      )
      return inOrder(rows)
    },
    async alarmsByRules(id) {
      const { rows } = await ownerPool.query('select state from complaints.complaint where id = $1', [id])
      const answers = await gatherAnswers({ pool: appPool, answers: app.house.answers }, null)
      return inOrder(complaintRules.alarms(rows[0].state, { now: clock.now(), answers }))
    },
    async readings(id) {
      await app.house.readings.flush()
      const { rows } = await ownerPool.query('select actor, act from ledger.reading where case_id = $1 order by id', [
        id,
      ])
      return rows.map(row => `${String(row.actor).replace('person:', '')} ${row.act}`)
    },
  }
  return bank
}

async function signIn(http: Http, account: string): Promise<Colleague> {
  await http.signIn.setPassword(`p-${account}`, { account, password: PASSWORD, mustChange: false })
  const host = 'bank.test'
  const entered = await http.server.inject({
    method: 'POST',
    url: '/api/session',
    headers: { host },
    payload: { account, password: PASSWORD },
  })
  expect(entered.statusCode).toBe(201)
  const cookie = cookieOf(entered)
  const ask = async (method: 'GET' | 'POST', url: string, more: { payload?: Body | Buffer; headers?: object }) => {
    const reply = await http.server.inject({
      method,
      url,
      headers: { host, cookie, ...more.headers },
      ...(more.payload && { payload: more.payload }),
    })
    // Sealed text never leaves, whoever asks and whatever is answered.
    expect(reply.body).not.toMatch(SEALED)
    return reply
  }
  const post: Colleague['post'] = (url, payload = {}, headers = {}) => ask('POST', url, { payload, headers })
  const colleague: Colleague = {
    id: `p-${account}`,
    get: (url, headers = {}) => ask('GET', url, { headers }),
    post,
    send: (url, payload, headers) => ask('POST', url, { payload, headers }),
    async register(changes = {}, headers = {}) {
      const reply = await post('/api/complaints', { ...COMPLAINT, ...changes }, headers)
      expect([reply.statusCode, reply.json().code]).toEqual([201, undefined])
      return reply.json().id
    },
    async does(id, noun, body = {}) {
      const reply = await post(`/api/complaints/${id}/${noun}`, body)
      expect([noun, reply.statusCode, reply.json().code]).toEqual([noun, 200, undefined])
      return reply.json().facts.map((fact: { type: string }) => fact.type)
    },
    async refused(id, noun, body = {}) {
      const reply = await post(`/api/complaints/${id}/${noun}`, body)
      expect([noun, reply.statusCode >= 400]).toEqual([noun, true])
      return `${reply.statusCode} ${reply.json().code}`
    },
    async sees(id) {
      const reply = await ask('GET', `/api/complaints/${id}`, {})
      expect(reply.statusCode).toBe(200)
      return reply.json()
    },
    upload(id, file) {
      const { headers, payload } = multipart(file)
      return ask('POST', `/api/complaints/${id}/files`, { headers, payload })
    },
  }
  return colleague
}

// `v1.` and base64url, as the vault writes it: no word of a reader's looks so.
const SEALED = /v1\.[A-Za-z0-9_-]{20}/

/** A complaint as a counter enters it. */
export const COMPLAINT = {
  channel: 'branch',
  parties: [{ role: 'complainant', name: '陈桂芳', phone: '13800138000', identityNumber: '310115195503072924' }],
  requests: [{ text: '退还理财亏损一万二', amountMinor: 1_200_000 }],
  text: '客户经理说这款理财保本，到期亏了一万二。我叫陈桂芳，电话 13800138000。',
  product: '稳利一年',
} as const

export const CODES = { a: '01', b: '0301', c: '05' } as const

/** A decision on the first claim, as the law wants it written (No.3 Art. 18, 19). */
export const DECISION = {
  answers: [{ request: 1, finding: 'partly-upheld', answer: '退还手续费并补偿部分损失。' }],
  verification: '调取双录与合同，核对风险揭示。',
  basis: '理财产品销售管理办法与合同第六条。',
  remedies: ['recheck', 'mediation', 'arbitration', 'litigation'],
  finding: 'partly-upheld',
  relief: 'money',
  reliefMinor: 300_000,
  responsibility: { ours: true, cause: '风险揭示没有读完。' },
} as const

export function multipart({ name, type, content, kind = 'from-consumer' }: FileSent) {
  const boundary = '----------------a-boundary-of-the-tests'
  const head = [
    `--${boundary}\r\ncontent-disposition: form-data; name="kind"\r\n\r\n${kind}\r\n`,
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
  ]
  const payload = Buffer.concat([Buffer.from(head.join('')), content, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload }
}

/** `2026-03-05 10:00` in Shanghai. */
function instantAt(text: string): Instant {
  return getInstant(`${text.replace(' ', 'T')}:00+08:00`)
}

function inOrder(alarms: readonly Alarm[]): Alarm[] {
  const plain = alarms.map(({ key, at }) => ({ key, at: getInstant(String(at)) }))
  return plain.toSorted((one, other) => (one.key < other.key ? -1 : 1))
}
