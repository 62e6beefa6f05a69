// Rule packs and calendars on a real database: drafted, published by a second person, previewed, applied once.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CN_2026_1 } from '../src/kernel/calendar-editions.ts'
import { RULE_PACKS } from '../src/modules/complaints/rules/policy.ts'
import { findRecomputation } from '../src/modules/rulebook/server/recomputations.ts'
import { carryOn, type Works } from '../src/modules/rulebook/server/recompute.ts'
import { type Colleague, useBank } from './bank.ts'

const bank = useBank({ start: '2026-03-02 09:00' })
let admin: Colleague
let gaoyuan: Colleague
let heping: Colleague

beforeAll(async () => {
  ;[admin, gaoyuan, heping] = await Promise.all([
    bank.colleague('admin'),
    bank.colleague('gaoyuan'),
    bank.colleague('heping'),
  ])
  await bank.app.house.jobs.start()
})
afterAll(() => bank.app.house.jobs.stop())

const told = async (reply: Promise<{ statusCode: number; json(): { code?: string } }>) => {
  const { statusCode, json } = await reply
  return `${statusCode} ${json().code ?? ''}`.trim()
}

/** A pack as the wire shows it, changed by whoever writes the next version. */
type PackText = Record<string, unknown> & { duties: (Record<string, unknown> & { name: string })[] }

async function packOf(id: string, version: string): Promise<PackText> {
  return (await admin.get(`/api/rule-packs/${id}/${version}`)).json()
}

async function draftHouse(version: string, effectiveFrom: string, limit: number): Promise<void> {
  const all: PackText[] = (await admin.get('/api/rule-packs')).json()
  const before = all.findLast(each => each.id === 'HOUSE' && (each.standing as { state: string }).state !== 'draft')
  if (!before) throw new Error('no pack of the house')
  const duties = before.duties.map(duty => (duty.name === 'first-contact' ? { ...duty, limit } : duty))
  const reply = await admin.post('/api/rule-packs', { ...before, version, effectiveFrom, effectiveTo: null, duties })
  expect([reply.statusCode, reply.json().detail]).toEqual([201, undefined])
}

const YEAR_2027 = {
  holidays: [
    ['2027-01-01', '2027-01-03'],
    ['2027-02-05', '2027-02-11'],
    ['2027-05-01', '2027-05-05'],
    ['2027-10-01', '2027-10-07'],
  ],
  workdays: ['2027-01-30', '2027-02-14'],
}

async function calendarText(id: string): Promise<{ years: Record<string, object> } & Record<string, unknown>> {
  const all: { id: string }[] = (await admin.get('/api/calendars')).json()
  return all.find(each => each.id === id) as never
}

async function rung(): Promise<number> {
  const { rows } = await bank.ownerPool.query(
    `select count(*)::int as count from ledger.fact
     where type in ('came-near', 'fell-due', 'fell-overdue', 'came-to-end') and body->>'duty' = 'first-contact'`,
  )
  return rows[0].count
}

async function ringAll(): Promise<void> {
  while ((await bank.app.ticker.tick()) > 0);
}

async function facts(): Promise<number> {
  return (await bank.ownerPool.query('select count(*)::int as count from ledger.fact')).rows[0].count
}

