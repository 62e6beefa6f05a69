// What the rulebook keeps: versions of packs, editions of calendars, re-computations; their commands and their facts.

import type { CalendarEdition } from '../../../kernel/calendar.ts'
import type { Named, Recorded } from '../../../kernel/module.ts'
import type { Organisation } from '../../../kernel/organisation.ts'
import type { Rulebook, RulePack } from '../../../kernel/rule-pack.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Effects } from './effects.ts'

/**
 * A version as its author writes it. Its order of facts belongs to the product, not to a version, and is that of the
 * version before; its end is the day before the next version begins.
 */
export type PackText = Omit<RulePack, 'order' | 'effectiveTo'>

/** Whom a change reaches. By law a case keeps the version it began with, unless the new text says otherwise. */
export type Scope = 'new-cases' | 'open-cases'

interface Life {
  readonly status: 'draft' | 'published' | 'withdrawn'
  /** How often it was drafted: a preview is of one draft. */
  readonly round: number
  readonly draftedBy: string
  readonly draftedAt: Instant
  readonly publishedBy: string | null
  readonly publishedAt: Instant | null
  readonly scope: Scope | null
  readonly reason: string | null
}

export interface PackState extends Life {
  readonly record: 'pack'
  readonly text: PackText
}

export interface CalendarState extends Life {
  readonly record: 'calendar'
  readonly text: CalendarEdition
}

export type TextState = PackState | CalendarState

/** A version of a pack, or an edition of a calendar. */
export type Subject =
  | { readonly kind: 'pack'; readonly pack: string; readonly version: string }
  | { readonly kind: 'calendar'; readonly edition: string }

export interface Applied {
  /** Cases that keep the new text from now on. */
  readonly applied: number
  /** Cases whose facts would not be lawful under it; they keep what they had. */
  readonly unlawful: number
  /** Alarms that are not rung for it. */
  readonly notSent: number
}

export interface RecomputationState {
  readonly record: 'recomputation'
  readonly id: string
  readonly subject: Subject
  readonly scope: Scope
  readonly reason: string | null
  /** The draft that was previewed; 0 for a text the product came with. */
  readonly round: number
  readonly stage: 'asked' | 'previewed' | 'ordered' | 'applied'
  readonly askedBy: string
  readonly askedAt: Instant
  readonly previewedAt: Instant | null
  readonly preview: Effects | null
  readonly orderedBy: string | null
  readonly orderedAt: Instant | null
  readonly appliedAt: Instant | null
  readonly result: Applied | null
}

export type RulebookState = TextState | RecomputationState

export type RulebookCommand =
  | { readonly type: 'draft-pack'; readonly text: PackText }
  | { readonly type: 'draft-calendar'; readonly text: CalendarEdition }
  | { readonly type: 'publish'; readonly scope: Scope; readonly reason: string | null }
  | { readonly type: 'withdraw'; readonly reason: string }
  | {
      readonly type: 'ask'
      readonly id: string
      readonly subject: Subject
      readonly scope: Scope
      readonly reason: string | null
    }
  | { readonly type: 'preview'; readonly effects: Effects }
  | { readonly type: 'order' }
  | { readonly type: 'finish'; readonly result: Applied }
  | { readonly type: 'ring' }

export type RulebookFact =
  | { readonly type: 'pack-drafted'; readonly text: PackText }
  | { readonly type: 'calendar-drafted'; readonly text: CalendarEdition }
  | { readonly type: 'published'; readonly scope: Scope; readonly reason: string | null }
  | { readonly type: 'draft-withdrawn'; readonly reason: string }
  | {
      readonly type: 'recomputation-asked'
      readonly id: string
      readonly subject: Subject
      readonly scope: Scope
      readonly reason: string | null
      readonly round: number
    }
  | { readonly type: 'recomputation-previewed'; readonly effects: Effects }
  | { readonly type: 'recomputation-ordered' }
  | ({ readonly type: 'recomputation-applied' } & Applied)

/** What is known before a decision: the organisation, what is in force, and every text that was ever written. */
export interface RulebookAnswers {
  readonly organisation: Organisation
  readonly rulebook: Rulebook
  readonly texts: readonly TextState[]
}

export function packCase(id: string, version: string): string {
  return `pack:${id}:${version}`
}

export function calendarCase(edition: string): string {
  return `calendar:${edition}`
}

export function recomputationCase(id: string): string {
  return `recomputation:${id}`
}

/** What a fact means. Throws `RangeError` on a chain that does not begin with a draft or a question. */
export function evolve(state: RulebookState | null, fact: Recorded<RulebookFact>): RulebookState {
  if (fact.type === 'pack-drafted') return { record: 'pack', text: fact.text, ...drafted(state, fact) }
  if (fact.type === 'calendar-drafted') return { record: 'calendar', text: fact.text, ...drafted(state, fact) }
  if (fact.type === 'recomputation-asked') return begun(fact)
  if (state === null) throw new RangeError(`nothing begins with ${fact.type}`)
  return state.record === 'recomputation' ? evolveRecomputation(state, fact) : evolveText(state, fact)
}

function drafted(state: RulebookState | null, fact: Recorded<Named>): Life {
  const round = state !== null && state.record !== 'recomputation' ? state.round + 1 : 1
  return {
    status: 'draft',
    round,
    draftedBy: personOf(fact.by),
    draftedAt: fact.at,
    publishedBy: null,
    publishedAt: null,
    scope: null,
    reason: null,
  }
}

function evolveText(state: TextState, fact: Recorded<RulebookFact>): TextState {
  if (fact.type === 'published') {
    const { scope, reason } = fact
    return { ...state, status: 'published', publishedBy: personOf(fact.by), publishedAt: fact.at, scope, reason }
  }
  return fact.type === 'draft-withdrawn' ? { ...state, status: 'withdrawn', reason: fact.reason } : state
}

function begun(fact: Recorded<Extract<RulebookFact, { type: 'recomputation-asked' }>>): RecomputationState {
  const { id, subject, scope, reason, round } = fact
  return {
    record: 'recomputation',
    ...{ id, subject, scope, reason, round },
    stage: 'asked',
    askedBy: personOf(fact.by),
    askedAt: fact.at,
    previewedAt: null,
    preview: null,
    orderedBy: null,
    orderedAt: null,
    appliedAt: null,
    result: null,
  }
}

function evolveRecomputation(state: RecomputationState, fact: Recorded<RulebookFact>): RecomputationState {
  switch (fact.type) {
    case 'recomputation-previewed':
      return { ...state, stage: 'previewed', previewedAt: fact.at, preview: fact.effects }
    case 'recomputation-ordered':
      return { ...state, stage: 'ordered', orderedBy: personOf(fact.by), orderedAt: fact.at }
    case 'recomputation-applied': {
      const { applied, unlawful, notSent } = fact
      return { ...state, stage: 'applied', appliedAt: fact.at, result: { applied, unlawful, notSent } }
    }
    default:
      return state
  }
}

function personOf(signature: string): string {
  return signature.slice(signature.indexOf(':') + 1)
}
