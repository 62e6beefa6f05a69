// What the machine tells of itself at /metrics: durations by route, outcomes of the door, the pool. No personal data.

import type { Pool } from 'pg'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  /** One answered request; `route` is the template, never the address. */
  answered(request: { method: string; route: string; status: number; ms: number }): void
  /** To be given to the door as `onOutcome`. */
  outcome(event: { module: string; command: string; refused: string | null }): void
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
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
