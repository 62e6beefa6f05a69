// The house put together: who answers whom, and in which order its parts are opened and closed.

import { join } from 'node:path'
import { CURRENT_EDITIONS } from './kernel/calendar-editions.ts'
import { gatherAnswers, RULE_PACKS } from './modules/complaints/module.ts'
import { type Directory, openDirectory } from './modules/identity/module.ts'
import { departments } from './modules.ts'
import { type Clock, randomBytes } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Answers, House } from './platform/department.ts'
import { type AnyRules, createDoor } from './platform/door.ts'
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
  /** Recomputes every chain, row and seal. */
  verify(onProgress?: (facts: number) => void): Promise<Verdict>
  /** Lets background work and readings come to their end. The installation is closed by whoever opened it. */
  close(): Promise<void>
}

const SEAL_EVERY = '*/10 * * * *'

/** Opens the departments over an installation. Nothing rings and nothing listens yet. */
export async function openApp(parts: {
  config: Config
  installation: Installation
  clock: Clock
  log: Log
}): Promise<App> {
  const { config, installation, clock, log } = parts
  const { pool, appUrl, ownerUrl } = installation.database
  const metrics = openMetrics(pool)
  const masterKey = Buffer.from(
    keepSecret(installation.rooms.keys, 'master', () => randomBytes(32).toString('hex')),
    'hex',
  )
  const directory = openDirectory({ pool, clock })
  const answers = answersOf(directory, () => prove())
  const rules = departments.flatMap(each => (each.rules ? [each.rules as unknown as AnyRules] : []))
  const door = createDoor({
    pool,
    clock,
    rules,
    answers: {
      identity: () => directory.gather(),
      complaints: ({ command }) => gatherAnswers({ pool, answers }, command),
    },
    onOutcome: metrics.outcome,
  })
  const prove = (onProgress?: (facts: number) => void) =>
    verify({
      pool,
      rules,
      now: clock.now(),
      answersOf: ({ module }) =>
        module === 'complaints' ? gatherAnswers({ pool, answers }, null) : directory.gather(),
      sealsFolder: installation.rooms.seals,
      ...(onProgress && { onProgress: progress => onProgress(progress.facts) }),
    })
  const readings = createReadings({ pool, log })
  const sealer = createSealer({ pool, clock, folder: installation.rooms.seals })
  const kinds: JobKind[] = [
    { name: 'seal', cron: SEAL_EVERY, run: async () => ({ seals: (await sealer.seal()).length }) },
  ]
  await prepareJobs(ownerUrl)
  const jobs: Jobs = createJobs({ pool, appUrl, clock, log, kinds, alone: config.databaseUrl === null })
  const house: House = {
    config,
    clock,
    pool,
    door,
    vault: createVault({ pool, masterKey }),
    files: createFiles(installation.rooms.files),
    readings,
    log,
    jobs,
    rooms: installation.rooms,
    answers,
  }
  for (const department of departments) kinds.push(...(department.jobs?.(house) ?? []))
  return {
    house,
    metrics,
    ticker: createTicker({ pool, door, clock, log }),
    sealer,
    rules,
    verify: prove,
    async close() {
      await jobs.stop()
      await readings.stop()
    },
  }
}

/** The folder of the built pages. */
export const PAGES = join(import.meta.dirname, '..', 'dist')

const RULEBOOK = { packs: RULE_PACKS, calendars: Object.values(CURRENT_EDITIONS) }

function answersOf(directory: Directory, prove: Answers['verify']): Answers {
  return {
    actorOf: person => directory.actorOf(person),
    organisation: () => directory.organisation(),
    organisationChanged: () => directory.organisationChanged(),
    rulebook: async () => RULEBOOK,
    verify: prove,
  }
}
