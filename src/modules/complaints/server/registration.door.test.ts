// How a complaint comes in over the wire: once per key, with every wrong field named, and nothing said left in the clear.

import { describe, expect, it } from 'vitest'
import { COMPLAINT, useBank } from '../../../../tests/bank.ts'

const bank = useBank()
const key = (text: string) => ({ 'idempotency-key': text })
const english = { 'accept-language': 'en' }

interface Field {
  readonly field: string
  readonly code: string
  readonly reason: string
}

describe('the same request again', () => {
  it('meets its own case, with the same number, and writes nothing', async () => {
    const lijing = await bank.colleague('lijing')
    const first = await lijing.post('/api/complaints', COMPLAINT, key('counter-1'))
    const again = await lijing.post('/api/complaints', COMPLAINT, key('counter-1'))
    expect([first.statusCode, again.statusCode]).toEqual([201, 201])
    expect([again.json().id, again.json().number]).toEqual([first.json().id, first.json().number])
    expect((await lijing.sees(first.json().id)).version).toBe(1)
  })

  it('with another body is refused, and the case stays as it was', async () => {
    const lijing = await bank.colleague('lijing')
    await lijing.post('/api/complaints', COMPLAINT, key('counter-2'))
    const other = await lijing.post('/api/complaints', { ...COMPLAINT, text: '另一件事' }, key('counter-2'))
    expect([other.statusCode, other.json().code]).toEqual([409, 'request-reused'])
  })

  it('of another person is another case', async () => {
    const [lijing, chenlei] = [await bank.colleague('lijing'), await bank.colleague('chenlei')]
    const one = await lijing.post('/api/complaints', COMPLAINT, key('shared'))
    const other = await chenlei.post('/api/complaints', COMPLAINT, key('shared'))
    expect(other.json().id).not.toBe(one.json().id)
  })

  it('twenty times at once makes one case', async () => {
    const lijing = await bank.colleague('lijing')
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => lijing.post('/api/complaints', COMPLAINT, key('twenty'))),
    )
    expect(new Set(replies.map(reply => `${reply.statusCode} ${reply.json().id}`)).size).toBe(1)
    expect(replies[0]?.statusCode).toBe(201)
  })

  it('of a command tells where the case stands, and is done once', async () => {
    const lijing = await bank.colleague('lijing')
    const id = await lijing.register()
    const note = { text: '客户下午再来' }
    const first = await lijing.post(`/api/complaints/${id}/note`, note, key('note-1'))
    const again = await lijing.post(`/api/complaints/${id}/note`, note, key('note-1'))
    expect([again.statusCode, again.json().version, again.json().facts]).toEqual([200, first.json().version, []])
    const other = await lijing.post(`/api/complaints/${id}/note`, { text: '另一句' }, key('note-1'))
    expect([other.statusCode, other.json().code]).toEqual([409, 'request-reused'])
    expect((await lijing.sees(id)).timeline.map(fact => fact.type)).toEqual(['registered', 'noted'])
  })
})

