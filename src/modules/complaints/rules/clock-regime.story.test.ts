// The clocks of regulators, of the institution itself, of other routes and other countries, row by row of the table.

import { describe, expect, it } from 'vitest'
import { at, clockAt, clocksAt, type Line, refusalOf } from '../../../../tests/clock-story.ts'

const NFRA = 'CN-NFRA-2020-3'
const PBC = 'CN-PBC-2020-5'
const received: Line = ['received', '2026-03-01 10:00']
const complex: Line = ['extended', '2026-03-10', { tier: 'complex' }]
const special: Line = ['extended', '2026-03-25', { tier: 'special' }]

describe('the regulators', () => {
  it('C08: the regulator forwards within 7 working days, which are never taken off the bank’s 15', () => {
    const lines: Line[] = [
      ['regulator-received', '2026-02-12'],
      ['transferred', '2026-02-28'],
      ['received', '2026-03-01'],
    ]
    const forward = clockAt(NFRA, 'regulator-forward', lines, '2026-03-02')
    expect(forward).toMatchObject({ state: 'met', dueOn: '2026-02-28', unit: 'working-day', owner: 'regulator' })
    expect(clockAt(NFRA, 'decision', lines, '2026-03-02').dueOn).toBe('2026-03-16')
  })

  it('C11: the central bank’s branch has 7 working days, from the supplement where it asked for one', () => {
    const lines: Line[] = [
      ['regulator-received', '2026-04-01'],
      ['regulator-supplemented', '2026-04-30'],
    ]
    expect(clockAt(PBC, 'regulator-forward', lines, '2026-05-01')).toMatchObject({ dueOn: '2026-05-13', cycle: 2 })
    expect(clockAt(PBC, 'regulator-forward', lines.slice(0, 1), '2026-04-02').dueOn).toBe('2026-04-13')
  })

  it('C12: a transfer by the central bank is answered within 15 days, one extension, 60 in all', () => {
    expect(clockAt(PBC, 'decision', [received], '2026-03-02')).toMatchObject({ limit: 15, source: 'No.5 Art. 43' })
    expect(clockAt(PBC, 'decision', [received, complex], '2026-03-20')).toMatchObject({
      limit: 60,
      dueOn: '2026-04-30',
    })
    const again: Line[] = [received, complex, ['extended', '2026-03-20', { tier: 'complex' }]]
    expect(refusalOf(PBC, again, '2026-03-21').code).toBe('extension-repeated')
    expect(refusalOf(PBC, [received, complex, special], '2026-03-26').code).toBe('extension-not-in-law')
    const paused: Line[] = [received, ['paused', '2026-03-05', { reason: 'mediation' }]]
    expect(refusalOf(PBC, paused, '2026-03-06').code).toBe('pause-reason-not-in-law')
  })

  it('C13: each letter is answered by the day it names, the first one first', () => {
    const lines: Line[] = [
      ['received', '2026-03-01', { dueOn: '2026-03-12' as never }],
      ['regulator-asked', '2026-03-05', { dueOn: '2026-03-10' as never }],
      ['regulator-replied', '2026-03-09'],
    ]
    const replies = clocksAt(NFRA, lines, '2026-03-13').filter(clock => clock.duty === 'regulator-reply')
    expect(replies.map(({ dueOn, state }) => [dueOn, state])).toEqual([
      ['2026-03-12', 'met'],
      ['2026-03-10', 'overdue'],
    ])
    expect(refusalOf(NFRA, [received, ['regulator-asked', '2026-03-05']], '2026-03-06')).toMatchObject({
      refusal: 'input',
      field: 'facts[1].dueOn',
    })
  })
})

