// An event log of incidents, one line per event, to incidents as the clock engine needs them.

import { epochMs, getInstant, type Instant } from '../../../kernel/time.ts'
import type { Incident } from './replay.ts'

export type EventRow = Readonly<Record<string, string>>

export interface ReadLog {
  readonly incidents: readonly Incident[]
  readonly closedAt: ReadonlyMap<string, Instant>
  /** Cases whose events stand out of the order of their times: sorted before they are used. */
  readonly unordered: readonly string[]
  /** Cases that ended before they began, or without a date that can be read: left out. */
  readonly unusable: readonly string[]
}

/** Columns: case_id, activity, timestamp, opened_at, resolved_at, closed_at, made_sla, priority. Times are taken as they stand. */
export function readLog(rows: readonly EventRow[]): ReadLog {
  const incidents: Incident[] = []
  const closedAt = new Map<string, Instant>()
  const unordered: string[] = []
  const unusable: string[] = []
  for (const [id, events] of Map.groupBy(rows, row => row.case_id ?? '')) {
    const sorted = events.toSorted((a, b) => ((a.timestamp ?? '') < (b.timestamp ?? '') ? -1 : 1))
    if (events.some((event, index) => index > 0 && (event.timestamp ?? '') < (events[index - 1]?.timestamp ?? '')))
      unordered.push(id)
    const incident = incidentOf(id, events.at(-1) ?? {}, sorted)
    const closed = findTime(events.at(-1)?.closed_at)
    if (incident === null) unusable.push(id)
    else incidents.push(incident)
    if (closed) closedAt.set(id, closed)
  }
  return { incidents, closedAt, unordered, unusable }
}

function incidentOf(id: string, last: EventRow, sorted: readonly EventRow[]): Incident | null {
  const openedAt = findTime(last.opened_at)
  const resolvedAt = findTime(last.resolved_at)
  const ended = sorted.findLast(event => event.activity === 'Resolved') ?? sorted.at(-1)
  const endedAt = findTime(ended?.timestamp)
  if (!openedAt || !endedAt || (resolvedAt ?? endedAt) < openedAt) return null
  return {
    id,
    priority: last.priority ?? '',
    priorities: new Set(sorted.map(event => event.priority)).size,
    openedAt,
    resolvedAt,
    endedAt,
    waits: waitsIn(sorted),
    kept: last.made_sla === 'TRUE',
  }
}

/** Spells in which the incident was `Awaiting …`, those that touch put together. */
function waitsIn(sorted: readonly EventRow[]): { from: Instant; to: Instant }[] {
  const waits: { from: Instant; to: Instant }[] = []
  sorted.forEach((event, index) => {
    const from = findTime(event.timestamp)
    const to = findTime(sorted[index + 1]?.timestamp)
    if (!event.activity?.startsWith('Awaiting') || !from || !to || epochMs(to) <= epochMs(from)) return
    const before = waits.at(-1)
    if (before?.to === from) waits[waits.length - 1] = { from: before.from, to }
    else waits.push({ from, to })
  })
  return waits
}

function findTime(text: string | undefined): Instant | null {
  return text && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(text) ? getInstant(`${text}+08:00`) : null
}
