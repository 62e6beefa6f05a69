// The wire as a browser or a program of the bank meets it: problems, cross-site requests, health, the description.

import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { invalid, missing, refuse } from '../src/kernel/refusal.ts'
import type { Department } from '../src/platform/department.ts'
import { DatabaseAway } from '../src/platform/pool.ts'
import { useDatabase } from './database.ts'
import { foundBank, openWire, type Wire } from './wire.ts'

const database = useDatabase()
let wire: Wire
let clerk: string

const order = z.strictObject({
  name: z.string().min(2),
  amount: z.int().positive().optional(),
  parts: z.array(z.strictObject({ phone: z.string().regex(/^\d+$/) })).max(1),
  when: z.iso.datetime({ offset: true }).optional(),
  kind: z.enum(['complaint', 'inquiry']).optional(),
})

// A department that only refuses, to see how refusals are said.
const trial: Department = {
  name: 'trial',
  rules: null,
  words: {
    'no-more': { zh: '不能再延期（已延 {count} 次）。', en: 'No more extensions after {count}.' },
    'bad-phone': { zh: '电话号码不完整', en: 'is not a whole number' },
  },
  routes(plain) {
    const server = plain.withTypeProvider<ZodTypeProvider>()
    const config = { public: true }
    server.post('/api/trial', { config, schema: { body: order } }, async request => request.body)
    server.post('/api/trial/upload', { config: { ...config, upload: true } }, async () => ({}))
    server.get('/api/trial/conflict', { config }, async (_request, reply) =>
      reply.refuse(refuse('no-more', { count: 2 }, 'No.3 Art. 18')),
    )
    server.get('/api/trial/invalid', { config }, async (_request, reply) =>
      reply.refuse(invalid('parts[0].phone', 'bad-phone')),
    )
    server.get('/api/trial/missing', { config }, async (_request, reply) => reply.refuse(missing()))
    server.get('/api/trial/away', { config }, async () => {
      throw new DatabaseAway('connection to 10.1.2.3 refused')
    })
    server.get('/api/trial/fault', { config }, async () => {
      throw new Error('the password of the database is hunter2')
    })
    server.get('/api/trial/inspectors', { config: { roles: ['inspector'] } }, async () => ({}))
  },
}

beforeAll(async () => {
  wire = await openWire(database, { departments: [trial] })
  await foundBank(wire)
  await wire.employ('clerk', { role: 'clerk', unit: 'HO.SH' })
  clerk = await wire.signIn('clerk')
})
afterAll(() => wire.http.stop())

