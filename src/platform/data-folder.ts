// The one data folder: its layout, who holds it, and how the command line finds the product that runs on it.

import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Instant } from '../kernel/time.ts'
import type { Meeting } from './embedded.ts'
import { StartRefusal } from './start-refusal.ts'

/** Absolute paths of the rooms of the data folder. */
export interface DataRooms {
  readonly path: string
  readonly files: string
  readonly keys: string
  readonly seals: string
  readonly backups: string
  readonly imports: string
}

/** What `running.json` says while somebody holds the folder. */
export interface Running {
  readonly pid: number
  /** What runs: `server`, `import`, `verify`, `backup` … */
  readonly purpose: string
  readonly since: Instant
  /** Where a browser finds it, once it listens. */
  readonly address: string | null
  /** Where its database is met, once it is up. */
  readonly postgres: Meeting | null
}

/** The folder, held. Whoever holds it may start its database; nobody else may until it is released or the process ends. */
export interface HeldFolder extends DataRooms {
  /** Adds to what `running.json` says. */
  tell(news: Partial<Pick<Running, 'address' | 'postgres'>>): void
  release(): void
}

/** The rooms of a data folder, made where they are missing. Everything but the folder itself is closed to other accounts. */
export function makeRooms(path: string): DataRooms {
  const rooms: DataRooms = {
    path,
    files: join(path, 'files'),
    keys: join(path, 'keys'),
    seals: join(path, 'seals'),
    backups: join(path, 'backups'),
    imports: join(path, 'import'),
  }
  try {
    if (!existsSync(path)) {
      mkdirSync(path, { recursive: true })
      chmodSync(path, 0o700)
    }
    for (const room of [rooms.files, rooms.keys, rooms.seals, rooms.backups, rooms.imports]) {
      if (!existsSync(room)) mkdirSync(room, { mode: 0o700, recursive: true })
    }
  } catch (error) {
    throw notWritable(path, error)
  }
  return rooms
}

/** Takes hold of the data folder for this process. Throws a `StartRefusal` that names who holds it. */
export function holdFolder(options: { path: string; purpose: string; now: Instant }): HeldFolder {
  const { path, purpose, now } = options
  const rooms = makeRooms(path)
  const lock = takeLock(path)
  if (lock === null) throw inUse(path, readRunning(path))
  let running: Running = { pid: process.pid, purpose, since: now, address: null, postgres: null }
  const write = () => {
    const aside = join(path, '.running.json')
    writeFileSync(aside, `${JSON.stringify(running)}\n`, { mode: 0o600 })
    renameSync(aside, join(path, 'running.json'))
  }
  write()
  return {
    ...rooms,
    tell: news => {
      running = { ...running, ...news }
      write()
    },
    release: () => {
      rmSync(join(path, 'running.json'), { force: true })
      lock.close()
    },
  }
}

/** Who holds the data folder, or null when nobody does (whatever a killed product left behind in it). */
export function findRunning(path: string): Running | null {
  if (!existsSync(join(path, 'lock'))) return null
  const lock = takeLock(path)
  if (lock === null) return readRunning(path) ?? UNNAMED
  lock.close()
  return null
}

const UNNAMED: Running = { pid: 0, purpose: 'start', since: '' as Instant, address: null, postgres: null }
// The command line's own look takes the lock for a moment; a product that starts just then waits so long for it.
const LOCK_PATIENCE_MS = 300

/**
 * The operating system's lock on a file, by way of SQLite, because Node itself offers none. The system drops it when the
 * process ends, however it ends, so there is no stale lock to reason about; and of two that start at once it gives it to one.
 * (A file with a pid in it was rejected: pids come round again, and two may both find it stale and both take it.)
 */
function takeLock(path: string): DatabaseSync | null {
  let lock: DatabaseSync
  try {
    // Closed to other accounts: who may open it to read may hold it too.
    closeSync(openSync(join(path, 'lock'), 'a', 0o600))
    lock = new DatabaseSync(join(path, 'lock'), { timeout: LOCK_PATIENCE_MS })
  } catch (error) {
    throw notWritable(path, error)
  }
  try {
    lock.exec('begin exclusive')
    held.add(lock)
    return lock
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null
    throw notWritable(path, error)
  }
}

const SQLITE_BUSY = 5
// Referenced as long as the process lives: a lock that is collected as rubbish is a lock that is open.
const held = new Set<DatabaseSync>()

function readRunning(path: string): Running | null {
  try {
    return JSON.parse(readFileSync(join(path, 'running.json'), 'utf8')) as Running
  } catch {
    return null
  }
}

function inUse(path: string, running: Running | null): StartRefusal {
  const at = running?.address ?? null
  return new StartRefusal(
    {
      zh: `数据文件夹 {path} 正由另一个消保进程使用（进程号 {pid}，{purpose}${at ? '，地址 {at}' : ''}）。请先停止它，或用 XIAOBAO_DATA 指定另一个文件夹。`,
      en: `The data folder {path} is in use by another Xiaobao process (pid {pid}, {purpose}${at ? ', at {at}' : ''}). Stop it first, or name another folder with XIAOBAO_DATA.`,
    },
    { path, pid: running?.pid ?? '?', purpose: running?.purpose ?? 'start', at: at ?? '' },
  )
}

function notWritable(path: string, error: unknown): StartRefusal {
  return new StartRefusal(
    {
      zh: '数据文件夹 {path} 不能由当前用户写入（{reason}）。',
      en: 'The data folder {path} cannot be written by this user ({reason}).',
    },
    { path, reason: (error as { code?: string }).code ?? String(error) },
  )
}
