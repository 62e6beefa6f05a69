// What is still missing or wrong on each screen, by field; and the body that is sent. Pure, so that it is tested without a browser.

import { type Day, plusDays } from '../../../kernel/time.ts'
import { fill, type Language, type Wording } from '../../../kernel/words.ts'
import type { PublicComplaint } from '../rules/contract-public.ts'
import { FILING_WORDS, PRODUCT_WORDS, REQUEST_WORDS, SCREENS, type Screen } from '../rules/words-filing.ts'
import type { Draft } from './consumer-draft.ts'

export type FieldName =
  | 'story'
  | 'product'
  | 'happenedOn'
  | 'requests'
  | 'requestOther'
  | 'forName'
  | 'name'
  | 'phone'
  | 'identityNumber'

export interface Fault {
  readonly field: FieldName
  readonly wording: Wording
  readonly values?: Readonly<Record<string, number>>
}

const MOST_STORY = 5000
const MOST_REQUEST = 1000

/** The faults of one screen, the first field first. */
export function faultsOn(screen: Screen, draft: Draft, today: Day): Fault[] {
  return CHECKS[screen]?.(draft, today) ?? []
}

/** The first screen with a fault, or null when the complaint can be sent. */
export function firstFaultyScreen(draft: Draft, today: Day): Screen | null {
  return SCREENS.find(screen => faultsOn(screen, draft, today).length > 0) ?? null
}

/** The body of the filing. What was chosen is sent in the words that the person read. */
export function bodyOf(draft: Draft, reader: { language: Language; today: Day; largeType: boolean }): PublicComplaint {
  const product = PRODUCT_WORDS.find(each => each.key === draft.product)
  const chosen = REQUEST_WORDS.filter(each => draft.requests.includes(each.key)).map(each =>
    fill(each, reader.language),
  )
  const own = draft.requestOther.trim()
  const happenedOn = dayMeant(draft, reader.today)
  return {
    text: draft.story.trim(),
    request: own === '' ? chosen : [...chosen, own],
    ...(product && product.key !== 'unknown' && { product: fill(product, reader.language) }),
    name: draft.name.trim(),
    phone: plainPhone(draft.phone),
    ...(draft.identityNumber.trim() && { identityNumber: plainIdentity(draft.identityNumber) }),
    ...(happenedOn && { happenedOn }),
    filer: draft.filer,
    ...(draft.filer !== 'self' && { forName: draft.forName.trim() }),
    ...(draft.care.length > 0 && { vulnerable: [...draft.care] }),
    ...(reader.largeType && { largeType: true }),
  }
}

/** The day the person means, or null where they do not remember. */
export function dayMeant(draft: Draft, today: Day): string | null {
  if (draft.occasion === 'today') return today
  if (draft.occasion === 'yesterday') return plusDays(today, -1)
  return draft.occasion === 'other' ? draft.happenedOn || null : null
}

/** A field of the bank's answer to the screen and field on which it was asked. */
export const ASKED_ON: Readonly<Record<string, { screen: Screen; field: FieldName }>> = {
  text: { screen: 'story', field: 'story' },
  product: { screen: 'product', field: 'product' },
  happenedOn: { screen: 'date', field: 'happenedOn' },
  happenedAt: { screen: 'date', field: 'happenedOn' },
  request: { screen: 'requests', field: 'requestOther' },
  forName: { screen: 'contact', field: 'forName' },
  name: { screen: 'contact', field: 'name' },
  phone: { screen: 'contact', field: 'phone' },
  identityNumber: { screen: 'contact', field: 'identityNumber' },
}

const CHECKS: Readonly<Partial<Record<Screen, (draft: Draft, today: Day) => Fault[]>>> = {
  story: ({ story }) => [
    ...when([...story.trim()].length < 2, { field: 'story', wording: FILING_WORDS.storyMissing }),
    ...tooLong('story', story, MOST_STORY),
  ],
  product: ({ product }) => when(product === '', { field: 'product', wording: FILING_WORDS.productMissing }),
  date: ({ occasion, happenedOn }, today) => [
    ...when(occasion === '' || (occasion === 'other' && !/^\d{4}-\d{2}-\d{2}$/.test(happenedOn)), {
      field: 'happenedOn',
      wording: FILING_WORDS.dateMissing,
    }),
    ...when(occasion === 'other' && happenedOn > today, { field: 'happenedOn', wording: FILING_WORDS.dateAhead }),
  ],
  requests: ({ requests, requestOther }) => [
    ...when(requests.length === 0 && requestOther.trim() === '', {
      field: 'requests',
      wording: FILING_WORDS.requestMissing,
    }),
    ...tooLong('requestOther', requestOther, MOST_REQUEST),
  ],
  contact: ({ filer, forName, name, phone, identityNumber }) => [
    ...when(filer !== 'self' && forName.trim() === '', { field: 'forName', wording: FILING_WORDS.forNameMissing }),
    ...when(name.trim() === '', { field: 'name', wording: FILING_WORDS.nameMissing }),
    ...when(phone.trim() === '', { field: 'phone', wording: FILING_WORDS.phoneMissing }),
    ...when(phone.trim() !== '' && !isPhone(phone), { field: 'phone', wording: FILING_WORDS.phoneWrong }),
    ...when(identityNumber.trim() !== '' && !isIdentity(identityNumber), {
      field: 'identityNumber',
      wording: FILING_WORDS.identityWrong,
    }),
  ],
}

function when(is: boolean, fault: Fault): Fault[] {
  return is ? [fault] : []
}

function tooLong(field: FieldName, text: string, most: number): Fault[] {
  const n = [...text].length
  return when(n > most, { field, wording: FILING_WORDS.tooLong, values: { most, n } })
}

function plainPhone(typed: string): string {
  return typed.normalize('NFKC').replace(/[^\d+]/g, '')
}

// A mobile of the mainland, a landline with or without its area code, a service number, or a number abroad with its plus.
function isPhone(typed: string): boolean {
  const digits = plainPhone(typed)
  if (/^(\+?86)?1/.test(digits)) return /^(\+?86)?1\d{10}$/.test(digits)
  return /^(0\d{9,11}|[2-9]\d{6,7}|400\d{7}|\+\d{7,15})$/.test(digits)
}

function plainIdentity(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

// The last place of an identity number is computed from the others (GB 11643); other papers are taken as they are.
function isIdentity(typed: string): boolean {
  const number = plainIdentity(typed)
  if (!/^\d+X?$/.test(number)) return /^[A-Z0-9()-]{5,30}$/.test(number)
  if (number.length !== 18) return number.length === 15 || (number.length >= 5 && number.length < 13)
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((all, weight, place) => all + weight * Number(number[place]), 0)
  return number[17] === '10X98765432'[sum % 11]
}
