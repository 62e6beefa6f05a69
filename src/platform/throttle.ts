// Guessing is slowed, working is not: only failures count, and a success clears them.

import { epochMs, type Instant } from '../kernel/time.ts'

/** Failures of one account or one address. */
interface Tally {
  count: number
  lastMs: number
}

export interface Throttle {
  /** Whole seconds until the next attempt is looked at, 0 when at once. */
  waitSeconds(attempt: { account: string; address: string }, now: Instant): number
  failed(attempt: { account: string; address: string }, now: Instant): void
  succeeded(attempt: { account: string; address: string }): void
}

// Free failures, then 1 s, 2 s, 4 s … 15 min. A whole branch may share one address, so it is given more.
const FREE = { account: 5, address: 50 }
const LONGEST_MS = 15 * 60_000
const FORGOTTEN_MS = 60 * 60_000
const MOST_KEPT = 20_000

/** In memory: a restart forgets, which costs a guesser nothing that the waits do not cost again. */
export function createThrottle(): Throttle {
  const tallies = new Map<string, Tally>()

  const keysOf = (attempt: { account: string; address: string }) =>
    [
      // The account together with the address: a stranger elsewhere cannot lock a colleague out.
      { key: `account ${attempt.account} ${attempt.address}`, free: FREE.account },
      { key: `address ${attempt.address}`, free: FREE.address },
      { key: `everywhere ${attempt.account}`, free: FREE.address },
    ] as const

  return {
    waitSeconds(attempt, now) {
      const waits = keysOf(attempt).map(({ key, free }) => waitMs(tallies.get(key), free, epochMs(now)))
      return Math.ceil(Math.max(...waits) / 1000)
    },
    failed(attempt, now) {
      const nowMs = epochMs(now)
      if (tallies.size > MOST_KEPT) forget(tallies, nowMs)
      for (const { key } of keysOf(attempt)) {
        const before = tallies.get(key)
        const count = before && nowMs - before.lastMs < FORGOTTEN_MS ? before.count + 1 : 1
        tallies.set(key, { count, lastMs: nowMs })
      }
    },
    succeeded(attempt) {
      const [own] = keysOf(attempt)
      tallies.delete(own.key)
    },
  }
}

function waitMs(tally: Tally | undefined, free: number, nowMs: number): number {
  if (!tally || tally.count < free) return 0
  const penalty = Math.min(1000 * 2 ** (tally.count - free), LONGEST_MS)
  return Math.max(0, tally.lastMs + penalty - nowMs)
}

function forget(tallies: Map<string, Tally>, nowMs: number): void {
  for (const [key, tally] of tallies) if (nowMs - tally.lastMs >= FORGOTTEN_MS) tallies.delete(key)
  if (tallies.size > MOST_KEPT) tallies.clear()
}
