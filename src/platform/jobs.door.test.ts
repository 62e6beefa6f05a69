// Work in the background: seen while it goes on, tried again when it fails, taken up where it stood after kill -9.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../../tests/database.ts'
import { randomId } from './clock.ts'
import { createJobs, type JobKind, type Jobs, prepareJobs, type Task } from './jobs.ts'

const { appPool, appUrl, ownerUrl, clock, log } = useDatabase()
const silent = log.child({}, { level: 'silent' })
beforeAll(() => prepareJobs(ownerUrl))

let jobs: Jobs | null = null
afterEach(async () => {
  await jobs?.stop()
  jobs = null
})

async function begin(kinds: readonly JobKind[], alone = true): Promise<Jobs> {
  jobs = createJobs({ pool: appPool, appUrl, clock, log: silent, kinds, alone })
  await jobs.start()
  return jobs
}

const wish = (kind: string, input: unknown = {}) => ({ kind, input, requestedBy: 'person:p-1' })
const whenEnded = (id: string) =>
  expect.poll(async () => (await jobs?.find(id))?.endedAt ?? null, { timeout: 15_000, interval: 50 }).not.toBeNull()

test('a job runs with its input, shows its progress and keeps its result, under the role that owns nothing', async () => {
  let reported: Task | null = null
  let goOn = () => {}
  const waits = new Promise<void>(resolve => {
    goOn = resolve
  })
  const running = await begin([
    {
      name: 'sum',
      run: async task => {
        await task.report({ progress: 1, total: 3 })
        reported = task
        await waits
        return { sum: (task.input as number[]).reduce((a, b) => a + b) }
      },
    },
  ])
  const id = await running.ask(wish('sum', [1, 2, 3]))
  await expect.poll(() => reported, { timeout: 10_000 }).not.toBeNull()
  expect(await running.find(id)).toMatchObject({ state: 'running', progress: 1, total: 3, startedAt: clock.now() })
  goOn()
  await whenEnded(id)
  expect(await running.find(id)).toMatchObject({
    state: 'done',
    progress: 3,
    result: { sum: 6 },
    attempts: 1,
    requestedBy: 'person:p-1',
    requestedAt: clock.now(),
  })
  expect((await running.list({ limit: 10 })).map(job => job.id)).toEqual([id])
  expect(await running.list({ kind: 'other', limit: 10 })).toEqual([])
})

test('a kind of job that nobody knows is not queued', async () => {
  const running = await begin([])
  await expect(running.ask(wish('unknown'))).rejects.toThrow(RangeError)
})

test('a job that fails is tried again, and goes on from what it saved', async () => {
  const seen: unknown[] = []
  const running = await begin([
    {
      name: 'shaky',
      run: async task => {
        seen.push(task.saved)
        if (seen.length === 1) {
          await task.report({ progress: 7, saved: { line: 7 } })
          throw new TypeError('王小明 13812345678')
        }
        return 'done'
      },
    },
  ])
  const id = await running.ask(wish('shaky'))
  await whenEnded(id)
  expect(seen).toEqual([null, { line: 7 }])
  const job = await running.find(id)
  expect(job).toMatchObject({ state: 'done', attempts: 2 })
  expect(JSON.stringify(job)).not.toContain('王小明')
})

test('jobs of a kind run one at a time unless it says otherwise', async () => {
  let atOnce = 0
  let most = 0
  const run = async () => {
    most = Math.max(most, ++atOnce)
    await new Promise(resolve => setTimeout(resolve, 30))
    atOnce--
  }
  const running = await begin([{ name: 'single', run }])
  const ids = await Promise.all([1, 2, 3].map(() => running.ask(wish('single'))))
  for (const id of ids) await whenEnded(id)
  expect(most).toBe(1)
})

test('a stop sends unfinished work back, and the next start takes it up where it stood', async () => {
  let started = false
  const first = await begin([
    {
      name: 'long',
      run: task =>
        new Promise((_, reject) => {
          task.report({ progress: 5, saved: { line: 5 } }).then(() => {
            started = true
          }, reject)
          task.signal.addEventListener('abort', () => reject(task.signal.reason))
        }),
    },
  ])
  const id = await first.ask(wish('long'))
  await expect.poll(() => started, { timeout: 10_000 }).toBe(true)
  await first.stop()
  jobs = null
  const second = await begin([{ name: 'long', run: async task => task.saved }])
  await whenEnded(id)
  expect(await second.find(id)).toMatchObject({ state: 'done', result: { line: 5 } })
})

async function leaveWish(kind: string): Promise<string> {
  const id = randomId()
  await appPool.query(
    `insert into platform.job (id, kind, state, input, requested_by, requested_at) values ($1, $2, 'waiting', '{}', 'x', $3)`,
    [id, kind, clock.now()],
  )
  return id
}

test('a job whose process was killed runs again at the next start, from where it stood', async () => {
  const id = await leaveWish('count')
  const victim = spawn(process.execPath, [join(import.meta.dirname, '../../tests/killed-worker.ts'), appUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(victim.stdout, 'data')
  victim.kill('SIGKILL')
  await once(victim, 'exit')
  const running = await begin([{ name: 'count', run: async task => task.saved }])
  await whenEnded(id)
  expect(await running.find(id)).toMatchObject({ state: 'done', result: { line: 40 }, attempts: 2, progress: 100 })
})

test('a wish that was written but never queued is queued at the next start', async () => {
  const id = await leaveWish('left')
  const running = await begin([{ name: 'left', run: async () => 'taken up' }])
  await whenEnded(id)
  expect(await running.find(id)).toMatchObject({ result: 'taken up' })
})
