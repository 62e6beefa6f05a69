// The wire over a test database: the door with the department of people, a small bank, and requests without a network.

import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Actor } from '../src/kernel/actor.ts'
import type { Named } from '../src/kernel/module.ts'
import { identity } from '../src/modules/identity/module.ts'
import { FOUNDING } from '../src/modules/identity/rules/authority.ts'
import type { IdentityCommand } from '../src/modules/identity/rules/identity.ts'
import { openDirectory } from '../src/modules/identity/server/directory.ts'
import { type Config, readConfig } from '../src/platform/config.ts'
import type { Department, House } from '../src/platform/department.ts'
import { type AnyRules, createDoor } from '../src/platform/door.ts'
import { buildHttp, type Http, type HttpParts } from '../src/platform/http.ts'
import { openMetrics } from '../src/platform/metrics.ts'
import { verify } from '../src/platform/verify.ts'
import type { TestDatabase } from './database.ts'

export const PASSWORD = 'Guan-wai-2026'

/** A bank's wire for one test file. */
export interface Wire {
  readonly http: Http
  readonly house: House
  /** Gives a command as the house itself, and fails the test when it is refused. */
  found(caseId: string, command: IdentityCommand): Promise<void>
  /** Enters a person with one post, and gives them the password of all tests. */
  employ(account: string, post: { role: string; unit: string }): Promise<string>
  /** The cookie of a new session. */
  signIn(account: string, password?: string): Promise<string>
  ask(request: InjectOptions & { as?: string }): Promise<LightMyRequestResponse>
}

type Extra = Partial<Pick<HttpParts, 'trustProxy' | 'pages'>> & {
  departments?: readonly Department[]
  house?: Partial<House>
}

export async function openWire(database: TestDatabase, extra: Extra = {}): Promise<Wire> {
  const { appPool: pool, clock, log } = database
  const departments = [identity, ...(extra.departments ?? [])]
  const directory = openDirectory({ pool, clock })
  const metrics = openMetrics(pool)
  const rules = departments.flatMap(each => (each.rules ? [each.rules as unknown as AnyRules] : []))
  const door = createDoor({ pool, clock, rules, answers: { identity: directory.gather }, onOutcome: metrics.outcome })
  const config: Config = readConfig({})
  const answers = { ...directory, verify: () => verify({ pool, rules, now: clock.now() }) }
  const house = { config, clock, pool, door, log, answers, ...extra.house } as House
  const http = await buildHttp({
    house,
    departments,
    metrics,
    machineClock: clock,
    pages: extra.pages ?? null,
    trustProxy: extra.trustProxy ?? false,
  })
  const found = async (caseId: string, command: Named) => {
    const outcome = await door.handle({ module: 'identity', caseId, command, actor: FOUNDING as Actor })
    directory.organisationChanged()
    if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
  }
  const ask: Wire['ask'] = ({ as, headers, ...request }) =>
    http.server.inject({ ...request, headers: { host: 'bank.test', ...(as && { cookie: as }), ...headers } })
  return {
    http,
    house,
    found,
    ask,
    async employ(account, { role, unit }) {
      const day = '2026-01-01'
      const post = { role, unit, main: true, from: day, to: null }
      const hire = {
        type: 'hire',
        account,
        name: account,
        isProgram: false,
        language: 'zh-CN',
        from: day,
        posts: [post],
      }
      await found(`person:p-${account}`, hire as unknown as IdentityCommand)
      await http.signIn.setPassword(`p-${account}`, { account, password: PASSWORD, mustChange: false })
      return `p-${account}`
    },
    async signIn(account, password = PASSWORD) {
      const reply = await ask({ method: 'POST', url: '/api/session', payload: { account, password } })
      if (reply.statusCode !== 201) throw new Error(`not signed in: ${reply.body}`)
      return cookieOf(reply)
    },
  }
}

/** The cookie as the browser would send it back. */
export function cookieOf(reply: LightMyRequestResponse): string {
  return String(reply.headers['set-cookie']).split(';')[0] ?? ''
}

/** The tree used by the tests: a head office, two branches, a sub-branch. */
export async function foundBank(wire: Wire): Promise<void> {
  const units = [
    ['HO', 'head-office', '总行', 'Head Office'],
    ['HO.SH', 'branch', '上海分行', 'Shanghai Branch'],
    ['HO.SH.PD', 'sub-branch', '浦东支行', 'Pudong Sub-branch'],
    ['HO.NB', 'branch', '宁波分行', 'Ningbo Branch'],
  ] as const
  for (const [path, kind, zh, en] of units) {
    const command = { type: 'open-unit', path, kind, name: { zh, en }, from: '2020-01-01' }
    await wire.found(`unit:${path}`, command as unknown as IdentityCommand)
  }
}
