// An installation opened for work: the data folder held and its database up, or the ones of the product that runs already.

import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { type DataRooms, findRunning, type HeldFolder, holdFolder, makeRooms } from './data-folder.ts'
import { type Database, openDatabase } from './database.ts'
import { ownerUrl, startPostgres } from './embedded.ts'
import type { Log } from './log.ts'
import { StartRefusal } from './start-refusal.ts'

export interface Installation {
  readonly rooms: DataRooms
  readonly database: Database
  /** Says where a browser finds the product, for the sentence a second one is refused with. */
  tellAddress(address: string): void
  /** Closes connections, stops a database that was started here, and releases the folder. */
  close(): Promise<void>
}

/**
 * Opens the installation of `config`. The server holds the folder (`join` false): a second one is refused. The command line
 * joins a product that runs on the folder, and starts the database itself when none does.
 *
 * With `DATABASE_URL` nobody holds the folder: several processes may share one database, and then they must share the keys
 * and the evidence in the folder as well.
 */
export async function openInstallation(options: {
  config: Pick<Config, 'data' | 'databaseUrl'>
  purpose: string
  join: boolean
  clock: Clock
  log: Log
  poolSize?: number
}): Promise<Installation> {
  const { config, clock, log } = options
  const shared = { clock, log, ...(options.poolSize && { poolSize: options.poolSize }) }
  if (config.databaseUrl !== null) {
    const rooms = makeRooms(config.data)
    const database = await openDatabase({ ...shared, ownerUrl: config.databaseUrl, kind: 'server', keys: rooms.keys })
    return joined(rooms, database)
  }
  const running = options.join ? await findReady(config.data) : null
  if (running !== null) {
    const rooms = makeRooms(config.data)
    const url = ownerUrl(config.data, running, DATABASE)
    const database = await openDatabase({ ...shared, ownerUrl: url, kind: 'embedded', keys: rooms.keys })
    return joined(rooms, database)
  }
  return start(holdFolder({ path: config.data, purpose: options.purpose, now: clock.now() }), shared)
}

// The one that every cluster is born with: making another takes a third of a second of the first start.
const DATABASE = 'postgres'
const LOOK_EVERY_MS = 100
const LOOKS = 600

function joined(rooms: DataRooms, database: Database): Installation {
  return { rooms, database, tellAddress: () => undefined, close: () => database.close() }
}

async function start(folder: HeldFolder, shared: { clock: Clock; log: Log; poolSize?: number }): Promise<Installation> {
  let stop: () => Promise<void> = async () => undefined
  try {
    const postgres = await startPostgres({ dataFolder: folder.path, log: shared.log })
    stop = postgres.stop
    const url = ownerUrl(folder.path, postgres, DATABASE)
    const database = await openDatabase({ ...shared, ownerUrl: url, kind: 'embedded', keys: folder.keys })
    folder.tell({ postgres: { port: postgres.port, socketFolder: postgres.socketFolder } })
    return {
      rooms: folder,
      database,
      tellAddress: address => folder.tell({ address }),
      close: async () => {
        await database.close()
        await stop()
        folder.release()
      },
    }
  } catch (error) {
    await stop()
    folder.release()
    throw error
  }
}

/** The database of the product that runs on the folder; waits for one that is just starting. Null when none runs. */
async function findReady(path: string) {
  for (let look = 0; look < LOOKS; look++) {
    const running = findRunning(path)
    if (running === null) return null
    if (running.postgres !== null) return running.postgres
    await pause(LOOK_EVERY_MS)
  }
  throw new StartRefusal(
    {
      zh: '数据文件夹 {path} 上的另一个进程正在启动，一分钟后仍未就绪。请稍后再试。',
      en: 'Another process is starting on the data folder {path} and was not ready within a minute. Try again later.',
    },
    { path },
  )
}
