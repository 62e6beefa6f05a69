// Presets: each reads its own source's rows, says what is wrong with the others, and never makes half a complaint.

import { describe, expect, it } from 'vitest'
import { findMisfit } from './import-choice.ts'
import { presetOfMapping } from './import-mapping.ts'
import { type ImportPreset, importPreset } from './import-preset.ts'
import { findPreset, PRESETS } from './import-preset-list.ts'
import { STANDARD } from './import-preset-standard.ts'
import { checkRow, readRow } from './import-row.ts'
import { findSourceInstant } from './import-time.ts'
import { getRulePack } from './policy.ts'

const CFPB = findPreset('cfpb') as ImportPreset
const UWV = findPreset('uwv') as ImportPreset
const CITIZEN = findPreset('citizen') as ImportPreset

const US_ROW = {
  complaint_id: '69978',
  date_received: '2015-03-07',
  date_sent: '2015-03-09',
  product: 'card',
  issue: 'Billing disputes',
  sub_issue: '',
  submitted_via: 'Postal mail',
  company_response: 'Closed with explanation',
  timely: 'Yes',
  tags: 'Older American, Servicemember',
}
const LEDGER_ROW = {
  投诉编号: 'TS-1',
  投诉渠道: '客服热线',
  收到时间: '2026/3/1 9:30',
  客户姓名: '陈桂芳',
  联系电话: '13800138000',
  投诉内容: '理财到期亏损，客户经理当时说保本。',
  投诉请求: '退还本金',
  '涉及金额（元）': '￥12,000.50',
}

describe('the presets of the product', () => {
  it.each(PRESETS.map(preset => [preset.id, preset] as const))('%s is a preset by its own schema', (_id, preset) => {
    expect(importPreset.parse(preset)).toEqual(preset)
  })

  it.each(PRESETS.map(preset => [preset.id, preset] as const))('%s names only packs that exist', (_id, preset) => {
    for (const id of preset.packs ?? []) expect(getRulePack({ id, version: '1' }).id).toBe(id)
  })
})

describe('a complaint from the US portal', () => {
  it('is received when the Bureau sent it to the company, in the zone of the portal', () => {
    expect(readRow(CFPB, US_ROW, 'HO')).toMatchObject({
      kind: 'closed',
      source: { system: 'cfpb', reference: '69978' },
      // 9 March 2015, the day after the clocks went forward: midnight is 04:00 in UTC.
      receivedAt: '2015-03-09T04:00:00.000Z',
      toldAt: null,
      outcome: 'Closed with explanation',
      body: { channel: 'letter', packs: ['US-CFPB'], vulnerable: ['elderly'], text: 'Billing disputes' },
      remarks: { timely: 'Yes', dateReceived: '2015-03-07' },
    })
  })

  it('is open while the company is at work, and says when the consumer spoke', () => {
    const row = readRow(CFPB, { ...US_ROW, company_response: 'In progress' }, 'HO')
    expect(row).toMatchObject({ kind: 'open', body: { spokeAt: '2015-03-07T05:00:00.000Z' } })
  })

  it('without an id is a complaint all the same', () => {
    expect(readRow(CFPB, { ...US_ROW, complaint_id: '' }, 'HO')).toMatchObject({
      kind: 'closed',
      source: { reference: null },
    })
  })

  it('that was never answered in time must not carry a flag of timely', () => {
    const judge = (timely: string) => checkRow(CFPB, { ...US_ROW, company_response: 'Untimely response', timely })[0]
    expect([judge('No'), judge('false'), judge('Yes')]).toEqual([true, true, false])
    expect(checkRow(CFPB, US_ROW)[0]).toBeNull()
  })

  it('sent before it was received is kept, and the check says so', () => {
    const odd = { ...US_ROW, date_sent: '2015-03-01', company_response: 'In progress' }
    const row = readRow(CFPB, odd, 'HO')
    expect(row.kind === 'open' && row.body.spokeAt).toBeUndefined()
    expect(checkRow(CFPB, odd)[1]).toBe(false)
  })
})

describe('messages of citizens and complaints to the Dutch agency', () => {
  const message = {
    id: '24',
    title: '占道施工',
    text: '围墙占了便道。',
    time: '2020-01-06 12:09:38',
    label: '城乡建设',
  }

  it('a message without a reply is open, with one it is closed when it was answered', () => {
    expect(readRow(CITIZEN, message, 'HO')).toMatchObject({ kind: 'open', body: { packs: ['ISO-10002'] } })
    const answered = { ...message, reply: '已整改。', reply_time: '2020-01-20 09:00:00' }
    expect(readRow(CITIZEN, answered, 'HO')).toMatchObject({
      kind: 'closed',
      receivedAt: '2020-01-06T04:09:38.000Z',
      toldAt: '2020-01-20T01:00:00.000Z',
      body: { text: '围墙占了便道。\n\n【原答复】已整改。' },
    })
  })

  it('an answer older than its message is a fault, not a complaint', () => {
    const row = readRow(CITIZEN, { ...message, reply_time: '2019-01-01 00:00:00' }, 'HO')
    expect(row).toMatchObject({ kind: 'faulty', faults: [{ field: 'closedAt', key: 'closed-before-told' }] })
  })

  it('a Dutch day begins at a Dutch midnight', () => {
    const row = readRow(UWV, { ComplaintID: '1', ContactDate: '2016-01-12', ComplaintTheme_EN: 'services' }, 'HO')
    expect(row).toMatchObject({ kind: 'open', body: { receivedAt: '2016-01-11T23:00:00.000Z', channel: 'other' } })
  })
})

