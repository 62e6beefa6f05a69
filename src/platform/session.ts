// Who is signed in: sessions of people and tokens of programs, kept by digest and remembered for a few seconds.

import { hash } from 'node:crypto'
import type { Pool } from 'pg'
import { DAY_MS, epochMs, HOUR_MS, type Instant, MINUTE_MS, plusMs } from '../kernel/time.ts'
import type { Language } from '../kernel/words.ts'
import { type Clock, randomBytes } from './clock.ts'
import type { Log } from './log.ts'

/** What a person chose for their own screens; absent is the standard. */
export interface Preferences {
  readonly language?: Language | undefined
  readonly scheme?: 'light' | 'dark' | 'auto' | undefined
  readonly largeType?: boolean | undefined
  /** Single-key commands. */
  readonly keys?: boolean | undefined
}

export interface Session {
  /** Hex of the SHA-256 of the secret. */
  readonly digest: string
  readonly kind: 'session' | 'token'
  readonly person: string
  readonly account: string
  readonly mustChangePassword: boolean
  readonly preferences: Preferences
}

export interface Sessions {
  /** Opens a session and tells its secret, once. */
  open(person: string): Promise<string>
  /** The session or token of a secret, or null when unknown, ended or expired. */
  find(secret: string): Promise<Session | null>
  end(digest: string): Promise<void>
  /** Ends every session of a person; with `except`, all others. Tokens stay. */
  endAll(person: string, except?: string): Promise<number>
  prefer(person: string, preferences: Preferences): Promise<void>
  /** Removes sessions that ended half a year ago: a nightly job. Tells how many. */
  sweep(): Promise<number>
  /** Forgets what is remembered of a person, after a change of password or token. */
  forget(person: string): void
}

// A teller who is called away must not leave the desk open; a working day is 12 hours at most.
const IDLE_MS = 2 * HOUR_MS
const LIFE_MS = 12 * HOUR_MS
// Who was signed in when is asked for after an incident, and personal data is not kept for ever.
const KEPT_MS = 180 * DAY_MS
const REMEMBERED_MS = 5_000
const MOST_REMEMBERED = 10_000

interface Remembered {
  readonly session: Session
  readonly untilMs: number
  /** When it ends by itself, whatever is remembered. */
  readonly endsMs: number
}

/** @param parts.clock the machine's own: a moved calendar of the bank signs nobody out. */
export function createSessions(parts: { pool: Pool; clock: Clock; log: Log }): Sessions {
  const { pool, clock, log } = parts
  const remembered = new Map<string, Remembered>()

  // Grows whenever something is forgotten: what was read before that is not remembered after it.
  let forgettings = 0

  const forget = (person: string) => {
    forgettings++
    for (const [digest, kept] of remembered) if (kept.session.person === person) remembered.delete(digest)
  }

  return {
    open: person => openSession(pool, person, clock.now()),
    async find(secret) {
      const key = hash('sha256', secret, 'hex')
      const nowMs = epochMs(clock.now())
      const kept = remembered.get(key)
      if (kept && nowMs < kept.untilMs && nowMs < kept.endsMs) return kept.session
      remembered.delete(key)
      const before = forgettings
      const digest = Buffer.from(key, 'hex')
      const row = await findRow(pool, { digest, isToken: secret.startsWith('xbt_') })
      if (!row || nowMs >= row.endsMs) return null
      if (row.seenMs !== null && nowMs - row.seenMs > MINUTE_MS) touch(pool, log, digest, clock.now())
      if (remembered.size >= MOST_REMEMBERED) remembered.clear()
      if (before === forgettings)
        remembered.set(key, { session: row.session, untilMs: nowMs + REMEMBERED_MS, endsMs: row.endsMs })
      return row.session
    },
    async end(digest) {
      await pool.query('update platform.session set ended_at = $2 where digest = $1 and ended_at is null', [
        Buffer.from(digest, 'hex'),
        clock.now(),
      ])
      forgettings++
      remembered.delete(digest)
    },
    async endAll(person, except) {
      const ended = await pool.query(
        `update platform.session set ended_at = $2
         where person_id = $1 and ended_at is null and digest is distinct from $3`,
        [person, clock.now(), except === undefined ? null : Buffer.from(except, 'hex')],
      )
      forget(person)
      return ended.rowCount ?? 0
    },
    async sweep() {
      const swept = await pool.query('delete from platform.session where expires_at < $1', [
        plusMs(clock.now(), -KEPT_MS),
      ])
      return swept.rowCount ?? 0
    },
    async prefer(person, preferences) {
      await keepPreferences(pool, { person, preferences, now: clock.now() })
      forget(person)
    },
    forget,
  }
}

