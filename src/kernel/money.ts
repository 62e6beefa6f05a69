// Amounts of money as whole numbers of the smallest unit: no fraction is ever held in a float.

import type { Language } from './words.ts'

export type Currency = 'CNY' | 'USD' | 'EUR' | 'GBP' | 'HKD' | 'JPY'

/** `minor` is a whole number of fen, cents or pence; of yen for JPY. */
export interface Amount {
  readonly minor: number
  readonly currency: Currency
}

/**
 * The amount a text means: `¥41,510,000.00`, `4151万元`, `1.5亿`, `USD 12.30`, `人民币300元5角`. Null when it means none,
 * or one that is not a whole number of the smallest unit or too large to be exact.
 * @param standard the currency of a text that names none
 */
export function findAmount(text: string, standard: Currency = 'CNY'): Amount | null {
  const plain = text.normalize('NFKC').replace(/[\s_]/g, '')
  const currency = currencyIn(plain) ?? standard
  const bare = UNIT_WORDS.reduce((rest, [word]) => rest.replace(word, ''), plain)
  const parts = NUMBER.exec(bare)
  if (!parts) return null
  const [, minus, whole = '', fraction = '', scale = '', jiao, fen] = parts
  const digits = `${whole.replaceAll(',', '')}${fraction}`
  const minor = scaled(digits, PLACES[currency] + (SCALES[scale] ?? 0) - fraction.length)
  if (minor === null) return null
  const small = currency === 'CNY' ? Number(jiao ?? 0) * 10 + Number(fen ?? 0) : 0
  const total = minor + small
  if (!Number.isSafeInteger(total)) return null
  return { minor: minus && total !== 0 ? -total : total, currency }
}

/** `¥41,510,000.00` and `CNY 41,510,000.00`. */
export function formatAmount(amount: Amount, language: Language): string {
  const places = PLACES[amount.currency]
  const digits = String(Math.abs(amount.minor)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ',')
  const fraction = places === 0 ? '' : `.${digits.slice(-places)}`
  const sign = amount.minor < 0 ? '-' : ''
  const head = language === 'zh-CN' ? SIGNS[amount.currency] : `${amount.currency} `
  return `${sign}${head}${whole}${fraction}`
}

/** The sum. Throws `RangeError` for two currencies, or beyond what is exact. */
export function addAmounts(first: Amount, ...more: readonly Amount[]): Amount {
  const minor = more.reduce((sum, each) => sum + inCurrency(each, first.currency), first.minor)
  if (!Number.isSafeInteger(minor)) throw new RangeError('a sum beyond what is exact')
  return { minor, currency: first.currency }
}

/** Negative when `a` is the smaller. Throws `RangeError` for two currencies. */
export function compareAmounts(a: Amount, b: Amount): number {
  return a.minor - inCurrency(b, a.currency)
}

const PLACES: Readonly<Record<Currency, number>> = { CNY: 2, USD: 2, EUR: 2, GBP: 2, HKD: 2, JPY: 0 }
const SIGNS: Readonly<Record<Currency, string>> = { CNY: '¥', USD: 'US$', EUR: '€', GBP: '£', HKD: 'HK$', JPY: 'JP¥' }
const SCALES: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 }
// Thousands are parted by commas in threes or not at all: `1,23` means nothing.
const NUMBER =
  /^(-)?(\d{1,3}(?:,\d{3}){1,6}|\d{1,18})(?:\.(\d{1,12}))?(百|千|十万|百万|千万|万亿|万|亿)?元?(?:(\d)角)?(?:(\d)分)?$/
// The longer word first, because 美元 ends in 元.
const UNIT_WORDS: readonly (readonly [RegExp, Currency | null])[] = [
  [/人民币|RMB|CNY/i, 'CNY'],
  [/HK\$|HKD|港元|港币/i, 'HKD'],
  [/US\$|USD|美元|美金/i, 'USD'],
  [/JP¥|JPY|日元/i, 'JPY'],
  [/EUR|€|欧元/i, 'EUR'],
  [/GBP|£|英镑/i, 'GBP'],
  [/[¥]/, 'CNY'],
  [/\$/, 'USD'],
  [/圆整?|元整|块钱?/, null],
]

function currencyIn(text: string): Currency | null {
  for (const [word, currency] of UNIT_WORDS) if (currency && word.test(text)) return currency
  return null
}

/** Digits times ten to a power, exactly, or null when that is no whole number or too large. */
function scaled(digits: string, power: number): number | null {
  const text = power >= 0 ? digits + '0'.repeat(power) : digits.slice(0, power)
  const lost = power >= 0 ? '' : digits.slice(power)
  if (/[1-9]/.test(lost)) return null
  const minor = Number(text === '' ? '0' : text)
  return Number.isSafeInteger(minor) ? minor : null
}

function inCurrency(amount: Amount, currency: Currency): number {
  if (amount.currency !== currency) throw new RangeError(`${amount.currency} is not ${currency}`)
  return amount.minor
}
