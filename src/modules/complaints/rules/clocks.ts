// The clocks of a complaint: its pinned rules over its facts; what a further fact would do; what happens when one rings.

import type { CalendarEdition } from '../../../kernel/calendar.ts'
import {
  type AlarmStep,
  alarmTimes,
  type Clock,
  evaluate,
  clocksOf as evaluated,
  nextDue,
} from '../../../kernel/clock.ts'
import { type ClockRefusal, isClockRefusal } from '../../../kernel/clock-refusal.ts'
import type { Alarm } from '../../../kernel/module.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Fact as ClockFact, Rulebook, RulePack } from '../../../kernel/rule-pack.ts'
import type { Instant } from '../../../kernel/time.ts'
import { append } from './clock-fact.ts'
import type { Adoption, Complaint, Fact, Pinned } from './complaint.ts'
import type { Decided, Scene } from './scene.ts'

/** Every clock of a complaint at an instant, under the versions and editions it keeps. Throws `RangeError` when its facts are not lawful. */
export function clocksOf(complaint: Complaint, now: Instant, rulebook: Rulebook): Clock[] {
  const known = reckoned.get(complaint)
  if (known && known.now === now && known.packs === rulebook.packs && known.calendars === rulebook.calendars) {
    return known.clocks
  }
  const clocks = reckon(complaint, now, rulebook)
  reckoned.set(complaint, { now, packs: rulebook.packs, calendars: rulebook.calendars, clocks })
  return clocks
}

// The desk, the alarms and the answer ask for the same clocks of the same state at the same instant.
const reckoned = new WeakMap<Complaint, Rulebook & { readonly now: Instant; readonly clocks: Clock[] }>()

function reckon(complaint: Complaint, now: Instant, rulebook: Rulebook): Clock[] {
  const { packs, calendars } = pinnedRules(complaint.regimes, rulebook)
  if (packs.length === 0) return []
  const clocks = evaluated(packs, complaint.clockFacts, { now, calendars })
  // What was finished before the first of several adoptions stays under the rules of that time, so the first comes last.
  return (complaint.adoptions ?? []).reduceRight((standing, adoption) => {
    const before = pinnedRules(adoption.regimes, rulebook)
    const known = complaint.clockFacts.filter(fact => fact.at <= adoption.at)
    const then = evaluate(before.packs, known, { now, calendars: before.calendars })
    return isClockRefusal(then) ? standing : withFinished(standing, adoption, then)
  }, clocks)
}

/** The clocks of a complaint as other regimes would make them of the same facts, or why these would not be lawful. */
export function clocksUnder(
  complaint: Complaint,
  regimes: readonly Pinned[],
  at: { now: Instant; rulebook: Rulebook },
): Clock[] | Refusal {
  const { packs, calendars } = pinnedRules(regimes, at.rulebook)
  const answer = evaluate(packs, complaint.clockFacts, { now: at.now, calendars })
  return isClockRefusal(answer) ? asRefusal(answer) : answer
}

/** A clock and its earlier cycles, each by the name under which it is kept: pack, duty, cycle. */
export function cyclesOf(clock: Clock): readonly (readonly [name: string, cycle: Clock])[] {
  return [clock, ...clock.earlier].map(cycle => [`${cycle.pack}/${cycle.duty}/${cycle.cycle}`, cycle] as const)
}

/**
 * The bank's duty that leads the case, for display and order only: the earliest that the law sets, or a call or a
 * hand-over that somebody waits for; the house's limits on its own steps lead only where none of these runs.
 */
export function leadingClock(clocks: readonly Clock[]): Clock | null {
  return nextDue(clocks.filter(clock => clock.basis === 'law' || AWAITED.has(clock.duty))) ?? nextDue(clocks)
}

const AWAITED: ReadonlySet<string> = new Set(['first-contact', 'handover-acceptance'])

/**
 * Why a further fact would not be lawful, or null. With `receivedAt`, whether the facts would be lawful
 * had the complaint been received then.
 */
export function findClockRefusal(scene: Scene, further: ClockFact | null, receivedAt?: Instant): Refusal | null {
  const { complaint, now, answers } = scene
  const { packs, calendars } = pinnedRules(complaint.regimes, answers)
  if (packs.length === 0) return null
  const known = receivedAt ? receivedFrom(complaint.clockFacts, receivedAt) : complaint.clockFacts
  const answer = evaluate(packs, further ? append(known, further) : known, { now, calendars })
  return isClockRefusal(answer) ? asRefusal(answer) : null
}