describe('a version of a rule pack', () => {
  it('is shown to everyone who is signed in, with the articles, and the product’s own come first', async () => {
    const inspector = await bank.colleague('xuhui')
    const packs: { id: string; standing: { state: string } }[] = (await inspector.get('/api/rule-packs')).json()
    expect(packs.map(each => each.id)).toEqual(RULE_PACKS.map(each => each.id))
    expect(new Set(packs.map(each => each.standing.state))).toEqual(new Set(['built-in']))
    const [calendar] = (await inspector.get('/api/calendars')).json()
    expect(calendar).toMatchObject({ id: 'CN-2026.1', source: CN_2026_1.source })
    const year = (await inspector.get('/api/calendars/CN-2026.1?year=2026')).json()
    expect(year.days).toHaveLength(365)
    expect(year.days.find((each: { day: string }) => each.day === '2026-02-14').kind).toBe('make-up')
    expect(await told(inspector.get('/api/rule-packs/HOUSE/99'))).toBe('404 text-unknown')
  })

  it('can be written from every version the product came with, and withdrawn', async () => {
    for (const { id, version } of RULE_PACKS) {
      const text = { ...(await packOf(id, version)), version: 'next', effectiveFrom: '2030-01-01' }
      expect([id, await told(admin.post('/api/rule-packs', text))]).toEqual([id, '201'])
      const path = `/api/rule-packs/${id}/next/withdrawal`
      expect([id, await told(admin.post(path, { reason: '试拟' }))]).toEqual([id, '200'])
    }
    expect((await admin.get('/api/rule-packs')).json()).toHaveLength(RULE_PACKS.length)
  })

  it('is drafted by an administrator of the head office, published by a second person of it, and never changes after', async () => {
    const text = { ...(await packOf('US-CFPB', '1')), version: '2', effectiveFrom: '2026-04-01' }
    for (const other of ['liufang', 'xuhui', 'lijing'])
      expect([other, await told((await bank.colleague(other)).post('/api/rule-packs', text))]).toEqual([
        other,
        '403 not-an-author',
      ])
    expect(await told(admin.post('/api/rule-packs', text))).toBe('201')
    const publication = '/api/rule-packs/US-CFPB/2/publication'
    for (const other of ['admin', 'liufang', 'xuhui'])
      expect([other, await told((await bank.colleague(other)).post(publication))]).toEqual([
        other,
        '403 not-a-publisher',
      ])
    expect(await told(gaoyuan.post(publication, { scope: 'open-cases' }))).toBe('400 reason-needed')
    expect(await told(gaoyuan.post(publication))).toBe('200')
    expect(await told(gaoyuan.post(publication))).toBe('409 published-already')
    expect(await told(admin.post('/api/rule-packs', text))).toBe('400 not-later')
    expect(await told(admin.post('/api/rule-packs/US-CFPB/2/withdrawal', { reason: '撤' }))).toBe(
      '409 published-already',
    )
    const versions = (await bank.app.house.answers.rulebook()).packs.filter(each => each.id === 'US-CFPB')
    expect(versions.map(each => [each.version, each.effectiveTo])).toEqual([
      ['1', '2026-03-31'],
      ['2', null],
    ])
  })

  it('is never published by its own author, whatever posts the author holds', async () => {
    expect(await told(admin.post('/api/people/p-gaoyuan/posts', { role: 'admin', unit: 'HO' }))).toBe('200')
    const text = { ...(await packOf('ISO-10002', '1')), version: '2', effectiveFrom: '2026-04-01' }
    expect(await told(gaoyuan.post('/api/rule-packs', text))).toBe('201')
    expect(await told(gaoyuan.post('/api/rule-packs/ISO-10002/2/publication'))).toBe('409 second-person')
    expect(await told(heping.post('/api/rule-packs/ISO-10002/2/publication'))).toBe('200')
  })

  it('names the place of what is wrong in it', async () => {
    const text = { ...(await packOf('HOUSE', '1')), version: '9', effectiveFrom: '2030-01-01' }
    const first = text.duties[0]
    const wrong = { ...text, duties: [{ ...first, startOn: [] }, ...text.duties.slice(1)] }
    const reply = await admin.post('/api/rule-packs', wrong)
    expect([reply.statusCode, reply.json().fields[0].field]).toEqual([400, 'duties.0.startOn'])
    const dead = { ...text, duties: [{ ...first, endedBy: ['paused'] }] }
    expect((await admin.post('/api/rule-packs', dead)).json().fields[0]).toMatchObject({
      field: 'duties.0.endedBy.0',
      code: 'pause-finishes',
    })
  })

  it('explains its own dates once it is published', async () => {
    const question = {
      pack: 'HOUSE',
      facts: [{ type: 'received', at: '2026-03-03T08:00:00+08:00' }],
      now: '2026-03-03T09:00:00+08:00',
    }
    const limit = async () => {
      const { clocks } = (await admin.post('/api/clock-explanations', question)).json()
      const clock = clocks.find((each: { duty: string }) => each.duty === 'first-contact')
      return [clock.version, clock.limit]
    }
    expect(await limit()).toEqual(['1', 1440])
    await draftHouse('2', '2026-03-03', 720)
    expect(await limit()).toEqual(['1', 1440])
    expect(await told(gaoyuan.post('/api/rule-packs/HOUSE/2/publication'))).toBe('200')
    expect(await limit()).toEqual(['2', 720])
  })
})

