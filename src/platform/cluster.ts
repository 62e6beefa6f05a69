// The database cluster on the disk: made at the first start, of the right version, owned by the right account.

import { execFile } from 'node:child_process'
import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { randomBytes } from './clock.ts'
import { type Account, type Engine, programOf } from './engine.ts'
import { keepSecret } from './secret.ts'
import { StartRefusal } from './start-refusal.ts'

/** A cluster, and the programs and account that work on it. */
export interface Cluster {
  readonly folder: string
  readonly dataFolder: string
  readonly engine: Engine
  /** Null: the account of the product itself. */
  readonly account: Account | null
}

export const OWNER = 'xiaobao_owner'

/** Makes the cluster where there is none, and sees that its version and its owner are right. Throws a `StartRefusal`. */
export async function readyCluster(cluster: Cluster): Promise<void> {
  if (!fs.existsSync(join(cluster.folder, 'PG_VERSION'))) await createCluster(cluster)
  checkMajor(cluster)
  if (cluster.account !== null) giveTo(cluster.folder, cluster.account)
}

/** Lets the database's account pass through the data folder, and only it: a closed parent is named, never opened. */
export function makeReachable(dataFolder: string, account: Account): void {
  const parents: string[] = []
  for (let at = dirname(fs.realpathSync(dataFolder)); ; at = dirname(at)) {
    parents.unshift(at)
    if (at === dirname(at)) break
  }
  const closed = parents.find(parent => !mayEnter(fs.statSync(parent), account))
  if (closed !== undefined) {
    throw new StartRefusal(
      {
        zh: '以 root 启动时数据库以另一个账户运行，而该账户无法进入文件夹 {closed}，因此到不了 {dataFolder}。请用 XIAOBAO_DATA 指定别处（如 /var/lib/xiaobao），或以普通用户启动。',
        en: 'Started by root, the database runs as another account, which may not enter the folder {closed} and so cannot reach {dataFolder}. Name another place with XIAOBAO_DATA (say /var/lib/xiaobao), or start as an ordinary user.',
      },
      { closed, dataFolder },
    )
  }
  const own = fs.statSync(dataFolder)
  if (!mayEnter(own, account)) fs.chmodSync(dataFolder, (own.mode & 0o7777) | 0o011)
}

function mayEnter(folder: fs.Stats, account: Account): boolean {
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0
  return (folder.mode & 0o001) !== 0
}

/** The password of the owner of the embedded database, made at the first start and kept in `keys/`. */
export function ownerPassword(dataFolder: string): string {
  return keepSecret(join(dataFolder, 'keys'), 'postgres-owner', () => randomBytes(24).toString('base64url'))
}

/** HOME is set because libraries look there for certificates, and root's is closed to the database's account. */
export function bareEnvironment(home: string): Record<string, string> {
  return { HOME: home, TZ: 'UTC', LC_ALL: 'C.UTF-8' }
}

/** Made aside and renamed when whole, so that a first start that was killed is simply begun again. */
async function createCluster(cluster: Cluster): Promise<void> {
  const unfinished = `${cluster.folder}.unfinished`
  const passwordFile = join(cluster.dataFolder, '.initdb-password')
  fs.rmSync(unfinished, { recursive: true, force: true })
  fs.mkdirSync(unfinished, { mode: 0o700 })
  fs.writeFileSync(passwordFile, ownerPassword(cluster.dataFolder), { mode: 0o600 })
  if (cluster.account !== null) {
    fs.chownSync(unfinished, cluster.account.uid, cluster.account.gid)
    fs.chownSync(passwordFile, cluster.account.uid, cluster.account.gid)
  }
  // pg_trgm indexes Chinese only where the character type is UTF-8, and C order is the same on every machine.
  const words = [
    '--locale=C.UTF-8',
    '--encoding=UTF8',
    '--auth=scram-sha-256',
    `--username=${OWNER}`,
    '--no-instructions',
  ]
  try {
    await promisify(execFile)(
      programOf(cluster.engine, 'initdb'),
      [...words, `--pwfile=${passwordFile}`, '--pgdata', unfinished],
      { cwd: cluster.dataFolder, env: bareEnvironment(unfinished), ...cluster.account },
    )
  } catch (error) {
    const reason = ((error as { stderr?: string }).stderr ?? String(error)).trim().split('\n').slice(-2).join(' ')
    throw new StartRefusal(
      { zh: '无法建立数据库：{reason}', en: 'The database cannot be created: {reason}' },
      { reason },
    )
  } finally {
    fs.rmSync(passwordFile, { force: true })
  }
  fs.renameSync(unfinished, cluster.folder)
}

function checkMajor(cluster: Cluster): void {
  const found = fs.readFileSync(join(cluster.folder, 'PG_VERSION'), 'utf8').trim()
  if (Number(found) === cluster.engine.major) return
  throw new StartRefusal(
    {
      zh: '数据文件夹 {folder} 由 PostgreSQL {found} 写成，本产品自带的是 {major} 版，不能直接打开。',
      en: 'The data folder {folder} was written by PostgreSQL {found}; this product carries {major} and cannot open it.',
    },
    { folder: cluster.folder, found, major: cluster.engine.major },
  )
}

/** A restored folder belongs to whoever restored it; only what has another owner is touched. */
function giveTo(folder: string, account: Account): void {
  if (fs.statSync(join(folder, 'PG_VERSION')).uid === account.uid && fs.statSync(folder).uid === account.uid) return
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    fs.lchownSync(join(folder, name), account.uid, account.gid)
  }
  fs.chownSync(folder, account.uid, account.gid)
}
