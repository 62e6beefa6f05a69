// Rings what is due and delivers what was told: the clock's and the neighbours' bell at the one door.

import type { Instant } from '../kernel/time.ts'
import type { Run, TickerParts } from './bell.ts'
import { ringAll } from './bell-alarm.ts'
import { deliverAll } from './bell-news.ts'

export interface Ticker {
  /**
   * Rings every alarm that is due now and delivers all news, once; returns how many were done. Zero means that nothing is
   * left but what waits for another try. For tests, simulation and the time machine.
   */
  tick(): Promise<number>
  /** Ticks by itself from now on. */
  start(): void
  /** Waits for the tick that is under way. */
  stop(): Promise<void>
  meters(): TickerMeters
}

export interface TickerMeters {
  readonly rung: number
  readonly delivered: number
  readonly refused: number
  readonly failed: number
  /** Alarms and news that were tried, are still there, and wait for another try. */
  readonly waiting: number
  /** How late the last tick met the oldest alarm, and the oldest news, in milliseconds. */
  readonly alarmLagMs: number
  readonly newsLagMs: number
}

export function createTicker(parts: TickerParts): Ticker {
  const counts = { rung: 0, delivered: 0, refused: 0, failed: 0, alarmLagMs: 0, newsLagMs: 0 }
  const tries = new Map<string, { count: number; next: Instant }>()
  const run: Run = { parts, counts, tries, stopping: false }
  let current: Promise<number> = Promise.resolve(0)
  let timer: NodeJS.Timeout | null = null
  let on = false

  const tick = () => {
    // One after the other: a tick that is asked for while another runs begins when that one has ended.
    current = current.catch(() => 0).then(async () => (await ringAll(run)) + (await deliverAll(run)))
    return current
  }
  const loop = (pause: number) => {
    if (!on) return
    timer = setTimeout(async () => {
      try {
        const done = await tick()
        loop(done > 0 ? 0 : (parts.everyMs ?? EVERY_MS))
      } catch (error) {
        parts.log.warn({ err: error }, 'the ticker could not reach the ledger')
        loop(AFTER_FAULT_MS)
      }
    }, pause)
  }
  return {
    tick,
    start() {
      if (on) return
      on = true
      run.stopping = false
      loop(0)
    },
    async stop() {
      on = false
      run.stopping = true
      if (timer) clearTimeout(timer)
      await current.catch(() => 0)
      run.stopping = false
    },
    meters: () => ({ ...counts, waiting: [...tries.values()].filter(each => each.count > 0).length }),
  }
}

const EVERY_MS = 1000
const AFTER_FAULT_MS = 5000
