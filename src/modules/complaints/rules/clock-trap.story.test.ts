// The traps that clocks of other systems fell into, by their number, each with the rule that keeps ours out.

import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { at, clockAt, clocksAt, factsOf, type Line } from '../../../../tests/clock-story.ts'
import { CN_2026_1, CURRENT_EDITIONS } from '../../../kernel/calendar-editions.ts'
import { alarmTimes, clocksOf, nextDue } from '../../../kernel/clock.ts'
import type { Duty, RulePack } from '../../../kernel/rule-pack.ts'
import { findPackFaults } from '../../../kernel/rule-pack.ts'
import { RULE_PACKS } from './policy.ts'
import { CN_NFRA } from './policy-china.ts'
import { HOUSE } from './policy-house.ts'

const NFRA = 'CN-NFRA-2020-3'
const received: Line = ['received', '2026-03-01 10:00']

/** A pack with one duty of the house changed, to show a rule that no pack of today uses. */
function withDuty(duty: Partial<Duty>, name = 'decision'): RulePack {
  return { ...CN_NFRA, duties: CN_NFRA.duties.filter(one => one.name === name).map(one => ({ ...one, ...duty })) }
}

describe('units and pauses', () => {
  it('trap 1: fifteen natural days from 20 September are not fifteen working days', () => {
    const natural = clockAt(NFRA, 'decision', [['received', '2026-09-20']], '2026-09-21')
    const [working] = clocksOf([withDuty({ unit: 'working-day' })], factsOf([['received', '2026-09-20']]), {
      now: at('2026-09-21'),
      calendars: CURRENT_EDITIONS,
    })
    expect([natural.dueOn, working?.dueOn]).toEqual(['2026-10-05', '2026-10-16'])
  })

  it('trap 2: a pause from Friday 17:00 to Monday 09:00 moves a working-day clock by 0 days', () => {
    const begun: Line[] = [received, ['investigated', '2026-03-05']]
    const pause: Line[] = [
      ['paused', '2026-03-06 17:00', { reason: 'mediation' }],
      ['resumed', '2026-03-09 09:00'],
    ]
    const without = clockAt('HOUSE', 'investigation', begun, '2026-03-10')
    expect(without.dueOn).toBe('2026-03-12')
    const paused = clockAt('HOUSE', 'investigation', [...begun, ...pause], '2026-03-10')
    expect(paused).toMatchObject({ dueOn: '2026-03-12', pauses: [{ days: 0 }], elapsed: without.elapsed })
  })

  it('trap 3: begun on a holiday and held for two working hours, a clock is due two working hours later', () => {
    const begun: Line[] = [['received', '2026-02-23 10:00']]
    const hold: Line[] = [
      ['paused', '2026-02-24 09:00', { reason: 'appraisal' }],
      ['resumed', '2026-02-24 11:00'],
    ]
    expect(clockAt('HOUSE', 'assignment', begun, '2026-02-24 12:00').dueAt).toBe(at('2026-02-24 14:30'))
    expect(clockAt('HOUSE', 'assignment', [...begun, ...hold], '2026-02-24 12:00').dueAt).toBe(at('2026-02-24 16:30'))
  })

  it('trap 4: a pause belongs to the case, so a new version of the pack does not forget it', () => {
    const lines: Line[] = [received, ['paused', '2026-03-05', { reason: 'mediation' }], ['resumed', '2026-03-09']]
    const [before, after] = [15, 20].map(limit => {
      const pack = { ...withDuty({ limit, extensions: [] }), version: String(limit) }
      return clocksOf([pack], factsOf(lines), { now: at('2026-03-10'), calendars: CURRENT_EDITIONS })[0]
    })
    expect(before?.dueOn).toBe('2026-03-20')
    expect(after?.dueOn).toBe('2026-03-25')
  })

  it('trap 22: after five days of mediation the clock goes on where it stood', () => {
    const lines: Line[] = [received, ['paused', '2026-03-10', { reason: 'mediation' }], ['resumed', '2026-03-15']]
    expect(clockAt(NFRA, 'decision', lines, '2026-03-15')).toMatchObject({ state: 'running', elapsed: 9, remaining: 6 })
  })

  it('trap 23: every pause is kept with its beginning and end, so that any figure can be computed again', () => {
    const lines: Line[] = [
      received,
      ['paused', '2026-03-03', { reason: 'mediation' }],
      ['resumed', '2026-03-05'],
      ['paused', '2026-03-08', { reason: 'mediation' }],
    ]
    expect(clockAt(NFRA, 'decision', lines, '2026-03-10').pauses).toMatchObject([
      { from: at('2026-03-03'), to: at('2026-03-05'), days: 2 },
      { from: at('2026-03-08'), to: null, days: 2 },
    ])
  })

  it('trap 26: a pause that begins after the limit has passed cannot hide that it has', () => {
    const lines: Line[] = [received, ['paused', '2026-03-18', { reason: 'mediation' }]]
    const clock = clockAt(NFRA, 'decision', lines, '2026-03-25')
    expect(clock).toMatchObject({ state: 'overdue', dueOn: '2026-03-16', remaining: -9 })
    expect(clock.pauses).toMatchObject([{ isEffective: false, days: 0 }])
    const lastDay: Line[] = [received, ['paused', '2026-03-16 23:59', { reason: 'mediation' }]]
    expect(clockAt(NFRA, 'decision', lastDay, '2026-03-25')).toMatchObject({ state: 'paused', dueOn: '2026-03-25' })
  })
})

