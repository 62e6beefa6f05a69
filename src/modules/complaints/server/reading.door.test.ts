// Reading is on the record: opening, revealing, searching, exporting, downloading; evidence comes in once and whole.

import { createHash } from 'node:crypto'
import { readXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { type FileSent, useBank } from '../../../../tests/bank.ts'

const bank = useBank()
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const picture: FileSent = { name: 'slip.png', type: 'image/png', content: PNG }

async function lastReading(): Promise<Record<string, unknown>> {
  const { rows } = await bank.ownerPool.query('select * from ledger.reading order by id desc limit 1')
  return rows[0]
}

describe('reading a case', () => {
  it('opening one is on the record within a second', async () => {
    const [lijing, xuhui] = [await bank.colleague('lijing'), await bank.colleague('xuhui')]
    const id = await lijing.register()
    await xuhui.sees(id)
    const recorded = () =>
      bank.ownerPool.query(`select at from ledger.reading where case_id = $1 and act = 'opened'`, [id])
    // Nobody asks for it to be written: the house does so by itself.
    await expect.poll(async () => (await recorded()).rows.length, { timeout: 1000, interval: 50 }).toBe(1)
    expect(await bank.readings(id)).toEqual(['p-xuhui opened'])
  })

  it('a masked field opens for a purpose, and the record stands before the value is shown', async () => {
    const lijing = await bank.colleague('lijing')
    const id = await lijing.register()
    const reveal = async (field: string, more: object = { purpose: 'contact' }) =>
      (await lijing.post(`/api/complaints/${id}/revealing`, { field, ...more })).json()
    expect(await reveal('party.0.name')).toEqual({ value: '陈桂芳' })
    expect(await reveal('party.0.phone')).toEqual({ value: '13800138000' })
    expect(await reveal('text')).toEqual({ value: expect.stringContaining('我叫陈桂芳，电话 13800138000') })
    expect(await reveal('request.1')).toEqual({ value: '退还理财亏损一万二' })
    await lijing.does(id, 'note', { text: '陈桂芳下午来' })
    expect(await reveal('fact.2.text', { purpose: 'other', words: '核对来访记录' })).toEqual({ value: '陈桂芳下午来' })
    expect(await lastReading()).toMatchObject({
      actor: 'person:p-lijing',
      act: 'revealed',
      module: 'complaints',
      case_id: id,
      subject: 'fact.2.text',
      purpose: 'other: 核对来访记录',
    })
    expect(await bank.readings(id)).toEqual(Array(5).fill('p-lijing revealed'))
  })

  it('no purpose, no such field, or no words for another purpose: nothing opens and nothing is recorded', async () => {
    const lijing = await bank.colleague('lijing')
    const id = await lijing.register()
    const bodies = [
      { field: 'text' },
      { field: 'text', purpose: 'curiosity' },
      { field: 'text', purpose: 'other' },
      { field: 'party.7.name', purpose: 'contact' },
      { field: 'party.0.__proto__', purpose: 'contact' },
      { field: 'fact.1.number', purpose: 'contact' },
    ]
    for (const body of bodies) {
      const reply = await lijing.post(`/api/complaints/${id}/revealing`, body)
      expect([JSON.stringify(body), reply.statusCode]).toEqual([JSON.stringify(body), 400])
    }
    expect(await bank.readings(id)).toEqual([])
  })

  it('who read a case is found in the ledger by the number that people know it by', async () => {
    const [lijing, xuhui] = [await bank.colleague('lijing'), await bank.colleague('xuhui')]
    const [id, other] = [await lijing.register(), await lijing.register()]
    const { number } = await lijing.sees(id)
    await lijing.sees(other)
    await bank.app.house.readings.flush()
    for (const list of ['readings', 'facts']) {
      const found = await xuhui.get(`/api/${list}?purpose=${encodeURIComponent('抽查')}&case=${number}`)
      const cases = found.json().items.map((each: { case: string; number: string }) => [each.case, each.number])
      expect([list, cases]).toEqual([list, [[id, number]]])
    }
  })

  it('a search for a customer is recorded by its kind, never by the number', async () => {
    const lijing = await bank.colleague('lijing')
    await lijing.post('/api/customer-search', { phone: '13800138000' })
    const reading = await lastReading()
    expect([reading.act, reading.subject]).toEqual(['searched', 'phone'])
    expect(JSON.stringify(reading)).not.toContain('13800138000')
  })
})

describe('a list that leaves the house', () => {
  it('opens in Excel, carries who and when above and below, and is recorded with its purpose', async () => {
    const liufang = await bank.colleague('liufang')
    const lijing = await bank.colleague('lijing')
    await lijing.register({ requests: [{ text: '=HYPERLINK("http://example.test")' }] })
    const reply = await liufang.post('/api/exports', { query: { sort: '-opened' }, purpose: 'inspect' })
    expect([reply.statusCode, reply.headers['content-disposition']]).toEqual([200, expect.stringContaining('.xlsx')])
    const book = await readXlsx(reply.rawPayload)
    const rows = book.sheets[0]?.rows ?? []
    const mark = String(rows[0]?.[0])
    expect(mark).toContain('liufang(p-liufang)')
    expect(mark).toContain('2026-03-02 09:00')
    expect(String(rows.at(-1)?.[0])).toBe(mark)
    expect(rows[1]).toEqual(expect.arrayContaining(['编号', '状态', '最近到期']))
    const claims = rows.slice(2, -1).map(row => String(row[1]))
    expect(claims.length).toBeGreaterThan(0)
    // What a consumer wrote never runs as a formula on an officer's machine.
    expect(claims.filter(claim => claim.startsWith('='))).toEqual([])
    expect(claims).toContain(`'=HYPERLINK("http://example.test")`)
    expect(await lastReading()).toMatchObject({ act: 'exported', actor: 'person:p-liufang', purpose: 'inspect' })
  })

  it('a clerk exports nothing, and nobody without a purpose', async () => {
    const [lijing, liufang] = [await bank.colleague('lijing'), await bank.colleague('liufang')]
    expect((await lijing.post('/api/exports', { query: {}, purpose: 'inspect' })).statusCode).toBe(403)
    const without = await liufang.post('/api/exports', { query: {} })
    expect([without.statusCode, without.json().fields[0].field]).toEqual([400, 'purpose'])
    expect((await liufang.post('/api/exports', { query: {}, purpose: 'other' })).statusCode).toBe(400)
  })
})

describe('evidence', () => {
  it('comes in by its digest, goes out as it came, and every download is recorded', async () => {
    const lijing = await bank.colleague('lijing')
    const id = await lijing.register()
    const sent = await lijing.upload(id, picture)
    const sha256 = createHash('sha256').update(PNG).digest('hex')
    expect([sent.statusCode, sent.json()]).toEqual([
      201,
      { sha256, name: 'slip.png', type: 'image/png', bytes: PNG.length },
    ])
    const taken = await lijing.get(`/api/complaints/${id}/files/${sha256}`)
    expect([taken.statusCode, taken.rawPayload.equals(PNG)]).toEqual([200, true])
    expect(taken.headers['x-content-type-options']).toBe('nosniff')
    expect(await bank.readings(id)).toEqual(['p-lijing downloaded'])
    expect((await lijing.sees(id)).files).toMatchObject([{ sha256, name: 'slip.png', kind: 'from-consumer' }])
  })

  it('the same file is not taken twice into one case, and is kept once for two cases', async () => {
    const lijing = await bank.colleague('lijing')
    const [one, other] = [await lijing.register(), await lijing.register()]
    await lijing.upload(one, picture)
    const again = await lijing.upload(one, { ...picture, name: 'copy.png' })
    expect([again.statusCode, again.json().code]).toEqual([409, 'file-known'])
    expect((await lijing.upload(other, picture)).statusCode).toBe(201)
    expect((await lijing.sees(one)).files).toHaveLength(1)
  })

  it.each([
    [
      'a program',
      { name: 'slip.png', type: 'image/png', content: Buffer.from('MZ\u0000\u0001program') },
      'file-type-unknown',
    ],
    [
      'a page',
      { name: 'a.html', type: 'text/html', content: Buffer.from('<!doctype html><script>1</script>') },
      'file-type-unknown',
    ],
    ['a picture that says it is a PDF', { ...picture, type: 'application/pdf' }, 'file-type-differs'],
    ['a picture named as a PDF', { ...picture, name: 'slip.pdf' }, 'file-name-differs'],
    ['nothing', { ...picture, content: Buffer.alloc(0) }, 'file-empty'],
  ])('%s is refused and leaves nothing behind', async (_name, file, code) => {
    const lijing = await bank.colleague('lijing')
    const id = await lijing.register()
    const reply = await lijing.upload(id, file)
    expect([reply.statusCode, reply.json().code, reply.json().fields?.[0].field]).toEqual([400, code, 'file'])
    expect((await lijing.sees(id)).version).toBe(1)
  })

  it('above a hundred megabytes is refused', async () => {
    const lijing = await bank.colleague('lijing')
    const id = await lijing.register()
    const content = Buffer.alloc(100 * 1024 * 1024 + 1, 0x20)
    PNG.copy(content)
    const reply = await lijing.upload(id, { ...picture, content })
    expect([reply.statusCode, reply.json().code]).toEqual([400, 'file-too-large'])
    expect((await lijing.sees(id)).version).toBe(1)
  })

  it('of another case, or that nobody brought, is not handed out', async () => {
    const lijing = await bank.colleague('lijing')
    const [one, other] = [await lijing.register(), await lijing.register()]
    const sha256 = (await lijing.upload(one, picture)).json().sha256
    for (const url of [`/api/complaints/${other}/files/${sha256}`, `/api/complaints/${one}/files/${'0'.repeat(64)}`])
      expect([url, (await lijing.get(url)).statusCode]).toEqual([url, 404])
  })
})
