// Work that is nobody's case, in the background: queued by pg-boss, its progress kept where people can see it.

import type { Pool } from 'pg'
import { type Job as BossJob, PgBoss } from 'pg-boss'
import type { Instant } from '../kernel/time.ts'
import { type Clock, randomId } from './clock.ts'
import { asOwner } from './database.ts'
import { grantRights } from './grants.ts'
import type { Log } from './log.ts'

/** What a piece of work is given. Progress and what is saved survive kill -9. */
export interface Task {
  readonly id: string
  readonly input: unknown
  /** What the work saved last, null at its first run: it goes on from there. */
  readonly saved: unknown
  /** Aborts when the product stops: save and throw; the work runs again at the next start. */
  readonly signal: AbortSignal
  report(news: { progress: number; total?: number | null; saved?: unknown }): Promise<void>
}

export interface JobKind {
  /** Kebab-case; the name of its queue. */
  readonly name: string
  /** Jobs of this kind at the same time in this process; 1 when left out. */
  readonly concurrency?: number
  /** Runs by itself at these times, Shanghai: five fields as in cron. */
  readonly cron?: string
  /** The result must be JSON. Whatever it throws is tried again, `TRIES` times in all. */
  run(task: Task): Promise<unknown>
}

export type JobState = 'waiting' | 'running' | 'done' | 'failed'

export interface Job {
  readonly id: string
  readonly kind: string
  readonly state: JobState
  readonly progress: number
  readonly total: number | null
  readonly result: unknown
  readonly fault: string | null
  readonly attempts: number
  readonly requestedBy: string
  readonly requestedAt: Instant
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
}

export interface Jobs {
  /** Begins to work. Jobs that were running when a product was killed run again. */
  start(): Promise<void>
  /** Queues a job and returns its id. Throws `RangeError` for an unknown kind. */
  ask(wish: { kind: string; input: unknown; requestedBy: string }): Promise<string>
  find(id: string): Promise<Job | null>
  /** The newest first. */
  list(filter: { kind?: string; limit: number }): Promise<Job[]>
  /** Lets running work come to its end for a while, then sends it back to the queue. */
  stop(): Promise<void>
}

export interface JobParts {
  readonly pool: Pool
  /** Where pg-boss signs in: as the product's role, after `prepareJobs` ran as the owner. */
  readonly appUrl: string
  readonly clock: Clock
  readonly log: Log
  readonly kinds: readonly JobKind[]
  /** This process has the database to itself: whatever looks as if it ran was killed, and runs again at once. */
  readonly alone: boolean
}

/**
 * Makes or migrates the tables of pg-boss, as the owner, and lets the product's role use them. Once per start, before
 * `createJobs(…).start()`; several processes may do so at once.
 */
export async function prepareJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: SCHEMA, max: 2, supervise: false, schedule: false })
  // Without a listener the loss of a connection ends the process.
  boss.on('error', () => undefined)
  await boss.start()
  await boss.stop({ graceful: false })
  await asOwner(ownerUrl, grantRights)
}

const SCHEMA = 'pgboss'
export const TRIES = 5
const HEARTBEAT_S = 20
const STOP_MS = 20_000
const ZONE = 'Asia/Shanghai'

export function createJobs(parts: JobParts): Jobs {
  const { pool, log, kinds, clock } = parts
  const boss = openBoss(parts)
  const ending = new AbortController()
  return {
    async start() {
      await boss.start()
      for (const kind of kinds) await openQueue(boss, kind)
      await takeUp(parts, boss)
      for (const kind of kinds) {
        await boss.work<{ job?: string }>(
          kind.name,
          { localConcurrency: kind.concurrency ?? 1, pollingIntervalSeconds: 1, includeMetadata: true },
          async ([job]) => {
            if (job) await perform({ parts, kind, ending: ending.signal }, job)
          },
        )
      }
    },
    async ask(wish) {
      if (!kinds.some(kind => kind.name === wish.kind)) throw new RangeError(`no such kind of job: ${wish.kind}`)
      const id = randomId()
      await writeWish(pool, { ...wish, id, at: clock.now() })
      // Killed between the two, the job is queued at the next start: its row says that it waits.
      await boss.send(wish.kind, { job: id }, { id })
      return id
    },
    async find(id) {
      const { rows } = await pool.query<Job>(`${JOB_QUERY} where id = $1`, [id])
      return rows[0] ?? null
    },
    async list(filter) {
      const { rows } = await pool.query<Job>(
        `${JOB_QUERY} where kind = coalesce($1, kind) order by requested_at desc, id limit $2`,
        [filter.kind ?? null, filter.limit],
      )
      return rows
    },
    async stop() {
      ending.abort(new Error('the product stops'))
      await boss.stop({ graceful: true, timeout: STOP_MS })
      log.debug('background work has stopped')
    },
  }
}

