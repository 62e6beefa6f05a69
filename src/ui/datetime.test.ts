// Dates and amounts as a bank in China writes them, whatever the zone of the computer.

import { describe, expect, it } from 'vitest'
import { getDay, getInstant } from '../kernel/time.ts'
import { showDay, showInstant, showMinutes, showMoney, showShort } from './datetime.ts'

const now = getInstant('2026-03-12T14:30:00+08:00')

describe('a date', () => {
  it('carries its weekday', () => {
    expect(showDay(getDay('2026-03-16'), 'zh-CN')).toBe('2026-03-16 周一')
    expect(showDay(getDay('2026-03-16'), 'en')).toBe('2026-03-16 Mon')
  })
  it('belongs to the day of Shanghai, not of Greenwich', () => {
    expect(showInstant(getInstant('2026-03-15T16:30:00Z'), 'zh-CN')).toBe('2026-03-16 周一 00:30')
  })
  it('is short in a list', () => {
    const short = (text: string) => showShort(getInstant(`${text}+08:00`), { now, language: 'zh-CN' })
    expect(short('2026-03-12T09:05:00')).toBe('09:05')
    expect(short('2026-03-11T18:00:00')).toBe('昨天 18:00')
    expect(short('2026-02-03T18:00:00')).toBe('2-3 18:00')
    expect(short('2025-12-31T18:00:00')).toBe('2025-12-31')
  })
})

it('lengths are said in the two largest units that matter', () => {
  expect(showMinutes(40, 'zh-CN')).toBe('40 分钟')
  expect(showMinutes(360, 'zh-CN')).toBe('6 小时')
  expect(showMinutes(61, 'en')).toBe('1 hour 1 minute')
  expect(showMinutes(3000, 'zh-CN')).toBe('2 天 2 小时')
  expect(showMinutes(0, 'zh-CN')).toBe('0 分钟')
})

it('amounts are grouped by thousands with two decimals', () => {
  expect(showMoney(4_151_000_000)).toBe('¥41,510,000.00')
  expect(showMoney(-5)).toBe('-¥0.05')
})
