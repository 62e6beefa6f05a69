// Who read, unmasked, printed or exported what, and why: written in groups for opening a case, before the answer for the rest.

import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Instant } from '../kernel/time.ts'
import type { Log } from './log.ts'
import { DatabaseAway, isAway } from './pool.ts'

export type ReadingAct = 'opened' | 'listed' | 'searched' | 'revealed' | 'printed' | 'exported' | 'downloaded'

export interface Reading {
  readonly at: Instant
  /** As in a fact: `person:p-lijing`. */
  readonly actor: string
  readonly act: ReadingAct
  readonly module?: string
  readonly caseId?: string
  /** What was read: `party:2:phone`, a digest of a search, the name of a list. Never the value itself. */
  readonly subject?: string
  readonly purpose?: string
}

export interface Readings {
  /**
   * Keeps a reading to be written within a second. While the database is away it waits and is tried again.
   * Throws `DatabaseAway` when `LIMIT` readings wait: the edge answers 503, because nobody reads unrecorded.
   */
  queue(reading: Reading): void
  /** Writes before it returns: reveal, print, export. Throws when it cannot. */
  record(readings: readonly Reading[]): Promise<void>
  /** Writes what waits. Throws when the database is away; what waited still waits. */
  flush(): Promise<void>
  /** Writes what waits and takes no more. Throws, naming the count, when the database stays away. */
  stop(): Promise<void>
  waiting(): number
}

/** A reading that was lost to the record would be a breach, a queue without end a crash. */
export const LIMIT = 20_000
const GROUP = 1000
const WITHIN_MS = 500
const LONGEST_PAUSE_MS = 15_000
const LAST_TRIES = 5

export function createReadings(parts: { pool: Pool; log: Log }): Readings {
  let waiting: Reading[] = []
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> | null = null
  let failures = 0
  let stopped = false

  const later = () => {
    if (stopped || timer || waiting.length === 0) return
    timer = setTimeout(
      () => {
        timer = null
        flush().then(later, error => {
          if (failures === 1) parts.log.warn({ err: error, waiting: waiting.length }, 'readings wait for the database')
          later()
        })
      },
      Math.min(WITHIN_MS * 2 ** Math.min(failures, 10), LONGEST_PAUSE_MS),
    )
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.slice(0, GROUP)
      try {
        await writeGroup(parts, group)
        failures = 0
      } catch (error) {
        failures++
        throw error
      }
      // Taken off only when written: a failure leaves them where they were, in their order.
      waiting = waiting.slice(group.length)
    }
  }

  function flush(): Promise<void> {
    writing ??= drain().finally(() => {
      writing = null
    })
    return writing
  }

  return {
    queue(reading) {
      if (stopped) throw new Error('no reading is taken any more: the product stops')
      if (waiting.length >= LIMIT) throw new DatabaseAway(`${LIMIT} readings wait; nobody reads unrecorded`)
      waiting.push(reading)
      later()
    },
    record: readings => write(parts.pool, readings),
    flush,
    async stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      await tryToEmpty(flush, () => waiting.length)
    },
    waiting: () => waiting.length,
  }
}

async function tryToEmpty(flush: () => Promise<void>, left: () => number): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await flush()
      if (left() === 0) return
    } catch (error) {
      if (tries === LAST_TRIES) throw new Error(`${left()} readings could not be written`, { cause: error })
      await pause(WITHIN_MS)
    }
  }
}

/** One reading that the database will not have must not hold up the others: it is told to the log, without its words. */
async function writeGroup(parts: { pool: Pool; log: Log }, group: readonly Reading[]): Promise<void> {
  try {
    await write(parts.pool, group)
  } catch (error) {
    if (isAway(error) || !isFaultOfValue(error)) throw error
    for (const reading of group) {
      try {
        await write(parts.pool, [reading])
      } catch (refused) {
        if (isAway(refused) || !isFaultOfValue(refused)) throw refused
        parts.log.error(
          { err: refused, actor: reading.actor, act: reading.act, at: reading.at },
          'a reading was refused',
        )
      }
    }
  }
}

// SQLSTATE classes 22 and 23: the value is wrong, and will be wrong at the next try.
function isFaultOfValue(error: unknown): boolean {
  return /^2[23]/.test(String((error as { code?: unknown }).code ?? ''))
}

/** The lock of readers and sealer: while a seal looks for the last number, no reading is between its number and its commit. */
export const READING_LOCK = '240901150202'

async function write(pool: Pool, readings: readonly Reading[]): Promise<void> {
  if (readings.length === 0) return
  const column = (pick: (reading: Reading) => string | undefined) =>
    readings.map(reading => pick(reading)?.replaceAll('\0', '') ?? null)
  await pool.query({
    name: 'write readings',
    // The lock is taken before the first number is drawn: a materialized part is finished before its join begins.
    text: `with held as materialized (select pg_advisory_xact_lock_shared($8))
           insert into ledger.reading (at, actor, act, module, case_id, subject, purpose)
           select u.at, u.actor, u.act, u.module, u.case_id, u.subject, u.purpose
           from held cross join unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
             as u(at, actor, act, module, case_id, subject, purpose)`,
    values: [
      column(each => each.at),
      column(each => each.actor),
      column(each => each.act),
      column(each => each.module),
      column(each => each.caseId),
      column(each => each.subject),
      column(each => each.purpose),
      READING_LOCK,
    ],
  })
}
