// A copy of the whole installation while it runs, and its return to an empty data folder.

import { existsSync, readdirSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Client } from 'pg'
import type { Instant } from '../kernel/time.ts'
import { randomId } from './clock.ts'
import type { DataRooms } from './data-folder.ts'
import { asOwner } from './database.ts'
import { StartRefusal } from './start-refusal.ts'
import { type CopiedFile, copyTree, findDifference, type Inventory, writeDown } from './tree.ts'

/** `manifest.json` of a backup. */
export interface Manifest extends Inventory {
  readonly format: 'xiaobao-backup-1'
  readonly at: Instant
  /** `everything`, or `files` where the database is a server's own affair. */
  readonly holds: 'everything' | 'files'
}

/**
 * Backs up to the new folder `to`, which appears under its name only when whole. Every row acknowledged before this answers
 * its last statement is in it, and every evidence file such a row names. The copy holds the keys: keep it as you keep them.
 *
 * `ownerUrl` null: a server's database, which the server's own backup must cover; then only files, keys and seals are
 * copied, and only if `filesOnly` says that this is understood. Throws a `StartRefusal` otherwise.
 */
export async function backUp(options: {
  rooms: DataRooms
  ownerUrl: string | null
  filesOnly: boolean
  to: string
  now: Instant
}): Promise<Manifest> {
  const { rooms, ownerUrl, to } = options
  if (ownerUrl === null && !options.filesOnly) throw serversOwn()
  if (existsSync(to)) throw alreadyThere(to)
  const unfinished = join(dirname(to), `.${basename(to)}.unfinished`)
  await fs.rm(unfinished, { recursive: true, force: true })
  await fs.mkdir(unfinished, { recursive: true, mode: 0o700 })
  const parts: Inventory[] = []
  if (ownerUrl !== null && !options.filesOnly) {
    parts.push(await copyDatabase({ ownerUrl, from: join(rooms.path, 'postgres'), to: join(unfinished, 'postgres') }))
  }
  // After the database, never before: evidence is written before the fact that names it and is never changed,
  // so a copy made later holds all that the copied facts name.
  for (const room of ROOMS) parts.push(under(room, await copyTree({ from: rooms[room], to: join(unfinished, room) })))
  const manifest: Manifest = {
    format: 'xiaobao-backup-1',
    at: options.now,
    holds: ownerUrl !== null && !options.filesOnly ? 'everything' : 'files',
    files: parts.flatMap(part => part.files),
    folders: parts.flatMap(part => part.folders),
  }
  await writeDown(join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`)
  await fs.rename(unfinished, to)
  return manifest
}

/**
 * Puts a backup into an empty or absent data folder, after every file has been compared with its digest.
 * The database recovers at its first start. Throws a `StartRefusal` that names the first thing wrong.
 */
export async function restore(options: { from: string; dataFolder: string }): Promise<Manifest> {
  const { from, dataFolder } = options
  if (existsSync(dataFolder) && readdirSync(dataFolder).length > 0) throw notEmpty(dataFolder)
  const manifest = await readManifest(from)
  const difference = await findDifference(from, manifest, [MANIFEST])
  if (difference !== null) throw damaged(from, difference)
  await fs.mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await copyTree({ from, to: dataFolder, skips: path => path === MANIFEST })
  return manifest
}

const MANIFEST = 'manifest.json'
const ROOMS = ['files', 'keys', 'seals'] as const

/** PostgreSQL's "low-level base backup": between start and stop the files may be copied in any state, the log repairs them. */
async function copyDatabase(copy: { ownerUrl: string; from: string; to: string }): Promise<Inventory> {
  return asOwner(copy.ownerUrl, async owner => {
    await checkOneFolder(owner)
    // The slot holds back the recycling of the log that the copy will need; it vanishes with this connection.
    const slot = `xiaobao_backup_${randomId().replaceAll('-', '')}`
    await owner.query('select pg_create_physical_replication_slot($1, true, true)', [slot])
    const start = await askOne(owner, `select pg_walfile_name(pg_backup_start('xiaobao', true)) as wal`)
    const data = under('postgres', await copyTree({ from: copy.from, to: copy.to, skips: isLeftOut }))
    // Stopping ends the log segment, so that the last one needed is whole; the label must stand in the copy, not in the original.
    const stop = await askOne(
      owner,
      `select labelfile as label, pg_walfile_name(lsn) as wal from pg_backup_stop(wait_for_archive => false)`,
    )
    const label = await writeDown(join(copy.to, 'backup_label'), stop.label ?? '')
    const from = start.wal ?? ''
    const last = stop.wal ?? ''
    const log = await copyTree({
      from: join(copy.from, 'pg_wal'),
      to: join(copy.to, 'pg_wal'),
      skips: path => !/^[0-9A-F]{24}$/.test(path) || path < from || path > last,
    })
    for (const folder of EMPTY_FOLDERS) await fs.mkdir(join(copy.to, folder), { recursive: true, mode: 0o700 })
    return {
      files: [...data.files, { path: 'postgres/backup_label', ...label }, ...under('postgres/pg_wal', log).files],
      folders: [...data.folders, 'postgres/pg_wal', ...EMPTY_FOLDERS.map(folder => `postgres/${folder}`)],
    }
  })
}

// What PostgreSQL makes anew at start, or what belongs to the running server and would mislead its copy.
const EMPTY_FOLDERS = [
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]
const LEFT_OUT = new Set([
  ...EMPTY_FOLDERS,
  'pg_wal',
  'postmaster.pid',
  'postmaster.opts',
  'backup_label',
  'tablespace_map',
])

function isLeftOut(path: string): boolean {
  return LEFT_OUT.has(path) || /(^|\/)(pgsql_tmp|pg_internal\.init|\.s\.PGSQL)/.test(path)
}

async function checkOneFolder(owner: Client): Promise<void> {
  const { rowCount } = await owner.query(`select 1 from pg_tablespace where spcname not in ('pg_default', 'pg_global')`)
  if (rowCount !== 0)
    throw new Error('the embedded database has tablespaces outside its folder; they would not be copied')
}

async function askOne(owner: Client, sql: string): Promise<{ wal?: string; label?: string }> {
  const { rows } = await owner.query<{ wal?: string; label?: string }>(sql)
  return rows[0] ?? {}
}

function under(room: string, part: Inventory): Inventory {
  const files: CopiedFile[] = part.files.map(file => ({ ...file, path: `${room}/${file.path}` }))
  return { files, folders: [room, ...part.folders.map(folder => `${room}/${folder}`)] }
}

async function readManifest(from: string): Promise<Manifest> {
  try {
    const manifest = JSON.parse(await fs.readFile(join(from, MANIFEST), 'utf8')) as Manifest
    if (manifest.format === 'xiaobao-backup-1') return manifest
  } catch {
    // No manifest, or not one of ours: said below.
  }
  throw damaged(from, `${MANIFEST}: missing`)
}

function serversOwn(): StartRefusal {
  return new StartRefusal({
    zh: '数据库在 DATABASE_URL 所指的服务器上，请用该服务器自己的备份（如 pg_basebackup）。证据文件、密钥与封存记录可用 xiaobao backup --files-only 备份，两者都需要。',
    en: "The database is on the server of DATABASE_URL: use that server's own backup (such as pg_basebackup). Evidence files, keys and seals are backed up with xiaobao backup --files-only; both are needed.",
  })
}

function alreadyThere(to: string): StartRefusal {
  return new StartRefusal(
    { zh: '{to} 已经存在，备份不会覆盖。', en: '{to} exists already; a backup overwrites nothing.' },
    { to },
  )
}

function notEmpty(dataFolder: string): StartRefusal {
  return new StartRefusal(
    {
      zh: '数据文件夹 {dataFolder} 不是空的，不会恢复到其上。',
      en: 'The data folder {dataFolder} is not empty; nothing is restored over it.',
    },
    { dataFolder },
  )
}

function damaged(from: string, difference: string): StartRefusal {
  return new StartRefusal(
    {
      zh: '备份 {from} 与其清单不符：{difference}。没有恢复任何内容。',
      en: 'The backup {from} differs from its manifest: {difference}. Nothing was restored.',
    },
    { from, difference },
  )
}
