// Brings a database to this version: SQL files that are applied once, in order, and never changed afterwards.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import type { Instant } from '../kernel/time.ts'
import type { Log } from './log.ts'
import { StartRefusal } from './start-refusal.ts'

/** A file `NNNN_name.sql` of the platform or of a module. */
export interface Migration {
  /** `platform` or the module. */
  readonly room: string
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

/** Every migration in the product: the platform's first, then each module's, modules by name, files by number. */
export function findMigrations(source: string = join(import.meta.dirname, '..')): Migration[] {
  const modules = join(source, 'modules')
  const rooms = existsSync(modules) ? readdirSync(modules).toSorted() : []
  return [
    ...migrationsIn('platform', join(source, 'platform', 'migrations')),
    ...rooms.flatMap(room => migrationsIn(room, join(modules, room, 'server', 'migrations'))),
  ]
}

export function migrationOf(room: string, name: string, sql: string): Migration {
  // Line ends are the checkout's affair, not a change of the file.
  const sha256 = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
  return { room, name, sql, sha256 }
}

/**
 * Applies what is missing, each file in one transaction, and tells the names applied. The client is the owner's and holds
 * the lock of `underLock`. Throws a `StartRefusal` on a database that is newer, was changed underneath, or stopped half way.
 */
export async function migrate(options: {
  client: Client
  migrations: readonly Migration[]
  now: () => Instant
  log: Log
}): Promise<string[]> {
  const { client, migrations, now, log } = options
  await client.query(`create schema if not exists platform`)
  await client.query(`create table if not exists platform.migration (
    room text not null, name text not null, sha256 text not null, applied_at timestamptz not null, primary key (room, name))`)
  const pending = pendingOf(migrations, await appliedIn(client))
  for (const migration of pending) {
    await apply(client, migration, now())
    log.info({ migration: nameOf(migration) }, 'migrated')
  }
  return pending.map(nameOf)
}

/** One process at a time per database: others that start at the same instant wait here, then find the work done. */
export async function underLock<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock($1)', [LOCK])
  try {
    return await work()
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK])
  }
}

// "xiaobao" in the letters' numbers; any constant that nobody else locks.
const LOCK = '240901150201'
const FILE_NAME = /^\d{4}_[a-z0-9-]+(_[a-z0-9-]+)*\.sql$/

interface Applied {
  readonly room: string
  readonly name: string
  readonly sha256: string
}

function migrationsIn(room: string, folder: string): Migration[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .toSorted()
    .map(name => {
      if (!FILE_NAME.test(name)) throw new Error(`a migration is named NNNN_name.sql, not ${room}/${name}`)
      return migrationOf(room, name, readFileSync(join(folder, name), 'utf8'))
    })
}

async function appliedIn(client: Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>('select room, name, sha256 from platform.migration order by room, name')
  return rows
}

function pendingOf(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(migrations.map(migration => [nameOf(migration), migration]))
  for (const before of applied) {
    const now = known.get(nameOf(before))
    if (now === undefined) throw newer(nameOf(before))
    if (now.sha256 !== before.sha256) throw changed(nameOf(before))
  }
  const done = new Set(applied.map(nameOf))
  const pending = migrations.filter(migration => !done.has(nameOf(migration)))
  for (const migration of pending) {
    const overtaken = applied.find(before => before.room === migration.room && before.name > migration.name)
    if (overtaken !== undefined) throw outOfOrder(nameOf(migration), nameOf(overtaken))
  }
  return pending
}

async function apply(client: Client, migration: Migration, at: Instant): Promise<void> {
  // A file that ended the transaction itself could be applied by half.
  if (/^\s*(begin|commit|rollback|end)\s*(transaction\s*)?;/im.test(migration.sql)) {
    throw new Error(`${nameOf(migration)} opens or ends a transaction; each file already runs in one`)
  }
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into platform.migration (room, name, sha256, applied_at) values ($1, $2, $3, $4)', [
      migration.room,
      migration.name,
      migration.sha256,
      at,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw failed(nameOf(migration), error)
  }
}

function nameOf(file: { room: string; name: string }): string {
  return `${file.room}/${file.name}`
}

function newer(name: string): StartRefusal {
  return new StartRefusal(
    {
      zh: '数据库由更新的版本建立（含有本版本不认识的迁移 {name}），本版本不能在其上启动。',
      en: 'The database was made by a newer version (it holds the migration {name}, unknown to this one); this version does not start on it.',
    },
    { name },
  )
}

function changed(name: string): StartRefusal {
  return new StartRefusal(
    {
      zh: '迁移 {name} 在应用之后被改动过。已应用的迁移不得修改，请恢复原文件，另写一个新的迁移。',
      en: 'The migration {name} was changed after it had been applied. Restore the file and write a new migration instead.',
    },
    { name },
  )
}

function outOfOrder(name: string, after: string): StartRefusal {
  return new StartRefusal(
    {
      zh: '迁移 {name} 的编号早于已经应用的 {after}。请改为更大的编号。',
      en: 'The migration {name} has a lower number than {after}, which is already applied. Give it a higher one.',
    },
    { name, after },
  )
}

function failed(name: string, error: unknown): StartRefusal {
  const reason = error instanceof Error ? error.message : String(error)
  const refusal = new StartRefusal(
    {
      zh: '迁移 {name} 没有成功，数据库停留在它之前的状态：{reason}',
      en: 'The migration {name} failed; the database stands as it was before it: {reason}',
    },
    { name, reason },
  )
  refusal.cause = error
  return refusal
}
