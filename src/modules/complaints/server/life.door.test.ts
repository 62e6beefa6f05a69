// The whole life of complaints over the wire, from the first word to the archive, on a real database.

import { afterEach, describe, expect, it } from 'vitest'
import { CODES, COMPLAINT, DECISION, useBank } from '../../../../tests/bank.ts'

const bank = useBank()
const ids: string[] = []

// The alarms of the ledger are those of the rules after every story, whatever was done in it.
afterEach(async () => {
  for (const id of ids.splice(0)) expect([id, await bank.alarms(id)]).toEqual([id, await bank.alarmsByRules(id)])
})

/** Registered at the counter, handed over, accepted, contacted, investigated. */
async function investigated(): Promise<string> {
  const [lijing, wangmin] = [await bank.colleague('lijing'), await bank.colleague('wangmin')]
  bank.at('2026-03-02 09:00')
  const id = await lijing.register()
  ids.push(id)
  await lijing.does(id, 'handover', { toUnit: 'HO.SH.XB', reason: '理财业务由分行消保部办理' })
  bank.at('2026-03-02 11:00')
  expect(await wangmin.does(id, 'acceptance', { noInterest: true })).toEqual(['accepted'])
  bank.at('2026-03-02 15:00')
  await wangmin.does(id, 'contact', { direction: 'out', medium: 'phone', outcome: 'connected', text: '听取经过' })
  await wangmin.does(id, 'investigation', { plan: '调取双录与合同' })
  return id
}

async function approved(): Promise<string> {
  const id = await investigated()
  const [wangmin, sunwei] = [await bank.colleague('wangmin'), await bank.colleague('sunwei')]
  bank.at('2026-03-09 10:00')
  await wangmin.does(id, 'decision', { ...DECISION, codes: CODES })
  await sunwei.does(id, 'approval', {})
  return id
}

