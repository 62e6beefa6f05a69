// A process that works on a job and is killed in the middle of it by a test: node killed-worker.ts <app-url>.

import pg from 'pg'
import { systemClock } from '../src/platform/clock.ts'
import { createJobs } from '../src/platform/jobs.ts'
import { openLog } from '../src/platform/log.ts'

const [, , appUrl = ''] = process.argv
const jobs = createJobs({
  pool: new pg.Pool({ connectionString: appUrl, max: 2 }),
  appUrl,
  clock: systemClock,
  log: openLog({ level: 'error' }),
  alone: true,
  kinds: [
    {
      name: 'count',
      run: async task => {
        await task.report({ progress: 40, total: 100, saved: { line: 40 } })
        process.stdout.write('half way\n')
        return new Promise(() => undefined)
      },
    },
  ],
})
await jobs.start()
