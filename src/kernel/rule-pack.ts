// What a rule pack says: duties with their limits, extensions and pauses, each with its article, as plain data.

import type { CalendarEdition } from './calendar.ts'
import type { Day, Instant, Zone } from './time.ts'
import type { Wording } from './words.ts'

export type Unit = 'natural-day' | 'working-day' | 'working-minute' | 'natural-minute'
export type Tier = 'complex' | 'special'

/** Where a rule stands: a short code ("No.3 Art. 18") and the full name in both languages. */
export interface Source extends Wording {
  readonly code: string
}

/** Something that happened to a case. Fields beyond `type` and `at` belong to certain types (see `FactRule.needs`). */
export interface Fact {
  readonly type: string
  readonly at: Instant
  /** Names the pack that the fact is for; without it the fact is for all (an extension: for the leading one). */
  readonly pack?: string | undefined
  readonly tier?: Tier | undefined
  readonly reason?: string | undefined
  readonly ground?: 'own-error' | 'new-facts' | 'order' | undefined
  /** Whose decision it is; a decision of the head office has no re-check. */
  readonly level?: 'head' | 'branch' | undefined
  /** When the notice reached the person, where that is known and later than when it was given. */
  readonly deliveredAt?: Instant | undefined
  /** The last day that a regulator's letter sets. */
  readonly dueOn?: Day | undefined
}

export interface Extension {
  readonly tier: Tier
  readonly title: Wording
  /** The limit in all, counted from the start, not what is added. */
  readonly total: number
  /** The tier that must have been granted before. */
  readonly after?: Tier
  readonly source: Source
  readonly approver: Wording
  readonly notice: 'required' | 'policy'
}

export interface PauseRule {
  readonly reason: string
  readonly title: Wording
  readonly source: Source
}

/** A fact that is allowed only while a clock is open; `until: 'due'`, only before its limit has passed. */
export interface Admission {
  readonly fact: string
  readonly until: 'due' | 'finish'
  readonly refusals: Readonly<Record<'absent' | 'over' | 'used', Wording & { readonly code: string }>>
}

/**
 * One clock's definition. Facts are named by type, or as `reopened/order` by type and ground.
 * A start while the clock runs opens a new cycle, unless the duty is `parallel` (each start is a clock of its own).
 */
export interface Duty {
  readonly name: string
  readonly title: Wording
  /** Whose duty or right it is; only the bank's own duties lead a case and ring. */
  readonly owner: 'bank' | 'consumer' | 'regulator'
  readonly basis: 'law' | 'policy'
  readonly unit: Unit
  readonly limit: number
  /** Calendar months instead of a limit: from 31 August six months end on 28 February. */
  readonly months?: number
  /** The limit is the day that the starting fact names. */
  readonly limitFrom?: 'dueOn'
  readonly source: Source
  readonly startOn: readonly string[]
  /** The clock counts from this field of the starting fact where it is given. */
  readonly startAt?: 'deliveredAt'
  /** Not started by a decision of this level. */
  readonly notFor?: 'head'
  readonly parallel?: true
  /** The finished clock goes on from its first start, as if it had not been finished. */
  readonly continuesOn?: readonly string[]
  readonly metBy: readonly string[]
  readonly endedBy: readonly string[]
  /** A right that ends unused when its limit passes; it is never overdue. */
  readonly lapses?: true
  /** Whether a last day that is a rest day stays (default) or moves to the next working day. */
  readonly lastDay?: 'keep' | 'next-working-day'
  readonly extensions?: readonly Extension[]
  readonly pauses?: readonly PauseRule[]
  readonly admits?: readonly Admission[]
}

export type Phase = 'unopened' | 'open' | 'finished'

export interface FactRule {
  readonly title: Wording
  readonly in: readonly Phase[]
  readonly to?: Phase
  readonly needs?: readonly ('tier' | 'reason' | 'ground' | 'dueOn')[]
}

/** Which facts a kind of case knows and in which order they make sense. */
export interface FactOrder {
  readonly opening: string
  readonly facts: Readonly<Record<string, FactRule>>
}

export interface RulePack {
  readonly id: string
  readonly version: string
  readonly title: Wording
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
  readonly zone: Zone
  /** Name of the calendar its working days and rest days are read from; null where it needs none. */
  readonly calendar: string | null
  /** An extension that names no pack is for this one. */
  readonly leads?: true
  /** The rule that would move a last day off a rest day; shown for information. */
  readonly restDays?: Source
  readonly order: FactOrder
  /** The article behind a fact, cited when the fact is refused. */
  readonly articles: Readonly<Record<string, Source>>
  readonly duties: readonly Duty[]
}

/** Every version of every pack, and every edition of every calendar, that was ever published. */
export interface Rulebook {
  readonly packs: readonly RulePack[]
  readonly calendars: readonly CalendarEdition[]
}

/** What is wrong with a pack, in words for its author; empty when it can be used. A state that nothing leads to or out of is a fault. */
export function findPackFaults(pack: RulePack): string[] {
  const names = pack.duties.map(duty => duty.name)
  const twice = names.filter((name, index) => names.indexOf(name) !== index).map(name => `${name}: named twice`)
  return [...twice, ...pack.duties.flatMap(duty => dutyFaults(pack, duty).map(fault => `${duty.name}: ${fault}`))]
}

function dutyFaults(pack: RulePack, duty: Duty): string[] {
  const faults: string[] = []
  if (duty.startOn.length === 0) faults.push('nothing starts it')
  if (duty.metBy.length === 0 && !duty.lapses) faults.push('nothing meets it')
  const named = [...duty.startOn, ...duty.metBy, ...duty.endedBy, ...(duty.continuesOn ?? [])]
  for (const name of named) if (!isKnown(pack.order, name)) faults.push(`no such fact: ${name}`)
  const finishing = [...duty.metBy, ...duty.endedBy]
  for (const name of duty.startOn) if (finishing.includes(name)) faults.push(`${name} both starts and finishes it`)
  for (const name of duty.continuesOn ?? [])
    if (duty.startOn.includes(name)) faults.push(`${name} starts and continues it`)
  if (!duty.limitFrom && !duty.months && !(duty.limit > 0)) faults.push('no limit')
  if (duty.unit.startsWith('working') && pack.calendar === null) faults.push('working time without a calendar')
  const reasons = (duty.pauses ?? []).map(pause => pause.reason)
  if (new Set(reasons).size < reasons.length) faults.push('a pause reason stands twice')
  let total = duty.limit
  const granted: Tier[] = []
  for (const extension of duty.extensions ?? []) {
    if (extension.total <= total) faults.push(`extension ${extension.tier} does not extend`)
    if (extension.after && !granted.includes(extension.after))
      faults.push(`extension ${extension.tier} is out of reach`)
    total = extension.total
    granted.push(extension.tier)
  }
  return faults
}

function isKnown(order: FactOrder, name: string): boolean {
  const [type = '', ground] = name.split('/')
  const rule = order.facts[type]
  return rule !== undefined && (ground === undefined || (rule.needs ?? []).includes('ground'))
}