describe('ends and new beginnings', () => {
  it('trap 5: closed on day 10 and reopened on day 20 for our own error, it is overdue by 5 days and says so', () => {
    const lines: Line[] = [received, ['told', '2026-03-11'], ['reopened', '2026-03-21', { ground: 'own-error' }]]
    const clock = clockAt(NFRA, 'decision', lines, '2026-03-21 13:00')
    expect(clock).toMatchObject({ state: 'overdue', dueOn: '2026-03-16', elapsed: 20, remaining: -5, cycle: 1 })
    expect(clock.undone).toEqual([{ by: 'told', at: at('2026-03-11'), reopenedAt: at('2026-03-21') }])
    expect(clockAt('HOUSE', 'correction', lines, '2026-03-21 13:00')).toMatchObject({
      state: 'running',
      dueOn: '2026-03-27',
    })
  })

  it('trap 5: reopened by order or for new facts, it is a new cycle and the answer before it stays met', () => {
    for (const ground of ['order', 'new-facts'] as const) {
      const lines: Line[] = [received, ['told', '2026-03-11'], ['reopened', '2026-03-21', { ground }]]
      const clock = clockAt(NFRA, 'decision', lines, '2026-03-22')
      expect(clock).toMatchObject({ state: 'running', dueOn: '2026-04-05', cycle: 2, earlier: [{ state: 'met' }] })
    }
  })

  it('trap 14: a message after the end starts nothing; only what is declared to survive runs on', () => {
    const lines: Line[] = [
      received,
      ['contacted', '2026-03-01 11:00'],
      ['told', '2026-03-11'],
      ['message-received', '2026-03-12'],
    ]
    const running = clocksAt([NFRA, 'HOUSE'], lines, '2026-03-13').filter(clock => clock.state === 'running')
    expect(running.map(clock => clock.duty)).toEqual(['recheck-window', 'call-back'])
  })

  it('trap 13: only named facts are a contact: an attempt, a message or an automatic receipt is none', () => {
    const lines: Line[] = [
      received,
      ['acknowledged', '2026-03-01 10:01'],
      ['attempted', '2026-03-01 10:32'],
      ['message-received', '2026-03-01 11:00'],
    ]
    expect(clockAt('HOUSE', 'first-contact', lines, '2026-03-01 12:00')).toMatchObject({
      state: 'running',
      metBy: null,
    })
    const answered: Line[] = [...lines, ['contacted', '2026-03-01 11:32']]
    expect(clockAt('HOUSE', 'first-contact', answered, '2026-03-01 12:00')).toMatchObject({
      state: 'met',
      metBy: 'contacted',
      metAt: at('2026-03-01 11:32'),
    })
  })

  it('traps 9 and 10: a finished or paused clock has no alarms, and a running one always the same keys', () => {
    const alarms = (lines: Line[], now: string) => alarmTimes(clockAt(NFRA, 'decision', lines, now))
    expect(alarms([received, ['told', '2026-03-05']], '2026-03-06')).toEqual([])
    expect(alarms([received, ['withdrawn', '2026-03-05']], '2026-03-06')).toEqual([])
    expect(alarms([received, ['paused', '2026-03-05', { reason: 'mediation' }]], '2026-03-06')).toEqual([])
    const steps = [
      { key: 'CN-NFRA-2020-3/decision/1/soon', step: 'soon', at: at('2026-03-13 00:00') },
      { key: 'CN-NFRA-2020-3/decision/1/today', step: 'today', at: at('2026-03-16 00:00') },
      { key: 'CN-NFRA-2020-3/decision/1/overdue', step: 'overdue', at: at('2026-03-17 00:00') },
    ]
    expect(alarms([received], '2026-03-02')).toEqual(steps)
    expect(alarms([received], '2026-03-30')).toEqual(steps)
  })

  it('trap 12: clocks are separate; the one that leads is the earliest of the bank’s own, for display only', () => {
    const lines: Line[] = [received, ['regulator-asked', '2026-03-02', { dueOn: '2026-03-06' as never }]]
    const clocks = clocksAt([NFRA, 'CN-PBC-2020-5', 'HOUSE'], lines, '2026-03-02 12:00')
    expect(nextDue(clocks)?.duty).toBe('first-contact')
    const contacted = clocksAt([NFRA], [...lines, ['contacted', '2026-03-02']], '2026-03-03')
    expect(nextDue(contacted)?.duty).toBe('regulator-reply')
    expect(nextDue(clocksAt(NFRA, [received, ['told', '2026-03-02']], '2026-03-03'))).toBeNull()
  })
})

