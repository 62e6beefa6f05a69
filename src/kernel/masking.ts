// Masks what identifies a person: single values by their kind, and whatever evidently identifies inside free text.

import { maskName } from './masking-name.ts'
import { maskEvidentNumbers } from './masking-number.ts'

export { maskName } from './masking-name.ts'

/** `138****1234`; a landline keeps its area code and its last two digits. Separators are dropped. */
export function maskPhone(phone: string): string {
  const digits = digitsOf(phone)
  const area = /^0(?:10|2\d|[3-9]\d{2})/.exec(digits)?.[0] ?? ''
  if (area !== '') return keepEnds(digits, { first: area.length, last: 2 })
  // A country code stays readable: `86138****1234`; a number without its area code shows two digits at each end.
  return keepEnds(digits, digits.length < 11 ? { first: 2, last: 2 } : { first: digits.length - 8, last: 4 })
}

/** `310***********1234` for 18 places, the last of which may be X, and `310********1234` for 15. */
export function maskIdentity(number: string): string {
  return keepEnds(
    plainOf(number)
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, ''),
    { first: 3, last: 4 },
  )
}

/** A card or account: nothing but the last four digits. */
export function maskAccount(number: string): string {
  return keepEnds(plainOf(number).replace(/[^0-9A-Za-z]/g, ''), { first: 0, last: 4 })
}

/** `w***@qq.com`: the first letter and the domain stay. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 1
    ? '*'.repeat(address.length)
    : `${keepEnds(address.slice(0, at), { first: 1, last: 0 })}${address.slice(at)}`
}

/** Keeps province, city and district; an address that names none of them is hidden whole. */
export function maskAddress(address: string): string {
  const kept = ADMINISTRATIVE.exec(address)?.[0] ?? ''
  return kept.length === address.length ? address : `${kept}****`
}

/**
 * Masks a free text: phones and landlines, identity and passport numbers, cards and accounts, e-mail addresses, plates,
 * QQ and WeChat ids, each also in full-width digits or with spaces and dashes, and the `known` names of the case.
 * Amounts, dates, times, case numbers and codes shorter than eleven digits stay. Masking twice changes nothing;
 * no run of eleven digits survives, whatever it was: better an order number hidden than an account shown.
 */
export function maskText(text: string, known: readonly string[] = []): string {
  return maskKnown(maskEvidentNumbers(text), known)
}

const ADMINISTRATIVE =
  /^(?:[\p{Script=Han}]{2,6}?(?:省|自治区|特别行政区))?(?:[\p{Script=Han}]{2,8}?(?:市|自治州|地区|盟))?(?:[\p{Script=Han}]{1,8}?(?:新区|区|县|旗|市))?/u

function maskKnown(text: string, known: readonly string[]): string {
  const names = [...new Set(known.map(name => name.trim()))].filter(name => [...name].length > 1)
  if (names.length === 0) return text
  const longestFirst = names.toSorted((a, b) => b.length - a.length)
  const firsts = [...new Set(names.map(name => escaped([...name][0] ?? '')))].join('|')
  // What follows the star of a masked name belongs to that name: without the look back, masking twice could mask more.
  const pattern = new RegExp(`(?<!(?:${firsts})\\*)(?:${longestFirst.map(patternOf).join('|')})`, 'giu')
  return text.replace(pattern, found => maskName(found.replace(/(?<=\p{Script=Han})\s(?=\p{Script=Han})/gu, '')))
}

/** A Chinese name may have been typed with a space between its signs; a Latin one stands as whole words. */
function patternOf(name: string): string {
  if (!/^[\p{Script=Latin}\s.'’-]+$/u.test(name)) return [...name].map(escaped).join('\\s?')
  return `(?<!\\p{L})${name.split(/\s+/).map(escaped).join('\\s{1,3}')}(?!\\p{L})`
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')
}

function plainOf(text: string): string {
  return text.normalize('NFKC')
}

function digitsOf(text: string): string {
  return plainOf(text).replace(/\D/g, '')
}

function keepEnds(text: string, keep: { first: number; last: number }): string {
  const hidden = text.length - keep.first - keep.last
  if (hidden < 1) return '*'.repeat(text.length)
  return `${text.slice(0, keep.first)}${'*'.repeat(hidden)}${text.slice(text.length - keep.last)}`
}
