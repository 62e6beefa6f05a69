// The product's log: JSON lines to standard output, without personal data.

import { type DestinationStream, type Logger, pino } from 'pino'
import type { Clock } from './clock.ts'
import { systemClock } from './clock.ts'
import type { LogLevel } from './config.ts'

export type Log = Logger

/** One answered request. The route is the template (`/api/complaints/:id`): addresses and bodies hold personal data. */
export interface AnsweredRequest {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly ms: number
  readonly requestId: string
}

// What these words name is never written, wherever in a line it stands. A walk of our own is chosen over the redaction
// paths of pino, because those want every depth spelled out and cost more per line.
const NEVER_WRITTEN: ReadonlySet<string> = new Set([
  ...['password', 'token', 'secret', 'authorization', 'cookie', 'key', 'databaseUrl', 'ownerUrl', 'appUrl'],
  ...['name', 'phone', 'mobile', 'email', 'address', 'identity', 'idNumber', 'account', 'card', 'parties'],
  ...['text', 'title', 'body', 'headers', 'query', 'params', 'url', 'sql', 'parameters', 'detail', 'where', 'row'],
])

/** A log of the given level; `to` is for tests. */
export function openLog(options: { level: LogLevel; clock?: Clock; to?: DestinationStream }): Log {
  const clock = options.clock ?? systemClock
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: () => `,"time":"${clock.now()}"`,
      formatters: { level: label => ({ level: label }), log: withoutPersonal },
      serializers: { err: errorLine, error: errorLine },
    },
    options.to ?? pino.destination({ dest: 1, sync: false }),
  )
}

/** Writes the line of an answered request: nothing but the five fields, whatever else the object holds. */
export function logRequest(log: Log, request: AnsweredRequest): void {
  const { method, route, status, ms, requestId } = request
  const line = { method, route, status, ms: Math.round(ms * 10) / 10, requestId }
  if (status >= 500) log.error(line, 'answered')
  else log.info(line, 'answered')
}

function withoutPersonal(line: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(line)
      .filter(([word]) => !NEVER_WRITTEN.has(word))
      .map(([word, value]) => [word, cleaned(value)]),
  )
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned)
  if (typeof value !== 'object' || value === null || value instanceof Error) return value
  return withoutPersonal(value as Record<string, unknown>)
}

/** An error without what the database quotes from rows: PostgreSQL puts the values of a violated key into `detail`. */
function errorLine(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { code, constraint, table } = error as Error & { code?: string; constraint?: string; table?: string }
  // A database error repeats the offending text in its message ("invalid input syntax for type date: …").
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)
  return {
    type: error.constructor.name,
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    ...(table !== undefined && { table }),
    ...(!fromDatabase && { message: error.message }),
    stack: stackWithoutMessage(error),
    ...(error.cause !== undefined && { cause: errorLine(error.cause) }),
  }
}

function stackWithoutMessage(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter(line => line.startsWith('    at '))
    .join('\n')
}
