// A cycle of a duty as the facts have made it so far, and what is to be counted for it.

import type { CalendarEdition, Span } from './calendar.ts'
import type { Step } from './clock-timeline.ts'
import type { Count, Due } from './clock-unit.ts'
import { reckon } from './clock-unit.ts'
import type { Duty, Extension, Fact, Phase, RulePack } from './rule-pack.ts'

export interface Spell {
  readonly reason: string
  readonly from: number
  to: number | null
}

/** One cycle of one duty. */
export interface Run {
  readonly pack: RulePack
  readonly duty: Duty
  readonly cycle: number
  readonly start: Step
  readonly startMs: number
  readonly baseLimit: number
  limit: number
  readonly granted: { readonly extension: Extension; readonly ms: number }[]
  finish: { readonly step: Step; readonly kind: 'met' | 'ended' | 'superseded' } | null
  /** Finishes that an error of the institution's own undid. */
  readonly undone: { readonly step: Step; readonly by: Step }[]
}

export interface Journal {
  readonly packs: readonly RulePack[]
  readonly editions: readonly (CalendarEdition | null)[]
  /** Cycles of each duty of each pack, in the packs' order. */
  readonly runs: Run[][][]
  readonly pauses: Spell[]
  phase: Phase
  finishedBy: string | null
  level: Fact['level']
}

/** What to count for a cycle as things stood at `ms`: open pauses end then, and what came later is not known. */
export function countOf(journal: Journal, run: Run, ms: number): Count {
  const { pack, duty } = run
  const edition = journal.editions[journal.packs.indexOf(pack)] ?? null
  const pauses = pausesOf(journal, run, ms)
  const moveRestDay = duty.lastDay === 'next-working-day'
  return { unit: duty.unit, zone: pack.zone, edition, startMs: run.startMs, limit: run.limit, pauses, moveRestDay }
}

/** The due date of a cycle as things stood at `ms`. */
export function dueAsOf(journal: Journal, run: Run, ms: number): Due {
  return reckon(countOf(journal, run, ms)).due
}

/** Whether a pause may count for a cycle: its reason is one the duty allows and it had begun by `ms`, and not ended before the cycle. */
export function concerns(run: Run, spell: Spell, ms: number): boolean {
  if (spell.from > ms || (spell.to !== null && spell.to < run.startMs)) return false
  return run.duty.pauses?.some(rule => rule.reason === spell.reason) ?? false
}

/** A pause as a cycle sees it at `ms`: what lay before the cycle's start is cut off. */
export function clipped(run: Run, spell: Spell, ms: number): Span {
  const from = Math.max(spell.from, run.startMs)
  return { from, to: Math.max(from, Math.min(spell.to ?? ms, ms)) }
}

function pausesOf(journal: Journal, run: Run, ms: number): readonly Span[] {
  if (journal.pauses.length === 0 || !run.duty.pauses) return NO_PAUSES
  const spans: Span[] = []
  for (const spell of journal.pauses) if (concerns(run, spell, ms)) spans.push(clipped(run, spell, ms))
  return spans
}

const NO_PAUSES: readonly Span[] = []