function asRefusal(answer: ClockRefusal): Refusal {
  return {
    refused: answer.refusal === 'input' ? 'invalid' : 'conflict',
    key: answer.code,
    wording: answer.saying,
    ...(answer.source && { source: answer.source }),
    ...(answer.refusal === 'input' && { field: 'at' }),
  }
}

/** The alarms of a complaint that have not rung yet; those of the past ring at once, and say that they are late. */
export function alarmsOf(complaint: Complaint, now: Instant, rulebook: Rulebook): Alarm[] {
  // A closed case keeps its clocks to be read, and rings no more.
  if (complaint.closedAt !== null) return []
  return clocksOf(complaint, now, rulebook)
    .flatMap(alarmTimes)
    .map(({ key, at }) => ({ key, at }))
    .filter(alarm => !complaint.rung.includes(rungMark(alarm)))
}

/** What happens when the clock rings: a class changed, a supplement or a hand-over lapsed; nothing when it no longer holds. */
export function ring(key: string, scene: Scene): Decided {
  const { complaint, now, answers } = scene
  for (const clock of clocksOf(complaint, now, answers)) {
    const alarm = alarmTimes(clock).find(each => each.key === key && each.at <= now)
    if (!alarm || complaint.rung.includes(rungMark(alarm))) continue
    const rang: Fact = {
      type: RANG[alarm.step],
      key,
      duty: clock.duty,
      pack: clock.pack,
      dueOn: clock.dueOn,
      dueAt: clock.dueAt,
      rungFor: alarm.at,
    }
    return [rang, ...lapses(clock, alarm.step, complaint)]
  }
  return []
}

/** How a rung alarm is remembered: a clock that moved rings again for its new time. */
export function rungMark(alarm: { key: string; at: Instant }): string {
  return `${alarm.key}@${alarm.at}`
}

const RANG = { soon: 'came-near', today: 'fell-due', overdue: 'fell-overdue', lapsed: 'came-to-end' } as const

// A supplement that does not come never closes a case; a hand-over that nobody accepts comes back by itself.
function lapses(clock: Clock, step: AlarmStep, complaint: Complaint): Fact[] {
  if (clock.duty === 'supplement' && step === 'lapsed' && complaint.status === 'supplement')
    return [{ type: 'supplement-lapsed' }]
  const handover = clock.duty === 'handover-acceptance' && step === 'overdue'
  if (handover && complaint.handover) return [{ type: 'handover-lapsed', no: complaint.handover.no }]
  return []
}

// An adoption never touches a finished clock, unless our own error reopened it since: then it goes on under the rules in force.
function withFinished(clocks: readonly Clock[], adoption: Adoption, then: readonly Clock[]): Clock[] {
  const kept = new Map(then.flatMap(cyclesOf).filter(([name]) => adoption.finished.includes(name)))
  const standing = (clock: Clock): Clock => {
    const [name] = cyclesOf(clock)[0] ?? ['']
    const before = clock.undone.some(each => each.reopenedAt > adoption.at) ? undefined : kept.get(name)
    return { ...(before ?? clock), earlier: clock.earlier.map(standing) }
  }
  const present = new Set(clocks.flatMap(cyclesOf).map(([name]) => name))
  const gone = [...kept].filter(([name]) => !present.has(name)).map(([, clock]) => ({ ...clock, earlier: [] }))
  return [...clocks.map(standing), ...gone]
}

function receivedFrom(facts: readonly ClockFact[], at: Instant): ClockFact[] {
  return facts.map(fact => (fact.type === 'received' ? { ...fact, at } : fact))
}

function pinnedRules(
  regimes: readonly Pinned[],
  rulebook: Rulebook,
): { packs: RulePack[]; calendars: Record<string, CalendarEdition> } {
  const packs: RulePack[] = []
  const calendars: Record<string, CalendarEdition> = {}
  for (const regime of regimes) {
    const pack = rulebook.packs.find(each => each.id === regime.pack && each.version === regime.version)
    if (!pack) throw new RangeError(`the rule pack ${regime.pack} ${regime.version} is not in the rulebook`)
    packs.push(pack)
    const edition = rulebook.calendars.find(each => each.id === regime.calendarEdition)
    // One edition for the whole case: a pack that came later does not move the clocks of those before it.
    if (edition) calendars[edition.calendar] ??= edition
  }
  return { packs, calendars }
}
