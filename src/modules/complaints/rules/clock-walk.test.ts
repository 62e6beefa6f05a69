// Whole stories of a complaint, lawful and unlawful, against an oracle that walks the decision clock date by date.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CURRENT_EDITIONS } from '../../../kernel/calendar-editions.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { clocksOf, evaluate } from '../../../kernel/clock.ts'
import { isClockRefusal } from '../../../kernel/clock-refusal.ts'
import type { Fact } from '../../../kernel/rule-pack.ts'
import { instantOf } from '../../../kernel/time.ts'
import { CN_NFRA, CN_PBC } from './policy-china.ts'
import { HOUSE } from './policy-house.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
const BEGIN = Date.UTC(2025, 11, 1)

const anyAct = fc.oneof(
  fc.record({ type: fc.constant('extended'), tier: fc.constantFrom('complex' as const, 'special' as const) }),
  fc.record({ type: fc.constant('paused'), reason: fc.constantFrom('appraisal', 'mediation', 'waiting for papers') }),
  fc.record({ type: fc.constant('resumed'), reason: fc.constantFrom('appraisal', 'mediation', undefined) }),
  fc.record({ type: fc.constant('new-facts') }),
  fc.record({ type: fc.constantFrom('told', 'withdrawn', 'contacted') }),
  fc.record({ type: fc.constant('told') }),
  fc.record({
    type: fc.constant('reopened'),
    ground: fc.constantFrom('own-error' as const, 'new-facts' as const, 'order' as const),
  }),
)

const anyStory = fc
  .record({
    start: fc.integer({ min: 0, max: 24 * 120 }),
    acts: fc.array(fc.tuple(anyAct, fc.integer({ min: 1, max: 24 * 18 })), { maxLength: 6 }),
    rest: fc.integer({ min: 0, max: 24 * 20 }),
  })
  .map(({ start, acts, rest }) => {
    let ms = BEGIN + start * HOUR
    const facts: Fact[] = [{ type: 'received', at: instantOf(ms) }]
    for (const [act, wait] of acts) {
      ms += wait * HOUR
      facts.push({ ...act, at: instantOf(ms) })
    }
    return { facts, now: ms + rest * HOUR }
  })

interface Pause {
  readonly reason: string
  readonly from: number
  to: number | null
}

interface Walk {
  start: number
  limit: number
  cycle: number
  end: { at: number; state: 'told' | 'ended' } | null
  readonly lateCycles: number[]
  readonly pauses: Pause[]
}

const dateNumber = (ms: number) => Math.floor((ms + 8 * HOUR) / DAY)

/** The last day as things stood at `asOf`, walked date by date. */
function lastDay(walk: Walk, asOf: number): number {
  const known = walk.pauses.filter(pause => pause.from <= asOf)
  const isPaused = (date: number) =>
    known.some(({ from, to }) => dateNumber(from) < date && date <= dateNumber(Math.min(to ?? asOf, asOf)))
  let date = dateNumber(walk.start)
  for (let count = 0; ; date += 1) {
    if (!isPaused(date + 1)) count += 1
    if (count > walk.limit) return date
  }
}

/** Whether a fact is lawful, and what it does to the walk. */
function step(walk: Walk, fact: Fact): boolean {
  const ms = Date.parse(fact.at)
  const isLate = dateNumber(ms) > lastDay(walk, ms)
  const isOpen = walk.end === null
  const open = walk.pauses.filter(pause => pause.to === null)
  const restart = () => {
    if (isOpen && isLate) walk.lateCycles.push(walk.cycle)
    Object.assign(walk, { start: ms, limit: 15, cycle: walk.cycle + 1, end: null })
    return true
  }
  const end = (state: 'told' | 'ended') => {
    for (const pause of open) pause.to = ms
    walk.end = { at: ms, state }
    return true
  }
  const acts: Record<string, () => boolean> = {
    extended: () => {
      if (!isOpen || isLate || walk.limit !== (fact.tier === 'complex' ? 15 : 30)) return false
      walk.limit *= 2
      return true
    },
    paused: () => {
      if (!isOpen || fact.reason?.includes(' ') || open.some(pause => pause.reason === fact.reason)) return false
      return walk.pauses.push({ reason: fact.reason ?? '', from: ms, to: null }) > 0
    },
    resumed: () => {
      const ended = open.find(pause => fact.reason === undefined || pause.reason === fact.reason)
      if (!isOpen || !ended) return false
      ended.to = ms
      return true
    },
    'new-facts': () => isOpen && restart(),
    told: () => isOpen && end('told'),
    withdrawn: () => isOpen && end('ended'),
    contacted: () => true,
    reopened: () => {
      if (isOpen) return false
      if (fact.ground !== 'own-error') return restart()
      walk.end = null
      return true
    },
  }
  return acts[fact.type]?.() ?? false
}

