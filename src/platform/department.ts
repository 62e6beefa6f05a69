// What a department may use of the house, and what it must bring: the front door of every module has this shape.

import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import type { Actor } from '../kernel/actor.ts'
import type { Named, Rules } from '../kernel/module.ts'
import type { Organisation } from '../kernel/organisation.ts'
import type { Rulebook } from '../kernel/rule-pack.ts'
import type { Day } from '../kernel/time.ts'
import type { Words } from '../kernel/words.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { DataRooms } from './data-folder.ts'
import type { Door } from './door.ts'
import type { Files } from './files.ts'
import type { JobKind, Jobs } from './jobs.ts'
import type { Log } from './log.ts'
import type { Readings } from './readings.ts'
import type { Vault } from './vault.ts'
import type { Verdict } from './verify.ts'

/** The house as a department's server room sees it. */
export interface House {
  readonly config: Config
  readonly clock: Clock
  /** Logs in as the product's role: may not change or delete facts. Queries only; writing is the door's. */
  readonly pool: Pool
  readonly door: Door
  readonly vault: Vault
  readonly files: Files
  readonly readings: Readings
  readonly log: Log
  /** Work in the background that is nobody's case: imports, re-computations, verification. */
  readonly jobs: Jobs
  /** The rooms of the data folder. */
  readonly rooms: DataRooms
  /** What one department needs to know of another before it decides; plugged in by app.ts. */
  readonly answers: Answers
}

/** Who answers what. A department declares here what it can be asked; app.ts connects. */
export interface Answers {
  /** The actor behind a person's account at this moment, or null when unknown or no longer in service. */
  actorOf(person: string): Promise<Actor | null>
  /** Units, people, posts and stand-ins of a Shanghai day, today's when none is named; at most a second old, from memory. */
  organisation(on?: Day): Promise<Organisation>
  /** Every version of every rule pack and calendar that was ever published; read from memory. */
  rulebook(): Promise<Rulebook>
  /** The organisation is read anew before the next question: for whoever changed it through the door. */
  organisationChanged(): void
  /** The rulebook is read anew before the next question: for whoever published through the door. */
  rulebookChanged(): void
  /** Proves every chain and seal of the installation, and names the first difference. */
  verify(): Promise<Verdict>
}

/** A department: its rules for the door, its rooms on the wire, its words. */
export interface Department<Server = FastifyInstance> {
  readonly name: string
  // The rules of all departments stand in one list; each is called only with its own states and commands.
  readonly rules: Rules<never, Named, Named, never> | null
  readonly words: Words
  routes(server: Server, house: House): void
  /** Kinds of background work that the department brings. */
  jobs?(house: House): readonly JobKind[]
}
