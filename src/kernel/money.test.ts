// Amounts are read as people write them, held exactly, and shown the same way everywhere.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addAmounts, compareAmounts, findAmount, formatAmount } from './money.ts'

test.each([
  ['¥41,510,000.00', 4_151_000_000],
  ['￥41,510,000.00', 4_151_000_000],
  ['4151万元', 4_151_000_000],
  ['1.5亿', 15_000_000_000],
  ['人民币 300 元', 30_000],
  ['300元5角2分', 30_052],
  ['0.1', 10],
  ['1.005万元', 1_005_000],
  ['-12.30', -1230],
  ['50000元整', 5_000_000],
  ['500块', 50_000],
])('%s is read to the fen', (text, minor) => expect(findAmount(text)).toEqual({ minor, currency: 'CNY' }))

test.each([
  ['US$12.30', { minor: 1230, currency: 'USD' }],
  ['1,000美元', { minor: 100_000, currency: 'USD' }],
  ['HKD 8', { minor: 800, currency: 'HKD' }],
  ['3000日元', { minor: 3000, currency: 'JPY' }],
])('%s names its currency', (text, amount) => expect(findAmount(text)).toEqual(amount))

test.each(['', '很多钱', '1,23元', '0.001元', '12.5日元', '1.2.3', '99999999999999999元', '12元34'])(
  '%s is no exact amount',
  text => expect(findAmount(text)).toBeNull(),
)

test('an amount is shown with its sign or its code', () => {
  expect(formatAmount({ minor: 4_151_000_000, currency: 'CNY' }, 'zh-CN')).toBe('¥41,510,000.00')
  expect(formatAmount({ minor: 5, currency: 'CNY' }, 'en')).toBe('CNY 0.05')
  expect(formatAmount({ minor: -123_456, currency: 'USD' }, 'zh-CN')).toBe('-US$1,234.56')
  expect(formatAmount({ minor: 3000, currency: 'JPY' }, 'en')).toBe('JPY 3,000')
})

test('whatever is shown is read back to the same amount', () => {
  fc.assert(
    fc.property(
      fc.maxSafeInteger(),
      fc.constantFrom('CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY'),
      fc.constantFrom('zh-CN', 'en'),
      (minor, currency, language) => {
        expect(findAmount(formatAmount({ minor, currency }, language))).toEqual({ minor: minor + 0, currency })
      },
    ),
  )
})

test('ten times ten fen are one yuan, and two currencies are not added', () => {
  const tenFen = { minor: 10, currency: 'CNY' } as const
  expect(addAmounts(tenFen, ...Array.from({ length: 9 }, () => tenFen))).toEqual({ minor: 100, currency: 'CNY' })
  expect(() => addAmounts(tenFen, { minor: 1, currency: 'USD' })).toThrow(RangeError)
  expect(compareAmounts(tenFen, { minor: 100, currency: 'CNY' })).toBeLessThan(0)
})