const english = { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' }
const post = (payload: unknown, headers: Record<string, string> = {}) =>
  wire.ask({ method: 'POST', url: '/api/trial', payload: payload as object, headers })

describe('a "no" is a problem with a code and a sentence', () => {
  test('a refusal of the rules is 409, in Chinese unless the browser asks for English, and names the article', async () => {
    const chinese = await wire.ask({ url: '/api/trial/conflict' })
    expect(chinese.statusCode).toBe(409)
    expect(chinese.headers['content-type']).toContain('application/problem+json')
    expect(chinese.json()).toMatchObject({
      type: 'urn:xiaobao:problem:no-more',
      title: '不能这样办理',
      status: 409,
      code: 'no-more',
      detail: '不能再延期（已延 2 次）。',
      source: 'No.3 Art. 18',
    })
    expect(chinese.json().instance).toBe(chinese.headers['x-request-id'])
    const other = await wire.ask({ url: '/api/trial/conflict', headers: english })
    expect(other.json().detail).toBe('No more extensions after 2.')
  })

  test('an input that the rules do not take names its field', async () => {
    const reply = await wire.ask({ url: '/api/trial/invalid' })
    expect(reply.statusCode).toBe(400)
    expect(reply.json().fields).toEqual([{ field: 'parts.0.phone', code: 'bad-phone', reason: '电话号码不完整' }])
  })

  test('what is not there and what is not for this person are the same 404', async () => {
    const refused = await wire.ask({ url: '/api/trial/missing' })
    const unknown = await wire.ask({ url: '/api/nowhere' })
    expect([refused.statusCode, unknown.statusCode]).toEqual([404, 404])
    expect(refused.json().detail).toBe(unknown.json().detail)
  })

  test('a database that is away is 503 with a time to come back', async () => {
    const reply = await wire.ask({ url: '/api/trial/away' })
    expect([reply.statusCode, reply.headers['retry-after'], reply.json().code]).toEqual([503, '2', 'database-away'])
  })

  test('a fault tells nothing of itself but the number under which it is logged', async () => {
    const reply = await wire.ask({ url: '/api/trial/fault' })
    expect([reply.statusCode, reply.json().code]).toEqual([500, 'fault'])
    expect(reply.body).not.toContain('hunter2')
  })
})

describe('a body is read exactly', () => {
  test('every wrong field is named with its path and its reason', async () => {
    const wrong = { amount: 1.5, parts: [{ phone: 'x' }], when: '2026-03-01', kind: 'rant' }
    const reply = await post(wrong)
    expect(reply.statusCode).toBe(400)
    const reasons = Object.fromEntries(
      reply.json().fields.map((each: { field: string; reason: string }) => [each.field, each.reason]),
    )
    expect(reasons).toEqual({
      name: '必填',
      amount: '应为整数',
      'parts.0.phone': '格式不对',
      when: '应为带时区的时刻，例如 2026-03-01T10:00:00+08:00',
      kind: '应为以下之一：complaint, inquiry',
    })
    const many = await post({ name: 'ab', parts: [{ phone: '1' }, { phone: '2' }] })
    expect(many.json().fields).toEqual([{ field: 'parts', code: 'items-most', reason: '至多 1 项' }])
    const said = await post({ name: 7, parts: [] }, english)
    expect(said.json().fields).toEqual([{ field: 'name', code: 'type', reason: 'must be a text' }])
  })

  test('a field that nobody knows is refused by its name', async () => {
    const reply = await post({ name: 'ab', parts: [{ phone: '1', fax: '2' }], urgent: true })
    expect(reply.json().fields).toEqual([
      { field: 'parts.0.fax', code: 'unknown', reason: '没有这个字段' },
      { field: 'urgent', code: 'unknown', reason: '没有这个字段' },
    ])
  })

  test('a body that is not whole JSON is 400', async () => {
    const reply = await wire.ask({
      method: 'POST',
      url: '/api/trial',
      payload: '{"name": "ab", ',
      headers: { 'content-type': 'application/json' },
    })
    expect([reply.statusCode, reply.json().code]).toEqual([400, 'malformed-json'])
  })

  test('a body that plants a prototype is 400', async () => {
    const payload = '{"name": "ab", "parts": [], "__proto__": {"admin": true}}'
    const reply = await wire.ask({
      method: 'POST',
      url: '/api/trial',
      payload,
      headers: { 'content-type': 'application/json' },
    })
    expect([reply.statusCode, reply.json().code]).toEqual([400, 'malformed-json'])
  })

  test('an empty body names what is missing', async () => {
    const reply = await wire.ask({ method: 'POST', url: '/api/trial' })
    expect(reply.json().fields.map((each: { field: string }) => each.field)).toEqual(['name', 'parts'])
  })

  test('a body of three megabytes is too large', async () => {
    const reply = await post({ name: 'a'.repeat(3 * 1024 * 1024), parts: [] })
    expect([reply.statusCode, reply.json().code]).toEqual([413, 'body-too-large'])
  })
})

describe('another site cannot act in a name of ours', () => {
  const good = { name: 'ab', parts: [] }

  test('the origin of a change must be this address', async () => {
    const own = await post(good, { origin: 'https://bank.test' })
    const foreign = await post(good, { origin: 'https://evil.test' })
    const framed = await post(good, { origin: 'null' })
    const port = await post(good, { origin: 'http://bank.test:8080' })
    expect([own, foreign, framed, port].map(each => each.statusCode)).toEqual([200, 403, 403, 403])
    expect(foreign.json().code).toBe('cross-site')
  })

  test('what a form of another site can send is no body for a command', async () => {
    const types = ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']
    for (const type of types) {
      const reply = await wire.ask({
        method: 'POST',
        url: '/api/trial',
        payload: 'name=ab',
        headers: { 'content-type': type },
      })
      expect([type, reply.statusCode, reply.json().code]).toEqual([type, 403, 'content-type'])
    }
  })

  test('files may be sent only where files are taken', async () => {
    const payload = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n'
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const taken = await wire.ask({ method: 'POST', url: '/api/trial/upload', payload, headers })
    const foreign = await wire.ask({
      method: 'POST',
      url: '/api/trial/upload',
      payload,
      headers: { ...headers, origin: 'https://evil.test' },
    })
    expect([taken.statusCode, foreign.statusCode]).toEqual([200, 403])
  })

  test('reading is not stopped by an origin', async () => {
    const reply = await wire.ask({ url: '/api/session', as: clerk, headers: { origin: 'https://evil.test' } })
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('who may ask', () => {
  test('a route is closed to nobody in particular unless it says that it is public', async () => {
    const reply = await wire.ask({ url: '/api/trial/inspectors' })
    expect([reply.statusCode, reply.json().code, reply.json().detail]).toEqual([401, 'sign-in-needed', '请先登录。'])
  })

  test('a route for inspectors is closed to a clerk', async () => {
    const reply = await wire.ask({ url: '/api/trial/inspectors', as: clerk })
    expect([reply.statusCode, reply.json().code]).toEqual([403, 'role-needed'])
  })
})

describe('the machine', () => {
  test('health is 503 until the house is ready', async () => {
    const before = await wire.ask({ url: '/api/health' })
    wire.http.setReady()
    const after = await wire.ask({ url: '/api/health' })
    expect([before.statusCode, before.json().status]).toEqual([503, 'starting'])
    expect([after.statusCode, after.json().status]).toEqual([200, 'ready'])
  })

  test('the figures count what the door decided and refused, by route and not by address', async () => {
    await wire.ask({ url: '/api/people/p-clerk', as: clerk })
    const { body } = await wire.ask({ url: '/metrics' })
    expect(body).toContain('xiaobao_door_decisions_total{module="identity",command="hire"}')
    expect(body).toContain('route="/api/people/:id"')
    expect(body).not.toContain('p-clerk')
  })

  test('scripts come from this address alone, and no page may frame ours', async () => {
    const { headers } = await wire.ask({ url: '/api/docs' })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    const answer = await wire.ask({ url: '/api/health' })
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['x-xiaobao-now']).toBe(database.clock.now())
  })

  test('the description for programs is OpenAPI 3.1 with every route of the interface', async () => {
    const description = (await wire.ask({ url: '/api/openapi.json' })).json()
    expect(description.openapi).toBe('3.1.0')
    expect(description.paths['/api/session'].post.requestBody.content['application/json'].schema.required).toEqual([
      'account',
      'password',
    ])
    expect(description.paths['/api/people/{id}/stand-in'].post).toMatchObject({
      tags: ['people'],
      summary: 'Appoint a stand-in',
      'x-roles': ['admin'],
    })
  })

  test('the page about the interface speaks both languages and needs no script', async () => {
    const chinese = await wire.ask({ url: '/api/docs' })
    const other = await wire.ask({ url: '/api/docs?language=en' })
    expect(chinese.body).toContain('指定代理人')
    expect(other.body).toContain('Appoint a stand-in')
    expect(chinese.body).not.toContain('<script')
    expect(chinese.headers['content-type']).toContain('text/html')
  })
})
