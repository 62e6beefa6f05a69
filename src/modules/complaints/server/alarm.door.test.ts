// The clock's bell: alarms stand as the rules say after every command, and what falls overdue rings once.

import { describe, expect, it } from 'vitest'
import { CODES, DECISION, useBank } from '../../../../tests/bank.ts'

const bank = useBank()

async function standsRight(id: string): Promise<string[]> {
  const [kept, ruled] = [await bank.alarms(id), await bank.alarmsByRules(id)]
  expect(kept).toEqual(ruled)
  return kept.map(alarm => alarm.key)
}

/** Rings until nothing is left to ring. */
async function ring(): Promise<void> {
  while ((await bank.app.ticker.tick()) > 0);
}

describe('alarms', () => {
  it('are set, moved and cleared by each command, in the ledger as by the rules', async () => {
    const [lijing, wangmin] = [await bank.colleague('lijing'), await bank.colleague('wangmin')]
    const [liufang, sunwei] = [await bank.colleague('liufang'), await bank.colleague('sunwei')]
    bank.at('2026-03-02 09:00')
    const id = await lijing.register()
    const step = async (by: typeof lijing, noun: string, body: object = {}) => {
      await by.does(id, noun, body as Record<string, unknown>)
      return standsRight(id)
    }
    const duties = (keys: readonly string[]) => new Set(keys.map(key => key.split('/')[1]))
    expect(duties(await standsRight(id))).toEqual(new Set(['decision', 'first-contact', 'assignment']))
    const offered = await step(lijing, 'handover', { toUnit: 'HO.SH.XB', reason: '由分行办理' })
    expect(duties(offered)).toContain('handover-acceptance')
    const accepted = await step(wangmin, 'acceptance', { noInterest: true })
    expect(duties(accepted)).not.toContain('handover-acceptance')
    const contacted = await step(wangmin, 'contact', { direction: 'out', medium: 'phone', outcome: 'connected' })
    expect(duties(contacted)).not.toContain('first-contact')
    await step(wangmin, 'investigation')
    const before = await bank.alarms(id)
    await step(wangmin, 'extension', { tier: 'complex', grounds: '调取影像' })
    await step(liufang, 'extension-approval')
    const moved = (await bank.alarms(id)).find(alarm => /\/decision\/.*overdue/.test(alarm.key))
    expect(moved?.at).toBe('2026-04-01T16:00:00.000Z')
    expect(before.find(alarm => alarm.key === moved?.key)?.at).toBe('2026-03-17T16:00:00.000Z')
    const told = { channel: 'sms', reference: '短信 1' }
    await step(wangmin, 'appraisal', { institution: '鉴定所', reference: '委托 1', told })
    expect((await bank.alarms(id)).some(alarm => /\/decision\/.*overdue/.test(alarm.key))).toBe(false)
    bank.at('2026-03-06 10:00')
    await step(wangmin, 'appraisal-end', { result: '签名属实' })
    await step(wangmin, 'decision', { ...DECISION, codes: CODES })
    await step(sunwei, 'approval')
    const notified = await step(wangmin, 'notice', { channel: 'posted', reference: 'EMS 1' })
    expect(duties(notified)).not.toContain('decision')
    await step(wangmin, 'closure', { accepted: true, satisfactionAsked: true, promises: 'none', codes: CODES })
    expect(await bank.alarms(id)).toEqual([])
  })

  it('what falls overdue rings once, and only once, however often the house looks', async () => {
    const lijing = await bank.colleague('lijing')
    bank.at('2026-03-02 09:00')
    const id = await lijing.register()
    await lijing.does(id, 'contact', { direction: 'out', medium: 'phone', outcome: 'connected' })
    const overdue = async () =>
      (await lijing.sees(id)).timeline.filter(
        fact => fact.type === 'fell-overdue' && fact.body.pack === 'CN-NFRA-2020-3',
      )
    bank.at('2026-03-17 23:59')
    await ring()
    expect(await overdue()).toEqual([])
    const { rows } = await bank.ownerPool.query('select tags from ledger.desk where case_id = $1', [id])
    expect(rows[0].tags).not.toContain('overdue')

    bank.at('2026-03-18 00:00')
    for (let times = 0; times < 3; times++) await ring()
    expect((await overdue()).map(fact => fact.body.duty)).toEqual(['decision'])
    await standsRight(id)
    const line = await bank.ownerPool.query('select tags from ledger.desk where case_id = $1', [id])
    expect(line.rows[0].tags).toContain('overdue')
    bank.at('2026-04-30 09:00')
    await ring()
    expect(await overdue()).toHaveLength(1)
    const found = await lijing.get('/api/desk?overdue=true')
    expect(found.json().items.map((item: { id: string }) => item.id)).toContain(id)
  })

  it('a house that was shut over the weekend rings late, and says for when', async () => {
    const lijing = await bank.colleague('lijing')
    bank.at('2026-05-08 09:00')
    const id = await lijing.register()
    bank.at('2026-06-01 09:00')
    await ring()
    const rang = (await lijing.sees(id)).timeline.find(
      fact => fact.type === 'fell-overdue' && fact.body.duty === 'decision',
    )
    expect([rang?.at, rang?.body.rungFor]).toEqual(['2026-06-01T01:00:00.000Z', '2026-05-23T16:00:00.000Z'])
  })

  it('a hand-over that nobody accepts comes back by itself, and is counted', async () => {
    const lijing = await bank.colleague('lijing')
    bank.at('2026-06-01 10:00')
    const id = await lijing.register()
    await lijing.does(id, 'handover', { toUnit: 'HO.SH.XB', reason: '由分行办理' })
    bank.at('2026-06-08 10:00')
    await ring()
    const seen = await lijing.sees(id)
    expect(seen.timeline.map(fact => fact.type)).toContain('handover-lapsed')
    expect(seen.owner.person?.id).toBe('p-lijing')
    await standsRight(id)
  })

  it('after all of it the ledger verifies', async () => {
    expect(await bank.app.verify()).toMatchObject({ ok: true })
  })
})