const JOB_QUERY = `select id, kind, state, progress, total, result, fault, attempts, requested_by as "requestedBy",
  requested_at as "requestedAt", started_at as "startedAt", ended_at as "endedAt" from platform.job`

function openBoss({ appUrl, log }: JobParts): PgBoss {
  const boss = new PgBoss({
    connectionString: appUrl,
    application_name: 'xiaobao jobs',
    schema: SCHEMA,
    max: 3,
    // The product's role owns nothing: it neither migrates nor rebuilds indexes.
    migrate: false,
    createSchema: false,
    reindex: false,
    useListenNotify: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  })
  boss.on('error', error => log.warn({ err: error }, 'background work met an error'))
  return boss
}

async function openQueue(boss: PgBoss, kind: JobKind): Promise<void> {
  const options = {
    retryLimit: TRIES - 1,
    retryDelay: 2,
    retryBackoff: true,
    // A process that was killed sends no heartbeat: its work is taken up by another after this time.
    heartbeatSeconds: HEARTBEAT_S,
    expireInSeconds: 12 * 3600,
  }
  await boss.createQueue(kind.name, options)
  if (kind.cron) await boss.schedule(kind.name, kind.cron, {}, { tz: ZONE })
  else await boss.unschedule(kind.name)
}

/** Queues what waits without a queue entry, and, when alone, gives back what a killed process had taken. */
async function takeUp({ pool, alone, kinds }: JobParts, boss: PgBoss): Promise<void> {
  const { rows } = await pool.query<{ id: string; kind: string; state: JobState }>(
    'select id, kind, state from platform.job where ended_at is null and kind = any($1::text[])',
    [kinds.map(kind => kind.name)],
  )
  for (const { id, kind, state } of rows) {
    if (state === 'running' && alone) {
      await boss.cancel(kind, id)
      await boss.resume(kind, id)
    }
    // An entry with this id stays as it is.
    await boss.send(kind, { job: id }, { id })
  }
}

interface Performance {
  readonly parts: JobParts
  readonly kind: JobKind
  readonly ending: AbortSignal
}

type Taken = BossJob<{ job?: string }> & { readonly retryCount: number }

async function perform({ parts, kind, ending }: Performance, taken: Taken): Promise<void> {
  const { pool, clock, log } = parts
  const id = taken.data.job ?? taken.id
  // A job of the clock has no wish of a person behind it.
  if (!taken.data.job) {
    await writeWish(pool, { id, kind: kind.name, input: {}, requestedBy: 'timer', at: clock.now() })
  }
  const { rows } = await pool.query<{ input: unknown; saved: unknown }>(
    `update platform.job set state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, $2)
     where id = $1 and ended_at is null returning input, saved`,
    [id, clock.now()],
  )
  const [row] = rows
  // Done already, by a process that was killed between saying so here and saying so to the queue.
  if (!row) return
  try {
    const task: Task = {
      id,
      ...row,
      signal: AbortSignal.any([ending, taken.signal]),
      report: news => writeProgress(pool, id, news),
    }
    await end(pool, id, { state: 'done', result: (await kind.run(task)) ?? null, fault: null, at: clock.now() })
  } catch (error) {
    const last = taken.retryCount >= TRIES - 1 && !ending.aborted
    const fault = error instanceof Error ? error.name : 'fault'
    if (last) await end(pool, id, { state: 'failed', result: null, fault, at: clock.now() })
    else await pool.query(`update platform.job set state = 'waiting', fault = $2 where id = $1`, [id, fault])
    log[ending.aborted ? 'info' : 'error']({ err: error, job: id, kind: kind.name, last }, 'a job came to no end')
    throw error
  }
}

async function writeWish(
  pool: Pool,
  wish: { id: string; kind: string; input: unknown; requestedBy: string; at: Instant },
): Promise<void> {
  await pool.query(
    `insert into platform.job (id, kind, state, input, requested_by, requested_at)
     values ($1, $2, 'waiting', $3::jsonb, $4, $5) on conflict (id) do nothing`,
    [wish.id, wish.kind, JSON.stringify(wish.input ?? null), wish.requestedBy, wish.at],
  )
}

async function writeProgress(pool: Pool, id: string, news: Parameters<Task['report']>[0]): Promise<void> {
  await pool.query(
    `update platform.job set progress = $2, total = coalesce($3, total), saved = coalesce($4::jsonb, saved) where id = $1`,
    [id, news.progress, news.total ?? null, news.saved === undefined ? null : JSON.stringify(news.saved)],
  )
}

async function end(
  pool: Pool,
  id: string,
  how: { state: JobState; result: unknown; fault: string | null; at: Instant },
): Promise<void> {
  await pool.query(
    `update platform.job set state = $2, result = $3::jsonb, fault = $4, ended_at = $5,
       progress = case when $2 = 'done' then coalesce(total, progress) else progress end where id = $1`,
    [id, how.state, JSON.stringify(how.result), how.fault, how.at],
  )
}
