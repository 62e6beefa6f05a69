// The power goes in the middle of a re-computation: it goes on by itself, reaches every case once, and sends nothing.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findRunning } from '../../src/platform/data-folder.ts'
import { asOwner } from '../../src/platform/database.ts'
import { ownerUrl } from '../../src/platform/embedded.ts'
import { type Product, runCommand, startProduct } from '../product.ts'

const ALL = 400
const KILL_AT = 40
const PASSWORD = 'Guan-wai-2026'

const data = mkdtempSync(join(tmpdir(), 'xiaobao-recompute-'))
chmodSync(data, 0o711)
let product: Product | null = null
afterAll(async () => {
  await product?.stop()
  rmSync(data, { recursive: true, force: true })
})

type Send = (url: string, body?: object) => Promise<Record<string, unknown>>

describe('kill -9 of everything during a re-computation', () => {
  test('leaves no case behind, reaches none twice, and the ledger proves it', async () => {
    product = await startProduct({ data, empty: true })
    const { admin, clerk, supervisor, executive } = await staffOf(product)
    for (let count = 0; count < ALL; count += 1) await clerk('/api/complaints', complaintOf(count))
    const pack = (await admin('GET /api/rule-packs/HOUSE/1')) as { duties: { name: string }[] }
    const duties = pack.duties.map(duty => (duty.name === 'first-contact' ? { ...duty, limit: 2880 } : duty))
    await admin('/api/rule-packs', { ...pack, version: '2', effectiveFrom: '2021-01-01', duties })
    const wish = { scope: 'open-cases', reason: '放宽首次联系时限' }
    const { recomputation } = await supervisor('/api/rule-packs/HOUSE/2/publication', wish)
    const place = `/api/recomputations/${recomputation}`
    const state = async () => (await executive(`GET ${place}`)).state
    await expect.poll(state, { timeout: 20_000 }).toBe('previewed')
    expect(await executive(`GET ${place}`)).toMatchObject({ cases: ALL, moved: ALL, clocksLater: ALL })

    const answer = executive(`${place}/application`).catch(() => null)
    await expect.poll(adopted, { timeout: 20_000, interval: 1 }).toBeGreaterThanOrEqual(KILL_AT)
    await product.kill()
    await answer

    product = await startProduct({ data, empty: true })
    const again = callerOf(product, executive.token)
    expect(await adopted()).toBeLessThan(ALL)
    const done = async () => (await again(`GET ${place}`)).state
    await expect.poll(done, { timeout: 40_000 }).toBe('applied')
    expect(await again(`GET ${place}`)).toMatchObject({ applied: ALL, unlawful: 0 })
    expect(await adopted()).toBe(ALL)
    const verdict = await runCommand(data, 'verify')
    expect([verdict.status, verdict.printed]).toEqual([0, expect.stringContaining('no difference')])
  })
})

/** How many cases have come under the new version. */
async function adopted(): Promise<number> {
  const running = findRunning(data)
  if (!running?.postgres) throw new Error('the product does not run')
  return asOwner(ownerUrl(data, running.postgres, 'postgres'), async owner => {
    const { rows } = await owner.query(
      `select count(*)::int as facts, count(distinct case_id)::int as cases from ledger.fact where type = 'policy-adopted'`,
    )
    expect(rows[0].facts).toBe(rows[0].cases)
    return rows[0].cases
  })
}

function complaintOf(place: number) {
  return {
    channel: 'branch',
    parties: [{ role: 'complainant', name: '陈桂芳', phone: `139${String(10_000_000 + place)}` }],
    requests: [{ text: '退还手续费', amountMinor: 1000 }],
    text: `第 ${place} 位：转账收了两次手续费。`,
  }
}

/** Sends as whoever the token is of; `GET …` reads. Throws when the answer is a refusal. */
function callerOf({ address }: Product, token: string): Send & { readonly token: string } {
  const send: Send = async (wanted, body = {}) => {
    const url = wanted.replace(/^GET /, '')
    const isGet = url !== wanted
    const reply = await fetch(`${address}${url}`, {
      method: isGet ? 'GET' : 'POST',
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(!isGet && { 'content-type': 'application/json' }),
      },
      ...(!isGet && { body: JSON.stringify(body) }),
    })
    if (!reply.ok) throw new Error(`${wanted}: ${reply.status} ${await reply.text()}`)
    return reply.status === 204 ? {} : reply.json()
  }
  return Object.assign(send, { token })
}

/** The first administrator, and three people of the head office. */
async function staffOf(at: Product) {
  const nobody = callerOf(at, '')
  const enter = async (account: string, password: string) =>
    String((await nobody('/api/session', { account, password, bearer: true })).token)
  await nobody('/api/first-administrator', {
    secret: at.link?.split('#')[1],
    account: 'admin',
    name: '管理员',
    password: PASSWORD,
  })
  const admin = callerOf(at, await enter('admin', PASSWORD))
  const employ = async (account: string, role: string) => {
    await admin('/api/people', { account, name: account, posts: [{ role, unit: 'HO' }] })
    const { temporaryPassword } = await admin(`/api/people/p-${account}/password-reset`)
    const present = String(temporaryPassword)
    await callerOf(at, await enter(account, present))('/api/session/password', { present, next: PASSWORD })
    return callerOf(at, await enter(account, PASSWORD))
  }
  return {
    admin,
    clerk: await employ('lijing', 'clerk'),
    supervisor: await employ('gaoyuan', 'supervisor'),
    executive: await employ('heping', 'executive'),
  }
}
