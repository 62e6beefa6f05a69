// One PostgreSQL for the whole test run, with a migrated template from which every test file gets its own database.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { systemClock } from '../src/platform/clock.ts'
import { readTestConfig } from '../src/platform/config.ts'
import { makeRooms } from '../src/platform/data-folder.ts'
import { asOwner, openDatabase } from '../src/platform/database.ts'
import { ownerUrl, startPostgres } from '../src/platform/embedded.ts'
import type { Engine } from '../src/platform/engine.ts'
import { openLog } from '../src/platform/log.ts'
import { findServerEngine } from './server-engine.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the test server (database `postgres`), and how the product's role signs in. */
    postgres: { ownerUrl: string; appRole: string; appPassword: string; engine: 'embedded' | 'server'; folder: string }
  }
}

export const TEMPLATE = 'xiaobao_template'

// A test run survives no power cut and need not: flushing is what makes databases slow to copy.
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_connections: '200',
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { engine: kind } = readTestConfig()
  const folder = mkdtempSync(join(tmpdir(), 'xiaobao-test-'))
  const rooms = makeRooms(folder)
  const log = openLog({ level: 'warn' })
  const engine = kind === 'server' ? getServerEngine() : null
  const postgres = await startPostgres({ dataFolder: folder, log, settings: SETTINGS, ...(engine && { engine }) })
  const template = ownerUrl(folder, postgres, TEMPLATE)
  const server = ownerUrl(folder, postgres, 'postgres')
  await asOwner(server, owner => owner.query(`create database ${TEMPLATE}`))
  const opened = await openDatabase({ ownerUrl: template, kind: 'embedded', keys: rooms.keys, clock: systemClock, log })
  const app = new URL(opened.appUrl)
  await opened.close()
  await asOwner(server, owner =>
    owner.query(`alter database ${TEMPLATE} with is_template true allow_connections false`),
  )
  const { username: appRole, password: appPassword } = app
  project.provide('postgres', { ownerUrl: server, appRole, appPassword, engine: kind, folder })
  return async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function getServerEngine(): Engine {
  const found = findServerEngine()
  if (found === null)
    throw new Error(
      `no PostgreSQL 15 or newer in /usr/lib/postgresql: apt-get install postgresql, or leave this engine out`,
    )
  return found
}