describe('input that is wrong', () => {
  const wrong = { ...COMPLAINT, channel: 'pigeon', requests: [], nickname: '老陈' }

  it('names every field and its reason in Chinese', async () => {
    const lijing = await bank.colleague('lijing')
    const reply = await lijing.post('/api/complaints', wrong)
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([
      400,
      expect.stringContaining('application/problem+json'),
    ])
    const fields: Field[] = reply.json().fields
    expect(fields.map(each => `${each.field} ${each.code}`).toSorted()).toEqual([
      'channel choice',
      'nickname unknown',
      'requests items-least',
    ])
    for (const { reason } of fields) expect(reason).toMatch(/[\u4e00-\u9fff]/)
  })

  it('and the same in English', async () => {
    const lijing = await bank.colleague('lijing')
    const reply = await lijing.post('/api/complaints', wrong, english)
    const fields: Field[] = reply.json().fields
    expect(fields.map(each => each.field).toSorted()).toEqual(['channel', 'nickname', 'requests'])
    // The person's own language counts before that of the browser; without a choice the browser decides.
    for (const { reason } of fields) expect(reason).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it.each([
    ['a time without its zone', { receivedAt: '2026-03-02T08:00:00' }, 'receivedAt'],
    ['a time to come', { receivedAt: '2026-03-03T08:00:00+08:00' }, 'receivedAt'],
    ['an event after the receipt', { happenedAt: '2026-03-02T09:00:01+08:00' }, 'happenedAt'],
    ['a unit that does not exist', { unit: 'HO.XX' }, 'unit'],
    ['a rule pack that does not exist', { packs: ['CN-NONE'] }, 'packs'],
    ['six representatives', { parties: Array(6).fill({ role: 'representative', name: '代表' }) }, 'parties'],
    ['nobody who complains', { parties: [] }, 'parties'],
    ['an amount with a fraction', { requests: [{ text: '退款', amountMinor: 1.5 }] }, 'requests.0.amountMinor'],
  ])('%s is named by its field', async (_name, change, field) => {
    const lijing = await bank.colleague('lijing')
    bank.at('2026-03-02 09:00')
    const reply = await lijing.post('/api/complaints', { ...COMPLAINT, ...change })
    expect([reply.statusCode, reply.json().fields?.map((each: Field) => each.field)]).toEqual([400, [field]])
  })

  it.each([
    ['the character NUL', '合同\\u0000'],
    ['half a pair of surrogates', '合同\\ud83d'],
    ['the other half', '合同\\uDE00'],
  ])('%s is refused before anything is kept', async (_name, escaped) => {
    const lijing = await bank.colleague('lijing')
    const id = await lijing.register()
    const before = await lijing.sees(id)
    for (const url of ['/api/complaints', `/api/complaints/${id}/note`]) {
      const body = JSON.stringify(url.endsWith('note') ? { text: 'HERE' } : { ...COMPLAINT, text: 'HERE' })
      const payload = Buffer.from(body.replace('HERE', escaped))
      const reply = await lijing.send(url, payload, { 'content-type': 'application/json' })
      expect([url, reply.statusCode, reply.json().code]).toEqual([url, 400, 'malformed-json'])
    }
    expect((await lijing.sees(id)).version).toBe(before.version)
  })

  it('a whole pair of surrogates, as in 𠮷, is a character of a name like any other', async () => {
    const lijing = await bank.colleague('lijing')
    const id = await lijing.register({ text: '𠮷先生的存单，反斜杠 \\u0000 只是文字' })
    expect((await lijing.get(`/api/complaints/${id}`)).json().text).toContain('𠮷先生')
  })

  it('that is no JSON, or not sent as JSON, is refused', async () => {
    const lijing = await bank.colleague('lijing')
    const broken = await lijing.send('/api/complaints', Buffer.from('{"channel":'), {
      'content-type': 'application/json',
    })
    expect([broken.statusCode, broken.json().code]).toEqual([400, 'malformed-json'])
    const form = await lijing.send('/api/complaints', Buffer.from('channel=branch'), {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect([form.statusCode, form.json().code]).toEqual([403, 'content-type'])
  })
})

describe('what is kept of it', () => {
  it('holds no name, number or word that identifies, in any table', async () => {
    const lijing = await bank.colleague('lijing')
    const id = await lijing.register()
    const { rows } = await bank.ownerPool.query(
      `select (select string_agg(f::text, ' ') from ledger.fact f where case_id = $1)
           || (select string_agg(d::text, ' ') from ledger.desk d where case_id = $1)
           || (select string_agg(c::text, ' ') from complaints.complaint c where id = $1)
           || coalesce((select string_agg(m::text, ' ') from vault.mark m), '') as kept`,
      [id],
    )
    for (const secret of ['陈桂芳', '13800138000', '310115195503072924']) expect(rows[0].kept).not.toContain(secret)
    expect(rows[0].kept).toContain('v1.')
    const seen = await lijing.get(`/api/complaints/${id}`)
    for (const secret of ['陈桂芳', '13800138000', '310115195503072924']) expect(seen.body).not.toContain(secret)
  })

  it('finds the customer again by the exact number, and says how many cases are hidden', async () => {
    const [lijing, ningbo] = [await bank.colleague('lijing'), await bank.colleague('ningbo')]
    const parties = [{ role: 'complainant', name: '周立新', phone: '13912345678' }]
    const id = await lijing.register({ parties })
    const found = await lijing.post('/api/customer-search', { phone: '139-1234-5678' })
    expect(found.json().cases.map((each: { id: string }) => each.id)).toEqual([id])
    expect(found.json().hidden).toBe(0)
    const elsewhere = await ningbo.post('/api/customer-search', { phone: '13912345678' })
    expect(elsewhere.json()).toEqual({ cases: [], hidden: 1 })
    expect((await lijing.post('/api/customer-search', { phone: '13912345679' })).json()).toEqual({
      cases: [],
      hidden: 0,
    })
    expect((await lijing.post('/api/customer-search', {})).statusCode).toBe(400)
  })
})
