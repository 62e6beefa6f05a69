// What programs get to hear of clocks: the examples of the interface over the wire, and nothing stored.

import { describe, expect, it } from 'vitest'
import { useBank } from '../../../../tests/bank.ts'

const bank = useBank()
const at = (text: string) => `${text.replace(' ', 'T')}:00+08:00`
const received = { type: 'received', at: at('2026-03-01 10:00') }
const extended = (when: string, tier: string) => ({ type: 'extended', at: at(when), tier })
const paused = (when: string, reason: string) => ({ type: 'paused', at: at(when), reason })
const resumed = (when: string) => ({ type: 'resumed', at: at(when) })
const told = (when: string, more: object = {}) => ({ type: 'told', at: at(when), ...more })

interface Asked {
  readonly pack?: string | readonly string[]
  readonly facts: readonly object[]
  readonly now?: string
  readonly language?: string
}

async function ask(question: Asked) {
  const program = await bank.colleague('lijing')
  const body = { pack: 'CN-NFRA-2020-3', now: at('2026-05-20 12:00'), ...question }
  return program.post('/api/clock-explanations', body as Record<string, unknown>)
}

async function clock(question: Asked, duty = 'decision') {
  const reply = await ask(question)
  expect(reply.statusCode).toBe(200)
  return reply.json().clocks.find((each: { duty: string }) => each.duty === duty)
}

describe('a decision under No. 3 of 2020', () => {
  it.each([
    ['is due after fifteen natural days, the day of receipt not counted', [received], '2026-03-16', 15],
    ['may take thirty when it is complex', [received, extended('2026-03-10 10:00', 'complex')], '2026-03-31', 30],
    [
      'and sixty for a special reason after that',
      [received, extended('2026-03-10 10:00', 'complex'), extended('2026-03-30 10:00', 'special')],
      '2026-04-30',
      60,
    ],
    [
      'stands still while an appraisal goes on, the date after its start through that of its end',
      [received, paused('2026-03-05 10:00', 'appraisal'), resumed('2026-03-09 10:00')],
      '2026-03-20',
      15,
    ],
    [
      'begins anew with new facts, without the extension of before',
      [received, extended('2026-03-10 10:00', 'complex'), { type: 'new-facts', at: at('2026-03-20 09:00') }],
      '2026-04-04',
      15,
    ],
  ])('%s', async (_name, facts, dueOn, limit) => {
    const decision = await clock({ facts })
    expect(decision).toMatchObject({ dueOn, limit, state: 'overdue', unit: 'natural-day', provisional: false })
    expect(decision.source).toContain('18')
  })

  it('is met on its last day, and late on the next', async () => {
    expect((await clock({ facts: [received, told('2026-03-16 23:59')] })).state).toBe('met')
    expect((await clock({ facts: [received, told('2026-03-17 00:00')] })).state).toBe('met-late')
  })

  it('gives the date that a rest day would move beside the strict one, and the first instant after it', async () => {
    const facts = [{ type: 'received', at: at('2026-03-06 10:00') }]
    const decision = await clock({ facts, now: at('2026-03-10 12:00') })
    expect(decision).toMatchObject({
      dueOn: '2026-03-21',
      civilDueOn: '2026-03-23',
      dueAt: '2026-03-21T16:00:00.000Z',
      elapsed: 4,
      remaining: 11,
      state: 'running',
    })
  })

  it('while it is paused tells the date as if it were resumed now', async () => {
    const facts = [received, paused('2026-03-05 10:00', 'mediation')]
    expect(await clock({ facts, now: at('2026-03-08 12:00') })).toMatchObject({ state: 'paused', dueOn: '2026-03-19' })
  })

  it('of a branch is followed by thirty days for a re-check, of the head office by none', async () => {
    const window = await clock(
      { facts: [received, told('2026-03-10 10:00')], now: at('2026-03-11 12:00') },
      'recheck-window',
    )
    expect(window).toMatchObject({ dueOn: '2026-04-09', limit: 30 })
    expect(
      await clock({ facts: [received, told('2026-03-10 10:00', { level: 'head' })] }, 'recheck-window'),
    ).toBeUndefined()
  })
})

