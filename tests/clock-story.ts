// How stories of clocks are told in tests: dated lines in Beijing time, and the question "how do the clocks stand?".

import { CURRENT_EDITIONS } from '../src/kernel/calendar-editions.ts'
import { type Clock, clocksOf, evaluate } from '../src/kernel/clock.ts'
import type { ClockRefusal } from '../src/kernel/clock-refusal.ts'
import { isClockRefusal } from '../src/kernel/clock-refusal.ts'
import type { Fact, RulePack } from '../src/kernel/rule-pack.ts'
import type { Instant } from '../src/kernel/time.ts'
import { getInstant } from '../src/kernel/time.ts'
import { findRulePack } from '../src/modules/complaints/rules/policy.ts'

/** `2026-03-01 10:00` in Beijing; noon when no time is given; seconds and an offset of its own are kept. */
export function at(moment: string): Instant {
  const [day, time = '12:00'] = moment.split(' ')
  if (time.includes('Z') || time.includes('+')) return getInstant(`${day}T${time}`)
  return getInstant(`${day}T${time.length === 5 ? `${time}:00` : time}+08:00`)
}

export type Line = readonly [
  type: string,
  moment: string,
  more?: Omit<Partial<Fact>, 'deliveredAt'> & { deliveredAt?: Instant },
]

export function factsOf(lines: readonly Line[]): Fact[] {
  return lines.map(([type, moment, more]) => ({ type, at: at(moment), ...more }))
}

export function packsOf(ids: string | readonly string[]): RulePack[] {
  return [ids].flat().map(id => {
    const pack = findRulePack(id)
    if (!pack) throw new RangeError(`no pack ${id}`)
    return pack
  })
}

export function clocksAt(ids: string | readonly string[], lines: readonly Line[], now: string): Clock[] {
  return clocksOf(packsOf(ids), factsOf(lines), { now: at(now), calendars: CURRENT_EDITIONS })
}

/** The clock of one duty; throws when there is none or more than one. */
export function clockAt(ids: string | readonly string[], duty: string, lines: readonly Line[], now: string): Clock {
  const found = clocksAt(ids, lines, now).filter(clock => clock.duty === duty)
  if (found.length !== 1 || !found[0]) throw new RangeError(`${found.length} clocks of ${duty}`)
  return found[0]
}

export function refusalOf(ids: string | readonly string[], lines: readonly Line[], now: string): ClockRefusal {
  const answer = evaluate(packsOf(ids), factsOf(lines), { now: at(now), calendars: CURRENT_EDITIONS })
  if (!isClockRefusal(answer)) throw new RangeError(`accepted: ${JSON.stringify(lines)}`)
  return answer
}
