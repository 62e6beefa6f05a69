// How texts and re-computations are shown: the text itself, and beside it how it stands.

import { type CalendarEdition, findDayKind } from '../../../kernel/calendar.ts'
import type { RulePack } from '../../../kernel/rule-pack.ts'
import { type Day, getDay, plusDays } from '../../../kernel/time.ts'
import { NO_EFFECTS } from '../rules/effects.ts'
import { differenceOf } from '../rules/reach.ts'
import type { PackText, RecomputationState, TextState } from '../rules/record.ts'

/** How a text stands; what the product came with was never drafted. */
export function standingOf(state: TextState | null) {
  if (state === null)
    return {
      state: 'built-in' as const,
      draftedBy: null,
      draftedAt: null,
      publishedBy: null,
      publishedAt: null,
      scope: null,
      reason: null,
    }
  const { status, draftedBy, draftedAt, publishedBy, publishedAt, scope, reason } = state
  return { state: status, draftedBy, draftedAt, publishedBy, publishedAt, scope, reason }
}

/** A version without the order of facts, which is the product's own. */
export function packView(pack: RulePack | PackText, state: TextState | null) {
  const { order: _order, ...text } = pack as RulePack
  return {
    ...text,
    duties: text.duties.map(each => ({ ...each })),
    effectiveTo: 'effectiveTo' in pack ? pack.effectiveTo : null,
    standing: standingOf(state),
  }
}

/** An edition with its holidays day by day. */
export function calendarView(edition: CalendarEdition, state: TextState | null) {
  const { id, calendar, zone, source, hours } = edition
  const years = Object.entries(edition.years).map(([year, { holidays, makeUp }]) => [
    year,
    { holidays: holidays.flatMap(([from, to]) => daysFrom(getDay(from), getDay(to))), workdays: [...makeUp] },
  ])
  return {
    ...{ id, calendar, zone, source },
    years: Object.fromEntries(years) as Record<string, { holidays: string[]; workdays: string[] }>,
    hours: hours.map(each => [...each]),
    standing: standingOf(state),
  }
}

/** Day by day, what an edition tells otherwise than the one before it. */
export function changedView(edition: CalendarEdition, before: CalendarEdition | null) {
  return {
    against: before?.id ?? null,
    days: differenceOf(edition, before).map(day => ({
      day: day as string,
      before: before && findDayKind(before, day),
      after: findDayKind(edition, day),
    })),
  }
}

/** Every day of a year that the edition knows, with its kind. */
export function daysOfYear(edition: CalendarEdition, year: number): { day: string; kind: string }[] {
  return daysFrom(getDay(`${year}-01-01`), getDay(`${year}-12-31`)).flatMap(day => {
    const kind = findDayKind(edition, day)
    return kind === null ? [] : [{ day, kind }]
  })
}

/** A re-computation with the figures of its preview; zero while it is not there. */
export function recomputationView(state: RecomputationState) {
  const { id, subject, scope, reason, stage, askedBy, askedAt, previewedAt, orderedBy, orderedAt, appliedAt } = state
  const { kind: _kind, ...named } = subject
  const { samples, ...figures } = state.preview ?? NO_EFFECTS
  return {
    ...{ id, scope, reason, askedBy, askedAt, previewedAt, orderedBy, orderedAt, appliedAt },
    subject: named,
    state: stage,
    ...figures,
    samples: samples.map(each => ({ ...each })),
    applied: state.result?.applied ?? 0,
    notSent: state.result?.notSent ?? 0,
  }
}

function daysFrom(from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = plusDays(day, 1)) days.push(day)
  return days
}
