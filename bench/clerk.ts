// A bank of one clerk for the benches: signed in, with one case that has a life behind it.

import type { App } from '../src/app.ts'
import type { createFirstAdministrator } from '../src/modules/identity/module.ts'
import type { Http } from '../src/platform/http.ts'

const PASSWORD = 'bench-password-1'

/** Signs a clerk in over the wire and registers a case with a few steps. */
export async function openClerk(parts: {
  app: App
  http: Http
  address: string
  createFirstAdministrator: typeof createFirstAdministrator
}): Promise<{ cookie: string; caseId: string }> {
  const { app, http, address } = parts
  const secret = await http.signIn.openFirstAdministratorLink()
  await parts.createFirstAdministrator(app.house, http.signIn, {
    secret,
    account: 'admin',
    name: '管理员',
    password: PASSWORD,
    language: 'zh-CN',
  })
  const admin = await signIn(address, 'admin', PASSWORD)
  await send(address, '/api/people', admin, {
    account: 'clerk',
    name: '李静',
    posts: [{ role: 'clerk', unit: 'HO', main: true }],
  })
  await http.signIn.setPassword('p-clerk', { account: 'clerk', password: PASSWORD, mustChange: false })
  app.house.answers.organisationChanged()
  const cookie = await signIn(address, 'clerk', PASSWORD)
  const [first = '{}'] = registrations(1)
  const { id } = await send(address, '/api/complaints', cookie, JSON.parse(first))
  for (let step = 1; step <= 8; step++) {
    await send(address, `/api/complaints/${id}/contact`, cookie, {
      direction: 'out',
      medium: 'phone',
      outcome: 'connected',
      text: `第 ${step} 次沟通：客户要求说明费用来源，并希望尽快答复。`,
    })
  }
  return { cookie, caseId: id }
}

/** Bodies of registrations: different people, words of ordinary length. */
export function registrations(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const phone = `199${String(10_000_000 + index * 7919).slice(-8)}`
    return JSON.stringify({
      channel: 'hotline',
      matterType: 'complaint',
      parties: [{ role: 'complainant', name: '王小明', phone }],
      requests: ['退还多收的年费', '书面说明原因'],
      text: `我是王小明，电话${phone}。上个月信用卡被扣了年费三百元，办卡时工作人员明确说终身免年费，打了两次热线都没有结果，请你们查清并退还。`,
      product: 'card-credit',
    })
  })
}

async function signIn(address: string, account: string, password: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`${account} could not sign in: ${answer.status}`)
  return cookie
}

async function send(address: string, path: string, cookie: string, body: unknown): Promise<{ id: string }> {
  const answer = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as { id: string }
}