describe('a retroactive version on two hundred open cases', () => {
  let recomputation = ''
  const ids: string[] = []

  it('moves nothing by being published, and its preview writes to no case', async () => {
    const lijing = await bank.colleague('lijing')
    bank.at('2026-03-04 09:00')
    for (let count = 0; count < 200; count += 1) ids.push(await lijing.register())
    const contacted = ids[0] ?? ''
    await lijing.does(contacted, 'contact', { direction: 'out', medium: 'phone', outcome: 'connected' })
    bank.at('2026-03-04 11:00')
    await draftHouse('3', '2026-03-04', 60)
    // By law a case keeps the version it began with: unless somebody says why, none is reached.
    const none = await gaoyuan.post('/api/recomputations', { pack: 'HOUSE', version: '3' })
    expect(none.json()).toMatchObject({ state: 'previewed', scope: 'new-cases', cases: 0, moved: 0 })
    const before = await facts()
    const wish = { pack: 'HOUSE', version: '3', scope: 'open-cases', reason: '监管要求即时适用' }
    const preview = (await gaoyuan.post('/api/recomputations', wish)).json()
    expect(preview).toMatchObject({ state: 'previewed', cases: 200, moved: 199, newlyOverdue: 199, newlySaved: 0 })
    expect(preview.samples).toHaveLength(199)
    expect(preview.samples[0]).toMatchObject({
      duty: 'first-contact',
      beforeAt: '2026-03-04T13:00:00.000Z',
      afterAt: '2026-03-04T02:00:00.000Z',
    })
    // Two facts of the re-computation itself: asked and previewed.
    expect(await facts()).toBe(before + 2)
    recomputation = preview.id
  }, 60_000)

  it('is applied by a second person, after publication', async () => {
    const application = `/api/recomputations/${recomputation}/application`
    expect(await told(admin.post(application))).toBe('403 not-a-publisher')
    expect(await told(gaoyuan.post(application))).toBe('409 second-person')
    expect(await told(heping.post(application))).toBe('409 not-published')
    expect(await told(gaoyuan.post('/api/rule-packs/HOUSE/3/publication'))).toBe('200')
  })

  it('goes on where it was killed, reaches every case once, and sends nothing', async () => {
    const rungBefore = await rung()
    const { door, ...house } = bank.app.house
    // Ordered without its job: the application is carried out here, and dies in the middle.
    const { handle } = door
    const order = await handle({
      module: 'rulebook',
      caseId: `recomputation:${recomputation}`,
      command: { type: 'order' },
      actor: (await bank.app.house.answers.actorOf('p-heping')) ?? expect.fail('nobody'),
    })
    expect(order.ok).toBe(true)
    let left = 70
    const dying: Works = {
      ...house,
      door: {
        ...door,
        handle: ring => {
          left -= 1
          return left < 0 ? Promise.reject(new Error('killed')) : handle(ring)
        },
      },
    }
    const work = { saved: null, signal: AbortSignal.any([]), report: async () => undefined }
    await expect(carryOn(dying, recomputation, work)).rejects.toThrow('killed')
    await expect.poll(adopted).toBe(70)
    await carryOn(bank.app.house, recomputation, work)
    expect(await adopted()).toBe(200)
    expect((await findRecomputation(bank.appPool, recomputation))?.result).toEqual({
      applied: 200,
      unlawful: 0,
      // Overdue since the change, every one of them, and nobody is told so by an alarm.
      notSent: 199,
    })
    await ringAll()
    expect(await rung()).toBe(rungBefore)
    const lijing = await bank.colleague('lijing')
    const first = (await lijing.sees(ids[0] ?? '')).clocks.find(each => each.duty === 'first-contact')
    expect(first).toMatchObject({ state: 'met', limit: 720 })
    const second = (await lijing.sees(ids[1] ?? '')).clocks.find(each => each.duty === 'first-contact')
    expect(second).toMatchObject({ state: 'overdue', limit: 60 })
  }, 60_000)

  it('a second application changes nothing', async () => {
    const before = await facts()
    expect(await told(heping.post(`/api/recomputations/${recomputation}/application`))).toBe('409 applied-already')
    await carryOn(bank.app.house, recomputation, {
      saved: null,
      signal: AbortSignal.any([]),
      report: async () => undefined,
    })
    expect([await facts(), await adopted()]).toEqual([before, 200])
  })

  async function adopted(): Promise<number> {
    const { rows } = await bank.ownerPool.query(
      `select count(*)::int as count from ledger.fact where type = 'policy-adopted' and body->>'run' = $1`,
      [recomputation],
    )
    return rows[0].count
  }
})

