// An import as the server answers it, and the fields a column may become.

import type { Instant } from '../../../kernel/time.ts'
import type { Wording } from '../../../kernel/words.ts'

export type ImportState = 'uploaded' | 'trying' | 'tried' | 'running' | 'stopped' | 'done' | 'failed'

export interface ImportJob {
  readonly id: string
  readonly name: string
  readonly state: ImportState
  readonly preset: string | null
  readonly mapping: Readonly<Record<string, string>> | null
  readonly columns: readonly string[]
  /** Only for whoever brought the file. */
  readonly sample?: readonly Readonly<Record<string, unknown>>[]
  readonly progress: number
  readonly total: number
  readonly at: Instant
  readonly report: readonly { readonly row: number; readonly field: string; readonly reason: string }[]
  readonly counts: {
    readonly ready?: number
    readonly refused?: number
    readonly imported?: number
    readonly there?: number
  }
  /** What the file says of itself, and how many rows agree. */
  readonly checks?: readonly {
    readonly id: string
    readonly title: string
    readonly applied: number
    readonly agreed: number
  }[]
  readonly notes?: readonly string[]
  /** Why it stopped. */
  readonly fault?: string | null
}

export interface PresetView {
  readonly id: string
  readonly title: Wording
}

/** Paths of a registration that a column can fill; the first two must be filled by some column. */
export const TARGETS = [
  'text',
  'receivedAt',
  'requests.0.text',
  'channel',
  'id',
  'matterType',
  'happenedAt',
  'spokeAt',
  'product',
  'amountMinor',
  'parties.0.name',
  'parties.0.phone',
  'parties.0.identityNumber',
  'parties.0.account',
  'parties.0.email',
  'outsideNumbers.0.number',
  'toldAt',
  'closedAt',
  'outcome',
] as const
export const NEEDED_TARGETS: readonly string[] = TARGETS.slice(0, 2)
