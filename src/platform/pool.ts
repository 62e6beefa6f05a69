// Connections to PostgreSQL: how its values are read, and one error for "the database is away".

import pg from 'pg'
import type { Log } from './log.ts'

/** The database cannot be reached or went away; HTTP answers 503. A write that met it may or may not have happened. */
export class DatabaseAway extends Error {
  override readonly name: string = 'DatabaseAway'
}

/**
 * A pool whose sessions speak UTC and whose values read the same everywhere:
 * int8 is a number (a text beyond 2^53), numeric a text, date `YYYY-MM-DD`, timestamptz an `Instant`.
 * Connections are kept, so that named statements are prepared once. Every loss of the database is a `DatabaseAway`.
 */
export function openPool(options: {
  url: string
  log: Log
  application: string
  size?: number
  /** Milliseconds after which a statement is cancelled; 0 never. */
  statementTimeoutMs?: number
  /** Commits answer before they are on the disk: only for work that is begun again when the machine fails. */
  commitsLater?: boolean
}): pg.Pool {
  const pool = new pg.Pool({
    ...clientOptions(options.url, options.application, options.commitsLater ? '-c synchronous_commit=off' : ''),
    max: options.size ?? 12,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 5000,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
  })
  pool.on('error', error => {
    // A pool that is being closed loses its connections: that is what closing is.
    if (pool.ending) return
    const { code } = error as Error & { code?: string }
    options.log.warn({ code }, 'an idle connection to the database was lost')
  })
  pool.on('connect', client => {
    client.query = translated(client.query.bind(client)) as typeof client.query
  })
  pool.connect = translated(pool.connect.bind(pool)) as typeof pool.connect
  pool.query = translated(pool.query.bind(pool)) as typeof pool.query
  return pool
}

/** One connection of the same manner, for migrations and backups. The caller connects and ends it. */
export function openClient(options: { url: string; application: string }): pg.Client {
  const client = new pg.Client({ ...clientOptions(options.url, options.application), connectionTimeoutMillis: 5000 })
  // Without a listener the loss of an idle connection ends the process; the next query tells it instead.
  client.on('error', () => undefined)
  client.query = translated(client.query.bind(client)) as typeof client.query
  client.connect = translated(client.connect.bind(client)) as typeof client.connect
  return client
}

/** Whether an error means that the database is away. */
export function isAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true
  if (!(error instanceof Error)) return false
  const code = (error as Error & { code?: unknown }).code
  if (typeof code === 'string') return AWAY_CODES.has(code) || code.startsWith('08')
  return AWAY_MESSAGE.test(error.message)
}

// 57P01…57P05: the server shuts down, crashed, starts up, dropped the database or the idle session; 53300: no connection left.
const AWAY_CODES: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['EHOSTUNREACH', 'ENETUNREACH', '57P01', '57P02', '57P03', '57P05', '53300'],
])
const AWAY_MESSAGE =
  /^Connection terminated|timeout exceeded when trying to connect|timeout expired|not queryable|after calling end on the pool/

function clientOptions(url: string, application: string, more = ''): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: application,
    // A statement prepared on a small table keeps its plan while the table grows: it must be one that goes by an index.
    options: `-c timezone=UTC -c datestyle=ISO -c enable_seqscan=off -c jit=off ${more}`,
    types: { getTypeParser },
    keepAlive: true,
  }
}

type Read = (text: string) => unknown

const asText: Read = text => text
const asList =
  (read: Read): Read =>
  text =>
    parseTextList(text).map(entry => (entry === null ? null : read(entry)))

// The type of lists of text; the declared types of the driver know only single ones.
const parseTextList = pg.types.getTypeParser(1009 as 25) as (text: string) => (string | null)[]

const READERS: ReadonlyMap<number, Read> = new Map([
  [20, wholeNumber],
  [1016, asList(wholeNumber)],
  [1700, asText],
  [1231, asList(asText)],
  [1082, asText],
  [1182, asList(asText)],
  [1114, asText],
  [1184, instantText],
  [1185, asList(instantText)],
])

function getTypeParser(oid: number, format?: 'text' | 'binary'): Read {
  const own = format === 'binary' ? undefined : READERS.get(oid)
  return own ?? pg.types.getTypeParser(oid, format as 'text')
}

function wholeNumber(text: string): number | string {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : text
}

/** `2026-03-01 02:00:00.123456+00` as the product writes instants; microseconds are cut, not rounded into the future. */
function instantText(text: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00$/.exec(text)
  if (parts === null) throw new RangeError(`not an instant of this era in UTC: ${text}`)
  return `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`
}

/** The same call, whose failures tell a lost database apart. Cursors and copy streams report on their own. */
function translated(call: (...words: never[]) => unknown): (...words: never[]) => unknown {
  return (...words) => {
    const last = words.at(-1) as unknown
    if (typeof last === 'function') {
      const answer = (error: unknown, ...rest: unknown[]) => last(error ? translate(error) : error, ...rest)
      return call(...([...words.slice(0, -1), answer] as never[]))
    }
    const result = call(...words)
    if (!(result instanceof Promise)) return result
    return result.catch(error => {
      throw translate(error)
    })
  }
}

function translate(error: unknown): unknown {
  if (!isAway(error) || error instanceof DatabaseAway) return error
  return new DatabaseAway(error instanceof Error ? error.message : 'the database is away', { cause: error })
}
