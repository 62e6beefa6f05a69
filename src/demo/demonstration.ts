// The demonstration put into the house: its bank, its accounts, what it publishes, and a clock that visitors may move.

import type { Pool } from 'pg'
import { gatherAnswers, publishBank, sealRegistration, sealWords } from '../modules/complaints/module.ts'
import type { Body, Noun } from '../modules/complaints/rules/contract.ts'
import type { OffsetClock } from '../platform/clock.ts'
import { randomBytes } from '../platform/clock.ts'
import type { Department, House } from '../platform/department.ts'
import type { Door } from '../platform/door.ts'
import { openPool } from '../platform/pool.ts'
import { keepSecret } from '../platform/secret.ts'
import type { SignIn } from '../platform/sign-in.ts'
import type { Ticker } from '../platform/ticker.ts'
import { type Built, buildDemonstration, type Sealing } from './build.ts'
import { products } from './product.ts'
import { rememberingVault } from './remembering-vault.ts'
import { demonstrationRoutes, demonstrationWords } from './routes.ts'
import { keepOffset, keepProducts, keepProgress } from './setting.ts'
import { visitors } from './staff.ts'
import { openTimeMachine } from './time-machine.ts'

const SEED = 'tinglan'

/** How the bank of the demonstration can be reached; the number belongs to nobody. */
const PUBLISHED = {
  phone: '95000-0000',
  address: { zh: '上海市浦东新区听澜路 1 号', en: '1 Tinglan Road, Pudong, Shanghai' },
  hours: { zh: '每日 8:00 至 20:00', en: '8 a.m. to 8 p.m. every day' },
  // What a visitor files on the consumer's pages is met again on the desk of the account `clerk`.
  unit: 'HO.SH.PD.BJ',
}

export interface Demonstration {
  readonly password: string
  readonly accounts: readonly string[]
  /** The demonstration's own routes, to be hung beside the departments. */
  readonly department: Department
  /** Whether this installation holds the demonstration, finished or not; another bank's data is left alone. */
  isHere(): Promise<boolean>
  /** Sets the clock to where visitors moved it. */
  resumeClock(): Promise<void>
  /** Builds what is missing, and lets the accounts in. */
  build(signIn: SignIn, onProgress: (told: { done: number; of: number }) => void): Promise<Built>
}

export function openDemonstration(parts: {
  house: House
  clock: OffsetClock
  ticker: Ticker
  /** Where the product signs in. */
  appUrl: string
  doorOver: (pool: Pool) => Door
}): Demonstration {
  const { house, clock, ticker } = parts
  const { pool, config } = house
  const progress = keepProgress(pool, clock.now)
  const offset = keepOffset(pool, clock.now)
  const password =
    config.demoPassword ?? keepSecret(house.rooms.keys, 'demo-password', () => randomBytes(6).toString('hex'))
  return {
    password,
    accounts: visitors,
    department: {
      name: 'demonstration',
      rules: null,
      words: demonstrationWords,
      routes: server =>
        demonstrationRoutes(server, { clock, machine: openTimeMachine({ pool, clock, ticker, offset }) }),
    },
    isHere: async () => (await progress.load()) !== null,
    async resumeClock() {
      clock.setOffset((await offset.load()) ?? 0)
    },
    async build(signIn, onProgress) {
      // A build that is broken off begins again where its progress was saved, so no step of it need wait for the disk.
      const quick = openPool({
        url: parts.appUrl,
        log: house.log,
        application: 'xiaobao demonstration',
        commitsLater: true,
      })
      const built = await buildDemonstration({
        door: parts.doorOver(quick),
        sealing: sealingOf(house),
        answers: () => gatherAnswers(house, null),
        organisationChanged: house.answers.organisationChanged,
        progress,
        now: clock.now(),
        seed: SEED,
        onProgress,
      }).finally(() => quick.end())
      await keepProducts(pool, clock.now).save(
        products.map(({ code, zh, en, business }) => ({ code, zh, en, business })),
      )
      if (built.commands > 0) await publishBank(pool, { at: clock.now(), by: 'demonstration', body: PUBLISHED })
      for (const account of visitors) {
        await signIn.setPassword(`p-${account}`, { account, password, mustChange: false })
      }
      return built
    },
  }
}

function sealingOf(house: House): Sealing {
  const vault = rememberingVault(house.vault)
  return {
    registration: (body, now) => sealRegistration(vault, body, now),
    words: (complaint, noun, body) => sealWords(vault, complaint, noun, body as Body<Noun>),
  }
}