async function keepPreferences(
  pool: Pool,
  wish: { person: string; preferences: Preferences; now: Instant },
): Promise<void> {
  await pool.query(
    `insert into platform.preference (person_id, chosen, changed_at) values ($1, $2, $3)
     on conflict (person_id) do update
     set chosen = platform.preference.chosen || excluded.chosen, changed_at = excluded.changed_at`,
    [wish.person, JSON.stringify(wish.preferences), wish.now],
  )
}

async function openSession(pool: Pool, person: string, now: Instant): Promise<string> {
  const secret = newSecret('xbs')
  await pool.query({
    name: 'session open',
    text: `insert into platform.session (digest, person_id, opened_at, seen_at, expires_at) values ($1, $2, $3, $3, $4)`,
    values: [digestOf(secret), person, now, plusMs(now, LIFE_MS)],
  })
  return secret
}

/** A secret of 256 bits that says by its beginning what it is: `xbs_` a session, `xbt_` a program's token. */
export function newSecret(kind: 'xbs' | 'xbt' | 'xbl'): string {
  return `${kind}_${randomBytes(32).toString('base64url')}`
}

export function digestOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer')
}

interface Row {
  readonly session: Session
  readonly endsMs: number
  /** Null for a token, which does not idle. */
  readonly seenMs: number | null
}

const SESSION_ROW = {
  name: 'session find',
  text: `select s.person_id, s.seen_at, s.expires_at, c.account, c.must_change, p.chosen
         from platform.session s
         left join platform.credential c using (person_id)
         left join platform.preference p using (person_id)
         where s.digest = $1 and s.ended_at is null`,
}
const TOKEN_ROW = {
  name: 'token find',
  text: `select t.person_id, null::timestamptz as seen_at, t.expires_at, c.account, p.chosen
         from platform.token t
         left join platform.credential c using (person_id)
         left join platform.preference p using (person_id)
         where t.digest = $1 and t.revoked_at is null`,
}

async function findRow(pool: Pool, by: { digest: Buffer; isToken: boolean }): Promise<Row | null> {
  const { rows } = await pool.query({ ...(by.isToken ? TOKEN_ROW : SESSION_ROW), values: [by.digest] })
  const row = rows[0]
  if (!row) return null
  const expiresMs = epochMs(row.expires_at)
  const seenMs = row.seen_at === null ? null : epochMs(row.seen_at)
  return {
    session: {
      digest: by.digest.toString('hex'),
      kind: by.isToken ? 'token' : 'session',
      person: row.person_id,
      account: row.account ?? '',
      // A token never had a password to change.
      mustChangePassword: !by.isToken && row.must_change === true,
      preferences: row.chosen ?? {},
    },
    endsMs: seenMs === null ? expiresMs : Math.min(expiresMs, seenMs + IDLE_MS),
    seenMs,
  }
}

// Not awaited: the request does not wait for the note that it was made.
function touch(pool: Pool, log: Log, digest: Buffer, now: Instant): void {
  pool
    .query({
      name: 'session seen',
      text: 'update platform.session set seen_at = greatest(seen_at, $2) where digest = $1',
      values: [digest, now],
    })
    .catch((error: unknown) => log.warn({ error }, 'session not marked as seen'))
}
