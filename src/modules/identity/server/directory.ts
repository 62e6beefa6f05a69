// The organisation in memory: read anew when a fact came in, at most a second old, and right on every day.

import type { Pool } from 'pg'
import type { Organisation } from '../../../kernel/organisation.ts'
import { type Day, dayOf } from '../../../kernel/time.ts'
import { type Clock, stopwatch } from '../../../platform/clock.ts'
import type { Answers } from '../../../platform/department.ts'
import type { IdentityAnswers, IdentityState } from '../rules/identity.ts'
import { organisationOn } from '../rules/organisation.ts'

/** What the department of people answers of all that departments may ask. */
export interface Directory extends Pick<Answers, 'actorOf' | 'organisation' | 'organisationChanged'> {
  /** What the door asks before a decision about a unit or a person. */
  gather(): Promise<IdentityAnswers>
}

const FRESH_MS = 1_000
// A bank has as many days in use as it has time machines and imports: one, now and then two.
const DAYS_KEPT = 4

/** @param parts.clock the product's: it says which day it is in Shanghai. */
export function openDirectory(parts: { pool: Pool; clock: Clock }): Directory {
  const { pool, clock } = parts
  let held: Held = { mark: '', states: [], days: new Map() }
  let age: (() => number) | null = null
  let underWay: Promise<void> | null = null
  // Grows with every change: what was read before a change must not pass for fresh after it.
  let changes = 0

  async function renew(): Promise<void> {
    const [since, before] = [stopwatch(), changes]
    // The mark is taken before the rows: what changes in between is seen at the next look.
    const mark = await markOf(pool)
    if (mark !== held.mark) held = { mark, states: await statesIn(pool), days: new Map() }
    if (before === changes) age = since
  }

  async function organisation(on: Day = dayOf(clock.now())): Promise<Organisation> {
    // Twice at most: the look that is under way may be older than the question, the next one is not.
    for (let look = 0; look < 2 && (age === null || age() > FRESH_MS); look++) {
      underWay ??= renew().finally(() => {
        underWay = null
      })
      await underWay
    }
    const known = held.days.get(on)
    if (known) return known
    if (held.days.size >= DAYS_KEPT) held.days.clear()
    const built = organisationOn(held.states, on)
    held.days.set(on, built)
    return built
  }

  return {
    organisation,
    actorOf: async person => (await organisation()).findActor(person),
    organisationChanged() {
      changes++
      age = null
    },
    gather: async () => ({ organisation: await organisation() }),
  }
}

interface Held {
  readonly mark: string
  readonly states: readonly IdentityState[]
  readonly days: Map<Day, Organisation>
}

// Versions only grow and rows are never deleted, so every fact changes the sum.
async function markOf(pool: Pool): Promise<string> {
  const { rows } = await pool.query({
    name: 'identity mark',
    text: 'select count(*) as rows, coalesce(sum(version), 0) as versions from identity.identity',
  })
  return `${rows[0].rows} ${rows[0].versions}`
}

async function statesIn(pool: Pool): Promise<IdentityState[]> {
  const { rows } = await pool.query({ name: 'identity all', text: 'select state from identity.identity' })
  return rows.map(row => row.state)
}
