// The rulebook in memory: read anew when a fact came in, at most a second old, at once after a publication of our own.

import type { Pool } from 'pg'
import type { Rulebook } from '../../../kernel/rule-pack.ts'
import { stopwatch } from '../../../platform/clock.ts'
import type { Answers } from '../../../platform/department.ts'
import type { RulebookAnswers, RulebookState, TextState } from '../rules/record.ts'
import { shelfOf } from '../rules/shelf.ts'

/** What the rulebook answers of all that departments may ask. */
export interface Shelf extends Pick<Answers, 'rulebook' | 'rulebookChanged'> {
  /** What the door asks before a decision about a text or a re-computation, but for the organisation. */
  gather(): Promise<Omit<RulebookAnswers, 'organisation'>>
}

const FRESH_MS = 1_000

/** @param parts.builtIn what the product came with: the first versions, always present. */
export function openShelf(parts: { pool: Pool; builtIn: Rulebook }): Shelf {
  const { pool, builtIn } = parts
  let held: Held = { mark: '0 0', texts: [], rulebook: builtIn }
  let age: (() => number) | null = null
  let underWay: Promise<void> | null = null
  // Grows with every change: what was read before a change must not pass for fresh after it.
  let changes = 0

  async function renew(): Promise<void> {
    const [since, before] = [stopwatch(), changes]
    // The mark is taken before the rows: what changes in between is seen at the next look.
    const mark = await markOf(pool)
    if (mark !== held.mark) {
      const texts = await textsIn(pool)
      held = { mark, texts, rulebook: shelfOf(builtIn, texts) }
    }
    if (before === changes) age = since
  }

  async function look(): Promise<Held> {
    // Twice at most: the look that is under way may be older than the question, the next one is not.
    for (let tries = 0; tries < 2 && (age === null || age() > FRESH_MS); tries++) {
      underWay ??= renew().finally(() => {
        underWay = null
      })
      await underWay
    }
    return held
  }

  return {
    rulebook: async () => (await look()).rulebook,
    rulebookChanged() {
      changes++
      age = null
    },
    async gather() {
      const { texts, rulebook } = await look()
      return { texts, rulebook }
    },
  }
}

interface Held {
  readonly mark: string
  readonly texts: readonly TextState[]
  readonly rulebook: Rulebook
}

// Versions only grow and rows are never deleted, so every fact changes the sum.
async function markOf(pool: Pool): Promise<string> {
  const { rows } = await pool.query({
    name: 'rulebook mark',
    text: 'select count(*) as rows, coalesce(sum(version), 0) as versions from rulebook.record',
  })
  return `${rows[0].rows} ${rows[0].versions}`
}

/** Every text that was ever written; re-computations are left out. */
export async function textsIn(pool: Pool): Promise<TextState[]> {
  const { rows } = await pool.query<{ state: RulebookState }>({
    name: 'rulebook texts',
    text: `select state from rulebook.record where state->>'record' <> 'recomputation' order by id`,
  })
  return rows.flatMap(({ state }) => (state.record === 'recomputation' ? [] : [state]))
}
