// Which cases a new version or edition reaches, and what they would keep under it.

import { type CalendarEdition, changedDays } from '../../../kernel/calendar.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { Pinned } from '../../../kernel/module.ts'
import type { Rulebook } from '../../../kernel/rule-pack.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Subject } from './record.ts'

/** A change, ready to be asked of many cases. */
export interface Reach {
  /** What a case would keep instead, or null when the change is not about what it keeps. */
  regimesAfter(regimes: readonly Pinned[]): readonly Pinned[] | null
  /** Whether the clocks as they stand give reason to move the case at all. */
  concerns(clocks: readonly Clock[]): boolean
}

/** @param rulebook with the subject in it, also while it is a draft. */
export function reachOf(subject: Subject, rulebook: Rulebook): Reach {
  return subject.kind === 'pack' ? reachOfPack(subject, rulebook) : reachOfCalendar(subject.edition, rulebook)
}

function reachOfPack(subject: { pack: string; version: string }, rulebook: Rulebook): Reach {
  const versions = rulebook.packs.filter(each => each.id === subject.pack).map(each => each.version)
  const before = new Set(versions.slice(0, versions.indexOf(subject.version)))
  return {
    regimesAfter(regimes) {
      if (!regimes.some(each => each.pack === subject.pack && before.has(each.version))) return null
      return regimes.map(each => (each.pack === subject.pack ? { ...each, version: subject.version } : each))
    },
    concerns: () => true,
  }
}

// A case moves to a new edition when one of its open dates is provisional, or when a day that the editions tell
// differently lies between the start of a clock and its last day, moved off a rest day or not.
function reachOfCalendar(id: string, rulebook: Rulebook): Reach {
  const edition = rulebook.calendars.find(each => each.id === id)
  if (!edition) throw new RangeError(`the edition ${id} is not in the rulebook`)
  const editions = rulebook.calendars.filter(each => each.calendar === edition.calendar)
  const before = new Map(
    editions.slice(0, editions.indexOf(edition)).map(each => [each.id, changedDays({ before: each, after: edition })]),
  )
  return {
    regimesAfter(regimes) {
      const isOld = (each: Pinned) => each.calendarEdition !== null && before.has(each.calendarEdition)
      return regimes.some(isOld) ? regimes.map(each => (isOld(each) ? { ...each, calendarEdition: id } : each)) : null
    },
    concerns: clocks =>
      clocks.some(clock => {
        const days = clock.calendarEdition === null ? undefined : before.get(clock.calendarEdition)
        if (!days || clock.metAt !== null || clock.endedAt !== null) return false
        const last = clock.civilDueOn > clock.dueOn ? clock.civilDueOn : clock.dueOn
        return clock.provisional || clock.civilProvisional || hasDayWithin(days, { from: clock.startedOn, to: last })
      }),
  }
}

// The days are in order.
function hasDayWithin(days: readonly Day[], span: { from: Day; to: Day }): boolean {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? span.from) < span.from) low = middle + 1
    else high = middle
  }
  const first = days[low]
  return first !== undefined && first <= span.to
}

/** How two editions of a calendar tell the days of the years; for the draft, against the edition before it. */
export function differenceOf(after: CalendarEdition, before: CalendarEdition | null): Day[] {
  return before === null ? [] : changedDays({ before, after })
}
