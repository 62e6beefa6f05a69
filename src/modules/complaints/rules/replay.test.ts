// The replay of an event log: the limit that its flags imply, through the clock engine, and the cases that differ.

import { describe, expect, it } from 'vitest'
import { replay } from './replay.ts'
import { type EventRow, readLog } from './replay-log.ts'

const event = (id: string, activity: string, timestamp: string, more: EventRow = {}): EventRow => ({
  case_id: id,
  activity,
  timestamp,
  opened_at: '2016-03-01T08:00:00',
  priority: '3',
  made_sla: 'TRUE',
  ...more,
})
const resolved = (id: string, at: string, kept: boolean) => [
  event(id, 'New', '2016-03-01T08:00:00'),
  event(id, 'Resolved', at, { resolved_at: at, made_sla: kept ? 'TRUE' : 'FALSE' }),
]

describe('the limit that flags imply', () => {
  const log = readLog([
    ...resolved('A', '2016-03-01T10:00:00', true),
    ...resolved('B', '2016-03-01T12:00:00', true),
    ...resolved('C', '2016-03-01T13:00:00', false),
    ...resolved('D', '2016-03-01T09:00:00', false),
  ])

  it('lies between the longest time that was kept and the shortest that was broken', () => {
    const { implied, agreed } = replay(log.incidents, 'to-resolution', log.closedAt)
    expect(implied).toEqual([{ priority: '3', kept: 2, broken: 2, above: 240, below: 300, limit: 240, agreed: 3 }])
    expect(agreed).toBe(3)
  })

  it('names the case that was broken although it was in time', () => {
    const { disagreements } = replay(log.incidents, 'to-resolution', log.closedAt)
    expect(disagreements.map(each => [each.incident.id, each.kind, each.minutes])).toEqual([
      ['D', 'broken-in-time', 60],
    ])
  })

  it('has no lower bound where nothing was kept', () => {
    const { incidents, closedAt } = readLog(resolved('E', '2016-03-01T08:17:00', false))
    expect(replay(incidents, 'to-resolution', closedAt).implied).toMatchObject([{ above: null, below: 17, limit: 16 }])
  })
})

describe('reading the log', () => {
  it('leaves waiting out of the time when it is asked to', () => {
    const rows = [
      event('W', 'New', '2016-03-01T08:00:00'),
      event('W', 'Awaiting User Info', '2016-03-01T09:00:00'),
      event('W', 'Active', '2016-03-01T11:00:00'),
      event('W', 'Resolved', '2016-03-01T12:00:00', { resolved_at: '2016-03-01T12:00:00' }),
    ]
    const { incidents, closedAt } = readLog(rows)
    expect(replay(incidents, 'to-resolution', closedAt).implied[0]?.above).toBe(240)
    expect(replay(incidents, 'without-waiting', closedAt).implied[0]?.above).toBe(120)
  })

  it('sorts events that stand out of order, and says which case it was', () => {
    const rows = resolved('X', '2016-03-01T10:00:00', true).toReversed()
    const log = readLog(rows)
    expect(log.unordered).toEqual(['X'])
    expect(log.incidents).toHaveLength(1)
  })

  it('leaves out a case that ended before it began', () => {
    const log = readLog(resolved('Y', '2016-02-01T10:00:00', true))
    expect([log.incidents.length, log.unusable]).toEqual([0, ['Y']])
  })
})
