// One bell rung or one piece of news told, and what happens when that fails: tried again later, never in the way of others.

import type { Pool } from 'pg'
import { type Instant, msBetween, plusMs } from '../kernel/time.ts'
import type { Clock } from './clock.ts'
import type { Door, Outcome } from './door.ts'
import type { Log } from './log.ts'

export interface TickerParts {
  readonly pool: Pool
  readonly clock: Clock
  readonly door: Door
  readonly log: Log
  readonly everyMs?: number
  /** Cases rung at the same time. */
  readonly concurrency?: number
  readonly pageSize?: number
}

export interface Run {
  readonly parts: TickerParts
  readonly counts: {
    rung: number
    delivered: number
    refused: number
    failed: number
    alarmLagMs: number
    newsLagMs: number
  }
  /** What was tried and may still be there: when to try again. Only what the last scan saw stays in it. */
  readonly tries: Map<string, { count: number; next: Instant }>
  stopping: boolean
}

const CONCURRENCY = 4
const FIRST_PAUSE_MS = 5000
const LONGEST_PAUSE_MS = 3_600_000
/** Rows of one look into the ledger. */
export const PAGE = 500

/** Counts an outcome; a refusal is told to the log. True when something was carried out that had not been before. */
export function settle(
  run: Run,
  what: 'rung' | 'delivered',
  place: { module: string; caseId: string },
  outcome: Outcome,
): boolean {
  if (outcome.ok) {
    if (!outcome.replayed) run.counts[what]++
    return !outcome.replayed
  }
  run.counts.refused++
  const { module, caseId } = place
  run.parts.log.warn({ module, caseId, refusal: outcome.refusal.key, bell: what }, 'the rules refused a bell')
  return false
}

/**
 * Tries, unless it was tried a short while ago. Whatever is still there at the next scan, because it threw, was refused, or
 * came back unchanged, waits longer each time: one broken case neither stops the others nor keeps the machine busy.
 */
export async function attempt(run: Run, id: string, work: () => Promise<boolean>): Promise<boolean> {
  const { clock, log } = run.parts
  const before = run.tries.get(id)
  const now = clock.now()
  // A clock that was set back must not make a retry wait for days.
  const waits = before && now < before.next && msBetween({ from: now, to: before.next }) <= LONGEST_PAUSE_MS
  if (waits || run.stopping) return false
  const count = (before?.count ?? -1) + 1
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(count, 20), LONGEST_PAUSE_MS)
  run.tries.set(id, { count, next: plusMs(now, pause) })
  try {
    return await work()
  } catch (error) {
    run.counts.failed++
    run.tries.set(id, { count: count + 1, next: plusMs(now, pause) })
    log.error({ err: error, bell: id }, 'a bell failed and will be tried again')
    return false
  }
}

/** Forgets what the scan that has just ended did not see any more. */
export function forgetGone(run: Run, kind: string, seen: ReadonlySet<string>): void {
  for (const id of run.tries.keys()) if (id.startsWith(kind) && !seen.has(id)) run.tries.delete(id)
}

/** Works through a list with a few hands at a time; the sum of what each piece of work counts. */
export async function atOnce<T>(run: Run, items: readonly T[], work: (item: T) => Promise<number>): Promise<number> {
  const left = items[Symbol.iterator]()
  let done = 0
  const hand = async () => {
    for (const item of left) {
      const count = await work(item)
      done += count
    }
  }
  await Promise.all(Array.from({ length: run.parts.concurrency ?? CONCURRENCY }, hand))
  return done
}