describe('the calendar of the next year', () => {
  it('turns a provisional date firm: drafted with its difference, published, previewed, applied, and all of it proves itself', async () => {
    const [lijing, wangmin] = [await bank.colleague('lijing'), await bank.colleague('wangmin')]
    bank.at('2026-12-29 09:00')
    const id = await lijing.register()
    await lijing.does(id, 'handover', { toUnit: 'HO.SH.XB', reason: '由分行办理' })
    await wangmin.does(id, 'acceptance', { noInterest: true })
    await wangmin.does(id, 'contact', { direction: 'out', medium: 'phone', outcome: 'connected' })
    await wangmin.does(id, 'investigation')
    const investigation = async () =>
      (await wangmin.sees(id)).clocks.find(each => each.duty === 'investigation') as unknown as object
    expect(await investigation()).toMatchObject({ dueOn: '2027-01-05', provisional: true })

    const before = await calendarText('CN-2026.1')
    const text = { ...before, id: 'CN-2027.1', source: '国务院办公厅通知', years: { ...before.years, 2027: YEAR_2027 } }
    const draft = (await admin.post('/api/calendars', text)).json()
    expect([draft.changed.against, draft.changed.days.length]).toEqual(['CN-2026.1', 365])
    expect(draft.changed.days[0]).toEqual({ day: '2027-01-01', before: null, after: 'holiday' })
    const published = await gaoyuan.post('/api/calendars/CN-2027.1/publication')
    const { recomputation } = published.json()
    await expect
      .poll(async () => (await heping.get(`/api/recomputations/${recomputation}`)).json().state, { timeout: 20_000 })
      .toBe('previewed')
    const preview = (await heping.get(`/api/recomputations/${recomputation}`)).json()
    expect(preview.firm).toBeGreaterThan(0)
    expect(preview.samples).toContainEqual(
      expect.objectContaining({ id, duty: 'investigation', before: '2027-01-05', after: '2027-01-06' }),
    )
    expect(await investigation()).toMatchObject({ dueOn: '2027-01-05', provisional: true })

    const applied = (await heping.post(`/api/recomputations/${recomputation}/application`)).json()
    expect(applied).toMatchObject({ state: 'applied', applied: preview.cases })
    expect(await investigation()).toMatchObject({ dueOn: '2027-01-06', provisional: false })
    // A case that comes now keeps the new edition from its beginning.
    const next = (await lijing.sees(await lijing.register())) as unknown as { regimes: { calendarEdition: string }[] }
    expect(new Set(next.regimes.map(each => each.calendarEdition))).toEqual(new Set(['CN-2027.1']))
    await ringAll()
    expect(await bank.app.verify()).toMatchObject({ ok: true })
  }, 90_000)

  it('is refused with its place when the year has a hole', async () => {
    const before = await calendarText('CN-2027.1')
    const text = { ...before, id: 'CN-2028.1', years: { ...before.years, 2028: { holidays: [], workdays: [] } } }
    const reply = await admin.post('/api/calendars', text)
    expect([reply.statusCode, reply.json().fields[0].field]).toEqual([400, 'years.2028.holidays'])
  })
})
