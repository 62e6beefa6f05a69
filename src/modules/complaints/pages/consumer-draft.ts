// The half-written complaint on this phone, and the receipts of those that were sent. Words in localStorage; photos beside, in IndexedDB.

import { newKey } from '../../../ui/api.ts'
import { presentInstant } from '../../../ui/now.ts'
import type { Filer } from '../rules/contract-public.ts'
import type { Key } from './consumer-wire.ts'

export type Occasion = '' | 'unknown' | 'today' | 'yesterday' | 'other'

export interface Draft {
  /** The Idempotency-Key of this complaint: a double tap or a retry files once. */
  readonly key: string
  readonly savedAt: string
  readonly story: string
  readonly product: string
  readonly occasion: Occasion
  readonly happenedOn: string
  readonly requests: readonly string[]
  readonly requestOther: string
  readonly filer: Filer
  readonly forName: string
  readonly name: string
  readonly phone: string
  readonly identityNumber: string
  readonly care: readonly ('elderly' | 'disabled')[]
  /** The body of an attempt that got no answer: the retry must send exactly this. */
  readonly unanswered: string
  /** Whether the summary was reached: from then on a change leads back to it. */
  readonly reviewed: boolean
}

/** What a person keeps of a complaint that was sent. */
export interface Receipt extends Key {
  readonly answerBy: string
  readonly sentAt: string
}

const DRAFT = 'xiaobao.consumer.draft'
const RECEIPTS = 'xiaobao.consumer.receipts'
const MOST_RECEIPTS = 10

export function emptyDraft(): Draft {
  return {
    key: newKey(),
    savedAt: presentInstant(),
    story: '',
    product: '',
    occasion: '',
    happenedOn: '',
    requests: [],
    requestOther: '',
    filer: 'self',
    forName: '',
    name: '',
    phone: '',
    identityNumber: '',
    care: [],
    unanswered: '',
    reviewed: false,
  }
}

export function findDraft(): Draft | null {
  const kept = read(DRAFT)
  return typeof kept === 'object' && kept !== null ? { ...emptyDraft(), ...(kept as Partial<Draft>) } : null
}

/** False when this browser keeps nothing. */
export function keepDraft(draft: Draft): boolean {
  return write(DRAFT, draft)
}

export function dropDraft(): void {
  write(DRAFT, null)
}

/** Newest first. */
export function findReceipts(): readonly Receipt[] {
  const kept = read(RECEIPTS)
  return Array.isArray(kept) ? (kept as Receipt[]) : []
}

export function keepReceipt(receipt: Receipt): void {
  write(RECEIPTS, [receipt, ...findReceipts().filter(each => each.number !== receipt.number)].slice(0, MOST_RECEIPTS))
}

export function dropReceipt(number: string): void {
  const left = findReceipts().filter(each => each.number !== number)
  write(RECEIPTS, left.length === 0 ? null : left)
}

function read(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}

// Private windows and full phones refuse; the page then says that nothing is kept.
function write(name: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}