describe('the institution’s own limits', () => {
  it('C09: first contact within 24 hours of receipt, to the minute, by a call that was answered', () => {
    const contact = (moment: string, type = 'contacted') =>
      clockAt('HOUSE', 'first-contact', [received, [type, moment]], '2026-03-03')
    expect(contact('2026-03-02 10:00')).toMatchObject({
      state: 'met',
      limit: 1440,
      unit: 'natural-minute',
      basis: 'policy',
    })
    expect(contact('2026-03-02 10:01').state).toBe('met-late')
    expect(contact('2026-03-01 11:00', 'attempted').state).toBe('overdue')
  })

  it('C10: a major complaint is reported within 24 hours and in writing within 3 working days', () => {
    const lines: Line[] = [received, ['major-flagged', '2026-03-06 16:00'], ['major-reported', '2026-03-07 16:00']]
    expect(clockAt(NFRA, 'major-report', lines, '2026-03-08')).toMatchObject({
      state: 'met',
      dueAt: at('2026-03-07 16:00'),
    })
    const written = clockAt(NFRA, 'major-written-report', lines, '2026-03-08')
    expect(written).toMatchObject({ state: 'running', dueOn: '2026-03-11', basis: 'policy', source: 'No.9 Art. 50' })
  })

  it('a hand-over not accepted comes back, and the next one has its own four working hours', () => {
    const lines: Line[] = [
      received,
      ['handed-over', '2026-03-02 16:30'],
      ['returned', '2026-03-03 11:00'],
      ['handed-over', '2026-03-03 11:00'],
    ]
    const clock = clockAt('HOUSE', 'handover-acceptance', lines, '2026-03-03 15:00')
    expect(clock).toMatchObject({ cycle: 2, state: 'running', dueAt: at('2026-03-03 16:30'), elapsed: 150 })
    expect(clock.earlier).toMatchObject([{ state: 'ended', dueAt: at('2026-03-03 12:00') }])
    expect(refusalOf('HOUSE', [received, ['accepted', '2026-03-02']], '2026-03-03').code).toBe('handover-not-open')
  })

  it('the call-back is due three working days after the decision was told, and survives the end of the case', () => {
    const lines: Line[] = [received, ['told', '2026-09-30']]
    expect(clockAt('HOUSE', 'call-back', lines, '2026-10-01')).toMatchObject({ state: 'running', dueOn: '2026-10-10' })
  })
})

describe('other routes and other countries', () => {
  it('C26: a mediation agreement can be confirmed by a court within 30 days', () => {
    const clock = clockAt(
      NFRA,
      'judicial-confirmation',
      [received, ['mediation-agreed', '2026-03-10'], ['told', '2026-03-11']],
      '2026-04-10',
    )
    expect(clock).toMatchObject({ dueOn: '2026-04-09', state: 'ended', isRight: true })
  })

  it('C27: an administrative complaint: 7 working days, then mediation within 60 days without the appraisal', () => {
    const lines: Line[] = [
      ['received', '2026-04-30'],
      ['administrative-taken', '2026-05-13'],
      ['paused', '2026-05-20', { reason: 'appraisal' }],
      ['resumed', '2026-05-30'],
    ]
    expect(clockAt('CN-CPR-2024', 'administrative-answer', lines, '2026-06-01')).toMatchObject({
      dueOn: '2026-05-13',
      state: 'met',
    })
    expect(clockAt('CN-CPR-2024', 'administrative-mediation', lines, '2026-06-01').dueOn).toBe('2026-07-22')
  })

  it('C28: a petition: 15 days to tell, 5 working days to object, 60 and at most 90 to conclude, reviews of 30 days', () => {
    const told = clockAt('CN-XF-2022', 'petition-answer', [received], '2026-03-02')
    expect(told).toMatchObject({ dueOn: '2026-03-16', source: 'XF Art. 23' })
    const objection = clockAt(
      'CN-XF-2022',
      'petition-objection',
      [received, ['petition-misdirected', '2026-03-02']],
      '2026-03-03',
    )
    expect(objection.dueOn).toBe('2026-03-09')
    const taken: Line[] = [received, ['petition-taken', '2026-03-10'], ['extended', '2026-05-01', { tier: 'complex' }]]
    expect(clockAt('CN-XF-2022', 'decision', taken, '2026-05-02')).toMatchObject({ limit: 90, dueOn: '2026-06-08' })
    const reviewed: Line[] = [
      ...taken,
      ['told', '2026-05-10'],
      ['review-requested', '2026-05-20'],
      ['review-told', '2026-06-19'],
    ]
    const states = clocksAt('CN-XF-2022', reviewed, '2026-07-01').map(({ duty, state, dueOn }) => [duty, state, dueOn])
    expect(states).toContainEqual(['review', 'met', '2026-06-19'])
    expect(states).toContainEqual(['second-review-window', 'running', '2026-07-19'])
  })

  it('C29: a British complaint: eight weeks, or a summary resolution by the third business day', () => {
    const uk: Line = ['received', '2026-04-01 10:00:00+01:00']
    const clocks = clocksAt('UK-FCA-DISP', [uk], '2026-04-02').map(({ duty, dueOn }) => [duty, dueOn])
    expect(clocks).toEqual([
      ['acknowledgement', '2026-04-10'],
      ['summary-resolution', '2026-04-08'],
      ['final-response', '2026-05-27'],
    ])
    expect(refusalOf('UK-FCA-DISP', [uk, ['resolved', '2026-04-10']], '2026-04-11').code).toBe(
      'summary-resolution-over',
    )
    const resolved = clockAt('UK-FCA-DISP', 'final-response', [uk, ['resolved', '2026-04-08']], '2026-04-11')
    expect(resolved.state).toBe('ended')
  })

  it('C29: a payment complaint: 15 business days, 35 after a holding reply', () => {
    const uk: Line = ['received', '2026-03-02']
    expect(clockAt('UK-FCA-DISP-PAYMENTS', 'final-response', [uk], '2026-03-03').dueOn).toBe('2026-03-23')
    const held: Line[] = [uk, ['extended', '2026-03-20', { tier: 'complex' }]]
    expect(clockAt('UK-FCA-DISP-PAYMENTS', 'final-response', held, '2026-03-21')).toMatchObject({
      limit: 35,
      dueOn: '2026-04-22',
    })
  })

  it('C30: a complaint at the American portal: 15 calendar days, 60 once marked in progress', () => {
    const us: Line = ['received', '2026-03-01 23:30:00+00:00']
    expect(clockAt('US-CFPB', 'final-response', [us], '2026-03-03').dueOn).toBe('2026-03-16')
    const inProgress: Line[] = [us, ['extended', '2026-03-10', { tier: 'complex' }]]
    expect(clockAt('US-CFPB', 'final-response', inProgress, '2026-03-11')).toMatchObject({
      limit: 60,
      dueOn: '2026-04-30',
    })
  })

  it('ISO 10002: the organisation’s own targets, said to be its own', () => {
    const clocks = clocksAt('ISO-10002', [received], '2026-03-02').map(({ duty, dueOn, basis }) => [duty, dueOn, basis])
    expect(clocks).toEqual([
      ['acknowledgement', '2026-03-02', 'policy'],
      ['final-response', '2026-03-31', 'policy'],
    ])
  })
})

