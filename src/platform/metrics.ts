// What the machine tells of itself at /metrics: durations by route, outcomes of the door, the pool. No personal data.

import type { Pool } from 'pg'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { TickerMeters } from './ticker.ts'

export interface Metrics {
  /** One answered request; `route` is the template, never the address. */
  answered(request: { method: string; route: string; status: number; ms: number }): void
  /** To be given to the door as `onOutcome`. */
  outcome(event: { module: string; command: string; refused: string | null }): void
  /** Shows what the ticker and the readings tell of themselves. */
  watch(watched: { ticker: () => TickerMeters; readingsWaiting: () => number }): void
  /** Every figure, in the text format of Prometheus. */
  text(): Promise<string>
  readonly contentType: string
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

export function openMetrics(pool: Pool): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'xiaobao_http_seconds',
    help: 'time to answer a request, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  })
  const decisions = new Counter({
    name: 'xiaobao_door_decisions_total',
    help: 'commands that the door carried out',
    labelNames: ['module', 'command'],
    registers,
  })
  const refusals = new Counter({
    name: 'xiaobao_door_refusals_total',
    help: 'commands that the rules refused, by reason',
    labelNames: ['module', 'command', 'reason'],
    registers,
  })
  new Gauge({
    name: 'xiaobao_pool_connections',
    help: 'database connections of the product: all, idle, and requests that wait for one',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'all' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
  return {
    answered: ({ method, route, status, ms }) => requests.observe({ method, route, status }, ms / 1000),
    outcome: ({ module, command, refused }) => {
      if (refused === null) decisions.inc({ module, command })
      else refusals.inc({ module, command, reason: refused })
    },
    watch: watched => watch(registry, watched),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

const TICKER_FIGURES: Readonly<Record<keyof TickerMeters, string>> = {
  rung: 'alarms that were rung since the start',
  delivered: 'pieces of news that were delivered since the start',
  refused: 'alarms and news that the rules refused',
  failed: 'alarms and news whose handling threw',
  waiting: 'alarms and news that wait for another try',
  alarmLagMs: 'how late the last tick met the oldest alarm, in milliseconds',
  newsLagMs: 'how late the last tick met the oldest news, in milliseconds',
}

function watch(registry: Registry, watched: { ticker: () => TickerMeters; readingsWaiting: () => number }): void {
  const registers = [registry]
  const names = Object.keys(TICKER_FIGURES) as (keyof TickerMeters)[]
  for (const name of names) {
    new Gauge({
      name: `xiaobao_ticker_${name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)}`,
      help: TICKER_FIGURES[name],
      registers,
      collect() {
        this.set(watched.ticker()[name])
      },
    })
  }
  new Gauge({
    name: 'xiaobao_readings_waiting',
    help: 'readings that are not written yet',
    registers,
    collect() {
      this.set(watched.readingsWaiting())
    },
  })
}