function stateOf(walk: Walk, now: number): Clock['state'] {
  const asOf = walk.end?.at ?? now
  const isLate = dateNumber(asOf) > lastDay(walk, asOf)
  if (walk.end?.state === 'ended') return 'ended'
  if (walk.end) return isLate ? 'met-late' : 'met'
  if (isLate) return 'overdue'
  return walk.pauses.some(pause => pause.to === null) ? 'paused' : 'running'
}

const context = (now: number) => ({ now: instantOf(now), calendars: CURRENT_EDITIONS })
const RUNS = { numRuns: 1500, seed: 20200301 }

describe('any story of a complaint', { timeout: 30_000 }, () => {
  it('is refused at the same fact, or ends on the same day and in the same state, as when it is walked date by date', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyStory, ({ facts, now }) => {
        const [received, ...rest] = facts
        const walk: Walk = {
          start: Date.parse(received!.at),
          limit: 15,
          cycle: 1,
          end: null,
          lateCycles: [],
          pauses: [],
        }
        const refusedAt = rest.findIndex(fact => !step(walk, fact))
        const answer = evaluate([CN_NFRA], facts, context(now))
        if (isClockRefusal(answer)) {
          seen.add(answer.code)
          expect(answer.fact).toBe(refusedAt + 1)
          expect(answer.refusal).toBe('sequence')
          return
        }
        expect(refusedAt).toBe(-1)
        const decision = answer.find(clock => clock.duty === 'decision')!
        seen.add(decision.state)
        expect(Date.parse(`${decision.dueOn}T00:00:00Z`) / DAY).toBe(lastDay(walk, walk.end?.at ?? now))
        expect(decision).toMatchObject({
          state: stateOf(walk, now),
          limit: walk.limit,
          cycle: walk.cycle,
          provisional: false,
        })
        const overdue = decision.earlier.filter(earlier => earlier.state === 'overdue').map(earlier => earlier.cycle)
        expect(overdue).toEqual(walk.lateCycles)
      }),
      RUNS,
    )
    const states = ['running', 'paused', 'met', 'met-late', 'overdue', 'ended']
    const refusals = [
      'extension-too-late',
      'extension-out-of-order',
      'pause-reason-not-in-law',
      'not-paused',
      'finished-already',
    ]
    expect([...states, ...refusals].filter(name => !seen.has(name))).toEqual([])
  })

  it('gives each pack the clocks it would have alone: no pack moves another', () => {
    fc.assert(
      fc.property(anyStory, ({ facts, now }) => {
        const together = evaluate([CN_NFRA, CN_PBC, HOUSE], facts, context(now))
        if (isClockRefusal(together)) return
        const alone = clocksOf([CN_NFRA], facts, context(now))
        expect(together.filter(clock => clock.pack === CN_NFRA.id)).toEqual(alone)
        const pbc = together.filter(clock => clock.pack === CN_PBC.id)
        expect(pbc.filter(clock => clock.limit !== 15 || clock.pauses.length > 0)).toEqual([])
      }),
      RUNS,
    )
  })

  it('trap 16: always has a decision clock with a last day, under every pack of law', () => {
    fc.assert(
      fc.property(anyStory, ({ facts, now }) => {
        const clocks = evaluate([CN_NFRA, CN_PBC], facts, context(now))
        if (isClockRefusal(clocks)) return
        for (const pack of [CN_NFRA.id, CN_PBC.id]) {
          const decisions = clocks.filter(clock => clock.pack === pack && clock.duty === 'decision')
          expect(decisions.map(clock => clock.dueOn.length)).toEqual([10])
        }
      }),
      RUNS,
    )
  })
})
