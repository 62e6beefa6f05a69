// The command line: start the product, import, verify, back up, restore. Everything else is in the house.

import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openApp } from './app.ts'
import { keepOffset } from './demo/setting.ts'
import { fill, type Wording } from './kernel/words.ts'
import { importFile, replayFile } from './modules/complaints/module.ts'
import { ensureDefaultOrganisation } from './modules/identity/module.ts'
import { backUp, restore } from './platform/backup.ts'
import { offsetClock, systemClock } from './platform/clock.ts'
import { readConfig, settings } from './platform/config.ts'
import { openInstallation } from './platform/installation.ts'
import { openLog } from './platform/log.ts'
import { StartRefusal } from './platform/start-refusal.ts'
import { serve } from './serve.ts'

interface CommandLine {
  readonly says: Wording
  run(args: readonly string[]): Promise<number>
}

const commands: Readonly<Record<string, CommandLine>> = {
  start: {
    says: { zh: '启动（--empty：空白机构）', en: 'start the product (--empty: an empty bank)' },
    run: async args => {
      const { values } = parseArgs({ args: [...args], options: { empty: { type: 'boolean' } } })
      return serve({ config: readConfig(), demonstration: values.empty !== true })
    },
  },
  verify: {
    says: {
      zh: '核验账本：逐条链、逐个封存，指出第一处差异',
      en: 'check every chain and seal, and name the first difference',
    },
    run: verifyLedger,
  },
  import: {
    says: {
      zh: '先试后导入一个文件：import --preset <预设> [--trial] [--unit <机构>] <文件>',
      en: 'try a file, then bring it in: import --preset <preset> [--trial] [--unit <unit>] <file>',
    },
    run: args =>
      withApp('import', async app => {
        await ensureDefaultOrganisation(app.house)
        return importFile(app.house, args, terminal)
      }),
  },
  replay: {
    says: {
      zh: '用计时引擎回放事件日志，并与其标记比较：replay <文件>',
      en: 'replay an event log through the clock engine and compare its flags: replay <file>',
    },
    run: args => replayFile(args[0], console.log),
  },
  backup: {
    says: {
      zh: '备份到新文件夹（运行中也可以）：backup <文件夹> [--files-only]',
      en: 'back up into a new folder, also while running: backup <folder> [--files-only]',
    },
    run: makeBackup,
  },
  restore: {
    says: {
      zh: '把备份恢复到空的数据文件夹：restore <备份>',
      en: 'restore a backup into an empty data folder: restore <backup>',
    },
    run: async args => {
      const from = args[0]
      if (!from) return usage()
      const manifest = await restore({ from: resolve(from), dataFolder: readConfig().data })
      tell({ zh: `已恢复 ${manifest.files.length} 个文件。`, en: `Restored ${manifest.files.length} files.` })
      return 0
    },
  },
  help: { says: { zh: '显示本页', en: 'show this page' }, run: async () => usage(0) },
}

/** Runs one command; the exit status is 0 when it did what it says. */
async function main(): Promise<number> {
  const [name = 'help', ...args] = process.argv.slice(2)
  const command = commands[name]
  return command ? command.run(args) : usage()
}

async function verifyLedger(): Promise<number> {
  return withApp('verify', async app => {
    const verdict = await app.verify()
    const counts = { facts: verdict.facts, cases: verdict.cases, seals: verdict.seals }
    if (!verdict.first) {
      tell(
        {
          zh: '核验通过：{facts} 条事实、{cases} 件、{seals} 个封存，无差异。',
          en: 'Verified: {facts} facts, {cases} cases, {seals} seals, no difference.',
        },
        counts,
      )
      return 0
    }
    const { first } = verdict
    console.error(JSON.stringify(first, null, 2))
    return 1
  })
}

async function makeBackup(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { 'files-only': { type: 'boolean' } },
    allowPositionals: true,
  })
  const to = positionals[0]
  if (!to) return usage()
  const config = readConfig()
  const installation = await openInstallation({
    config,
    purpose: 'backup',
    join: true,
    clock: systemClock,
    log: openLog({ level: 'warn' }),
  })
  try {
    const manifest = await backUp({
      rooms: installation.rooms,
      ownerUrl: config.databaseUrl === null ? installation.database.ownerUrl : null,
      filesOnly: values['files-only'] === true,
      to: resolve(to),
      now: systemClock.now(),
    })
    tell({
      zh: `备份完成：${manifest.files.length} 个文件，位于 ${to}。`,
      en: `Backed up ${manifest.files.length} files to ${to}.`,
    })
    return 0
  } finally {
    await installation.close()
  }
}

/** Opens the house for one piece of work, on the running product's database when one runs on the folder. */
async function withApp(
  purpose: string,
  work: (app: Awaited<ReturnType<typeof openApp>>) => Promise<number>,
): Promise<number> {
  const config = readConfig()
  const log = openLog({ level: 'warn' })
  const clock = offsetClock()
  const installation = await openInstallation({ config, purpose, join: true, clock, log })
  try {
    // What a demonstration wrote after its time machine was moved is not of the future for the command line either.
    clock.setOffset((await keepOffset(installation.database.pool, clock.now).load()) ?? 0)
    const app = await openApp({ config, installation, clock, log })
    try {
      return await work(app)
    } finally {
      await app.close()
    }
  } finally {
    await installation.close()
  }
}

function usage(status = 1): number {
  console.log('xiaobao <command>\n')
  for (const [name, { says }] of Object.entries(commands))
    console.log(`  ${name.padEnd(10)} ${says.zh}\n  ${''.padEnd(10)} ${says.en}`)
  console.log('')
  for (const { name, standard, meaning } of settings) {
    console.log(`  ${name.padEnd(22)} ${standard.padEnd(12)} ${meaning.zh}\n  ${''.padEnd(35)} ${meaning.en}`)
  }
  return status
}

/** Progress stands in one line that is written over; where nobody looks, it is left out. */
const terminal = {
  write: (line: string) => console.log(line),
  show: (progress: string) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${progress}\u001b[K`)
  },
}

function tell(wording: Wording, values: Record<string, number> = {}): void {
  console.log(`${fill(wording, 'zh-CN', values)}\n${fill(wording, 'en', values)}`)
}

main().then(
  status => {
    process.exitCode = status
  },
  error => {
    if (error instanceof StartRefusal) console.error(error.message)
    else console.error(error)
    process.exitCode = 1
  },
)
