// One data folder, one product: who holds it, who is refused, and that no killed process holds it for ever.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { getInstant } from '../kernel/time.ts'
import { findRunning, holdFolder } from './data-folder.ts'
import { keepSecret } from './secret.ts'

const place = mkdtempSync(join(tmpdir(), 'xiaobao-folder-'))
const now = getInstant('2026-03-02T01:00:00Z')
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** Another process that takes hold of the folder, says `held` or `refused`, and then waits to be ended. */
function another(path: string): { child: ChildProcess; answer: Promise<string> } {
  const program = `import { holdFolder } from ${JSON.stringify(join(import.meta.dirname, 'data-folder.ts'))}
    try { holdFolder({ path: ${JSON.stringify(path)}, purpose: 'server', now: '${now}' }); console.log('held') } catch (error) { console.log('refused') }
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const answer = new Promise<string>(resolve => child.stdout.once('data', text => resolve(String(text).trim())))
  return { child, answer }
}

async function killed(child: ChildProcess): Promise<void> {
  const over = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGKILL')
  await over
}

describe('the data folder', () => {
  test('is made with its rooms, closed to other accounts', () => {
    const folder = holdFolder({ path: join(place, 'new', 'data'), purpose: 'server', now })
    for (const room of [folder.files, folder.keys, folder.seals, folder.backups, folder.imports]) {
      expect(statSync(room).mode & 0o777).toBe(0o700)
    }
    folder.release()
  })

  test('a second product is refused with the folder, the process and the address of the first, in both languages', () => {
    const path = join(place, 'two')
    const first = holdFolder({ path, purpose: 'server', now })
    first.tell({ address: 'http://127.0.0.1:7800' })
    const second = () => holdFolder({ path, purpose: 'import', now })
    expect(second).toThrow(
      `数据文件夹 ${path} 正由另一个消保进程使用（进程号 ${process.pid}，server，地址 http://127.0.0.1:7800）`,
    )
    expect(second).toThrow(
      `The data folder ${path} is in use by another Xiaobao process (pid ${process.pid}, server, at http`,
    )
    first.release()
    second().release()
  })

  test('the command line finds the product and its database while it runs, and nobody afterwards', () => {
    const path = join(place, 'found')
    expect(findRunning(path)).toBeNull()
    const folder = holdFolder({ path, purpose: 'server', now })
    folder.tell({ postgres: { port: 5499, socketFolder: null } })
    expect(findRunning(path)).toMatchObject({ pid: process.pid, purpose: 'server', postgres: { port: 5499 } })
    folder.release()
    expect(findRunning(path)).toBeNull()
  })

  test('of six products that start at one instant exactly one holds the folder', async () => {
    const path = join(place, 'six')
    const six = [1, 2, 3, 4, 5, 6].map(() => another(path))
    const answers = await Promise.all(six.map(one => one.answer))
    expect(answers.toSorted()).toEqual(['held', 'refused', 'refused', 'refused', 'refused', 'refused'])
    await Promise.all(six.map(one => killed(one.child)))
  })

  test('a product that is killed leaves no lock behind, whatever running.json still says', async () => {
    const path = join(place, 'killed')
    const first = another(path)
    expect(await first.answer).toBe('held')
    await killed(first.child)
    expect(findRunning(path)).toBeNull()
    const next = holdFolder({ path, purpose: 'server', now })
    expect(findRunning(path)?.pid).toBe(process.pid)
    next.release()
  })

  test('a path that is no folder is refused by name', () => {
    const path = join(place, 'file')
    writeFileSync(path, '')
    expect(() => holdFolder({ path, purpose: 'server', now })).toThrow(/数据文件夹 .*file 不能由当前用户写入/)
  })
})

describe('secrets', () => {
  test('a secret is made once, kept, and closed to other accounts', () => {
    let made = 0
    const ask = () => keepSecret(place, 'master', () => `secret ${++made}`)
    expect([ask(), ask()]).toEqual(['secret 1', 'secret 1'])
    expect(statSync(join(place, 'master')).mode & 0o777).toBe(0o600)
  })

  test('of two that make it at one instant both get the one that was kept', () => {
    const inner = () => keepSecret(place, 'raced', () => 'first')
    expect(
      keepSecret(place, 'raced', () => {
        inner()
        return 'second'
      }),
    ).toBe('first')
  })
})