describe('two packs on one case', () => {
  it('an extension for one does not move the other', () => {
    const packs = [NFRA, 'CN-PBC-2020-5']
    const dues = (more: object) =>
      clocksAt(packs, [received, ['extended', '2026-03-10', { tier: 'complex', ...more }]], '2026-03-11').map(
        clock => clock.dueOn,
      )
    expect(dues({})).toEqual(['2026-03-31', '2026-03-16'])
    expect(dues({ pack: 'CN-PBC-2020-5' })).toEqual(['2026-03-16', '2026-04-30'])
  })

  it('a complaint made directly and again through the central bank is received twice', () => {
    const lines: Line[] = [received, ['received', '2026-03-05', { pack: 'CN-PBC-2020-5' }]]
    const dues = clocksAt([NFRA, 'CN-PBC-2020-5'], lines, '2026-03-11').map(clock => clock.dueOn)
    expect(dues).toEqual(['2026-03-16', '2026-03-20'])
    expect(refusalOf(NFRA, [received, ['received', '2026-03-05']], '2026-03-11').code).toBe('received-already')
  })

  it('answered already, then transferred by the central bank: its clock starts, and the first answer stays met', () => {
    const lines: Line[] = [received, ['told', '2026-03-04'], ['received', '2026-03-08', { pack: PBC }]]
    const decisions = (more: Line[]) =>
      clocksAt([NFRA, PBC], [...lines, ...more], '2026-03-25')
        .filter(clock => clock.duty === 'decision')
        .map(({ state, dueOn }) => [state, dueOn])
    expect(decisions([])).toEqual([
      ['met', '2026-03-16'],
      ['overdue', '2026-03-23'],
    ])
    expect(decisions([['told', '2026-03-20']])[1]).toEqual(['met', '2026-03-23'])
  })
})
