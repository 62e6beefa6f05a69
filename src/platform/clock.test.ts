// Time and chance as arguments.

import { describe, expect, test } from 'vitest'
import { DAY_MS, getInstant } from '../kernel/time.ts'
import { offsetClock, randomId, seededChance, steppedClock, stopwatch } from './clock.ts'

describe('clocks', () => {
  test('a stepped clock stands still until it is moved', () => {
    const clock = steppedClock(getInstant('2026-03-01T02:00:00Z'))
    expect([clock.now(), clock.now()]).toEqual(['2026-03-01T02:00:00.000Z', '2026-03-01T02:00:00.000Z'])
    expect(clock.step(DAY_MS)).toBe('2026-03-02T02:00:00.000Z')
    clock.set(getInstant('2026-01-01T00:00:00+08:00'))
    expect(clock.now()).toBe('2025-12-31T16:00:00.000Z')
  })

  test('the time machine moves the clock underneath forward and back again', () => {
    const under = steppedClock(getInstant('2026-03-01T00:00:00Z'))
    const machine = offsetClock(under)
    machine.setOffset(15 * DAY_MS)
    under.step(1000)
    expect(machine.now()).toBe('2026-03-16T00:00:01.000Z')
    machine.setOffset(0)
    expect([machine.now(), machine.offsetMs()]).toEqual(['2026-03-01T00:00:01.000Z', 0])
  })

  test('a stopwatch never runs backwards', () => {
    const elapsed = stopwatch()
    expect(elapsed()).toBeLessThanOrEqual(elapsed())
  })
})

describe('chance', () => {
  const story = (seed: string) => {
    const chance = seededChance(seed)
    return Array.from({ length: 20 }, () => chance.whole({ from: 1, to: 6 }))
  }

  test('the same seed tells the same story, another seed another one', () => {
    expect(story('bank')).toEqual(story('bank'))
    expect(story('bank')).not.toEqual(story('branch'))
  })

  test('fractions fill the unit interval evenly', () => {
    const chance = seededChance('even')
    const buckets = new Array<number>(10).fill(0)
    for (let i = 0; i < 100_000; i++) buckets[Math.floor(chance.fraction() * 10)]! += 1
    for (const count of buckets) expect(Math.abs(count - 10_000)).toBeLessThan(500)
  })

  test('weights are followed, and nothing to choose from is refused', () => {
    const chance = seededChance('weights')
    const drawn = Array.from({ length: 1000 }, () =>
      chance.weigh([
        [9, 'often'],
        [1, 'rarely'],
        [0, 'never'],
      ] as const),
    )
    expect(drawn.filter(word => word === 'often').length).toBeGreaterThan(850)
    expect(drawn).not.toContain('never')
    expect(() => chance.pick([])).toThrow(RangeError)
    expect(() => chance.weigh([[0, 'never']])).toThrow(RangeError)
  })

  test('identifiers differ', () => {
    expect(randomId()).not.toBe(randomId())
  })
})
