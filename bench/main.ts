// Measures what the product claims: registering and reading a case, each beside the bare statement in the same run.

import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import pg from 'pg'
import { openApp } from '../src/app.ts'
import { createFirstAdministrator } from '../src/modules/identity/module.ts'
import { departments } from '../src/modules.ts'
import { systemClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config.ts'
import { buildHttp } from '../src/platform/http.ts'
import { openInstallation } from '../src/platform/installation.ts'
import { openLog } from '../src/platform/log.ts'
import { openClerk, registrations } from './clerk.ts'
import type { Count, Load } from './load.ts'

const CONNECTIONS = 8
const WINDOW_MS = 3000
const ROUNDS = 5
const FLOORS = { register: 0.25, read: 0.5 }

const folder = mkdtempSync(join(tmpdir(), 'xiaobao-bench-'))
const log = openLog({ level: 'warn' })
const config = { ...readConfig(), data: folder, databaseUrl: null }
const installation = await openInstallation({
  config,
  purpose: 'bench',
  join: false,
  clock: systemClock,
  log,
  poolSize: CONNECTIONS,
})
const app = await openApp({ config, installation, clock: systemClock, log })
const http = await buildHttp({ house: app.house, departments, metrics: app.metrics, pages: null })
const address = await http.listen({ host: '127.0.0.1', port: 0 })
const floor = await openFloor(installation.database.ownerUrl, installation.database.appUrl)
const clerk = await openClerk({ app, http, address, createFirstAdministrator })

try {
  const json = { 'content-type': 'application/json' }
  const bodies = registrations(500)
  const register: Load = load(
    `${address}/api/complaints`,
    'POST',
    { ...json, cookie: clerk.cookie },
    bodies,
    'idempotency-key',
  )
  const insert: Load = load(`${floor.address}/insert`, 'POST', json, bodies)
  const read: Load = load(`${address}/api/complaints/${clerk.caseId}`, 'GET', { cookie: clerk.cookie })
  const select: Load = load(`${floor.address}/select/1`, 'GET', {})
  const kept = [
    await compare('register a complaint / bare insert', register, insert, FLOORS.register),
    await compare('read a whole case / bare select', read, select, FLOORS.read),
  ]
  process.exitCode = kept.every(Boolean) ? 0 : 1
} finally {
  await http.stop()
  await floor.close()
  await app.close()
  await installation.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Runs the two in turn and prints one line; true when the median ratio holds. */
async function compare(what: string, ours: Load, bare: Load, least: number): Promise<boolean> {
  await measure({ ...ours, ms: 1500 })
  await measure({ ...bare, ms: 1500 })
  const ratios: number[] = []
  const rates: [number, number][] = []
  for (let round = 0; round < ROUNDS; round++) {
    const a = await measure(ours)
    const b = await measure(bare)
    rates.push([a, b])
    ratios.push(a / b)
  }
  const median = middle(ratios)
  const [a, b] = [middle(rates.map(each => each[0])), middle(rates.map(each => each[1]))]
  console.log(`${what}: ${a.toFixed(0)}/s against ${b.toFixed(0)}/s, ratio ${median.toFixed(3)} (least ${least})`)
  return median >= least
}

async function measure(wish: Load): Promise<number> {
  const child = fork(join(import.meta.dirname, 'load.ts'))
  const counted = await new Promise<Count>((resolve, reject) => {
    child.once('message', message => resolve(message as Count))
    child.once('error', reject)
    child.send(wish)
  })
  child.kill()
  if (counted.failed > 0) throw new Error(`${counted.failed} requests failed: ${wish.url}`)
  return counted.ok / counted.seconds
}

function load(
  url: string,
  method: 'GET' | 'POST',
  headers: Record<string, string>,
  bodies?: readonly string[],
  uniqueHeader?: string,
): Load {
  return {
    url,
    method,
    headers,
    concurrency: 16,
    ms: WINDOW_MS,
    ...(bodies && { bodies }),
    ...(uniqueHeader && { uniqueHeader }),
  }
}

function middle(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

/** The floor: the same server library, driver and connections, and nothing but one statement. */
async function openFloor(ownerUrl: string, appUrl: string) {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('create schema bench')
  await owner.query('create table bench.row (id bigint generated always as identity primary key, body jsonb not null)')
  await owner.query(
    'grant usage on schema bench to xiaobao_app; grant all on all tables in schema bench to xiaobao_app',
  )
  await owner.end()
  const pool = new pg.Pool({ connectionString: appUrl, max: CONNECTIONS })
  pool.on('error', () => undefined)
  const server = fastify({ logger: false })
  server.post('/insert', async request => {
    const { rows } = await pool.query({
      name: 'insert',
      text: 'insert into bench.row (body) values ($1) returning id',
      values: [JSON.stringify(request.body)],
    })
    return { id: rows[0].id }
  })
  server.get('/select/:id', async request => {
    const { rows } = await pool.query({
      name: 'select',
      text: 'select id, body from bench.row where id = $1',
      values: [(request.params as { id: string }).id],
    })
    return rows[0]
  })
  const at = await server.listen({ host: '127.0.0.1', port: 0 })
  return {
    address: at,
    async close() {
      await server.close()
      await pool.end()
    },
  }
}