describe('a bank’s own ledger', () => {
  it('gives the name, the telephone and the amount to their fields', () => {
    expect(readRow(STANDARD, LEDGER_ROW, 'HO.SH')).toMatchObject({
      kind: 'open',
      body: {
        channel: 'hotline',
        receivedAt: '2026-03-01T01:30:00.000Z',
        parties: [{ name: '陈桂芳', phone: '13800138000' }],
        amountMinor: 1_200_050,
        unit: 'HO.SH',
      },
    })
  })

  it('tells everything that is wrong with a row at once', () => {
    const row = readRow(
      STANDARD,
      { ...LEDGER_ROW, 收到时间: '2026-02-30', 投诉渠道: '飞鸽', 投诉内容: '', '涉及金额（元）': '很多' },
      'HO',
    )
    expect(row.kind === 'faulty' && row.faults.map(fault => `${fault.field} ${fault.key}`)).toEqual([
      'channel word-unknown',
      'receivedAt not-a-date',
      'amountMinor not-a-number',
      'text value-missing',
    ])
  })

  it('does not cut what is too long, and says which field it is', () => {
    const row = readRow(STANDARD, { ...LEDGER_ROW, 投诉请求: '退'.repeat(2001) }, 'HO')
    expect(row).toMatchObject({ kind: 'faulty', faults: [{ field: 'request', key: 'value-too-long' }] })
  })

  it('of another kind is recognised by its columns before a row is read', () => {
    const misfit = findMisfit(STANDARD, { format: 'csv', columns: ['姓名', '余额'] })
    expect(misfit?.key).toBe('columns-missing')
    expect(findMisfit(CITIZEN, { format: 'jsonl', columns: ['id', 'text', 'time'] })).toBeNull()
    expect(findMisfit(UWV, { format: 'jsonl', columns: [] })?.key).toBe('file-format-not-of-preset')
  })

  it('can be mapped on screen, column by column', () => {
    const mapping = {
      日期: 'receivedAt',
      事由: 'text',
      诉求: 'requests.0.text',
      客户: 'parties.0.name',
      完成: 'closedAt',
    }
    const preset = presetOfMapping(mapping, { id: 'own-1', title: '台账.csv' }) as ImportPreset
    expect(importPreset.safeParse(preset).success).toBe(true)
    const row = readRow(
      preset,
      { 日期: '2026-01-05', 事由: '扣费', 诉求: '退费', 客户: '王晓明', 完成: '2026-01-09' },
      'HO',
    )
    expect(row).toMatchObject({ kind: 'closed', body: { parties: [{ name: '王晓明' }], channel: 'other' } })
    expect(presetOfMapping({ 事由: 'text' }, { id: 'own-1', title: 'x' })).toEqual({ unmapped: ['receivedAt'] })
  })

  it('may not read a date as words', () => {
    const wrong = { ...STANDARD, fields: { ...STANDARD.fields, receivedAt: { as: 'text', from: ['x'] } } }
    expect(importPreset.safeParse(wrong).success).toBe(false)
  })
})

describe('dates as files write them', () => {
  it.each([
    ['2026-03-01', '2026-02-28T16:00:00.000Z'],
    ['2026年3月1日 9:05', '2026-03-01T01:05:00.000Z'],
    ['２０２６／３／１', '2026-02-28T16:00:00.000Z'],
    ['20260301', '2026-02-28T16:00:00.000Z'],
    ['2026-03-01T10:00:00+09:00', '2026-03-01T01:00:00.000Z'],
    ['2026-02-30', null],
    ['2026-03-01 25:00', null],
    ['03/04/2026', null],
    ['昨天', null],
  ])('%s', (text, instant) => {
    expect(findSourceInstant(text, 'Asia/Shanghai')).toBe(instant)
  })

  it('figures that do not begin with the year mean what the preset says', () => {
    expect(findSourceInstant('03/04/2026', 'UTC', 'mdy')).toBe('2026-03-04T00:00:00.000Z')
    expect(findSourceInstant('03/04/2026', 'UTC', 'dmy')).toBe('2026-04-03T00:00:00.000Z')
  })
})
