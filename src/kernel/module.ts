// What every department brings to the door: pure rules, and where its row is kept.

import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Refusal } from './refusal.ts'
import type { Rulebook } from './rule-pack.ts'
import type { Instant } from './time.ts'

export interface Named {
  readonly type: string
}

/** What rules may know beside the state and the command. Nothing here can be awaited. */
export interface Context<Answers> {
  readonly now: Instant
  readonly actor: Actor
  /** The next readable number of the module, drawn when there is no case yet; null otherwise. */
  readonly number: number | null
  /** What neighbours answered before the decision, as values. */
  readonly answers: Answers
}

/** A fact as the ledger keeps it, with who, when and in which version of its case. */
export type Recorded<Fact extends Named> = Fact & {
  readonly at: Instant
  readonly by: string
  readonly version: number
}

/** A line of the unified work list; `scopes` say who may see it, `tags` (`channel:hotline`) what filters find it. */
export interface DeskLine {
  readonly number: string
  /** Masked. */
  readonly title: string
  readonly state: string
  readonly open: boolean
  readonly owner: string | null
  readonly ownerUnit: string | null
  readonly openedAt: Instant
  readonly dueAt: Instant | null
  readonly dueDuty: string | null
  readonly scopes: readonly string[]
  readonly tags: readonly string[]
  /** Masked text to be found by words, or null to leave the words of the line before as they are. */
  readonly text: string | null
}

/** When the clock shall ring for a case: `key` names the duty and the step, `decision:overdue`. */
export interface Alarm {
  readonly key: string
  readonly at: Instant
}

/** News of a neighbour's fact, turned into a command for a case of this module. */
export interface Hearing<Command extends Named> {
  readonly caseId: string
  readonly command: Command
}

/** A rule pack, its version and the calendar edition that a case keeps. */
export interface Pinned {
  readonly pack: string
  readonly version: string
  readonly calendarEdition: string | null
}

/** What a department whose cases have clocks tells a re-computation: it reads clocks here and moves a case by a command. */
export interface Clocked<State, Command extends Named> {
  /** What a case keeps; null for a case whose clocks are at rest, which no re-computation concerns. */
  regimesOf(state: State): readonly Pinned[] | null
  clocksOf(state: State, at: { now: Instant; rulebook: Rulebook }): readonly Clock[]
  /** The clocks as the regimes given would make them of the same facts; a refusal where these would not be lawful. */
  clocksUnder(
    state: State,
    regimes: readonly Pinned[],
    at: { now: Instant; rulebook: Rulebook },
  ): readonly Clock[] | Refusal
  /**
   * The command by which a case keeps other regimes from now on; `run` names the re-computation. Finished clocks stay as
   * they are. Its fact has `notSent`, the alarms that are not rung for it: `{key, at, why}`.
   */
  adoption(wish: { regimes: readonly Pinned[]; run: string }): Command
}

/** A department's rules as the door calls them. All functions are pure. */
export interface Rules<State, Command extends Named, Fact extends Named, Answers> {
  readonly module: string
  /** `schema.table` of the row: id text primary key, version int, hash bytea, state jsonb. */
  readonly table: string
  /** The sequence of readable numbers, when the module has them. */
  readonly sequence: string | null
  /** The command by which the clock rings; `dueAt` is when it should have rung, however late it does. */
  ring(key: string, dueAt: Instant): Command
  decide(state: State | null, command: Command, context: Context<Answers>): readonly Fact[] | Refusal
  evolve(state: State | null, fact: Recorded<Fact>): State
  desk(state: State, context: { now: Instant; answers: Answers }): DeskLine
  alarms(state: State, context: { now: Instant; answers: Answers }): readonly Alarm[]
  /** `module/fact-type` of a neighbour to what it means here. */
  readonly hears: Readonly<Record<string, (news: News) => Hearing<Command> | null>>
  /** Left out by departments without clocks. */
  readonly clocks?: Clocked<State, Command>
}

/** A neighbour's fact as it is told. */
export interface News {
  readonly module: string
  readonly caseId: string
  readonly version: number
  readonly at: Instant
  readonly type: string
  readonly body: Readonly<Record<string, unknown>>
}
