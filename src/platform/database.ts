// Opens the database: checks it, migrates it as its owner, and signs the product in as a role that cannot alter facts.

import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import type { Client, Pool } from 'pg'
import { type Clock, randomBytes } from './clock.ts'
import { APP_ROLE, grantRights } from './grants.ts'
import type { Log } from './log.ts'
import { findMigrations, type Migration, migrate, underLock } from './migrate.ts'
import { isAway, openClient, openPool } from './pool.ts'
import { keepSecret } from './secret.ts'
import { StartRefusal } from './start-refusal.ts'

/** No tables by itself: a module names its own with `kysely.withTables<…>()`. */
export type Queries = Kysely<Record<never, never>>

export interface Database {
  /** Signs in as the product's role. */
  readonly pool: Pool
  /** The same connections, with checked queries. */
  readonly kysely: Queries
  /** The owner's address: migrations and backups only. It holds a password; never log it. */
  readonly ownerUrl: string
  readonly appUrl: string
  close(): Promise<void>
}

/**
 * Opens the database at the owner's address. Several processes may do so at once; one of them migrates, the others wait.
 * `kind` says whose it is: the embedded one has the product's role to itself, on a server each installation signs in by a
 * member role of its own. Throws a `StartRefusal` when the server is too old, away, or does not let the owner do this.
 */
export async function openDatabase(options: {
  ownerUrl: string
  kind: 'embedded' | 'server'
  /** Folder that keeps the product's generated password. */
  keys: string
  clock: Clock
  log: Log
  poolSize?: number
  migrations?: readonly Migration[]
}): Promise<Database> {
  const { ownerUrl, clock, log } = options
  const login = findLogin(options.keys, options.kind)
  await asOwner(ownerUrl, owner =>
    underLock(owner, async () => {
      await makeRoles(owner, login)
      await migrate({ client: owner, migrations: options.migrations ?? findMigrations(), now: clock.now, log })
      await grantRights(owner)
    }),
  )
  const appUrl = urlOf(ownerUrl, login)
  const pool = openPool({
    url: appUrl,
    log,
    application: 'xiaobao',
    ...(options.poolSize && { size: options.poolSize }),
  })
  const kysely: Queries = new Kysely({ dialect: new PostgresDialect({ pool }) })
  return { pool, kysely, ownerUrl, appUrl, close: () => pool.end() }
}

/** Runs work on one connection of the owner, checked to be PostgreSQL 15 or newer. */
export async function asOwner<T>(ownerUrl: string, work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = openClient({ url: ownerUrl, application: 'xiaobao owner' })
  try {
    await owner.connect().catch(error => {
      throw notReached(ownerUrl, error)
    })
    await checkVersion(owner)
    return await work(owner)
  } finally {
    await owner.end().catch(() => undefined)
  }
}

interface Login {
  readonly role: string
  readonly password: string
}

const OLDEST = 150_000

function findLogin(keys: string, kind: 'embedded' | 'server'): Login {
  const [role = '', password = ''] = keepSecret(keys, `database-login-${kind}`, () => {
    // Roles belong to the whole server: a second installation on it must not change the first one's password.
    const name = kind === 'embedded' ? APP_ROLE : `${APP_ROLE}_${randomBytes(4).toString('hex')}`
    return `${name} ${randomBytes(24).toString('base64url')}`
  }).split(' ')
  return { role, password }
}

async function makeRoles(owner: Client, login: Login): Promise<void> {
  try {
    await makeRole(owner, APP_ROLE)
    if (login.role !== APP_ROLE) {
      await makeRole(owner, login.role)
      await owner.query(`grant ${APP_ROLE} to ${login.role}`)
    }
    // The verifier instead of the password: a server that logs its statements shall not learn it.
    await owner.query(`alter role ${login.role} login password '${scramVerifier(login.password)}'`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    throw new StartRefusal(
      {
        zh: 'DATABASE_URL 的账户无权建立角色。请由数据库管理员执行：alter role <该账户> createrole;（若角色 {role} 已由他人建立，另需 grant {role} to <该账户> with admin option;）',
        en: 'The account of DATABASE_URL may not create roles. Ask the administrator to run: alter role <account> createrole; (and, where {role} was made by somebody else, grant {role} to <account> with admin option;)',
      },
      { role: APP_ROLE },
    )
  }
}

async function makeRole(owner: Client, role: string): Promise<void> {
  const found = await owner.query('select 1 from pg_roles where rolname = $1', [role])
  if (found.rowCount !== 0) return
  try {
    await owner.query(`create role ${role} nologin`)
  } catch (error) {
    // The lock is per database, roles are per server: a neighbour may have made it this instant.
    if (!['42710', '23505'].includes((error as { code?: string }).code ?? '')) throw error
  }
}

/** What PostgreSQL keeps of a password (RFC 5803): it proves the password without telling it. */
function scramVerifier(password: string): string {
  const rounds = 4096
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256')
  const keyed = (words: string) => createHmac('sha256', salted).update(words).digest()
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`
}

async function checkVersion(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ number: number; text: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`,
  )
  const [version] = rows
  if (version !== undefined && version.number >= OLDEST) return
  throw new StartRefusal(
    {
      zh: '需要 PostgreSQL 15 或更新的版本，而 DATABASE_URL 指向的是 {version}。',
      en: 'PostgreSQL 15 or newer is required; DATABASE_URL names {version}.',
    },
    { version: version?.text ?? '?' },
  )
}

function notReached(ownerUrl: string, error: unknown): unknown {
  const { host, pathname } = new URL(ownerUrl)
  const code = (error as { code?: string }).code ?? ''
  const place = { place: `${host}${pathname}` }
  const cause = { cause: error }
  if (isAway(error)) {
    return Object.assign(
      new StartRefusal({ zh: '连接不到数据库 {place}。', en: 'The database {place} cannot be reached.' }, place),
      cause,
    )
  }
  // 28P01, 28000: the password or the account is refused; 3D000: there is no such database.
  if (!code.startsWith('28') && code !== '3D000') return error
  return Object.assign(
    new StartRefusal(
      {
        zh: '数据库 {place} 拒绝了 DATABASE_URL 中的账户或数据库名（{code}）。',
        en: 'The database {place} refuses the account or the database name in DATABASE_URL ({code}).',
      },
      { ...place, code },
    ),
    cause,
  )
}

function urlOf(ownerUrl: string, login: Login): string {
  const url = new URL(ownerUrl)
  url.username = login.role
  url.password = login.password
  return url.href
}
