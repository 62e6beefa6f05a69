// Ends what a killed product left running on a database folder, so that the next start finds it free.

import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from './log.ts'
import { StartRefusal } from './start-refusal.ts'

const LOOK_EVERY_MS = 20
const FAST_STOP_LOOKS = 3000
const ORPHAN_LOOKS = 500

/**
 * Stops a PostgreSQL that still runs on `folder` (the caller holds the data folder, so it is nobody's), waits for its
 * orphaned processes, and removes a `postmaster.pid` that names a stranger. Throws a `StartRefusal` when one will not end.
 *
 * Stopping and starting anew is chosen over adopting: it ends the sessions of the killed product and their locks,
 * and the settings and programs are this version's.
 */
export async function endLeftovers(folder: string, log: Log): Promise<void> {
  if (!existsSync(folder)) return
  const postmaster = findPostmaster(folder)
  if (postmaster !== null) {
    log.warn({ pid: postmaster }, 'a database left running by a killed product is stopped')
    signal(postmaster, 'SIGINT')
    if (!(await ends(() => isAlive(postmaster, folder), FAST_STOP_LOOKS))) signal(postmaster, 'SIGQUIT')
  }
  // When the postmaster itself was killed its children notice and leave within moments.
  if (!(await ends(() => processesIn(folder).length > 0, ORPHAN_LOOKS))) throw stillRunning(folder)
  const named = namedPid(folder)
  // PostgreSQL would take a stranger that was given the same pid for its own predecessor, and refuse.
  if (named !== null && isAlive(named)) rmSync(join(folder, 'postmaster.pid'))
  for (const name of readdirSync(folder)) if (name.startsWith('.s.PGSQL.')) rmSync(join(folder, name))
}

/** The pid of the PostgreSQL that serves `folder`, or null. */
function findPostmaster(folder: string): number | null {
  const pid = namedPid(folder)
  return pid !== null && isAlive(pid, folder) ? pid : null
}

function namedPid(folder: string): number | null {
  try {
    return Number.parseInt(readFileSync(join(folder, 'postmaster.pid'), 'utf8'), 10) || null
  } catch {
    return null
  }
}

/** Whether a process lives and, when a folder is given, is a PostgreSQL at work in it. */
function isAlive(pid: number, folder?: string): boolean {
  if (folder !== undefined && process.platform === 'linux') return worksIn(String(pid), realpathSync(folder))
  try {
    process.kill(pid, 0)
    if (folder === undefined || process.platform === 'win32') return true
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(folder)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function processesIn(folder: string): string[] {
  // Only Linux tells; elsewhere PostgreSQL's own check of its shared memory refuses, and the start is tried again.
  if (process.platform !== 'linux') return []
  const real = realpathSync(folder)
  return readdirSync('/proc').filter(name => /^\d+$/.test(name) && worksIn(name, real))
}

/** PostgreSQL works in its data folder and never leaves it; a shell that stands there has another name. */
function worksIn(pid: string, folder: string): boolean {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) !== folder) return false
    // "pid (name) state …": a zombie has ended and only waits to be counted.
    return /^\d+ \(postgres\) [^Z]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself between the look and the signal.
  }
}

async function ends(lives: () => boolean, looks: number): Promise<boolean> {
  for (let look = 0; look < looks; look++) {
    if (!lives()) return true
    await pause(LOOK_EVERY_MS)
  }
  return false
}

function stillRunning(folder: string): StartRefusal {
  return new StartRefusal(
    {
      zh: '数据库文件夹 {folder} 上仍有 PostgreSQL 进程在运行，且无法停止。请先结束它。',
      en: 'A PostgreSQL process still runs on the database folder {folder} and does not stop. End it first.',
    },
    { folder },
  )
}
