// The chart holds at every entrance: every state with every command, and nothing that is not listed.

import { describe, expect, it } from 'vitest'
import { answersWith, at, idOf, openDesk, registrationOf } from '../../../../tests/complaint-desk.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { chart } from './chart.ts'
import type { Command, Complaint } from './complaint.ts'
import { NOUNS } from './contract.ts'
import { decide } from './decide.ts'
import { STATUSES } from './vocabulary.ts'

const COMMANDS = [...NOUNS, 'registration', 'history', 'alarm', 'policy-adoption'] as const
const nobody: Actor = { kind: 'person', id: 'p-nobody', unit: null, posts: [], standsInFor: [] }

function registered(): Complaint {
  const desk = openDesk()
  desk.does('2026-03-01 10:00', '李静', registrationOf())
  if (!desk.state) throw new Error('not registered')
  return desk.state
}

describe('the chart of a complaint', () => {
  const complaint = registered()
  const context = { now: at('2026-03-02 10:00'), number: null, answers: answersWith() }

  it.each(STATUSES)('in state %s it allows what it lists and refuses all else with the state named', status => {
    for (const type of COMMANDS) {
      const listed = chart.some(row => row.command === type && row.from.includes(status))
      const command = { type, key: 'none', regimes: complaint.regimes, run: 'r' } as unknown as Command
      const decided = decide({ ...complaint, status }, command, { ...context, actor: nobody })
      const key = isRefusal(decided) ? decided.key : 'facts'
      // Somebody without any part in the case gets past the chart and is stopped at its "by".
      expect({ type, key }).toEqual({ type, key: listed ? 'not-for-you' : 'not-in-chart' })
    }
  })

  it('begins only with a registration or an entered history', () => {
    for (const type of COMMANDS) {
      const decided = decide(null, { type } as unknown as Command, { ...context, actor: nobody })
      const key = isRefusal(decided) ? decided.key : 'facts'
      const begins = type === 'registration' || type === 'history'
      expect({ type, key }).toEqual({ type, key: begins ? 'not-for-you' : 'not-in-chart' })
    }
  })

  it('has every numbered row of the law notes, each with its states', () => {
    const numbers = new Set(
      chart.flatMap(row => row.source.split(';')[0]?.split(', ') ?? []).filter(each => /^\d+b?$/.test(each)),
    )
    const expected = [
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '8b',
      '9',
      '10',
      '11',
      '12',
      '13',
      '14',
      '14b',
      '15',
      '16',
      '17',
      '18',
      '19',
      '20',
      '21',
      '22',
      '23',
      '24',
      '25',
      '26',
    ]
    expect([...numbers].sort()).toEqual([...expected].sort())
  })

  it('leads into every state from somewhere, and out of every state but the archive of a case nobody reopens', () => {
    for (const status of STATUSES) {
      expect(
        chart.some(row => row.to.includes(status)),
        status,
      ).toBe(true)
      expect(
        chart.some(row => row.from.includes(status) && row.to.some(to => to !== status && to !== 'same')),
        status,
      ).toBe(true)
    }
  })

  it('names the state and the act in the reader’s words when it refuses', () => {
    const decided = decide(complaint, { type: 'notice' } as unknown as Command, { ...context, actor: nobody })
    expect(isRefusal(decided) && decided.wording).toEqual({
      zh: '本件“已登记”，不能进行“告知决定”。',
      en: expect.stringContaining('Registered'),
    })
  })

  it('lets a stand-in do the work of the one who is away', () => {
    const standIn: Actor = { ...nobody, id: 'p-standin', standsInFor: [idOf('李静')] }
    const note = { type: 'handover', toUnit: 'HO.SH.XB', reason: '代办' } as unknown as Command
    expect(isRefusal(decide(complaint, note, { ...context, actor: standIn }))).toBe(false)
  })
})
