// What the demonstration must remember over a start: how far its bank is built, and how far its clock was moved.

import type { Pool } from 'pg'
import type { Instant } from '../kernel/time.ts'
import type { Progress } from './build.ts'

/** A value kept under a name, null when it was never saved. */
export interface Kept<Value> {
  load(): Promise<Value | null>
  save(value: Value): Promise<void>
}

export function keepProgress(pool: Pool, now: () => Instant): Kept<Progress> {
  return kept(pool, 'demonstration.progress', now)
}

/** Milliseconds by which the time machine has moved the product's clock. */
export function keepOffset(pool: Pool, now: () => Instant): Kept<number> {
  return kept(pool, 'demonstration.offset', now)
}

/** What the bank sells, for the forms and filters. */
export function keepProducts(pool: Pool, now: () => Instant): Kept<readonly object[]> {
  return kept(pool, 'products', now)
}

function kept<Value>(pool: Pool, name: string, now: () => Instant): Kept<Value> {
  return {
    async load() {
      const { rows } = await pool.query('select value from platform.setting where name = $1', [name])
      return rows[0]?.value ?? null
    },
    async save(value) {
      await pool.query(
        `insert into platform.setting (name, value, changed_at) values ($1, $2::jsonb, $3)
         on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at`,
        [name, JSON.stringify(value), now()],
      )
    },
  }
}
