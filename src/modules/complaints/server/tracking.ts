// Number and code: the code is made from the filing's key and never kept; a number locks after five wrong codes.

import { timingSafeEqual } from 'node:crypto'
import type { Actor } from '../../../kernel/actor.ts'
import { missing, type Refusal } from '../../../kernel/refusal.ts'
import { epochMs, type Instant, MINUTE_MS, plusMs } from '../../../kernel/time.ts'
import type { House } from '../../../platform/department.ts'
import { Stopped } from '../../../platform/problem.ts'
import { codeOf, findCode, findNumber } from '../rules/tracking-code.ts'

const FREE_ATTEMPTS = 5
const LOCKED_MS = 15 * MINUTE_MS
const MOST_UNKNOWN = 10_000

/** The case that a number and a code open, and its consumer as an actor. */
export interface Opened {
  readonly id: string
  readonly actor: Actor
}

export interface Tracking {
  /** The code of a case for the key of its filing: a retry gets the same one. Keeps only its digest. */
  issue(caseId: string, key: string): Promise<string>
  /** Opens a case. An unknown number and a wrong code are refused alike; throws 429 while the number is locked. */
  open(given: { number: string; code: string }): Promise<Opened | Refusal>
}

export function createTracking(house: Pick<House, 'pool' | 'vault' | 'clock'>): Tracking {
  const { pool, vault, clock } = house
  // Numbers that do not exist lock like those that do, so that locking tells nothing.
  const unknown = new Map<string, { count: number; until: Instant | null }>()
  const digestOf = (caseId: string, code: string) => Buffer.from(vault.digest(`tracking\n${caseId}\n${code}`), 'hex')

  return {
    async issue(caseId, key) {
      const code = codeOf(Buffer.from(vault.digest(`tracking code\n${caseId}\n${key}`), 'hex'))
      await pool.query({
        name: 'issue tracking code',
        text: `insert into complaints.tracking (complaint_id, digest, created_at) values ($1, $2, $3)
               on conflict (complaint_id) do nothing`,
        values: [caseId, digestOf(caseId, code), clock.now()],
      })
      return code
    },
    async open(given) {
      const number = findNumber(given.number) ?? given.number
      const now = clock.now()
      const caseId = await findCase(pool, number)
      const attempt = caseId === null ? guessUnknown(unknown, number, now) : await countAttempt(pool, caseId, now)
      if (attempt.lockedUntil !== null) {
        const seconds = Math.max(1, Math.ceil((epochMs(attempt.lockedUntil) - epochMs(now)) / 1000))
        throw new Stopped(429, 'public-too-many', { seconds })
      }
      const tried = digestOf(caseId ?? '', findCode(given.code) ?? '')
      if (!timingSafeEqual(attempt.digest ?? Buffer.alloc(tried.length), tried) || caseId === null) {
        return missing('public-no-match')
      }
      await pool.query({
        name: 'clear tracking attempts',
        text: 'update complaints.tracking set attempts = 0, locked_until = null where complaint_id = $1',
        values: [caseId],
      })
      return { id: caseId, actor: consumerOf(caseId) }
    },
  }
}

/** The consumer of a case: no account, no posts, this case only. */
export function consumerOf(caseId: string): Actor {
  return { kind: 'consumer', id: caseId, unit: null, posts: [], standsInFor: [] }
}

interface Attempt {
  readonly digest: Buffer | null
  readonly lockedUntil: Instant | null
}

async function findCase(pool: House['pool'], number: string): Promise<string | null> {
  const { rows } = await pool.query({
    name: 'case of number',
    text: `select t.complaint_id from ledger.desk d join complaints.tracking t on t.complaint_id = d.case_id
           where d.number = $1 and d.module = 'complaints'`,
    values: [number],
  })
  return rows[0]?.complaint_id ?? null
}

// Counted before the code is compared: a hundred guesses at once are a hundred attempts.
async function countAttempt(pool: House['pool'], caseId: string, now: Instant): Promise<Attempt> {
  const { rows } = await pool.query({
    name: 'count tracking attempt',
    text: `update complaints.tracking set
             attempts = case when locked_until <= $2::timestamptz then 1 when locked_until is null then attempts + 1 else attempts end,
             locked_until = case when locked_until > $2::timestamptz then locked_until
                                 when locked_until is null and attempts >= $3 then $4::timestamptz end
           where complaint_id = $1 returning digest, locked_until`,
    values: [caseId, now, FREE_ATTEMPTS, plusMs(now, LOCKED_MS)],
  })
  const row = rows[0]
  return { digest: row?.digest ?? null, lockedUntil: row?.locked_until ?? null }
}

function guessUnknown(
  unknown: Map<string, { count: number; until: Instant | null }>,
  number: string,
  now: Instant,
): Attempt {
  const before = unknown.get(number)
  if (before?.until && before.until > now) return { digest: null, lockedUntil: before.until }
  const count = before && before.until === null ? before.count + 1 : 1
  const until = count > FREE_ATTEMPTS ? plusMs(now, LOCKED_MS) : null
  if (unknown.size >= MOST_UNKNOWN) unknown.clear()
  unknown.set(number, { count, until })
  return { digest: null, lockedUntil: until }
}