describe('a complaint that goes the whole way', () => {
  it('is handed over, extended, decided twice, told, re-checked, closed and archived', async () => {
    const id = await investigated()
    const wangmin = await bank.colleague('wangmin')
    const [liufang, sunwei] = [await bank.colleague('liufang'), await bank.colleague('sunwei')]

    bank.at('2026-03-10 09:00')
    const extension = { tier: 'complex', grounds: '双录需要从影像中心调取' }
    expect(await wangmin.does(id, 'extension', extension)).toEqual(['extension-requested'])
    expect(await wangmin.refused(id, 'extension-approval')).toBe('403 not-for-you')
    expect(await liufang.does(id, 'extension-approval')).toEqual(['extension-approved', 'extended'])
    const told = { channel: 'sms', reference: '短信 0310-1' }
    expect(await wangmin.does(id, 'extension-notice', told)).toEqual(['extension-told'])

    bank.at('2026-03-20 09:00')
    await wangmin.does(id, 'decision', DECISION)
    const reason = { reason: '补偿金额没有说明算法' }
    expect(await sunwei.does(id, 'approval-refusal', reason)).toEqual(['decision-returned'])
    expect((await wangmin.sees(id)).state).toBe('decision-draft')
    await wangmin.does(id, 'decision', { ...DECISION, basis: '按持有天数计算，见附件。', codes: CODES })
    expect(await wangmin.refused(id, 'approval')).toBe('403 not-for-you')
    expect(await sunwei.does(id, 'approval', { opinion: '同意' })).toEqual(['decision-approved'])

    bank.at('2026-03-21 10:00')
    expect(await wangmin.does(id, 'notice', { channel: 'posted', reference: 'EMS 1001' })).toEqual(['told'])
    expect(await wangmin.refused(id, 'closure', { satisfactionAsked: true, promises: 'none' })).toBe(
      '409 recheck-window-open',
    )

    bank.at('2026-03-25 10:00')
    const [lijing, gaoyuan] = [await bank.colleague('lijing'), await bank.colleague('gaoyuan')]
    const asked = { grounds: '补偿太少，请核查', inWriting: true }
    expect(await lijing.does(id, 'recheck', asked)).toEqual(['recheck-requested'])
    bank.at('2026-04-02 10:00')
    const upheld = {
      result: 'uphold',
      process: '程序合规',
      timeLimit: '在期限内',
      outcome: '结果适当',
      notice: { channel: 'posted', reference: 'EMS 1002' },
    }
    expect(await sunwei.refused(id, 'recheck-decision', upheld)).toBe('403 not-for-you')
    expect(await gaoyuan.does(id, 'recheck-decision', upheld)).toEqual(['recheck-decided'])

    bank.at('2026-04-03 10:00')
    expect(await lijing.does(id, 'call-back', { outcome: 'reached', satisfaction: 3 })).toEqual(['called-back'])
    expect(await wangmin.does(id, 'closure', { satisfactionAsked: true, promises: 'done', codes: CODES })).toEqual([
      'closed',
    ])
    const dangan = await bank.colleague('dangan')
    expect(await wangmin.refused(id, 'archive', { qualityCheck: '齐全' })).toBe('403 not-for-you')
    expect(await dangan.does(id, 'archive', { qualityCheck: '材料齐全，告知与送达证明在卷' })).toEqual(['archived'])

    const seen = await liufang.sees(id)
    expect([seen.state, seen.timeline.at(-1)?.body.retainUntil]).toEqual(['archived', expect.stringMatching(/^\d{4}-/)])
    expect(seen.timeline.map(fact => fact.type)).toEqual([
      'registered',
      'handed-over',
      'accepted',
      'contacted',
      'investigation-begun',
      'extension-requested',
      'extension-approved',
      'extended',
      'extension-told',
      'decision-drafted',
      'decision-returned',
      'decision-drafted',
      'decision-approved',
      'told',
      'recheck-requested',
      'recheck-decided',
      'called-back',
      'closed',
      'archived',
    ])
    const decision = seen.clocks.find(clock => clock.duty === 'decision' && clock.pack === 'CN-NFRA-2020-3')
    // Received on 2 March, extended once: thirty natural days, the day of receipt not counted.
    expect([decision?.dueOn, decision?.limit, decision?.state]).toEqual(['2026-04-01', 30, 'met'])
    expect(await bank.alarms(id)).toEqual([])
  })

  it('is closed at once when the consumer accepts, without waiting for the re-check', async () => {
    const id = await approved()
    const wangmin = await bank.colleague('wangmin')
    await wangmin.does(id, 'notice', { channel: 'handed-over', reference: '回执 7' })
    const closing = { accepted: true, satisfactionAsked: true, promises: 'scheduled', codes: CODES }
    expect(await wangmin.does(id, 'closure', closing)).toEqual(['closed'])
  })

  it('ends the same day when the consumer withdraws, and its clocks with it', async () => {
    const id = await investigated()
    const wangmin = await bank.colleague('wangmin')
    const said = { text: '已经退款，不再投诉', verifiedBy: 'phone' }
    expect(await wangmin.does(id, 'withdrawal', said)).toEqual(['withdrawn'])
    const decision = (await wangmin.sees(id)).clocks.find(clock => clock.duty === 'decision')
    expect(decision?.state).toBe('ended')
  })

  it('goes to another handler when the re-check orders it done anew', async () => {
    const id = await approved()
    const [wangmin, gaoyuan] = [await bank.colleague('wangmin'), await bank.colleague('gaoyuan')]
    await wangmin.does(id, 'notice', { channel: 'posted', reference: 'EMS 2001' })
    await wangmin.does(id, 'recheck', { grounds: '没有听录音', inWriting: true })
    const notice = { channel: 'posted', reference: 'EMS 2002' }
    const words = { process: '未调取录音', timeLimit: '在期限内', outcome: '重新处理' }
    await gaoyuan.does(id, 'recheck-decision', { result: 'redo', ...words, notice })
    expect(await wangmin.refused(id, 'closure', { satisfactionAsked: true, promises: 'none', codes: CODES })).toBe(
      '409 redo-first',
    )
    expect(await gaoyuan.refused(id, 'redo', { handler: 'p-wangmin' })).toBe('409 redo-by-another')
    expect(await gaoyuan.does(id, 'redo', { handler: 'p-zhaojun' })).toEqual(['redo-ordered'])
    const seen = await gaoyuan.sees(id)
    expect([seen.state, seen.owner.person?.id]).toEqual(['assigned', 'p-zhaojun'])
  })
})

