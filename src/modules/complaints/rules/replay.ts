// Incidents of another institution replayed through the clock engine: which limit their log implies, and where it differs.

import { type Clock, evaluate } from '../../../kernel/clock.ts'
import { isClockRefusal } from '../../../kernel/clock-refusal.ts'
import type { Fact, RulePack } from '../../../kernel/rule-pack.ts'
import { getDay, type Instant } from '../../../kernel/time.ts'
import { COMPLAINT_ORDER } from './policy-order.ts'
import { house } from './policy-source.ts'

export interface Incident {
  readonly id: string
  /** As the last event has it. */
  readonly priority: string
  readonly priorities: number
  readonly openedAt: Instant
  /** Null where the log gives no date of resolution. */
  readonly resolvedAt: Instant | null
  /** The last event that calls it resolved, else closed: used where the date is missing. */
  readonly endedAt: Instant
  /** Times at which the incident waited for somebody outside. */
  readonly waits: readonly { readonly from: Instant; readonly to: Instant }[]
  /** What the log says: the target was kept. */
  readonly kept: boolean
}

export const MEASURES = ['to-resolution', 'without-waiting', 'to-closing'] as const
export type Measure = (typeof MEASURES)[number]

/** The limit that agrees best with a priority's flags, in minutes of the engine's count. */
export interface Implied {
  readonly priority: string
  readonly kept: number
  readonly broken: number
  /** The longest time that was kept and the shortest beyond it that was broken; null where there is none. */
  readonly above: number | null
  readonly below: number | null
  /** The limit used: the longest kept; where nothing was kept, one minute less than the shortest broken. */
  readonly limit: number
  readonly agreed: number
}

export interface Disagreement {
  readonly incident: Incident
  readonly minutes: number
  readonly limit: number
  readonly kind: 'broken-in-time' | 'kept-too-late'
}

export interface Replayed {
  readonly measure: Measure
  readonly implied: readonly Implied[]
  readonly agreed: number
  readonly disagreements: readonly Disagreement[]
}

/** Replays all incidents under one way of measuring, with the limits that it implies. */
export function replay(
  incidents: readonly Incident[],
  measure: Measure,
  closedAt: ReadonlyMap<string, Instant>,
): Replayed {
  const timed = incidents.map(incident => {
    const end = measure === 'to-closing' ? closedAt.get(incident.id) : incident.resolvedAt
    const at = end ?? incident.endedAt
    return { incident, at, minutes: clockOf(incident, { limit: LONGEST, at, measure }).elapsed }
  })
  const implied: Implied[] = []
  const disagreements: Disagreement[] = []
  for (const [priority, group] of Map.groupBy(timed, each => each.incident.priority)) {
    const found = impliedLimit(priority, group)
    implied.push(found)
    for (const { incident, at, minutes } of group) {
      // Asked of the engine, not of the figures above: the limit is set and the clock says met or late.
      const kept = clockOf(incident, { limit: found.limit, at, measure }).state === 'met'
      const kind = incident.kept ? 'kept-too-late' : 'broken-in-time'
      if (kept !== incident.kept) disagreements.push({ incident, minutes, limit: found.limit, kind })
    }
  }
  implied.sort((a, b) => (a.priority < b.priority ? -1 : 1))
  return { measure, implied, agreed: incidents.length - disagreements.length, disagreements }
}

const LONGEST = 10 * 366 * 24 * 60

interface Timed {
  readonly incident: Incident
  readonly minutes: number
}

// The cut with the most flags on its right side; of equal cuts the widest gap, which says least more than the log does.
function impliedLimit(priority: string, group: readonly Timed[]): Implied {
  const times = group.toSorted((a, b) => a.minutes - b.minutes)
  const broken = times.filter(each => !each.incident.kept).length
  let agreed = broken
  let best = { agreed, index: 0 }
  times.forEach((each, index) => {
    agreed += each.incident.kept ? 1 : -1
    const isCut = times[index + 1]?.minutes !== each.minutes
    if (isCut && agreed > best.agreed) best = { agreed, index: index + 1 }
  })
  const above = times[best.index - 1]?.minutes ?? null
  const below = times[best.index]?.minutes ?? null
  const limit = above ?? Math.max(1, (below ?? 2) - 1)
  return { priority, kept: times.length - broken, broken, above, below, limit, agreed: best.agreed }
}

function clockOf(incident: Incident, given: { limit: number; at: Instant; measure: Measure }): Clock {
  const facts: Fact[] = [{ type: 'received', at: incident.openedAt }]
  if (given.measure === 'without-waiting') {
    for (const { from, to } of incident.waits) {
      if (from >= given.at) continue
      facts.push({ type: 'paused', at: from, reason: 'waiting' })
      if (to <= given.at) facts.push({ type: 'resumed', at: to, reason: 'waiting' })
    }
  }
  facts.push({ type: 'told', at: given.at })
  const clocks = evaluate([packOf(given.limit)], facts, { now: given.at, calendars: {} })
  if (isClockRefusal(clocks)) throw new RangeError(`${incident.id}: ${clocks.saying.en}`)
  const [clock] = clocks
  if (!clock) throw new RangeError(`${incident.id}: no clock`)
  return clock
}

const SOURCE = house({ zh: '由事件日志推算的处理时限', en: 'the limit that the log implies' })

function packOf(limit: number): RulePack {
  return {
    id: 'REPLAY',
    version: '1',
    title: { zh: '事件日志回放', en: 'Replay of an event log' },
    effectiveFrom: getDay('2000-01-01'),
    effectiveTo: null,
    // The log names no zone. This one kept no summer time in these years, so that no hour is lost or won.
    zone: 'Asia/Shanghai',
    calendar: null,
    order: COMPLAINT_ORDER,
    articles: {},
    duties: [
      {
        name: 'resolution',
        title: { zh: '解决事件', en: 'Resolve the incident' },
        owner: 'bank',
        basis: 'policy',
        unit: 'natural-minute',
        limit,
        source: SOURCE,
        startOn: ['received'],
        metBy: ['told'],
        endedBy: ['withdrawn'],
        pauses: [{ reason: 'waiting', title: { zh: '等待外部', en: 'waiting outside' }, source: SOURCE }],
      },
    ],
  }
}