describe('calendars and editions', () => {
  it('trap 6: the Sunday made a working day before National Day counts', () => {
    expect(clockAt('HOUSE', 'call-back', [received, ['told', '2026-09-18']], '2026-09-19').dueOn).toBe('2026-09-22')
    const contact = clockAt('HOUSE', 'assignment', [['received', '2026-09-20 09:00']], '2026-09-20 10:00')
    expect(contact).toMatchObject({ dueAt: at('2026-09-20 14:30'), elapsed: 60 })
  })

  it('trap 8: a working-day date in a year not yet published is provisional; a natural day never is', () => {
    const lines: Line[] = [
      ['received', '2026-12-20'],
      ['investigated', '2026-12-28'],
    ]
    expect(clockAt('HOUSE', 'investigation', lines, '2026-12-28 13:00')).toMatchObject({
      dueOn: '2027-01-04',
      provisional: true,
    })
    expect(clockAt(NFRA, 'decision', lines, '2026-12-28 13:00')).toMatchObject({
      dueOn: '2027-01-04',
      provisional: false,
      civilDueOn: '2027-01-04',
      civilProvisional: true,
    })
  })

  it('trap 11: a case pinned to an edition is told the same after another edition exists', () => {
    const lines: Line[] = [received, ['told', '2026-09-18']]
    const years = { ...CN_2026_1.years, 2026: { holidays: CN_2026_1.years[2026]!.holidays, makeUp: [] } }
    const calendars = { CN: { ...CN_2026_1, id: 'CN-2026.2', years } }
    const pinned = clockAt('HOUSE', 'call-back', lines, '2026-09-19')
    const other = clocksOf([HOUSE], factsOf(lines), { now: at('2026-09-19'), calendars })
    expect(other.find(clock => clock.duty === 'call-back')).toMatchObject({
      dueOn: '2026-09-23',
      calendarEdition: 'CN-2026.2',
    })
    expect(clockAt('HOUSE', 'call-back', lines, '2026-09-19')).toEqual(pinned)
    expect(pinned.calendarEdition).toBe('CN-2026.1')
  })

  it('trap 20: a case handed over at 12:30 waits for no one over lunch', () => {
    const clock = clockAt(
      'HOUSE',
      'handover-acceptance',
      [received, ['handed-over', '2026-03-02 12:30']],
      '2026-03-02 14:00',
    )
    expect(clock).toMatchObject({ dueAt: at('2026-03-02 17:30'), elapsed: 30 })
  })

  it('trap 21: a last day on a Sunday is over at its midnight, whenever the message is sent', () => {
    const clock = clockAt(NFRA, 'decision', [['received', '2026-03-07']], '2026-03-23 00:00')
    expect(clock).toMatchObject({
      state: 'overdue',
      dueOn: '2026-03-22',
      civilDueOn: '2026-03-23',
      dueAt: at('2026-03-23 00:00'),
    })
  })

  it('trap 28: a last day that is a rest day stays, unless the pack says that it moves', () => {
    const lines: Line[] = [['received', '2026-09-16']]
    expect(clockAt(NFRA, 'decision', lines, '2026-09-17').dueOn).toBe('2026-10-01')
    const context = { now: at('2026-10-02'), calendars: CURRENT_EDITIONS }
    const [moved] = clocksOf([withDuty({ lastDay: 'next-working-day' })], factsOf(lines), context)
    expect(moved).toMatchObject({ dueOn: '2026-10-08', state: 'running', remaining: 0 })
  })

  it('trap 24: six months to the ombudsman are calendar months', () => {
    const lines: Line[] = [
      ['received', '2025-08-01'],
      ['told', '2025-08-31'],
    ]
    expect(clockAt('UK-FCA-DISP', 'ombudsman-window', lines, '2025-09-01').dueOn).toBe('2026-02-28')
  })
})

