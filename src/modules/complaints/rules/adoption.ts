// A re-computation reaches a complaint: other versions from now on, finished clocks as they were, nothing sent a second time.

import type { Alarm } from '../../../kernel/module.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { alarmsOf, clocksOf, clocksUnder, cyclesOf, rungMark } from './clocks.ts'
import type { Complaint, Pinned, RecordedFact } from './complaint.ts'
import type { Decider, Scene } from './scene.ts'

/** An alarm that is not rung for an adoption: its step had rung before, or lies in the past only since the rules changed. */
interface NotSent extends Alarm {
  readonly why: 'retroactive' | 'rung-before'
}

/**
 * Keeps other regimes from now on. Does nothing for a closed case and for one that keeps them already; refuses when the
 * facts of the case would not be lawful under them.
 */
export const adopt: Decider<'policy-adoption'> = (command, scene) => {
  const { complaint, now, answers } = scene
  const { regimes, run } = command
  if (complaint.closedAt !== null || isSame(complaint.regimes, regimes)) return []
  const refused = clocksUnder(complaint, regimes, { now, rulebook: answers })
  if (isRefusal(refused)) return refused
  const finished = clocksOf(complaint, now, answers)
    .flatMap(cyclesOf)
    .filter(([, clock]) => clock.metAt !== null || clock.endedAt !== null)
    .map(([name]) => name)
  const notSent = silenced({ ...complaint, ...moved(complaint, { at: now, regimes, finished }) }, scene)
  return [{ type: 'policy-adopted', regimes, run, finished, notSent }]
}

/** What `policy-adopted` means for the complaint. */
export function adopted(fact: RecordedFact, state: Complaint): Partial<Complaint> {
  const regimes = fact.regimes as readonly Pinned[]
  const finished = (fact.finished as readonly string[] | undefined) ?? []
  const notSent = (fact.notSent as readonly NotSent[] | undefined) ?? []
  return {
    ...moved(state, { at: fact.at, regimes, finished }),
    rung: [...state.rung, ...notSent.map(rungMark)],
  }
}

function moved(
  state: Complaint,
  to: { at: RecordedFact['at']; regimes: readonly Pinned[]; finished: readonly string[] },
): Partial<Complaint> {
  const before = { at: to.at, regimes: state.regimes, finished: to.finished }
  return { regimes: to.regimes, adoptions: [...(state.adoptions ?? []), before] }
}

// What was due under the old rules and has not rung yet, because the server was off, still rings.
function silenced(after: Complaint, { complaint, now, answers }: Scene): NotSent[] {
  const awaited = new Set(
    alarmsOf(complaint, now, answers)
      .filter(alarm => alarm.at <= now)
      .map(alarm => alarm.key),
  )
  const rungBefore = new Set(complaint.rung.map(mark => mark.slice(0, mark.lastIndexOf('@'))))
  return alarmsOf(after, now, answers).flatMap((alarm): NotSent[] => {
    if (rungBefore.has(alarm.key)) return [{ ...alarm, why: 'rung-before' }]
    return alarm.at <= now && !awaited.has(alarm.key) ? [{ ...alarm, why: 'retroactive' }] : []
  })
}

function isSame(one: readonly Pinned[], other: readonly Pinned[]): boolean {
  return (
    one.length === other.length &&
    one.every((each, index) => {
      const twin = other[index]
      return each.pack === twin?.pack && each.version === twin.version && each.calendarEdition === twin.calendarEdition
    })
  )
}
