// The clocks of Order No. 3, row by row of the table of all clocks, and the vectors computed for it.

import { describe, expect, it } from 'vitest'
import { at, clockAt, clocksAt, type Line, refusalOf } from '../../../../tests/clock-story.ts'

const NFRA = 'CN-NFRA-2020-3'
const received: Line = ['received', '2026-03-01 10:00']
const complex: Line = ['extended', '2026-03-10', { tier: 'complex' }]
const special: Line = ['extended', '2026-03-25', { tier: 'special' }]

describe('No.3, the decision', () => {
  it.each([
    ['2026-03-01', '2026-03-16', '2026-03-31', '2026-04-30'],
    ['2026-01-31', '2026-02-15', '2026-03-02', '2026-04-01'],
  ])('vector: received %s, the last days are %s, %s and %s', (day, simple, extended, twice) => {
    const lines: Line[] = [['received', day]]
    const dueOn = () => clockAt(NFRA, 'decision', lines, '2026-04-30').dueOn
    expect(dueOn()).toBe(simple)
    lines.push(['extended', `${day} 13:00`, { tier: 'complex' }])
    expect(dueOn()).toBe(extended)
    lines.push(['extended', `${day} 14:00`, { tier: 'special' }])
    expect(dueOn()).toBe(twice)
  })

  it.each([
    ['2026-02-01', '2026-02-16', '2026-02-24'],
    ['2026-09-20', '2026-10-05', '2026-10-08'],
  ])('vector: received %s, the strict last day is %s and the civil one %s', (day, dueOn, civilDueOn) => {
    const clock = clockAt(NFRA, 'decision', [['received', day]], day === '2026-02-01' ? '2026-02-02' : '2026-09-21')
    expect(clock).toMatchObject({ dueOn, civilDueOn, provisional: false, civilProvisional: false })
  })

  it('vector: mediation from 10 to 20 March takes ten days out of the limit', () => {
    const lines: Line[] = [received, ['paused', '2026-03-10', { reason: 'mediation' }], ['resumed', '2026-03-20']]
    const clock = clockAt(NFRA, 'decision', lines, '2026-03-21')
    expect(clock).toMatchObject({ dueOn: '2026-03-26', elapsed: 10, remaining: 5, state: 'running' })
    expect(clock.pauses).toMatchObject([{ reason: 'mediation', days: 10, isEffective: true }])
  })

  it('C01: a simple complaint is decided and told within 15 natural days, the day of receipt not counted', () => {
    expect(clockAt(NFRA, 'decision', [received], '2026-03-05')).toMatchObject({
      state: 'running',
      unit: 'natural-day',
      limit: 15,
      elapsed: 4,
      remaining: 11,
      dueOn: '2026-03-16',
      dueAt: at('2026-03-17 00:00'),
      source: 'No.3 Art. 18',
    })
    const told = (moment: string) => clockAt(NFRA, 'decision', [received, ['told', moment]], '2026-04-01').state
    expect(told('2026-03-16 23:59')).toBe('met')
    expect(told('2026-03-17 00:00')).toBe('met-late')
  })

  it('C01: only outside appraisal and mediation pause it', () => {
    for (const reason of ['appraisal', 'mediation']) {
      expect(clockAt(NFRA, 'decision', [received, ['paused', '2026-03-05', { reason }]], '2026-03-08')).toMatchObject({
        state: 'paused',
        dueOn: '2026-03-19',
        elapsed: 4,
      })
    }
    const waiting: Line[] = [received, ['paused', '2026-03-05', { reason: 'waiting-for-documents' }]]
    expect(refusalOf(NFRA, waiting, '2026-03-08')).toMatchObject({
      refusal: 'sequence',
      code: 'pause-reason-not-in-law',
      fact: 1,
    })
  })

  it('C01: appraisal and mediation at the same time count each date once', () => {
    const lines: Line[] = [
      received,
      ['paused', '2026-03-05', { reason: 'appraisal' }],
      ['paused', '2026-03-08', { reason: 'mediation' }],
      ['resumed', '2026-03-10', { reason: 'appraisal' }],
      ['resumed', '2026-03-12', { reason: 'mediation' }],
    ]
    const clock = clockAt(NFRA, 'decision', lines, '2026-03-13')
    expect(clock.dueOn).toBe('2026-03-23')
    expect(clock.pauses.map(pause => pause.days)).toEqual([5, 4])
  })

  it('C02: a complex case has 30 days in all, if it was extended before day 15 ended', () => {
    expect(clockAt(NFRA, 'decision', [received, complex], '2026-03-20')).toMatchObject({
      limit: 30,
      baseLimit: 15,
      dueOn: '2026-03-31',
      remaining: 11,
      extensions: [{ tier: 'complex', limit: 30, source: 'No.3 Art. 18' }],
    })
    const onTheLastDay: Line[] = [received, ['extended', '2026-03-16 23:59', { tier: 'complex' }]]
    expect(clockAt(NFRA, 'decision', onTheLastDay, '2026-03-20').limit).toBe(30)
    const late: Line[] = [received, ['extended', '2026-03-17 00:00', { tier: 'complex' }]]
    expect(refusalOf(NFRA, late, '2026-03-20')).toMatchObject({ code: 'extension-too-late', source: 'No.3 Art. 18' })
  })

  it('C03: an especially complex case has 30 more, 60 in all, if it was extended before day 30 ended', () => {
    expect(clockAt(NFRA, 'decision', [received, complex, special], '2026-03-26')).toMatchObject({
      limit: 60,
      dueOn: '2026-04-30',
    })
    const late: Line[] = [received, complex, ['extended', '2026-04-01 00:00', { tier: 'special' }]]
    expect(refusalOf(NFRA, late, '2026-04-02').code).toBe('extension-too-late')
  })

  it('C03: "net of pauses": a mediation moves the day before which the second extension must come', () => {
    const mediation: Line[] = [
      ['paused', '2026-03-12', { reason: 'mediation' }],
      ['resumed', '2026-03-17'],
    ]
    const lines: Line[] = [received, complex, ...mediation, ['extended', '2026-04-05 23:59', { tier: 'special' }]]
    expect(clockAt(NFRA, 'decision', lines, '2026-04-06')).toMatchObject({ limit: 60, dueOn: '2026-05-05' })
  })

  it('C04: new facts and reasons begin 15 days again from their receipt, without the extension before', () => {
    const lines: Line[] = [received, complex, ['new-facts', '2026-03-20']]
    const clock = clockAt(NFRA, 'decision', lines, '2026-03-21')
    expect(clock).toMatchObject({ cycle: 2, limit: 15, dueOn: '2026-04-04', extensions: [], startedBy: 'new-facts' })
    expect(clock.earlier).toMatchObject([{ cycle: 1, limit: 30, dueOn: '2026-03-31', state: 'ended', isLate: false }])
    const again: Line[] = [...lines, ['extended', '2026-03-22', { tier: 'complex' }]]
    expect(clockAt(NFRA, 'decision', again, '2026-03-23').dueOn).toBe('2026-04-19')
  })

  it('C04: new facts do not wipe out that the first cycle was overdue', () => {
    const clock = clockAt(NFRA, 'decision', [received, ['new-facts', '2026-03-20']], '2026-03-21')
    expect(clock.state).toBe('running')
    expect(clock.earlier).toMatchObject([{ state: 'overdue', isLate: true, dueOn: '2026-03-16', remaining: -4 }])
  })

  it('C04: an appraisal that goes on while new facts come counts in the new cycle from there', () => {
    const lines: Line[] = [
      received,
      ['paused', '2026-03-05', { reason: 'appraisal' }],
      ['new-facts', '2026-03-10'],
      ['resumed', '2026-03-12'],
    ]
    expect(clockAt(NFRA, 'decision', lines, '2026-03-13')).toMatchObject({ cycle: 2, dueOn: '2026-03-27', elapsed: 1 })
  })

  it('C05: a withdrawal ends the procedure the same day', () => {
    const clock = clockAt(NFRA, 'decision', [received, ['withdrawn', '2026-03-06']], '2026-05-01')
    expect(clock).toMatchObject({
      state: 'ended',
      endedBy: 'withdrawn',
      endedAt: at('2026-03-06'),
      elapsed: 5,
      metBy: null,
    })
    const late = clockAt(NFRA, 'decision', [received, ['withdrawn', '2026-03-20']], '2026-05-01')
    expect(late).toMatchObject({ state: 'ended', isLate: true, remaining: -4 })
  })
})