describe('several rules at once', () => {
  it('an extension in one never moves another', async () => {
    const pack = ['CN-NFRA-2020-3', 'CN-PBC-2020-5']
    const one = { ...extended('2026-03-10 10:00', 'complex'), pack: 'CN-NFRA-2020-3' }
    const reply = await ask({ pack, facts: [received, one], now: at('2026-03-11 12:00') })
    const dates = reply
      .json()
      .clocks.filter((each: { duty: string }) => each.duty === 'decision')
      .map((each: { pack: string; dueOn: string; limit: number }) => [each.pack, each.dueOn, each.limit])
    expect(dates).toEqual([
      ['CN-NFRA-2020-3', '2026-03-31', 30],
      ['CN-PBC-2020-5', '2026-03-16', 15],
    ])
  })

  it('under No. 5 of 2020 one extension makes sixty days in all, and there is no second', async () => {
    const facts = [received, extended('2026-03-10 10:00', 'complex')]
    expect(await clock({ pack: 'CN-PBC-2020-5', facts })).toMatchObject({ limit: 60, dueOn: '2026-04-30' })
    const second = await ask({ pack: 'CN-PBC-2020-5', facts: [...facts, extended('2026-03-20 10:00', 'special')] })
    expect(second.statusCode).toBe(409)
  })

  it('speaks in the language that was asked for', async () => {
    expect((await clock({ facts: [received] })).explanation).toContain('自然日')
    const english = (await clock({ facts: [received], language: 'en' })).explanation
    expect(english).toMatch(/^Complaint received on 1 March 2026/)
    expect(english).not.toMatch(/[\u4e00-\u9fff]/)
  })
})

describe('what the law does not allow', () => {
  const complex = extended('2026-03-10 10:00', 'complex')
  const special = extended('2026-03-20 10:00', 'special')
  it.each([
    ['a third extension', [received, complex, special, extended('2026-03-30 10:00', 'special')]],
    ['the second without the first', [received, special]],
    ['the first twice', [received, complex, extended('2026-03-12 10:00', 'complex')]],
    ['an extension after the time has run out', [received, extended('2026-03-17 00:00', 'complex')]],
    ['a pause for a holiday', [received, paused('2026-03-05 10:00', 'holiday')]],
    ['a pause for a supplement', [received, paused('2026-03-05 10:00', 'supplement')]],
    ['an end of a pause that never began', [received, resumed('2026-03-05 10:00')]],
    ['an extension of a case that was told', [received, told('2026-03-08 10:00'), complex]],
    ['a re-check before a decision', [received, { type: 'recheck-requested', at: at('2026-03-05 10:00') }]],
  ])('%s is refused with the reason', async (_name, facts) => {
    const reply = await ask({ facts })
    expect(reply.statusCode).toBe(409)
    expect(reply.json().detail).toMatch(/[\u4e00-\u9fff]{4}/)
    expect(reply.json().code).toMatch(/^[a-z-]+$/)
  })
})

describe('what is no question', () => {
  it.each([
    ['an unknown pack', { pack: 'CN-NONE', facts: [received] }, 'pack'],
    ['an unknown fact', { facts: [{ type: 'sneezed', at: at('2026-03-01 10:00') }] }, 'facts.0.type'],
    ['an instant without its zone', { facts: [{ type: 'received', at: '2026-03-01T10:00:00' }] }, 'facts.0.at'],
    ['a day that does not exist', { facts: [{ type: 'received', at: '2026-02-30T10:00:00+08:00' }] }, 'facts.0.at'],
    ['a fact of the future', { facts: [received], now: at('2026-02-01 10:00') }, 'facts.0.at'],
    [
      'an extension of no tier',
      { facts: [received, { type: 'extended', at: at('2026-03-05 10:00') }] },
      'facts.1.tier',
    ],
    ['a language nobody speaks here', { facts: [received], language: 'fr' }, 'language'],
    ['a field that does not exist', { facts: [received], colour: 'red' }, 'colour'],
  ])('%s is named by its field', async (_name, question, field) => {
    const reply = await ask(question as Asked)
    expect([reply.statusCode, reply.json().fields?.map((each: { field: string }) => each.field)]).toEqual([
      400,
      [field],
    ])
  })

  it('stores nothing, whatever was asked', async () => {
    const count = async () => (await bank.ownerPool.query('select count(*)::int from ledger.fact')).rows[0].count
    const before = await count()
    await ask({ facts: [received] })
    await ask({ facts: [received, paused('2026-03-05 10:00', 'holiday')] })
    expect(await count()).toBe(before)
  })
})
