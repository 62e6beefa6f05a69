// How often one address may knock: in memory, per kind of knock, by windows of time.

import { epochMs, type Instant } from '../../../kernel/time.ts'
import { Stopped } from '../../../platform/problem.ts'

const MOST_KEPT = 20_000

/** Counts one knock. Throws 429 with the seconds to wait when the address has had its share in this window. */
export type Limit = (address: string, now: Instant) => void

export function createLimit(share: { most: number; windowMs: number }): Limit {
  const windows = new Map<string, { startMs: number; count: number }>()
  return (address, now) => {
    const nowMs = epochMs(now)
    const before = windows.get(address)
    const open = before && nowMs >= before.startMs && nowMs < before.startMs + share.windowMs ? before : null
    const window = { startMs: open?.startMs ?? nowMs, count: (open?.count ?? 0) + 1 }
    if (window.count > share.most) {
      throw new Stopped(429, 'public-too-many', {
        seconds: Math.ceil((window.startMs + share.windowMs - nowMs) / 1000),
      })
    }
    if (windows.size >= MOST_KEPT) windows.clear()
    windows.set(address, window)
  }
}
