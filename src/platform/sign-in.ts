// Coming in: accounts and passwords, programs' tokens, and the one link by which an empty bank gets its first administrator.

import type { Pool } from 'pg'
import { invalid, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Instant } from '../kernel/time.ts'
import { type Clock, randomId } from './clock.ts'
import type { Log } from './log.ts'
import { digestPassword, isPassword, passwordFault, temporaryPassword } from './password.ts'
import { createSessions, digestOf, newSecret, type Session, type Sessions } from './session.ts'
import { createThrottle } from './throttle.ts'

/** A program's token as it may be shown: never its secret. */
export interface Token {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly createdBy: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly revokedAt: Instant | null
}

export interface Attempt {
  readonly account: string
  readonly password: string
  /** Of the network; used to slow guessing, never stored. */
  readonly address: string
}

export type Opened =
  | { readonly ok: true; readonly person: string; readonly secret: string }
  | { readonly ok: false; readonly key: 'sign-in-failed' | 'sign-in-throttled'; readonly seconds: number }

export interface SignIn extends Sessions {
  /** Opens a session for the right password of a person in service. A success is never counted against anybody. */
  enter(attempt: Attempt): Promise<Opened>
  /** Sets a password without asking for the old one. The caller has the right to; sessions are not touched. */
  setPassword(person: string, password: { account: string; password: string; mustChange: boolean }): Promise<void>
  /** Sets a password and ends the person's other sessions. Refusals: password-wrong and the rules of passwords. */
  changePassword(session: Session, change: { present: string; next: string }): Promise<Refusal | null>
  /** A temporary password, told once; ends every session of the person. */
  resetPassword(person: string, account: string): Promise<string>
  issueToken(wish: {
    person: string
    name: string
    createdBy: string
    expiresAt: Instant
  }): Promise<Token & { token: string }>
  listTokens(): Promise<Token[]>
  /** False when there is no such token in force. */
  revokeToken(id: string): Promise<boolean>
  /** Makes the link anew and tells its secret; the one before is worth nothing. */
  openFirstAdministratorLink(): Promise<string>
  /** Spends the link; of two who come at once, one is told no. Refusal: link-spent. */
  spendFirstAdministratorLink(secret: string): Promise<Refusal | null>
  /** Makes the link good again, when what it was spent on was refused. */
  restoreFirstAdministratorLink(): Promise<void>
}

export interface SignInParts {
  readonly pool: Pool
  /** The machine's own clock, not the bank's: the demonstration's time machine must sign nobody out. */
  readonly clock: Clock
  readonly log: Log
  /** Whether a person is in service today. */
  readonly isInService: (person: string) => Promise<boolean>
}

const FIRST_ADMINISTRATOR = 'first-administrator'

export function createSignIn(parts: SignInParts): SignIn {
  const { pool, clock } = parts
  const sessions = createSessions(parts)
  const setPassword: SignIn['setPassword'] = async (person, kept) => {
    await pool.query(
      `insert into platform.credential (person_id, account, password, must_change, changed_at)
       values ($1, $2, $3, $4, $5)
       on conflict (person_id) do update
       set password = excluded.password, must_change = excluded.must_change, changed_at = excluded.changed_at`,
      [person, kept.account, await digestPassword(kept.password), kept.mustChange, clock.now()],
    )
    sessions.forget(person)
  }
  return {
    ...sessions,
    enter: entrance(parts, sessions),
    setPassword,
    async changePassword(session, { present, next }) {
      const credential = await findCredential(pool, session.account)
      if (!(await isPassword(credential?.password ?? null, present))) return invalid('present', 'password-wrong')
      const fault = passwordFault('next', { account: session.account, next, present })
      if (fault) return fault
      await setPassword(session.person, { account: session.account, password: next, mustChange: false })
      await sessions.endAll(session.person, session.digest)
      return null
    },
    async resetPassword(person, account) {
      const password = temporaryPassword()
      await setPassword(person, { account, password, mustChange: true })
      await sessions.endAll(person)
      return password
    },
    ...tokens(parts, sessions),
    ...links(parts),
  }
}

