// Rule packs, calendars and re-computations as the server answers them.

import type { Day, Instant } from '../../../kernel/time.ts'
import type { Wording } from '../../../kernel/words.ts'

export interface SourceView extends Wording {
  readonly code: string
}

/** How a text stands; what came with the product was never drafted. */
export interface Standing {
  readonly state: 'built-in' | 'draft' | 'published' | 'withdrawn'
  readonly draftedBy: string | null
  readonly publishedBy: string | null
  readonly reason: string | null
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
  readonly extensions?: readonly {
    readonly tier: string
    readonly title: Wording
    readonly total: number
    readonly source: SourceView
  }[]
  readonly pauses?: readonly { readonly reason: string; readonly title: Wording; readonly source: SourceView }[]
}

export interface PackView {
  readonly id: string
  readonly version: string
  readonly title: Wording
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
  readonly duties: readonly DutyView[]
  readonly standing?: Standing
}

export interface CalendarView {
  readonly id: string
  readonly calendar: string
  readonly zone: string
  readonly source: string
  readonly years: Readonly<
    Record<string, { readonly holidays?: readonly string[]; readonly workdays?: readonly string[] }>
  >
  readonly hours: readonly (readonly number[])[]
  readonly standing?: Standing
}

/** A text of either kind. */
export type RuleText =
  | { readonly kind: 'pack'; readonly of: PackView }
  | { readonly kind: 'calendar'; readonly of: CalendarView }

/** Where a text lives on the wire. */
export function addressOf(text: RuleText): string {
  return text.kind === 'pack' ? `/api/rule-packs/${text.of.id}/${text.of.version}` : `/api/calendars/${text.of.id}`
}

export interface Recomputation {
  readonly id: string
  readonly subject: { readonly pack: string; readonly version: string } | { readonly edition: string }
  readonly state: 'asked' | 'previewed' | 'ordered' | 'applied'
  readonly reason: string | null
  readonly askedBy: string
  readonly askedAt: Instant
  readonly cases: number
  readonly moved: number
  readonly unchanged: number
  readonly unlawful: number
  readonly newlyOverdue: number
  readonly newlySaved: number
  readonly applied: number
  readonly samples: readonly {
    readonly id: string
    readonly number: string
    readonly duty: string
    readonly before: Day | null
    readonly after: Day | null
  }[]
}
