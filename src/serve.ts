// A running product: opens the house, listens, fills the demonstration bank when asked, and closes in order.

import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { type App, openApp, PAGES } from './app.ts'
import { fill, type Wording } from './kernel/words.ts'
import { departments } from './modules.ts'
import { type OffsetClock, offsetClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { buildHttp, type Http } from './platform/http.ts'
import { openInstallation } from './platform/installation.ts'
import { type Log, openLog } from './platform/log.ts'

/** Serves until it is told to stop; the exit status is 0 when it stopped as asked. */
export async function serve(wish: { config: Config; demonstration: boolean }): Promise<number> {
  const { config } = wish
  const log = openLog({ level: config.logLevel })
  const clock = offsetClock()
  const installation = await openInstallation({ config, purpose: 'serve', join: false, clock, log })
  try {
    const app = await openApp({ config, installation, clock, log })
    const http = await buildHttp({
      house: app.house,
      departments,
      metrics: app.metrics,
      pages: existsSync(PAGES) ? PAGES : null,
    })
    const stopping = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    const address = await http.listen({ host: config.host, port: config.port })
    installation.tellAddress(address)
    await furnish({ app, http, clock, log, address, ...wish })
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

interface Opening {
  readonly app: App
  readonly http: Http
  readonly clock: OffsetClock
  readonly log: Log
  readonly address: string
  readonly config: Config
  readonly demonstration: boolean
}

/** Makes sure that somebody can sign in, and says how. */
async function furnish(opening: Opening): Promise<void> {
  const { app, http, address } = opening
  const { people } = await app.house.answers.organisation()
  tell({ zh: '消保已启动：{address}', en: 'Xiaobao is running: {address}' }, { address })
  if (people.some(person => person.isInService)) return
  const secret = await http.signIn.openFirstAdministratorLink()
  tell(
    {
      zh: '请用一次性链接设立第一位管理员：{address}/first-administrator#{secret}',
      en: 'Create the first administrator with this one-time link: {address}/first-administrator#{secret}',
    },
    { address, secret },
  )
}

function tell(wording: Wording, values: Readonly<Record<string, string>>): void {
  console.log(`${fill(wording, 'zh-CN', values)}\n${fill(wording, 'en', values)}`)
}