// One answer, and one duration, for an unknown account, a wrong password and a person who has left.
function entrance(parts: SignInParts, sessions: Sessions): SignIn['enter'] {
  const throttle = createThrottle()
  return async attempt => {
    const account = attempt.account.trim().toLowerCase()
    const who = { account, address: attempt.address }
    const seconds = throttle.waitSeconds(who, parts.clock.now())
    if (seconds > 0) return { ok: false, key: 'sign-in-throttled', seconds }
    const credential = await findCredential(parts.pool, account)
    const right = await isPassword(credential?.password ?? null, attempt.password)
    if (!right || !credential || !(await parts.isInService(credential.person))) {
      throttle.failed(who, parts.clock.now())
      return { ok: false, key: 'sign-in-failed', seconds: 0 }
    }
    throttle.succeeded(who)
    return { ok: true, person: credential.person, secret: await sessions.open(credential.person) }
  }
}

async function findCredential(pool: Pool, account: string): Promise<{ person: string; password: string } | null> {
  const { rows } = await pool.query({
    name: 'credential find',
    text: 'select person_id, password from platform.credential where account = $1',
    values: [account],
  })
  return rows[0] ? { person: rows[0].person_id, password: rows[0].password } : null
}

type Tokens = Pick<SignIn, 'issueToken' | 'listTokens' | 'revokeToken'>

function tokens({ pool, clock }: SignInParts, sessions: Sessions): Tokens {
  return {
    async issueToken(wish) {
      const token = newSecret('xbt')
      const { rows } = await pool.query(
        `insert into platform.token (id, digest, person_id, name, created_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7) returning *`,
        [`t-${randomId()}`, digestOf(token), wish.person, wish.name, wish.createdBy, clock.now(), wish.expiresAt],
      )
      return { ...tokenOf(rows[0]), token }
    },
    async listTokens() {
      const { rows } = await pool.query('select * from platform.token order by created_at desc, id')
      return rows.map(tokenOf)
    },
    async revokeToken(id) {
      const { rows } = await pool.query(
        'update platform.token set revoked_at = $2 where id = $1 and revoked_at is null returning person_id',
        [id, clock.now()],
      )
      if (rows[0]) sessions.forget(rows[0].person_id)
      return rows.length === 1
    },
  }
}

function tokenOf(row: TokenRow): Token {
  return {
    id: row.id,
    person: row.person_id,
    name: row.name,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  }
}

interface TokenRow {
  readonly id: string
  readonly person_id: string
  readonly name: string
  readonly created_by: string
  readonly created_at: Instant
  readonly expires_at: Instant
  readonly revoked_at: Instant | null
}

type Links = Pick<
  SignIn,
  'openFirstAdministratorLink' | 'spendFirstAdministratorLink' | 'restoreFirstAdministratorLink'
>

function links({ pool, clock }: SignInParts): Links {
  return {
    async openFirstAdministratorLink() {
      const secret = newSecret('xbl')
      await pool.query(
        `insert into platform.link (name, digest, made_at) values ($1, $2, $3)
         on conflict (name) do update set digest = excluded.digest, made_at = excluded.made_at, spent_at = null`,
        [FIRST_ADMINISTRATOR, digestOf(secret), clock.now()],
      )
      return secret
    },
    async spendFirstAdministratorLink(secret) {
      const spent = await pool.query(
        'update platform.link set spent_at = $3 where name = $1 and digest = $2 and spent_at is null',
        [FIRST_ADMINISTRATOR, digestOf(secret), clock.now()],
      )
      return spent.rowCount === 1 ? null : refuse('link-spent')
    },
    async restoreFirstAdministratorLink() {
      await pool.query('update platform.link set spent_at = null where name = $1', [FIRST_ADMINISTRATOR])
    },
  }
}
