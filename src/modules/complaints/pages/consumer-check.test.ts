// What the filing pages ask for, and what they send.

import { expect, it } from 'vitest'
import { getDay } from '../../../kernel/time.ts'
import { publicComplaint } from '../rules/contract-public.ts'
import { bodyOf, faultsOn, firstFaultyScreen } from './consumer-check.ts'
import { type Draft, emptyDraft } from './consumer-draft.ts'

const TODAY = getDay('2026-03-02')
const READER = { language: 'zh-CN', today: TODAY, largeType: false } as const
const WHOLE: Draft = {
  ...emptyDraft(),
  story: '理财亏了一万二',
  product: 'wealth',
  occasion: 'yesterday',
  requests: ['refund', 'apology'],
  requestOther: '退还 12000 元',
  name: '王建国',
  phone: '138 0013 8000',
}

it('asks for the story, the service, the day, a claim, a name and a telephone, and for nothing else', () => {
  expect(firstFaultyScreen(WHOLE, TODAY)).toBeNull()
  const empty = emptyDraft()
  const missing = (['story', 'product', 'date', 'requests', 'photos', 'contact', 'review'] as const).flatMap(screen =>
    faultsOn(screen, empty, TODAY).map(fault => fault.field),
  )
  expect(missing).toEqual(['story', 'product', 'happenedOn', 'requests', 'name', 'phone'])
})

it('lets people not know the service and not remember the day', () => {
  const vague: Draft = { ...WHOLE, product: 'unknown', occasion: 'unknown' }
  expect(firstFaultyScreen(vague, TODAY)).toBeNull()
  const body = bodyOf(vague, READER)
  expect('product' in body || 'happenedOn' in body).toBe(false)
})

it('takes mobiles, landlines, service numbers and numbers abroad, and no half number', () => {
  const isTaken = (phone: string) => faultsOn('contact', { ...WHOLE, phone }, TODAY).length === 0
  for (const phone of [
    '13800138000',
    '+86 138-0013-8000',
    '010-88886666',
    '(0574) 8765 4321',
    '88886666',
    '400-123-4567',
    '+44 20 7946 0018',
    '１３８００１３８０００',
  ]) {
    expect([phone, isTaken(phone)]).toEqual([phone, true])
  }
  for (const phone of ['1380013800', '138001380001', '123', '电话'])
    expect([phone, isTaken(phone)]).toEqual([phone, false])
})

it('checks the last place of an identity number, and takes other papers as they are', () => {
  const isTaken = (identityNumber: string) => faultsOn('contact', { ...WHOLE, identityNumber }, TODAY).length === 0
  for (const number of ['11010519491231002X', '11010519491231002x', 'E12345678', 'H1234567890', ''])
    expect(isTaken(number)).toBe(true)
  for (const number of ['110105194912310021', '1101051949123100', '123X'])
    expect([number, isTaken(number)]).toEqual([number, false])
})

it('asks for whom an agent or an heir files', () => {
  expect(faultsOn('contact', { ...WHOLE, filer: 'heir' }, TODAY).map(fault => fault.field)).toEqual(['forName'])
})

it('refuses a day that is still to come', () => {
  const ahead: Draft = { ...WHOLE, occasion: 'other', happenedOn: '2026-03-03' }
  expect(faultsOn('date', ahead, TODAY)).toHaveLength(1)
})

it('sends exactly what the bank’s contract takes', () => {
  const body = bodyOf(
    { ...WHOLE, filer: 'agent', forName: '李桂芳', care: ['elderly'] },
    { ...READER, largeType: true },
  )
  expect(publicComplaint.parse(body)).toMatchObject({
    request: ['把钱退给我', '道歉', '退还 12000 元'],
    product: '理财、基金、贵金属',
    phone: '13800138000',
    happenedOn: '2026-03-01',
    filer: 'agent',
    forName: '李桂芳',
    vulnerable: ['elderly'],
    largeType: true,
  })
})
