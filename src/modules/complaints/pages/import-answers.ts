// An import as the server answers it, and the fields a column may become.

import type { Instant } from '../../../kernel/time.ts'

export type ImportState = 'uploaded' | 'trying' | 'tried' | 'running' | 'stopped' | 'done' | 'failed'

export interface ImportJob {
  readonly id: string
  readonly name?: string
  readonly state: ImportState
  readonly preset: string | null
  readonly mapping: Readonly<Record<string, string>> | null
  readonly columns?: readonly string[]
  readonly sample?: readonly Readonly<Record<string, string>>[]
  readonly rows?: number
  readonly progress: number
  readonly total: number
  readonly at?: Instant
  readonly report?: readonly { readonly row: number; readonly field: string; readonly reason: string }[]
  readonly counts: { readonly ready?: number; readonly refused?: number; readonly imported?: number }
}

/** Paths of a registration that a column can fill; the first four must be filled by some column. */
export const TARGETS = [
  'text',
  'requests.0.text',
  'receivedAt',
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
export const NEEDED_TARGETS: readonly string[] = TARGETS.slice(0, 3)
