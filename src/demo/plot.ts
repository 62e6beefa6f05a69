// A case of the demonstration while it is being plotted: who holds it, what time it is, what has been scripted so far.

import type { z } from 'zod'
import { dayNumberAt, epochMs, type Instant, instantOf, plusMs, SHANGHAI, wallMs } from '../kernel/time.ts'
import type { bodies, Noun, registration } from '../modules/complaints/rules/contract.ts'
import type { Channel, Matter } from '../modules/complaints/rules/vocabulary.ts'
import type { Chance } from '../platform/clock.ts'
import { awayOn } from './cast.ts'
import { dayLater, workLater } from './office-hours.ts'
import type { Consumer } from './person.ts'
import type { Tale } from './tale.ts'
import { workText } from './work-text.ts'

/** A body before it is sealed, as it would come over the wire. */
export type Plain<N extends Noun> = z.input<(typeof bodies)[N]>
export type PlainRegistration = z.input<typeof registration>

/** A command to be given at a moment: by a person of the bank, or `consumer`. */
export interface Step {
  readonly at: Instant
  readonly by: string
  /** Colleagues for whom that person stands in at the moment. */
  readonly standsInFor: readonly string[]
  readonly noun: 'registration' | Noun
  readonly body: PlainRegistration | Plain<Noun>
}

/** The life of one case, in order of time, the registration first. */
export interface Script {
  readonly id: string
  /** What the author meant to show: `simple`, `extended`, `merged`. */
  readonly plan: string
  readonly situation: string
  /** The branch where it happened. */
  readonly branch: string
  readonly steps: readonly Step[]
  /** The case into which this one goes. */
  readonly into: string | null
}

export interface Plot {
  readonly id: string
  readonly chance: Chance
  /** The first day of the demonstration: nothing is scripted after it. */
  readonly now: Instant
  readonly plan: string
  readonly consumer: Consumer
  readonly channel: Channel
  readonly matter: Matter
  /** Where it happened. */
  readonly unit: string
  readonly branch: string
  readonly tale: Tale
  readonly respondents: readonly string[]
  readonly receivedAt: Instant
  readonly byCentralBank: boolean
  readonly major: boolean
  readonly steps: Step[]
  at: Instant
  firstOwner: string | null
  owner: string
  ownerUnit: string
  readonly handlers: string[]
  approvedBy: string | null
  outsideNumber: string | null
  /** The last day of the answer under each order, as far as the script has moved it. */
  dueDays: { from: Instant; limit: number; paused: number; centralBank: number }
  toldAt: Instant | null
  deliveredAt: Instant | null
  upheld: boolean
  /** The first contact, answered or not: the investigation may not begin before it. */
  contactedAt: Instant | null
}

/** The first instant that is too late for the answer. */
export function dueAt(plot: Plot): Instant {
  const { from, limit, paused, centralBank } = plot.dueDays
  const supervised = endAfter(from, limit + paused)
  if (!plot.byCentralBank) return supervised
  const transferred = endAfter(plot.receivedAt, centralBank)
  return transferred < supervised ? transferred : supervised
}

function endAfter(from: Instant, days: number): Instant {
  return instantOf(wallMs(dayNumberAt(epochMs(from), SHANGHAI) + days + 1, SHANGHAI))
}

/** Some working minutes later; by day, weekends too, when the limit would pass meanwhile. */
export function work(plot: Plot, from: number, to: number): void {
  const minutes = plot.chance.whole({ from, to })
  const next = workLater(plot.at, minutes)
  const passes = plot.toldAt === null && next >= dueAt(plot) && plot.at < dueAt(plot)
  plot.at = passes ? dayLater(plot.at, Math.min(minutes, 90)) : next
}

/** Moves to a moment unless the case is already past it. */
export function until(plot: Plot, at: Instant): void {
  if (at > plot.at) plot.at = at
  else work(plot, 5, 60)
}

/** Scripts a command at the plot's time, by a person or whoever stands in for them, or by the consumer. */
export function act<N extends Noun>(plot: Plot, by: string, noun: N, body: Plain<N>): void {
  plot.steps.push(stepOf(plot, plot.at, by, noun, body))
  plot.at = plusMs(plot.at, plot.chance.whole({ from: 61_000, to: 260_000 }))
}

/** Scripts a command beside the course of the case: it takes its place by its time. */
export function beside<N extends Noun>(plot: Plot, at: Instant, by: string, noun: N, body: Plain<N>): void {
  plot.steps.push(stepOf(plot, at, by, noun, body))
}

/** One of the bank's phrases about this case. */
export function phrase(plot: Plot, list: readonly string[], more: Readonly<Record<string, string>> = {}): string {
  const { situation } = plot.tale
  const values: Readonly<Record<string, string>> = {
    right: situation.right,
    wrong: situation.wrong,
    root: situation.root,
    ask: [...(plot.tale.requests[0]?.text ?? '')].slice(0, 24).join(''),
    mood: plot.chance.pick(['平稳', '较激动', '焦急', '克制', '不满但配合']),
    ...more,
  }
  const text = plot.chance.pick(list).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  return plot.tale.fill(text)
}

export function phraseOf(plot: Plot, name: keyof typeof workText): string {
  const list = workText[name]
  return Array.isArray(list) ? phrase(plot, list as readonly string[]) : ''
}

function stepOf<N extends Noun>(plot: Plot, at: Instant, by: string, noun: N, body: Plain<N>): Step {
  const standIn = by === 'consumer' ? null : awayOn(by, { at, now: plot.now })
  return standIn ? { at, by: standIn, standsInFor: [by], noun, body } : { at, by, standsInFor: [], noun, body }
}
