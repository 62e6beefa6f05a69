// Rule packs, calendars and re-computations as the server answers them.

import type { Day } from '../../../kernel/time.ts'
import type { Wording } from '../../../kernel/words.ts'

export interface SourceView extends Wording {
  readonly code: string
}

export interface DutyView {
  readonly name: string
  readonly title: Wording
  readonly unit: 'natural-day' | 'working-day' | 'working-minute' | 'natural-minute'
  readonly limit: number
  readonly months?: number
  readonly limitFrom?: string
  readonly basis: 'law' | 'policy'
  readonly source: SourceView
  readonly extensions?: readonly { readonly tier: string; readonly title: Wording; readonly total: number; readonly source: SourceView }[]
  readonly pauses?: readonly { readonly reason: string; readonly title: Wording; readonly source: SourceView }[]
}

export interface PackView {
  readonly id: string
  readonly version: string
  readonly title: Wording
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
  readonly duties: readonly DutyView[]
}

export interface CalendarView {
  readonly id: string
  readonly calendar: string
  readonly zone: string
  readonly source: string
  readonly years: Readonly<Record<string, { readonly holidays?: readonly string[]; readonly workdays?: readonly string[] }>>
  readonly hours: unknown
}

export interface Recomputation {
  readonly id: string
  readonly cases: number
  readonly moved: number
  readonly newlyOverdue: number
  readonly newlySaved: number
  readonly samples: readonly { readonly id: string; readonly number: string; readonly duty: string; readonly before: Day | null; readonly after: Day | null }[]
}
