// The database that comes with the product: started, killed in every way, and started again.

import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testFolder } from '../../tests/database.ts'
import { systemClock } from './clock.ts'
import { makeReachable } from './cluster.ts'
import { type Installation, openInstallation } from './installation.ts'
import { openLog } from './log.ts'
import { DatabaseAway } from './pool.ts'

const data = join(testFolder(), 'data')
const log = openLog({ level: 'silent' })
const open = (join = false) =>
  openInstallation({ config: { data, databaseUrl: null }, purpose: 'test', join, clock: systemClock, log, poolSize: 4 })

/** A product in a process of its own that writes rows one after another and says the number of each acknowledged one. */
async function writer(): Promise<{ child: ChildProcess; acknowledged: () => number; enough: Promise<void> }> {
  const room = (name: string) => JSON.stringify(join(import.meta.dirname, name))
  const program = `import { openInstallation } from ${room('installation.ts')}
    import { systemClock } from ${room('clock.ts')}
    import { openLog } from ${room('log.ts')}
    const log = openLog({ level: 'silent' })
    const { database } = await openInstallation({ config: { data: ${JSON.stringify(data)}, databaseUrl: null }, purpose: 'test', join: false, clock: systemClock, log })
    const { rows } = await database.pool.query("select coalesce(max((value)::int), 0) as last from platform.setting where name like 'row %'")
    for (let no = rows[0].last + 1; ; no++) {
      await database.pool.query('insert into platform.setting values ($1, to_jsonb($2::int), now())', ['row ' + no, no])
      console.log(no)
    }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let last = 0
  const enough = new Promise<void>(resolve => {
    const start = { no: 0 }
    createInterface({ input: child.stdout }).on('line', line => {
      last = Number(line)
      start.no ||= last
      if (last >= start.no + 100) resolve()
    })
  })
  return { child, acknowledged: () => last, enough }
}

async function killed(child: ChildProcess): Promise<void> {
  const over = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGKILL')
  await over
}

/** Kills every process of the database on the data folder at once, the postmaster included. */
function killDatabase(): void {
  const folder = join(data, 'postgres')
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      if (readlinkSync(`/proc/${pid}/cwd`) === folder) process.kill(Number(pid), 'SIGKILL')
    } catch {
      // Ended, or another account's.
    }
  }
}

async function lastRow(bank: Installation): Promise<number> {
  const { rows } = await bank.database.pool.query(
    `select count(*) as count, max((value)::int) as last from platform.setting where name like 'row %'`,
  )
  expect(rows[0].count).toBe(rows[0].last)
  return rows[0].last
}

describe('the embedded database', () => {
  beforeAll(() => {
    // What a first start that was killed leaves behind.
    mkdirSync(join(data, 'postgres.unfinished', 'base'), { recursive: true })
    writeFileSync(join(data, '.initdb-password'), 'half')
  })

  test('a first start makes it, closed to other accounts, and a second start keeps what was written', async () => {
    const first = await open()
    await first.database.pool.query(`insert into platform.setting values ('kept', '1', now())`)
    expect((await first.database.pool.query('select current_user as name')).rows).toEqual([{ name: 'xiaobao_app' }])
    expect(statSync(join(data, 'postgres')).mode & 0o777).toBe(0o700)
    expect(existsSync(join(data, '.initdb-password'))).toBe(false)
    await first.close()
    const second = await open()
    expect((await second.database.pool.query(`select value from platform.setting where name = 'kept'`)).rows).toEqual([
      { value: 1 },
    ])
    await second.close()
    expect(existsSync(join(data, 'running.json'))).toBe(false)
  })

  test('after kill -9 of the product the next start stops the orphan and every acknowledged row is there', async () => {
    const product = await writer()
    await product.enough
    await killed(product.child)
    expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(true)
    const bank = await open()
    expect(await lastRow(bank)).toBeGreaterThanOrEqual(product.acknowledged())
    await bank.close()
  })

  test('after kill -9 of everything the next start recovers and every acknowledged row is there', async () => {
    const product = await writer()
    await product.enough
    killDatabase()
    await killed(product.child)
    const bank = await open()
    expect(await lastRow(bank)).toBeGreaterThanOrEqual(product.acknowledged())
    await bank.close()
  })

  test('a postmaster.pid that names a stranger does not keep the bank closed', async () => {
    const lines = [process.pid, join(data, 'postgres'), 0, 5432, '', '127.0.0.1', '', 'ready']
    writeFileSync(join(data, 'postgres', 'postmaster.pid'), lines.join('\n'))
    await (await open()).close()
  })

  test('a second product is refused, and the command line joins the first', async () => {
    const first = await open()
    first.tellAddress('http://127.0.0.1:7800')
    await expect(open()).rejects.toThrow(new RegExp(`${process.pid}.+http://127.0.0.1:7800`))
    const command = await open(true)
    expect((await command.database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await command.close()
    expect((await first.database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await first.close()
  })

  test('a database that dies under a running product is away for a moment and comes back by itself', async () => {
    const bank = await open()
    const ask = () => bank.database.pool.query('select 1 as one')
    await ask()
    killDatabase()
    const errors: unknown[] = []
    let answer: unknown = null
    while (answer === null) {
      answer = await ask().catch(error => {
        errors.push(error)
        return null
      })
      if (answer === null) await pause(20)
    }
    expect(errors.length).toBeGreaterThan(0)
    expect(errors.every(error => error instanceof DatabaseAway)).toBe(true)
    await bank.close()
  }, 30_000)

  test('passwords stand in no log and no process list', async () => {
    const bank = await open()
    const secret = readFileSync(join(data, 'keys', 'postgres-owner'), 'utf8')
    const pid = readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain(secret)
    expect(readFileSync(join(data, 'postgres.log'), 'utf8')).not.toContain(secret)
    await bank.close()
  })
})

describe('started by root, the database runs as another account', () => {
  const stranger = { uid: 54_321, gid: 54_321 }
  const parent = mkdtempSync(join(testFolder(), 'parent-'))
  const inner = join(parent, 'data')
  mkdirSync(inner, { mode: 0o700 })
  afterAll(() => chmodSync(parent, 0o700))

  test('a parent folder that is closed to it is named and left as it is', () => {
    chmodSync(parent, 0o700)
    expect(() => makeReachable(inner, stranger)).toThrow(
      `may not enter the folder ${parent} and so cannot reach ${inner}`,
    )
    expect(statSync(parent).mode & 0o777).toBe(0o700)
  })

  test('the data folder itself is opened for passing through, not for reading', () => {
    chmodSync(parent, 0o711)
    makeReachable(inner, stranger)
    expect(statSync(inner).mode & 0o777).toBe(0o711)
  })
})
