// The only reader of the machine's clock and dice: everywhere else time and chance are arguments.

import * as crypto from 'node:crypto'
import { epochMs, type Instant, instantOf } from '../kernel/time.ts'

export interface Clock {
  now(): Instant
}

/** The machine's clock moved by a distance: the demonstration's time machine. */
export interface OffsetClock extends Clock {
  /** Milliseconds added to the clock underneath; negative is the past. */
  offsetMs(): number
  setOffset(ms: number): void
}

/** A clock that stands until it is moved: tests and simulations. */
export interface SteppedClock extends Clock {
  set(instant: Instant): void
  /** Moves by milliseconds and tells the new time. */
  step(ms: number): Instant
}

export const systemClock: Clock = { now: () => instantOf(Date.now()) }

export function offsetClock(under: Clock = systemClock, startMs = 0): OffsetClock {
  let offset = startMs
  return {
    now: () => instantOf(epochMs(under.now()) + offset),
    offsetMs: () => offset,
    setOffset: ms => {
      offset = ms
    },
  }
}

export function steppedClock(start: Instant): SteppedClock {
  let at = start
  return {
    now: () => at,
    set: instant => {
      at = instant
    },
    step: ms => {
      at = instantOf(epochMs(at) + ms)
      return at
    },
  }
}

/** Starts measuring a span; the answer gives the milliseconds since, unmoved by changes of the clock on the wall. */
export function stopwatch(): () => number {
  const start = performance.now()
  return () => performance.now() - start
}

/** Bytes that nobody can foretell: keys, tokens, salts. */
export function randomBytes(count: number): Buffer {
  return crypto.randomBytes(count)
}

/** An identifier that nobody can foretell (UUID version 4). */
export function randomId(): string {
  return crypto.randomUUID()
}

/** Chance as an argument: the same seed tells the same story. Never for keys. */
export interface Chance {
  /** From 0 up to, but not including, 1. */
  fraction(): number
  /** A whole number, both ends included. */
  whole(range: { from: number; to: number }): number
  /** One of a list. Throws `RangeError` on an empty one. */
  pick<T>(list: readonly T[]): T
  /** One of a list in proportion to the weights. Throws `RangeError` when all weights are zero. */
  weigh<T>(list: readonly (readonly [weight: number, value: T])[]): T
}

/** A source of chance that repeats: the generator sfc32 (128 bits of state, passes PractRand), started from SHA-256 of the seed. */
export function seededChance(seed: string): Chance {
  const digest = crypto.createHash('sha256').update(seed).digest()
  let a = digest.readInt32LE(0)
  let b = digest.readInt32LE(4)
  let c = digest.readInt32LE(8)
  let counter = 1
  return chanceOf(() => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  })
}

function chanceOf(fraction: () => number): Chance {
  const whole = (range: { from: number; to: number }) =>
    range.from + Math.floor(fraction() * (range.to - range.from + 1))
  return {
    fraction,
    whole,
    pick: list => {
      if (list.length === 0) throw new RangeError('nothing to pick from')
      return list[whole({ from: 0, to: list.length - 1 })] as (typeof list)[number]
    },
    weigh: list => {
      let left = fraction() * list.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, value] of list) {
        left -= weight
        if (left < 0) return value
      }
      throw new RangeError('nothing has a weight')
    },
  }
}