describe('No.3, the re-check', () => {
  const told: Line = ['told', '2026-03-10', { deliveredAt: at('2026-03-12 09:00') }]

  it('C06: the complainant has 30 days from receiving a branch’s decision', () => {
    const window = clockAt(NFRA, 'recheck-window', [received, told], '2026-03-20')
    expect(window).toMatchObject({ state: 'running', owner: 'consumer', dueOn: '2026-04-11', source: 'No.3 Art. 20' })
    const unknown = clockAt(NFRA, 'recheck-window', [received, ['told', '2026-03-10']], '2026-03-20')
    expect(unknown.dueOn).toBe('2026-04-09')
  })

  it('C06: an unused window ends, and a request after it is refused', () => {
    expect(clockAt(NFRA, 'recheck-window', [received, told], '2026-04-12 00:00')).toMatchObject({
      state: 'ended',
      elapsed: 30,
    })
    const request = (moment: string): Line[] => [received, told, ['recheck-requested', moment]]
    expect(clockAt(NFRA, 'recheck-window', request('2026-04-11 23:59'), '2026-04-12').state).toBe('met')
    expect(refusalOf(NFRA, request('2026-04-12 00:00'), '2026-04-13').code).toBe('recheck-window-over')
  })

  it('C06: a decision of the head office has no window and no re-check', () => {
    const byHead: Line[][] = [
      [received, ['told', '2026-03-10', { level: 'head' }]],
      [
        ['received', '2026-03-01', { level: 'head' }],
        ['told', '2026-03-10'],
      ],
    ]
    for (const lines of byHead) {
      expect(clocksAt(NFRA, lines, '2026-03-11').map(clock => clock.duty)).toEqual(['decision'])
      expect(refusalOf(NFRA, [...lines, ['recheck-requested', '2026-03-12']], '2026-03-13').code).toBe(
        'recheck-not-open',
      )
    }
  })

  it('C06: there is no re-check before a decision, and only one of each', () => {
    expect(refusalOf(NFRA, [received, ['recheck-requested', '2026-03-05']], '2026-03-06').code).toBe('too-early')
    const twice: Line[] = [received, told, ['recheck-requested', '2026-03-14'], ['recheck-requested', '2026-03-15']]
    expect(refusalOf(NFRA, twice, '2026-03-16').code).toBe('recheck-requested-already')
  })

  it('C07: the superior decides the re-check and tells within 30 days of the request, without extension', () => {
    const lines: Line[] = [received, told, ['recheck-requested', '2026-03-15']]
    expect(clockAt(NFRA, 'recheck', lines, '2026-04-15')).toMatchObject({
      state: 'overdue',
      dueOn: '2026-04-14',
      limit: 30,
    })
    const done = clockAt(NFRA, 'recheck', [...lines, ['recheck-told', '2026-04-14 23:00']], '2026-05-01')
    expect(done).toMatchObject({ state: 'met', metBy: 'recheck-told' })
    const extended: Line[] = [...lines, ['extended', '2026-03-20', { tier: 'complex' }]]
    expect(refusalOf(NFRA, extended, '2026-03-21').code).toBe('finished-already')
    expect(refusalOf(NFRA, [received, told, ['recheck-told', '2026-03-20']], '2026-03-21').code).toBe(
      'recheck-not-requested',
    )
  })
})
