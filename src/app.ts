// The house put together: who answers whom, and in which order its parts are opened and closed.

import { join } from 'node:path'
import type { Pool } from 'pg'
import { TIMER } from './kernel/actor.ts'
import { CURRENT_EDITIONS } from './kernel/calendar-editions.ts'
import { gatherAnswers, RULE_PACKS } from './modules/complaints/module.ts'
import { type Directory, openDirectory } from './modules/identity/module.ts'
import { openShelf, type Shelf } from './modules/rulebook/module.ts'
import { departments } from './modules.ts'
import { type Clock, randomBytes } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Answers, House } from './platform/department.ts'
import { type AnyRules, createDoor, type Door, type Gather } from './platform/door.ts'
import { createFiles } from './platform/files.ts'
import type { Installation } from './platform/installation.ts'
import { createJobs, type JobKind, type Jobs, prepareJobs } from './platform/jobs.ts'
import type { Log } from './platform/log.ts'
import { type Metrics, openMetrics } from './platform/metrics.ts'
import { createReadings } from './platform/readings.ts'
import { createSealer, type Sealer } from './platform/seal.ts'
import { keepSecret } from './platform/secret.ts'
import { createTicker, type Ticker } from './platform/ticker.ts'
import { createVault } from './platform/vault.ts'
import { type Verdict, verify } from './platform/verify.ts'

export interface App {
  readonly house: House
  readonly metrics: Metrics
  readonly ticker: Ticker
  readonly sealer: Sealer
  readonly rules: readonly AnyRules[]
  /** The same door over other connections. */
  doorOver(pool: Pool): Door
  /** Recomputes every chain, row and seal. */
  verify(onProgress?: (facts: number) => void): Promise<Verdict>
  /** Lets background work and readings come to their end. The installation is closed by whoever opened it. */
  close(): Promise<void>
}

/** Opens the departments over an installation. Nothing rings and nothing listens yet. */
export async function openApp(parts: {
  config: Config
  installation: Installation
  clock: Clock
  log: Log
}): Promise<App> {
  const { config, installation, clock, log } = parts
  const { pool, appUrl, ownerUrl } = installation.database
  const { rooms } = installation
  const metrics = openMetrics(pool)
  const directory = openDirectory({ pool, clock })
  const shelf = openShelf({ pool, builtIn: { packs: RULE_PACKS, calendars: Object.values(CURRENT_EDITIONS) } })
  const answers = answersOf({ directory, shelf }, () => prove())
  const gather = gatherers({ pool, directory, shelf, answers })
  const rules = departments.flatMap(each => (each.rules ? [each.rules as unknown as AnyRules] : []))
  const doorOver = (over: Pool) => createDoor({ pool: over, clock, rules, answers: gather, onOutcome: metrics.outcome })
  const door = doorOver(pool)
  const prove = (onProgress?: (facts: number) => void) =>
    verify({
      pool,
      rules,
      now: clock.now(),
      answersOf: ({ module, caseId }) => gather[module]?.({ caseId, command: NO_COMMAND, actor: TIMER }),
      sealsFolder: rooms.seals,
      ...(onProgress && { onProgress: progress => onProgress(progress.facts) }),
    })
  const readings = createReadings({ pool, log })
  const sealer = createSealer({ pool, clock, folder: rooms.seals })
  const ticker = createTicker({ pool, door, clock, log })
  metrics.watch({ ticker: ticker.meters, readingsWaiting: readings.waiting })
  const kinds: JobKind[] = [...nightWork({ sealer, prove, log })]
  await prepareJobs(ownerUrl)
  const jobs: Jobs = createJobs({ pool, appUrl, clock, log, kinds, alone: config.databaseUrl === null })
  const vault = createVault({ pool, masterKey: masterKeyIn(rooms.keys) })
  const files = createFiles(rooms.files)
  const house: House = { config, clock, pool, door, vault, files, readings, log, jobs, rooms, answers }
  for (const department of departments) kinds.push(...(department.jobs?.(house) ?? []))
  const close = async () => {
    await jobs.stop()
    await readings.stop()
  }
  return { house, metrics, ticker, sealer, rules, doorOver, verify: prove, close }
}

const NO_COMMAND = { type: 'none' }

/** What each department's rules ask for before they decide. */
function gatherers(parts: {
  pool: Pool
  directory: Directory
  shelf: Shelf
  answers: Answers
}): Readonly<Record<string, Gather>> {
  const { directory, shelf } = parts
  return {
    identity: () => directory.gather(),
    rulebook: async () => ({ ...(await shelf.gather()), ...(await directory.gather()) }),
    complaints: ({ command }) => gatherAnswers(parts, command),
  }
}

/** Seals every ten minutes; at three in the morning everything is proved anew. */
function nightWork(parts: { sealer: Sealer; prove: () => Promise<Verdict>; log: Log }): readonly JobKind[] {
  return [
    { name: 'seal', cron: '*/10 * * * *', run: async () => ({ seals: (await parts.sealer.seal()).length }) },
    {
      name: 'verification',
      cron: '0 3 * * *',
      run: async () => {
        const verdict = await parts.prove()
        if (!verdict.ok) parts.log.error({ first: verdict.first }, 'the ledger was altered')
        return { ...verdict }
      },
    },
  ]
}

function masterKeyIn(keys: string): Buffer {
  return Buffer.from(
    keepSecret(keys, 'master', () => randomBytes(32).toString('hex')),
    'hex',
  )
}

/** The folder of the built pages. */
export const PAGES = join(import.meta.dirname, '..', 'dist')

function answersOf(parts: { directory: Directory; shelf: Shelf }, prove: Answers['verify']): Answers {
  const { directory, shelf } = parts
  return {
    actorOf: person => directory.actorOf(person),
    organisation: on => directory.organisation(on),
    organisationChanged: () => directory.organisationChanged(),
    rulebook: () => shelf.rulebook(),
    rulebookChanged: () => shelf.rulebookChanged(),
    verify: prove,
  }
}
