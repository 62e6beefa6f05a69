// A running product: opens the house, listens, fills the demonstration bank when asked, and closes in order.

import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { type App, openApp, PAGES } from './app.ts'
import { type Demonstration, openDemonstration } from './demo/demonstration.ts'
import { fill, type Wording } from './kernel/words.ts'
import { departments } from './modules.ts'
import { type OffsetClock, offsetClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { buildHttp, type Http } from './platform/http.ts'
import { type Installation, openInstallation } from './platform/installation.ts'
import { openLog } from './platform/log.ts'

/** Serves until it is told to stop; the exit status is 0 when it stopped as asked. */
export async function serve(wish: { config: Config; demonstration: boolean }): Promise<number> {
  const { config } = wish
  const log = openLog({ level: config.logLevel })
  const clock = offsetClock()
  const installation = await openInstallation({ config, purpose: 'serve', join: false, clock, log })
  try {
    const app = await openApp({ config, installation, clock, log })
    const demonstration = wish.demonstration ? await findDemonstration(app, clock, installation) : null
    const http = await buildHttp({
      house: app.house,
      departments: demonstration ? [...departments, demonstration.department] : departments,
      metrics: app.metrics,
      pages: existsSync(PAGES) ? PAGES : null,
    })
    const stopping = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    const address = await http.listen({ host: config.host, port: config.port })
    installation.tellAddress(address)
    await furnish({ app, http, address, demonstration })
    app.ticker.start()
    await app.house.jobs.start()
    http.setReady()
    await stopping
    await http.stop()
    await app.ticker.stop()
    await app.close()
    return 0
  } finally {
    await installation.close()
  }
}

/** The demonstration, for a folder that holds it or nothing yet; a bank's own data is served as it is. */
async function findDemonstration(
  app: App,
  clock: OffsetClock,
  { database }: Installation,
): Promise<Demonstration | null> {
  const { house, ticker, doorOver } = app
  const demonstration = openDemonstration({ house, clock, ticker, doorOver, appUrl: database.appUrl })
  const { people } = await app.house.answers.organisation()
  if (people.length > 0 && !(await demonstration.isHere())) return null
  await demonstration.resumeClock()
  return demonstration
}

interface Opening {
  readonly app: App
  readonly http: Http
  readonly address: string
  readonly demonstration: Demonstration | null
}

/** Makes sure that somebody can sign in, and says how. */
async function furnish({ app, http, address, demonstration }: Opening): Promise<void> {
  if (demonstration) {
    tell({
      zh: '正在准备演示机构，首次约需半分钟……',
      en: 'Preparing the demonstration bank; the first time takes half a minute …',
    })
    await demonstration.build(http.signIn, told => progress(told))
    tell(
      {
        zh: '消保已启动：{address}　消费者入口：{address}/consumer',
        en: 'Xiaobao is running: {address} (consumers: {address}/consumer)',
      },
      { address },
    )
    tell(
      { zh: '演示账户：{accounts}　密码：{password}', en: 'Demonstration accounts: {accounts}  password: {password}' },
      { accounts: demonstration.accounts.join(' '), password: demonstration.password },
    )
    return
  }
  tell({ zh: '消保已启动：{address}', en: 'Xiaobao is running: {address}' }, { address })
  const { people } = await app.house.answers.organisation()
  if (people.some(person => person.isInService)) return
  const secret = await http.signIn.openFirstAdministratorLink()
  const link = `${address}/first-administrator#${secret}`
  tell(
    {
      zh: '请用一次性链接设立第一位管理员：{link}',
      en: 'Create the first administrator with this one-time link: {link}',
    },
    { link },
  )
}

// One line that counts in place on a terminal, and nothing at all in a file.
function progress({ done, of }: { done: number; of: number }): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${Math.floor((100 * done) / of)} %${done === of ? '\n' : ''}`)
}

function tell(wording: Wording, values: Readonly<Record<string, string>> = {}): void {
  console.log(`${fill(wording, 'zh-CN', values)}\n${fill(wording, 'en', values)}`)
}
