// Rules change while complaints are open: what moves, what stays for ever, and that nothing rings a second time.

import { describe, expect, it } from 'vitest'
import { answersWith, at, type Desk, openDesk, registrationOf, said } from '../../../../tests/complaint-desk.ts'
import type { CalendarEdition } from '../../../kernel/calendar.ts'
import { CN_2026_1 } from '../../../kernel/calendar-editions.ts'
import type { RulePack } from '../../../kernel/rule-pack.ts'
import { getDay } from '../../../kernel/time.ts'
import { clocksOf } from './clocks.ts'
import type { Pinned } from './complaint.ts'
import { HOUSE } from './policy-house.ts'

const call = { type: 'contact', direction: 'out', medium: 'phone', outcome: 'connected', steps: [{ step: 'listen' }] }

/** The next year's holidays as they might be published. */
const CN_2027_1: CalendarEdition = {
  ...CN_2026_1,
  id: 'CN-2027.1',
  years: {
    ...CN_2026_1.years,
    2027: {
      holidays: [
        ['2027-01-01', '2027-01-03'],
        ['2027-02-05', '2027-02-11'],
        ['2027-05-01', '2027-05-05'],
        ['2027-10-01', '2027-10-07'],
      ],
      makeUp: ['2027-01-30', '2027-02-14'],
    },
  },
}

/** A past day told otherwise: Monday 2 March 2026 becomes a holiday. */
const CN_2026_2: CalendarEdition = {
  ...CN_2026_1,
  id: 'CN-2026.2',
  years: {
    ...CN_2026_1.years,
    2026: {
      holidays: [
        ...(CN_2026_1.years[2026]?.holidays ?? []),
        ['2026-03-02', '2026-03-02'],
        ['2026-03-09', '2026-03-09'],
      ],
      makeUp: CN_2026_1.years[2026]?.makeUp ?? [],
    },
  },
}

/** The house's limits with some duties written otherwise, or left out. */
function houseWith(change: (duty: RulePack['duties'][number]) => RulePack['duties'][number] | null): RulePack {
  const duties = HOUSE.duties.map(change).filter(each => each !== null)
  return { ...HOUSE, version: '2', effectiveFrom: getDay('2026-03-01'), duties }
}

/** A bank that comes to know further texts after the complaint was registered under the old ones. */
function bankThatLearns() {
  const answers = answersWith()
  const known = { packs: [...answers.packs], calendars: [...answers.calendars] }
  const desk = openDesk({ ...answers, ...known })
  return {
    desk,
    learn(text: { pack?: RulePack; edition?: CalendarEdition }) {
      if (text.pack) known.packs.push(text.pack)
      if (text.edition) known.calendars.push(text.edition)
    },
    clocks: (when: string) => {
      if (!desk.state) throw new Error('not registered')
      return clocksOf(desk.state, at(when), known)
    },
  }
}

function adoptsEdition(desk: Desk, when: string, edition: string) {
  return adopts(desk, when, each => ({ ...each, calendarEdition: edition }))
}

function adopts(desk: Desk, when: string, change: (regime: Pinned) => Pinned) {
  const regimes = (desk.state?.regimes ?? []).map(change)
  return desk.does(when, '系统', { type: 'policy-adoption', regimes, run: 'r-1' })
}

const houseTwo = (regime: Pinned) => (regime.pack === 'HOUSE' ? { ...regime, version: '2' } : regime)

