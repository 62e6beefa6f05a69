// A database of its own for a test file: cloned from the migrated template, dropped afterwards.

import { chmodSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { getInstant, type Instant } from '../src/kernel/time.ts'
import { randomId, type SteppedClock, steppedClock } from '../src/platform/clock.ts'
import { asOwner } from '../src/platform/database.ts'
import { type Log, openLog } from '../src/platform/log.ts'
import { openPool } from '../src/platform/pool.ts'
import { TEMPLATE } from './postgres.setup.ts'

export interface TestDatabase {
  /** Signs in as the product's role: what the door and the desks use. */
  readonly appPool: Pool
  /** Signs in as the owner: for looking where the product may not, and for planting damage. */
  readonly ownerPool: Pool
  readonly ownerUrl: string
  readonly appUrl: string
  readonly clock: SteppedClock
  readonly log: Log
}

/**
 * To be called at the top of a test file or of a `describe`; the parts are there from `beforeAll` on.
 * The clock stands at `start` (a Monday morning in Shanghai unless told otherwise) until the test moves it.
 */
export function useDatabase(options: { start?: Instant; poolSize?: number } = {}): TestDatabase {
  const server = inject('postgres')
  const name = `test_${randomId().replaceAll('-', '')}`
  const ownerUrl = urlOf(server.ownerUrl, name)
  const appUrl = urlOf(ownerUrl, name, { user: server.appRole, password: server.appPassword })
  const log = openLog({ level: 'error' })
  // Small pools: two workers share one server and two cores. Nothing connects before it is asked.
  const appPool = openPool({ url: appUrl, log, application: 'xiaobao test', size: options.poolSize ?? 4 })
  const ownerPool = openPool({ url: ownerUrl, log, application: 'xiaobao test owner', size: 2 })

  beforeAll(() => asOwner(server.ownerUrl, owner => owner.query(`create database ${name} template ${TEMPLATE}`)))
  afterAll(async () => {
    await Promise.all([appPool.end(), ownerPool.end()])
    await asOwner(server.ownerUrl, owner => owner.query(`drop database ${name} with (force)`))
  })
  const clock = steppedClock(options.start ?? getInstant('2026-03-02T09:00:00+08:00'))
  return { appPool, ownerPool, ownerUrl, appUrl, clock, log }
}

/** An empty database on the test server, without the product's tables, dropped afterwards: for tests of migrations. */
export function useEmptyDatabase(): { ownerUrl: string } {
  const server = inject('postgres')
  const name = `empty_${randomId().replaceAll('-', '')}`
  beforeAll(() => asOwner(server.ownerUrl, owner => owner.query(`create database ${name}`)))
  afterAll(() => asOwner(server.ownerUrl, owner => owner.query(`drop database ${name} with (force)`)))
  return { ownerUrl: urlOf(server.ownerUrl, name) }
}

/** A new folder for one test file, open to the database's account as a data folder's parent must be; removed with the run. */
export function testFolder(): string {
  const folder = mkdtempSync(join(inject('postgres').folder, 'work-'))
  chmodSync(folder, 0o711)
  return folder
}

function urlOf(server: string, database: string, login?: { user: string; password: string }): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  if (login !== undefined) {
    url.username = login.user
    url.password = login.password
  }
  return url.href
}
