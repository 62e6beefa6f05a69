// Starts the PostgreSQL that came with the product on the data folder, keeps it running and stops it.

import { type ChildProcess, spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bareEnvironment, type Cluster, makeReachable, OWNER, ownerPassword, readyCluster } from './cluster.ts'
import { type Engine, findAccount, findEngine, programOf } from './engine.ts'
import { endLeftovers } from './leftovers.ts'
import type { Log } from './log.ts'
import { StartRefusal } from './start-refusal.ts'

export interface Postgres {
  readonly port: number
  /** Folder of the unix socket, or null where its path would be too long: then 127.0.0.1 only. */
  readonly socketFolder: string | null
  /** Stops it as a user would (sessions end, a checkpoint is written). Safe to call twice. */
  stop(): Promise<void>
}

/** Where a running PostgreSQL is met; what `running.json` says of it. */
export type Meeting = Pick<Postgres, 'port' | 'socketFolder'>

/** What a bank's laptop and a small server (2 to 8 cores) both bear. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  random_page_cost: '1.1',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  autovacuum: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements and details quote what people wrote; the server's own log shall not.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

const READY_EVERY_MS = 4
const READY_LOOKS = 150_000
const PORT_TRIES = 5
const RESTART_AFTER_MS = 500
const LOG_BYTES = 10_000_000
// The address of a unix socket holds about 104 bytes on the narrowest of our systems.
const SOCKET_PATH_BYTES = 100

/**
 * Starts PostgreSQL on `<dataFolder>/postgres`, creating the cluster at the first start. The caller holds the data folder.
 * What a killed product left running is stopped first. When the server dies by itself it is started again on the same port.
 * `engine` and `settings` are for tests. Throws a `StartRefusal` that names what is in the way.
 */
export async function startPostgres(options: {
  dataFolder: string
  log: Log
  engine?: Engine
  settings?: Readonly<Record<string, string>>
}): Promise<Postgres> {
  const { dataFolder, log } = options
  const folder = join(dataFolder, 'postgres')
  const account = findAccount(folder)
  if (account !== null) makeReachable(dataFolder, account)
  const engine = options.engine ?? findEngine({ dataFolder, account })
  await endLeftovers(folder, log)
  const run: Run = { folder, dataFolder, engine, account, settings: { ...SETTINGS, ...options.settings }, log }
  await readyCluster(run)

  const socketFolder = Buffer.byteLength(join(folder, '.s.PGSQL.65535')) <= SOCKET_PATH_BYTES ? folder : null
  let stopping = false
  let { child, port } = await launch(run, socketFolder, null)
  const keep = (process: ChildProcess) =>
    process.once('exit', async code => {
      if (stopping) return
      log.error({ code }, 'the database ended by itself and is started again')
      child = await relaunch(run, socketFolder, port, () => stopping)
      keep(child)
      if (stopping) child.kill('SIGINT')
    })
  keep(child)
  return {
    port,
    socketFolder,
    stop: async () => {
      stopping = true
      await ended(child)
    },
  }
}

/** The address by which the owner signs in to a database of a running embedded PostgreSQL. */
export function ownerUrl(dataFolder: string, meeting: Meeting, database: string): string {
  const url = new URL(`postgres://127.0.0.1:${meeting.port}/${database}`)
  url.username = OWNER
  url.password = ownerPassword(dataFolder)
  if (meeting.socketFolder !== null) url.searchParams.set('host', meeting.socketFolder)
  return url.href
}

interface Run extends Cluster {
  readonly settings: Readonly<Record<string, string>>
  readonly log: Log
}

async function launch(run: Run, socketFolder: string | null, wanted: number | null) {
  for (let attempt = 1; ; attempt++) {
    const port = wanted ?? (await freePort())
    const settings = { ...run.settings, port: String(port), unix_socket_directories: socketFolder ?? '' }
    const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const out = openLogFile(run.dataFolder)
    const child = spawn(programOf(run.engine, 'postgres'), ['-D', run.folder, ...words], {
      cwd: run.folder,
      env: bareEnvironment(run.folder),
      // Its own session: Ctrl+C in the terminal is for the product, which then stops the database in good order.
      detached: true,
      stdio: ['ignore', out, out],
      ...run.account,
    })
    fs.closeSync(out)
    child.unref()
    if (await becomesReady(child, run.folder)) return { child, port }
    const reason = lastLines(run.dataFolder)
    if (attempt < PORT_TRIES && /could not (bind|create lock file)|already in use|still in use/.test(reason)) {
      await pause(RESTART_AFTER_MS)
      continue
    }
    throw new StartRefusal({ zh: '数据库没有启动：{reason}', en: 'The database did not start: {reason}' }, { reason })
  }
}

async function relaunch(run: Run, socketFolder: string | null, port: number, given: () => boolean) {
  for (;;) {
    await pause(RESTART_AFTER_MS)
    try {
      return (await launch(run, socketFolder, port)).child
    } catch (error) {
      if (given()) throw error
      run.log.error({ err: error }, 'the database could not be started again')
    }
  }
}

/** True when the server says in `postmaster.pid` that it takes connections, false when it ended before. */
async function becomesReady(child: ChildProcess, folder: string): Promise<boolean> {
  let over = false
  child.once('error', () => {
    over = true
  })
  for (let look = 0; look < READY_LOOKS; look++) {
    if (over || child.exitCode !== null || child.signalCode !== null) return false
    const lines = readLines(join(folder, 'postmaster.pid'))
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true
    await pause(READY_EVERY_MS)
  }
  child.kill('SIGQUIT')
  return false
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.ref()
  const over = new Promise(resolve => child.once('exit', resolve))
  // SIGINT is PostgreSQL's "fast": it does not wait for sessions to leave.
  child.kill('SIGINT')
  await over
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

function openLogFile(dataFolder: string): number {
  const path = join(dataFolder, 'postgres.log')
  if (fs.existsSync(path) && fs.statSync(path).size > LOG_BYTES) fs.renameSync(path, `${path}.old`)
  return fs.openSync(path, 'a', 0o600)
}

function lastLines(dataFolder: string): string {
  return readLines(join(dataFolder, 'postgres.log')).filter(Boolean).slice(-3).join(' ')
}

function readLines(path: string): string[] {
  try {
    return fs.readFileSync(path, 'utf8').split('\n')
  } catch {
    return []
  }
}