describe('packs, instants and zones', () => {
  it('traps 15 and 19: a duty that nothing starts, or that starts and ends with one fact, is a fault of the pack', () => {
    expect(findPackFaults(withDuty({ startOn: [] }))).toEqual(['decision: nothing starts it'])
    expect(findPackFaults(withDuty({ metBy: ['received'] }))).toEqual([
      'decision: received both starts and finishes it',
    ])
    expect(findPackFaults(withDuty({ limit: 0 }))).toContain('decision: no limit')
    expect(findPackFaults(withDuty({ metBy: ['thanked'] }))).toEqual(['decision: no such fact: thanked'])
    const [complex, special] = CN_NFRA.duties[0]!.extensions!
    expect(findPackFaults(withDuty({ extensions: [special!, complex!] }))).toContain(
      'decision: extension special is out of reach',
    )
  })

  it('every pack of the product is free of faults, and a name of a duty means the same in all of them', () => {
    expect(RULE_PACKS.flatMap(findPackFaults)).toEqual([])
    const duties = RULE_PACKS.flatMap(pack => pack.duties)
    const names = new Set(duties.map(duty => duty.name))
    expect(new Set(duties.map(duty => `${duty.name} ${duty.owner} ${duty.lapses}`)).size).toBe(names.size)
  })

  it('trap 18: one millisecond before its end a clock is not overdue', () => {
    const now = (moment: string) => clockAt(NFRA, 'decision', [received], moment).state
    expect(now('2026-03-16 23:59:59.999')).toBe('running')
    expect(now('2026-03-17 00:00:00.000')).toBe('overdue')
    const contact = (moment: string) => clockAt('HOUSE', 'first-contact', [received], moment)
    expect(contact('2026-03-02 10:00:00.000')).toMatchObject({ state: 'running', remaining: 0 })
    expect(contact('2026-03-02 10:00:00.001')).toMatchObject({ state: 'overdue', remaining: 0 })
    expect(contact('2026-03-02 09:59:59.999')).toMatchObject({ elapsed: 1439, remaining: 1 })
  })

  it('trap 27: a transfer stamped 23:50 and imported at 08:30 counts from the day of the stamp', () => {
    const clock = clockAt(NFRA, 'decision', [['received', '2026-03-01 23:50']], '2026-03-02 08:30')
    expect(clock).toMatchObject({ startedOn: '2026-03-01', dueOn: '2026-03-16' })
  })

  it('trap 29: the zone of the server changes nothing', { timeout: 30_000 }, () => {
    const story: Line[] = [
      received,
      ['investigated', '2026-03-05 23:30'],
      ['paused', '2026-03-06', { reason: 'mediation' }],
    ]
    const clocks = clocksAt([NFRA, 'HOUSE', 'UK-FCA-DISP', 'US-CFPB'], story, '2026-03-30 00:30')
    const file = (name: string) => JSON.stringify(new URL(name, import.meta.url).href)
    const program = `
      import { clocksAt } from ${file('../../../../tests/clock-story.ts')}
      const packs = ${JSON.stringify([NFRA, 'HOUSE', 'UK-FCA-DISP', 'US-CFPB'])}
      console.log(JSON.stringify(clocksAt(packs, ${JSON.stringify(story)}, '2026-03-30 00:30')))`
    for (const TZ of ['America/New_York', 'Pacific/Kiritimati']) {
      const told = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
        env: { TZ },
        encoding: 'utf8',
      })
      expect(JSON.parse(told)).toEqual(JSON.parse(JSON.stringify(clocks)))
    }
  })
})