describe('a new edition of the calendar', () => {
  it('makes a provisional date firm', () => {
    const { desk, learn, clocks } = bankThatLearns()
    desk.does('2026-12-25 10:00', '李静', registrationOf())
    desk.does('2026-12-25 10:05', '李静', { type: 'handover', toUnit: 'HO.SH.XB', reason: '理财' })
    desk.does('2026-12-25 10:10', '王敏', { type: 'acceptance', noInterest: true })
    desk.does('2026-12-25 10:20', '王敏', call)
    desk.does('2026-12-29 09:00', '王敏', { type: 'investigation' })
    const investigation = () => clocks('2026-12-29 10:00').find(each => each.duty === 'investigation')
    expect(investigation()).toMatchObject({ dueOn: '2027-01-05', provisional: true })
    learn({ edition: CN_2027_1 })
    // Publication alone moves nothing: the case keeps the edition it began with.
    expect(investigation()).toMatchObject({ dueOn: '2027-01-05', provisional: true, calendarEdition: 'CN-2026.1' })
    expect(adoptsEdition(desk, '2026-12-29 09:30', 'CN-2027.1')).toEqual(['policy-adopted'])
    expect(investigation()).toMatchObject({ dueOn: '2027-01-06', provisional: false, calendarEdition: 'CN-2027.1' })
    // Adopting what it keeps already is nothing.
    expect(adoptsEdition(desk, '2026-12-29 09:40', 'CN-2027.1')).toEqual([])
  })

  it('leaves last quarter’s finished clocks as they were, to the letter (trap 11)', () => {
    const { desk, learn, clocks } = bankThatLearns()
    desk.does('2026-03-01 10:00', '李静', registrationOf())
    desk.does('2026-03-01 10:30', '李静', { type: 'handover', toUnit: 'HO.SH.XB', reason: '理财' })
    desk.does('2026-03-02 09:10', '王敏', { type: 'acceptance', noInterest: true })
    desk.does('2026-03-02 09:20', '王敏', call)
    desk.does('2026-03-02 09:30', '王敏', { type: 'investigation' })
    const finished = () =>
      clocks('2026-03-05 10:00').filter(each =>
        ['first-contact', 'handover-acceptance', 'assignment'].includes(each.duty),
      )
    const before = finished()
    expect(before.map(each => each.state)).toEqual(['met', 'met', 'met'])
    learn({ edition: CN_2026_2 })
    adoptsEdition(desk, '2026-03-05 09:00', 'CN-2026.2')
    expect(finished()).toEqual(before)
    expect(desk.clock('2026-03-05 10:00', 'investigation')).toEqual({ state: 'running', dueOn: '2026-03-10' })
  })

  it('does not reach a closed case', () => {
    const { desk, learn } = bankThatLearns()
    desk.does('2026-03-01 10:00', '李静', registrationOf())
    desk.does('2026-03-02 10:00', '李静', { type: 'withdrawal', reason: said('不再追究'), channel: 'phone' })
    const closed = { ...desk.state, closedAt: at('2026-03-03 10:00') }
    learn({ edition: CN_2026_2 })
    expect(closed.closedAt).not.toBeNull()
    Object.assign(desk.state ?? {}, closed)
    expect(adoptsEdition(desk, '2026-03-05 09:00', 'CN-2026.2')).toEqual([])
  })
})

