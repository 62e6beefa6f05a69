// The power goes in the middle of the busiest minute: what was acknowledged is there once, and proves itself.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findRunning } from '../../src/platform/data-folder.ts'
import { asOwner } from '../../src/platform/database.ts'
import { ownerUrl } from '../../src/platform/embedded.ts'
import { type Product, runCommand, startProduct } from '../product.ts'

const ALL = 2000
const AT_ONCE = 64
/** The power goes when so many have been acknowledged; as many as `AT_ONCE` are under way then. */
const KILL_AT = 800
const PASSWORD = 'Guan-wai-2026'

const data = mkdtempSync(join(tmpdir(), 'xiaobao-kill-'))
chmodSync(data, 0o711)
let product: Product | null = null
afterAll(async () => {
  await product?.stop()
  rmSync(data, { recursive: true, force: true })
})

interface Acknowledged {
  readonly id: string
  readonly number: string
}

describe('kill -9 of everything during two thousand registrations', () => {
  test('loses nothing that was acknowledged, registers nothing twice, and the ledger proves it', async () => {
    product = await startProduct({ data, empty: true })
    const token = await clerkOf(product)
    const acknowledged = new Map<number, Acknowledged>()

    const power = { on: true }
    const everyone = Array.from({ length: ALL }, (_, place) => place)
    const before = register({ product, token, acknowledged, power, places: everyone })
    await expect.poll(() => acknowledged.size, { timeout: 60_000, interval: 5 }).toBeGreaterThanOrEqual(KILL_AT)
    power.on = false
    await product.kill()
    await before
    const kept = new Map(acknowledged)
    expect(kept.size).toBeLessThan(ALL)

    product = await startProduct({ data, empty: true })
    // Whoever got no answer asks again, with the same key; the session outlived the fall.
    const unanswered = everyone.filter(place => !kept.has(place))
    await register({ product, token, acknowledged, power: { on: true }, places: unanswered })
    expect(acknowledged.size).toBe(ALL)
    expect(new Set([...acknowledged.values()].map(each => each.id)).size).toBe(ALL)
    expect(new Set([...acknowledged.values()].map(each => each.number)).size).toBe(ALL)

    // Whoever asks again although there was an answer meets the same case.
    const again = new Map<number, Acknowledged>()
    const some = [...kept.keys()].filter(place => place % 20 === 0)
    await register({ product, token, acknowledged: again, power: { on: true }, places: some })
    for (const place of some) expect([place, again.get(place)]).toEqual([place, kept.get(place)])

    await expectWhole(acknowledged)
    const verdict = await runCommand(data, 'verify')
    expect([verdict.status, verdict.printed]).toEqual([0, expect.stringContaining('no difference')])
  }, 120_000)
})

/** In the database: each acknowledged complaint once, nothing beside them, and the alarms of every one of them. */
async function expectWhole(acknowledged: ReadonlyMap<number, Acknowledged>): Promise<void> {
  const running = findRunning(data)
  if (!running?.postgres) throw new Error('the product does not run')
  await asOwner(ownerUrl(data, running.postgres, 'postgres'), async owner => {
    const { rows } = await owner.query<Acknowledged & { facts: number; alarms: string[]; numbers: number }>(
      `select d.case_id as id, d.number,
         (select count(*)::int from ledger.fact f where f.module = d.module and f.case_id = d.case_id) as facts,
         (select count(*)::int from ledger.desk o where o.number = d.number) as numbers,
         (select array_agg(a.key) from ledger.alarm a where a.module = d.module and a.case_id = d.case_id) as alarms
       from ledger.desk d where d.module = 'complaints'`,
    )
    const wanted = [...acknowledged.values()].map(({ id, number }) => `${id} ${number}`).toSorted()
    expect(rows.map(({ id, number }) => `${id} ${number}`).toSorted()).toEqual(wanted)
    for (const row of rows) {
      expect([row.number, row.facts, row.numbers]).toEqual([row.number, 1, 1])
      // The law's clock and the house's: each rings when it comes near, when it is due, and when it is over.
      expect(row.alarms).toEqual(expect.arrayContaining(['CN-NFRA-2020-3/decision/1/overdue']))
      expect(row.alarms.some(key => key.startsWith('HOUSE/first-contact/'))).toBe(true)
    }
  })
}

/** Registers the places, `AT_ONCE` at a time; those that get no answer because the power went stay unanswered. */
async function register(work: {
  product: Product
  token: string
  acknowledged: Map<number, Acknowledged>
  power: { on: boolean }
  places: readonly number[]
}): Promise<void> {
  const { product: at, token, acknowledged, power } = work
  const left = [...work.places]
  const hand = async () => {
    for (let place = left.shift(); place !== undefined; place = left.shift()) {
      const reply = await fetch(`${at.address}/api/complaints`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          'idempotency-key': `counter ${place}`,
        },
        body: JSON.stringify(complaintOf(place)),
      }).catch(() => null)
      if (reply === null) {
        left.length = 0
        return
      }
      if (power.on) expect(reply.status).toBe(201)
      const body = await reply.json().catch(() => null)
      if (reply.status === 201 && body !== null) acknowledged.set(place, { id: body.id, number: body.number })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, hand))
}

function complaintOf(place: number) {
  const phone = `139${String(10_000_000 + place)}`
  return {
    channel: 'branch',
    parties: [{ role: 'complainant', name: '陈桂芳', phone }],
    requests: [{ text: '退还手续费', amountMinor: 1000 + place }],
    text: `第 ${place} 位：转账收了两次手续费，电话 ${phone}。`,
  }
}

/** Founds the bank as its first administrator would, and gives it a clerk; the clerk's bearer token. */
async function clerkOf({ address, link }: Product): Promise<string> {
  const send = async (url: string, body: object, token?: string) => {
    const reply = await fetch(`${address}${url}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    })
    if (!reply.ok) throw new Error(`${url}: ${reply.status} ${await reply.text()}`)
    return reply.status === 204 ? {} : reply.json()
  }
  const enter = async (account: string, password: string): Promise<string> =>
    (await send('/api/session', { account, password, bearer: true })).token
  const secret = link?.split('#')[1]
  await send('/api/first-administrator', { secret, account: 'admin', name: '管理员', password: PASSWORD })
  const admin = await enter('admin', PASSWORD)
  const posts = [{ role: 'clerk', unit: 'HO' }]
  await send('/api/people', { account: 'lijing', name: '李静', posts }, admin)
  const { temporaryPassword } = await send('/api/people/p-lijing/password-reset', {}, admin)
  const first = await enter('lijing', temporaryPassword)
  await send('/api/session/password', { present: temporaryPassword, next: PASSWORD }, first)
  return enter('lijing', PASSWORD)
}
