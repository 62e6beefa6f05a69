// What a consumer is told, and what never leaves the bank.

import { describe, expect, it } from 'vitest'
import type { Clock } from '../../../kernel/clock.ts'
import { getDay, getInstant } from '../../../kernel/time.ts'
import { type Complaint, FACT_TYPES } from './complaint.ts'
import { STEP_KEYS } from './contract-public.ts'
import { type ProgressScene, progressOf, type ToldFact } from './progress.ts'
import type { Status } from './vocabulary.ts'
import { STATUSES } from './vocabulary.ts'
import { NOW_WORDS, STEP_WORDS } from './words-consumer.ts'

const AT = getInstant('2026-03-02T01:00:00.000Z')

describe('the timeline', () => {
  it('leaves out notes, hand-overs, proposals, flags and everything that colleagues say to each other', () => {
    const told = FACT_TYPES.filter(type => scene('registered', [fact(type)]).steps.length > 0)
    for (const inward of [
      'extension-requested',
      'noted',
      'handed-over',
      'returned',
      'flagged',
      'major-declared',
      'decision-drafted',
    ] as const) {
      expect(told).not.toContain(inward)
    }
    for (const type of told)
      expect(type).not.toMatch(/proposed|refused|approved|corrected|rectification|callback|called-back/)
  })

  it('says that a call was in vain, and joins three of them into one line', () => {
    const call = { direction: 'out', medium: 'phone', outcome: 'no-answer' }
    const { steps } = scene('assigned', [fact('contacted', call), fact('contacted', call), fact('contacted', call)])
    expect(steps).toEqual([{ key: 'called-in-vain', at: AT, times: 3 }])
  })

  it('tells the consumer of their own photos, not of what the bank collected', () => {
    const own = fact('evidence-added', { kind: 'from-consumer' }, 'consumer:c-1')
    const banks = fact('evidence-added', { kind: 'recording' })
    expect(scene('assigned', [own, banks]).steps.map(step => step.key)).toEqual(['photo-added'])
  })

  it('has plain words in both languages for every state and every step', () => {
    for (const status of STATUSES) expect(NOW_WORDS[status].zh && NOW_WORDS[status].en).toBeTruthy()
    for (const key of STEP_KEYS) expect(STEP_WORDS[key].zh && STEP_WORDS[key].en).toBeTruthy()
  })
})

describe('the day of the answer', () => {
  it('is the earliest of several regimes', () => {
    const { answerBy } = scene('assigned', [], [clock('2026-03-17'), clock('2026-03-12')])
    expect(answerBy).toBe('2026-03-12')
  })

  it('is shown as late when it has passed, and as standing still in mediation', () => {
    expect(scene('investigating', [], [clock('2026-03-01', 'overdue')]).answer).toBe('late')
    expect(scene('paused-mediation', [], [clock('2026-03-30', 'paused')]).answer).toBe('paused')
  })

  it('is not shown once the bank has answered or the complaint was withdrawn', () => {
    expect(scene('notified', [], [clock('2026-03-17', 'met')], { told: { at: AT } })).toMatchObject({
      answer: 'answered',
      answerBy: null,
      answeredAt: AT,
    })
    expect(scene('withdrawn', [], [clock('2026-03-17', 'ended')])).toMatchObject({ answer: 'ended', answerBy: null })
  })

  it('comes without the limits that the bank set itself', () => {
    const { clocks } = scene('assigned', [], [clock('2026-03-03', 'running', 'first-contact'), clock('2026-03-17')])
    expect(clocks.map(each => each.duty)).toEqual(['decision'])
  })

  it('names each extension in force with its tier', () => {
    const facts = [
      fact('extension-requested', { tier: 'complex', grounds: '内部理由' }),
      fact('extended', { tier: 'complex' }),
    ]
    const progress = scene('assigned', facts)
    expect(progress.extensions).toEqual([{ tier: 'complex', at: AT }])
    expect(JSON.stringify(progress)).not.toContain('内部理由')
  })
})

describe('what the consumer can do', () => {
  it('is to ask for a re-check of a branch’s answer until its last day', () => {
    const window = clock('2026-04-16', 'running', 'recheck-window')
    expect(scene('notified', [], [window]).canDo).toContainEqual({ way: 'recheck', by: '2026-04-16' })
    expect(scene('notified', [], [{ ...window, state: 'ended' }]).canDo.map(each => each.way)).not.toContain('recheck')
  })

  it('is not a re-check of the head office’s own answer, for which the law gives none', () => {
    const window = clock('2026-04-16', 'running', 'recheck-window')
    const { canDo } = progressOf({ ...parts('notified', [], [window]), isHeadOffice: true })
    expect(canDo.map(each => each.way)).toEqual(['mediation', 'arbitration', 'litigation'])
  })

  it('is to withdraw as long as the bank owes its answer', () => {
    const may = STATUSES.filter(status => scene(status).canDo.some(each => each.way === 'withdrawal'))
    expect(may).toContain('paused-mediation')
    for (const ended of ['notified', 'withdrawn', 'closed', 'archived'] as const) expect(may).not.toContain(ended)
  })

  it('is to add what was asked for, in the words in which it was asked, and only while it is asked', () => {
    const asked = fact('supplement-requested', { items: [{ item: '短信截图' }], reason: '银行没有', override: '内部' })
    expect(scene('supplement', [asked]).asked).toEqual({ items: ['短信截图'], reason: '银行没有' })
    expect(scene('registered', [asked]).asked).toBeNull()
  })
})

function fact(type: string, body: Record<string, unknown> = {}, by = 'person:p-lijing'): ToldFact {
  return { type, at: AT, by, body }
}

function clock(dueOn: string, state = 'running', duty = 'decision'): Clock {
  const day = getDay(dueOn)
  return {
    duty,
    state,
    owner: 'bank',
    dueOn: day,
    dueAt: getInstant(`${day}T16:00:00Z`),
    source: 'No.3 Art. 18',
  } as Clock
}

function parts(status: Status, facts: ToldFact[] = [], clocks: Clock[] = [], more: object = {}): ProgressScene {
  const complaint = { number: 'TS-2026-000001', status, receivedAt: AT, told: null, ...more } as unknown as Complaint
  return { complaint, facts, clocks, isHeadOffice: false, phone: '' }
}

function scene(status: Status, facts: ToldFact[] = [], clocks: Clock[] = [], more: object = {}) {
  return progressOf(parts(status, facts, clocks, more))
}