describe('a new version of the house’s limits', () => {
  it('that drops a limit sends no warning for it any more (trap 9)', () => {
    const { desk, learn } = bankThatLearns()
    desk.does('2026-03-02 10:00', '李静', registrationOf())
    learn({ pack: houseWith(duty => (duty.name === 'first-contact' ? null : duty)) })
    adopts(desk, '2026-03-02 11:00', houseTwo)
    expect(desk.clock('2026-03-04 10:00', 'first-contact')).toBeNull()
    desk.rings('2026-03-10 10:00')
    expect(desk.facts.filter(fact => fact.duty === 'first-contact')).toEqual([])
  })

  it('never rings for a clock that was finished before, however late the new limit would make it', () => {
    const { desk, learn } = bankThatLearns()
    desk.does('2026-03-02 09:00', '李静', registrationOf())
    desk.does('2026-03-02 19:00', '李静', call)
    learn({ pack: houseWith(duty => (duty.name === 'first-contact' ? { ...duty, limit: 60, metBy: ['told'] } : duty)) })
    adopts(desk, '2026-03-03 09:00', houseTwo)
    expect(desk.clock('2026-03-03 09:00', 'first-contact')?.state).toBe('met')
    desk.rings('2026-03-10 10:00')
    expect(desk.facts.filter(fact => fact.duty === 'first-contact')).toEqual([])
  })

  it('that is retroactive writes down what it does not send, and sends nothing (trap 10)', () => {
    const { desk, learn } = bankThatLearns()
    desk.does('2026-03-02 09:00', '李静', registrationOf())
    learn({ pack: houseWith(duty => (duty.name === 'first-contact' ? { ...duty, limit: 60 } : duty)) })
    adopts(desk, '2026-03-02 12:00', houseTwo)
    expect(desk.clock('2026-03-02 12:00', 'first-contact')?.state).toBe('overdue')
    const { notSent } = desk.facts.at(-1) as unknown as { notSent: { key: string; why: string }[] }
    expect(notSent).toContainEqual(
      expect.objectContaining({ key: 'HOUSE/first-contact/1/overdue', why: 'retroactive' }),
    )
    expect(desk.rings('2026-03-02 12:00')).toEqual([])
  })

  it('rings what was due before the change and had not rung, because the server was off', () => {
    const { desk, learn } = bankThatLearns()
    desk.does('2026-03-02 09:00', '李静', registrationOf())
    learn({ pack: houseWith(duty => (duty.name === 'first-contact' ? { ...duty, limit: 720 } : duty)) })
    adopts(desk, '2026-03-03 12:00', houseTwo)
    desk.rings('2026-03-03 12:00')
    const rung = desk.facts.filter(fact => fact.type === 'fell-overdue' && fact.duty === 'first-contact')
    expect(rung.map(fact => fact.rungFor)).toEqual([at('2026-03-02 21:00').replace('00.000Z', '00.001Z')])
  })

  it('does not ring a step again that has rung, though its date moved (trap 10)', () => {
    const { desk, learn } = bankThatLearns()
    desk.does('2026-03-02 09:00', '李静', registrationOf())
    desk.rings('2026-03-03 10:00')
    const rung = () => desk.facts.filter(fact => fact.duty === 'first-contact').map(fact => fact.type)
    expect(rung()).toEqual(['fell-due', 'fell-overdue'])
    learn({ pack: houseWith(duty => (duty.name === 'first-contact' ? { ...duty, limit: 2880 } : duty)) })
    adopts(desk, '2026-03-03 11:00', houseTwo)
    expect(desk.clock('2026-03-03 11:00', 'first-contact')?.state).toBe('running')
    desk.rings('2026-03-05 10:00')
    expect(rung()).toEqual(['fell-due', 'fell-overdue'])
  })

  it('under which the case’s own facts would not be lawful is refused, and the case keeps what it had', () => {
    const { desk, learn } = bankThatLearns()
    desk.does('2026-03-02 09:00', '李静', registrationOf())
    desk.does('2026-03-02 10:00', '李静', { type: 'handover', toUnit: 'HO.SH.XB', reason: '理财' })
    desk.does('2026-03-02 10:30', '王敏', { type: 'acceptance', noInterest: true })
    learn({
      pack: houseWith(duty =>
        duty.name === 'handover-acceptance' && duty.admits ? { ...duty, startOn: ['supplement-requested'] } : duty,
      ),
    })
    expect(adopts(desk, '2026-03-02 11:00', houseTwo)).toBe('handover-not-open')
    expect(desk.state?.regimes.find(each => each.pack === 'HOUSE')?.version).toBe('1')
  })

  it('is left to the house itself: a person cannot give a case other rules', () => {
    const { desk, learn } = bankThatLearns()
    desk.does('2026-03-02 09:00', '李静', registrationOf())
    learn({ pack: houseWith(duty => duty) })
    const regimes = (desk.state?.regimes ?? []).map(houseTwo)
    expect(desk.does('2026-03-02 10:00', '高远', { type: 'policy-adoption', regimes, run: 'r' })).toBe('not-for-you')
  })
})
