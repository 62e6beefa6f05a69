// What a change does to the clocks of a case, before and after, and the sum of it over all cases.

import type { Clock } from '../../../kernel/clock.ts'
import type { Day } from '../../../kernel/time.ts'

/** A clock that would stand otherwise; null on the side on which there is none. */
export interface Move {
  readonly pack: string
  readonly duty: string
  readonly before: Day | null
  readonly after: Day | null
  readonly beforeAt: string | null
  readonly afterAt: string | null
  readonly beforeProvisional: boolean
  readonly afterProvisional: boolean
}

export interface CaseEffect {
  readonly moves: readonly Move[]
  readonly isMoved: boolean
  /** A provisional date that the change makes firm, moved or not. */
  readonly isFirm: boolean
  readonly isNewlyOverdue: boolean
  readonly isNewlySaved: boolean
}

export interface Sample extends Move {
  readonly module: string
  readonly id: string
  readonly number: string
}

/** Cases, unless it says clocks. Every case is `moved`, `unchanged` or `unlawful`. */
export interface Effects {
  readonly cases: number
  readonly moved: number
  readonly unchanged: number
  /** Cases whose facts would not be lawful under the change: they will keep what they have. */
  readonly unlawful: number
  readonly firm: number
  readonly newlyOverdue: number
  readonly newlySaved: number
  readonly clocksEarlier: number
  readonly clocksLater: number
  readonly clocksGone: number
  readonly clocksNew: number
  /** Those that move first, then those that become firm; 200 at most. */
  readonly samples: readonly Sample[]
}

export const NO_EFFECTS: Effects = {
  cases: 0,
  moved: 0,
  unchanged: 0,
  unlawful: 0,
  firm: 0,
  newlyOverdue: 0,
  newlySaved: 0,
  clocksEarlier: 0,
  clocksLater: 0,
  clocksGone: 0,
  clocksNew: 0,
  samples: [],
}

const MOST_SAMPLES = 200

/** Compares the clocks that are not finished. What is finished before stays as it is, whatever the change would make of it. */
export function effectOn(before: readonly Clock[], after: readonly Clock[]): CaseEffect {
  const earlier = new Map(before.map(clock => [nameOf(clock), clock]))
  const later = new Map(after.map(clock => [nameOf(clock), clock]))
  const pairs: [Clock | null, Clock | null][] = [
    ...before.filter(isUnfinished).map((clock): [Clock, Clock | null] => [clock, later.get(nameOf(clock)) ?? null]),
    ...after
      .filter(clock => isUnfinished(clock) && !earlier.has(nameOf(clock)))
      .map((clock): [null, Clock] => [null, clock]),
  ]
  const changed = pairs.filter(([old, now]) => old?.dueAt !== now?.dueAt || old?.provisional !== now?.provisional)
  return {
    moves: changed.map(([old, now]) => moveOf(old, now)),
    isMoved: changed.some(([old, now]) => old?.dueAt !== now?.dueAt),
    isFirm: changed.some(([old, now]) => old?.provisional === true && now !== null && !now.provisional),
    isNewlyOverdue: pairs.some(([old, now]) => !isOverdue(old) && isOverdue(now)),
    isNewlySaved: pairs.some(([old, now]) => isOverdue(old) && !isOverdue(now)),
  }
}

/** Adds a case to the sum; null is a case whose facts would not be lawful under the change. */
export function plus(
  sum: Effects,
  place: { module: string; id: string; number: string },
  effect: CaseEffect | null,
): Effects {
  if (effect === null) return { ...sum, cases: sum.cases + 1, unlawful: sum.unlawful + 1 }
  const moved = effect.moves.filter(move => move.beforeAt !== move.afterAt)
  return {
    cases: sum.cases + 1,
    moved: sum.moved + Number(effect.isMoved),
    unchanged: sum.unchanged + Number(!effect.isMoved),
    unlawful: sum.unlawful,
    firm: sum.firm + Number(effect.isFirm),
    newlyOverdue: sum.newlyOverdue + Number(effect.isNewlyOverdue),
    newlySaved: sum.newlySaved + Number(effect.isNewlySaved),
    clocksEarlier: sum.clocksEarlier + moved.filter(each => direction(each) === 'earlier').length,
    clocksLater: sum.clocksLater + moved.filter(each => direction(each) === 'later').length,
    clocksGone: sum.clocksGone + moved.filter(each => each.afterAt === null).length,
    clocksNew: sum.clocksNew + moved.filter(each => each.beforeAt === null).length,
    samples: effect.moves.length === 0 ? sum.samples : sampled(sum.samples, place, effect),
  }
}

function sampled(
  samples: readonly Sample[],
  place: { module: string; id: string; number: string },
  effect: CaseEffect,
): readonly Sample[] {
  const own = effect.moves.map(move => ({ ...place, ...move }))
  if (samples.length + own.length <= MOST_SAMPLES) return [...samples, ...own]
  if (!effect.isMoved) return samples
  const isMove = (each: Move) => each.beforeAt !== each.afterAt
  const all = [...samples, ...own]
  return [...all.filter(isMove), ...all.filter(each => !isMove(each))].slice(0, MOST_SAMPLES)
}

function isUnfinished(clock: Clock): boolean {
  return clock.metAt === null && clock.endedAt === null
}

function isOverdue(clock: Clock | null): boolean {
  return clock !== null && clock.owner === 'bank' && clock.isLate
}

function nameOf(clock: Clock): string {
  return `${clock.pack}/${clock.duty}/${clock.cycle}`
}

function moveOf(old: Clock | null, now: Clock | null): Move {
  const clock = old ?? now
  return {
    pack: clock?.pack ?? '',
    duty: clock?.duty ?? '',
    before: old?.dueOn ?? null,
    after: now?.dueOn ?? null,
    beforeAt: old?.dueAt ?? null,
    afterAt: now?.dueAt ?? null,
    beforeProvisional: old?.provisional ?? false,
    afterProvisional: now?.provisional ?? false,
  }
}

function direction({ beforeAt, afterAt }: Move): 'earlier' | 'later' | null {
  if (beforeAt === null || afterAt === null) return null
  return afterAt < beforeAt ? 'earlier' : 'later'
}
