// The real product in a process of its own, on its own data folder: started, watched, killed with everything it runs.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { environmentWith } from '../src/platform/config.ts'

export interface Product {
  /** `http://127.0.0.1:43117`. */
  readonly address: string
  /** The one-time link of an empty bank, or null. */
  readonly link: string | null
  /** Lets it end as Ctrl-C does. */
  stop(): Promise<void>
  /** `kill -9` to the product and to every process of its database. */
  kill(): Promise<void>
}

const PROGRAM = join(import.meta.dirname, '..', 'bin', 'xiaobao.js')

export interface Start {
  readonly data: string
  readonly empty: boolean
  /** Of the demonstration accounts. */
  readonly password?: string
}

/** Starts the product on a free port and waits until it is ready for work. */
export async function startProduct({ data, empty, password }: Start): Promise<Product> {
  const child = spawn(process.execPath, [PROGRAM, 'start', ...(empty ? ['--empty'] : [])], {
    env: environmentWith({
      PORT: '0',
      XIAOBAO_DATA: data,
      XIAOBAO_LOG: 'error',
      DATABASE_URL: '',
      XIAOBAO_DEMO_PASSWORD: password ?? '',
    }),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const printed = listen(child)
  const ended = once(child, 'exit')
  const address = await printed.find(/is running: (http:\/\/127\.0\.0\.1:\d+)/)
  await untilReady(address)
  return {
    address,
    // Printed before the product calls itself ready; a bank that has people prints none.
    link: printed.present(/(http:\S+first-administrator#\S+)/),
    async stop() {
      child.kill('SIGINT')
      await ended
    },
    async kill() {
      child.kill('SIGKILL')
      killDatabase(data)
      await ended
    },
  }
}

/** Runs a command of the product on a data folder; its exit status and what it printed. */
export async function runCommand(data: string, ...words: string[]): Promise<{ status: number; printed: string }> {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    env: environmentWith({ XIAOBAO_DATA: data, DATABASE_URL: '' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', piece => (printed += piece))
  const [status] = await once(child, 'close')
  return { status, printed }
}

interface Printed {
  /** What the form's first group caught, once it has been printed. */
  find(form: RegExp): Promise<string>
  present(form: RegExp): string | null
}

function listen(child: ChildProcess): Printed {
  let text = ''
  const looks = new Set<() => void>()
  const look = () => {
    for (const each of looks) each()
  }
  child.stdout?.on('data', piece => {
    text += piece
    look()
  })
  child.once('exit', look)
  const present = (form: RegExp) => form.exec(text)?.[1] ?? null
  const find = (form: RegExp) =>
    new Promise<string>((resolve, reject) => {
      looks.add(() => {
        const found = present(form)
        if (found !== null) resolve(found)
        else if (child.exitCode !== null) reject(new Error(`the product ended before it was ready: ${text}`))
      })
      look()
    })
  return { find, present }
}

async function untilReady(address: string): Promise<void> {
  for (;;) {
    const health = await fetch(`${address}/api/health`).catch(() => null)
    if (health?.status === 200) return
    await pause(50)
  }
}

// The processes of the database are those that work in its folder; elsewhere than on Linux the postmaster's pid must do.
function killDatabase(data: string): void {
  const folder = join(data, 'postgres')
  const pids = process.platform === 'linux' ? readdirSync('/proc').filter(name => /^\d+$/.test(name)) : []
  for (const pid of pids) {
    try {
      if (readlinkSync(`/proc/${pid}/cwd`) === folder) process.kill(Number(pid), 'SIGKILL')
    } catch {
      // Ended in the meantime, or another account's.
    }
  }
  if (pids.length > 0) return
  const [pid] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGKILL')
}