describe('money and levels', () => {
  it('an approver grants no more than the limit of their level', async () => {
    const id = await investigated()
    const [wangmin, qianli, sunwei] = [
      await bank.colleague('wangmin'),
      await bank.colleague('qianli'),
      await bank.colleague('sunwei'),
    ]
    await wangmin.does(id, 'decision', DECISION)
    expect(await qianli.refused(id, 'approval')).toBe('409 above-limit')
    expect(await sunwei.does(id, 'approval')).toEqual(['decision-approved'])
  })

  it('a second extension is the superior institution’s or a senior executive’s, and holds when the consumer was told', async () => {
    const id = await investigated()
    const [wangmin, liufang] = [await bank.colleague('wangmin'), await bank.colleague('liufang')]
    const asked = (tier: string) => ({ tier, grounds: '需要外部核实' })
    expect(await wangmin.refused(id, 'extension', asked('special'))).toMatch(/^409 /)
    await wangmin.does(id, 'extension', asked('complex'))
    await liufang.does(id, 'extension-approval')
    await wangmin.does(id, 'extension', asked('special'))
    expect(await liufang.refused(id, 'extension-approval')).toBe('409 approver-level')
    const notice = { channel: 'posted', reference: 'EMS 3001' }
    expect(await wangmin.refused(id, 'extension-notice', notice)).toBe('409 not-approved-yet')
    const heping = await bank.colleague('heping')
    expect(await heping.does(id, 'extension-approval')).toEqual(['extension-approved'])
    expect(await wangmin.does(id, 'extension-notice', notice)).toEqual(['extension-told', 'extended'])
    const decision = (await wangmin.sees(id)).clocks.find(clock => clock.duty === 'decision')
    expect([decision?.limit, decision?.dueOn]).toEqual([60, '2026-05-01'])
    expect(await wangmin.refused(id, 'extension', asked('special'))).toMatch(/^409 /)
  })

  it('a correction of the receipt needs a second person, and the clocks follow it', async () => {
    const [lijing, zhoumin] = [await bank.colleague('lijing'), await bank.colleague('zhoumin')]
    bank.at('2026-03-02 09:00')
    const id = await lijing.register({ ...COMPLAINT, receivedAt: '2026-03-02T08:00:00+08:00' })
    ids.push(id)
    const body = { field: 'receivedAt', value: '2026-02-27T16:00:00+08:00', reason: '信件收件章日期' }
    await lijing.does(id, 'correction', body)
    expect(await lijing.refused(id, 'correction-approval')).toBe('403 not-for-you')
    expect(await zhoumin.does(id, 'correction-approval')).toEqual(['corrected'])
    const decision = (await lijing.sees(id)).clocks.find(clock => clock.duty === 'decision')
    expect(decision?.dueOn).toBe('2026-03-14')
  })
})

describe('what the life leaves behind', () => {
  it('verifies: every chain, row, desk line and alarm, with a seal over them', async () => {
    bank.at('2026-04-03 18:00')
    await bank.app.sealer.seal()
    const verdict = await bank.app.verify()
    expect(verdict).toMatchObject({ ok: true })
    expect(verdict.first).toBeUndefined()
    expect(verdict.seals).toBeGreaterThan(0)
  })
})
