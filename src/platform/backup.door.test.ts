// A backup made while the bank works, and the bank that comes back from it.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testFolder } from '../../tests/database.ts'
import { getInstant } from '../kernel/time.ts'
import { backUp, restore } from './backup.ts'
import { systemClock } from './clock.ts'
import { asOwner } from './database.ts'
import { type Installation, openInstallation } from './installation.ts'
import { openLog } from './log.ts'

const log = openLog({ level: 'silent' })
const place = testFolder()
const at = getInstant('2026-03-02T01:00:00Z')
const open = (data: string) =>
  openInstallation({
    config: { data, databaseUrl: null },
    purpose: 'test',
    join: false,
    clock: systemClock,
    log,
    poolSize: 4,
  })

describe('backup and restore', () => {
  let bank: Installation
  let acknowledged = 0
  let writing = true
  const backup = join(place, 'backup')

  beforeAll(async () => {
    bank = await open(join(place, 'bank'))
    await asOwner(bank.database.ownerUrl, owner =>
      owner.query(
        'create table platform.work (no int primary key, text text not null); grant insert, select, update on platform.work to xiaobao_app',
      ),
    )
    writeFileSync(join(bank.rooms.files, 'evidence.jpg'), 'a picture')
  }, 60_000)

  afterAll(async () => {
    await bank.close()
    rmSync(place, { recursive: true, force: true })
  })

  test('every row acknowledged before the backup ends is in it, although the bank wrote on', async () => {
    const { pool } = bank.database
    const write = async () => {
      while (writing) {
        const no = acknowledged + 1
        await pool.query('insert into platform.work values ($1, $2)', [no, 'x'.repeat(500)])
        acknowledged = no
      }
    }
    // A second hand rewrites rows and forces checkpoints: pages are torn while copied and the log is recycled underneath.
    const churn = async () => {
      for (let round = 1; writing; round++) {
        await pool.query('update platform.work set text = left(text || $1, 900) where no <= 50', ['y'])
        if (round > 5) continue
        await asOwner(bank.database.ownerUrl, owner => owner.query('select pg_switch_wal(); checkpoint'))
      }
    }
    const hands = Promise.all([write(), churn()])
    const working = backUp({
      rooms: bank.rooms,
      ownerUrl: bank.database.ownerUrl,
      filesOnly: false,
      to: backup,
      now: at,
    })
    // This file is copied last, so what is acknowledged while it is missing was acknowledged before the backup's end.
    const last = join(place, '.backup.unfinished', 'postgres', 'postgresql.conf')
    let floor = 0
    const watch = setInterval(() => {
      if (!existsSync(last) && !existsSync(backup)) floor = acknowledged
    }, 1)
    const manifest = await working.finally(() => {
      writing = false
      clearInterval(watch)
    })
    await hands
    expect(floor).toBeGreaterThan(0)
    expect(manifest.holds).toBe('everything')
    expect(manifest.files.map(file => file.path)).toEqual(
      expect.arrayContaining([
        'files/evidence.jpg',
        'keys/postgres-owner',
        'postgres/backup_label',
        'postgres/PG_VERSION',
      ]),
    )

    await restore({ from: backup, dataFolder: join(place, 'again') })
    const again = await open(join(place, 'again'))
    const { rows } = await again.database.pool.query<{ count: number; last: number }>(
      'select count(*) as count, max(no) as last from platform.work',
    )
    expect(rows[0]?.last).toBeGreaterThanOrEqual(floor)
    expect(rows[0]?.count).toBe(rows[0]?.last)
    expect(readFileSync(join(again.rooms.files, 'evidence.jpg'), 'utf8')).toBe('a picture')
    await again.close()
  }, 60_000)

  test('a backup overwrites nothing and a restore goes over nothing', async () => {
    const again = { rooms: bank.rooms, ownerUrl: bank.database.ownerUrl, filesOnly: false, to: backup, now: at }
    await expect(backUp(again)).rejects.toThrow(/exists already/)
    await expect(restore({ from: backup, dataFolder: bank.rooms.path })).rejects.toThrow(/is not empty/)
  })

  test('a backup that lost or gained a file, or has a changed byte, is not restored', async () => {
    const target = join(place, 'never')
    const stranger = join(backup, 'files', 'stranger')
    writeFileSync(stranger, 'x')
    await expect(restore({ from: backup, dataFolder: target })).rejects.toThrow(/files\/stranger: unknown/)
    rmSync(stranger)
    writeFileSync(join(backup, 'files', 'evidence.jpg'), 'A picture')
    await expect(restore({ from: backup, dataFolder: target })).rejects.toThrow(/evidence\.jpg: changed/)
    rmSync(join(backup, 'files', 'evidence.jpg'))
    await expect(restore({ from: backup, dataFolder: target })).rejects.toThrow(/evidence\.jpg: missing/)
    expect(existsSync(target)).toBe(false)
  })

  test("a database on a server is left to the server's own backup, and the files are copied only when that is said", async () => {
    const server = { rooms: bank.rooms, ownerUrl: null, to: join(place, 'files-only'), now: at }
    await expect(backUp({ ...server, filesOnly: false })).rejects.toThrow(/own backup/)
    const manifest = await backUp({ ...server, filesOnly: true })
    expect(manifest.holds).toBe('files')
    expect(manifest.files.some(file => file.path.startsWith('postgres/'))).toBe(false)
  })
})
