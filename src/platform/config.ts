// The settings of the product, read from the environment once; nothing else reads the environment.

import { resolve } from 'node:path'
import type { Wording } from '../kernel/words.ts'
import { StartRefusal } from './start-refusal.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute path of the one data folder. */
  readonly data: string
  /** Null: the product starts its own PostgreSQL in the data folder. */
  readonly databaseUrl: string | null
  /** Null: a random one is made and printed. */
  readonly demoPassword: string | null
  readonly logLevel: LogLevel
}

/** What the tests may be told; the product itself never reads these. */
export interface TestConfig {
  readonly engine: 'embedded' | 'server'
  /** Path of a Chromium to use, or null to look for the system's. */
  readonly chromium: string | null
}

export interface Setting {
  readonly name: string
  readonly standard: string
  readonly meaning: Wording
}

type Environment = Readonly<Record<string, string | undefined>>

/** Every setting there is: the documents and `xiaobao help` print this table. */
export const settings: readonly Setting[] = [
  { name: 'PORT', standard: '7800', meaning: { zh: '网页与接口的端口', en: 'port of the pages and the API' } },
  {
    name: 'HOST',
    standard: '127.0.0.1',
    meaning: { zh: '监听的地址，默认只有本机可以访问', en: 'address to listen on; by default only this machine' },
  },
  {
    name: 'XIAOBAO_DATA',
    standard: './data',
    meaning: {
      zh: '唯一的数据文件夹：数据库、证据文件、密钥、封存记录与备份',
      en: 'the one data folder: database, evidence, keys, seals, backups',
    },
  },
  {
    name: 'DATABASE_URL',
    standard: '',
    meaning: {
      zh: 'PostgreSQL 服务器的地址（15 版或更新），使用其所有者账户；不设则启动自带的数据库',
      en: 'a PostgreSQL server (15 or newer), signed in as the owner of the database; absent: the embedded one',
    },
  },
  {
    name: 'XIAOBAO_DEMO_PASSWORD',
    standard: '',
    meaning: {
      zh: '演示账户的密码；不设则随机产生并打印',
      en: 'password of the demonstration accounts; absent: random and printed',
    },
  },
  {
    name: 'XIAOBAO_LOG',
    standard: 'info',
    meaning: {
      zh: '日志的详细程度：debug、info、warn、error、silent',
      en: 'how much is logged: debug, info, warn, error, silent',
    },
  },
]

const LOG_LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent']
const ENGINES = ['embedded', 'server'] as const

/** The settings, each checked. Throws a `StartRefusal` that names the variable and the reason. */
export function readConfig(environment: Environment = process.env): Config {
  return {
    port: portOf(textOf(environment, 'PORT')),
    host: hostOf(textOf(environment, 'HOST')),
    data: resolve(textOf(environment, 'XIAOBAO_DATA')),
    databaseUrl: databaseUrlOf(textOf(environment, 'DATABASE_URL')),
    demoPassword: demoPasswordOf(textOf(environment, 'XIAOBAO_DEMO_PASSWORD')),
    logLevel: oneOf('XIAOBAO_LOG', LOG_LEVELS, textOf(environment, 'XIAOBAO_LOG')),
  }
}

/** The settings of a test run: `XIAOBAO_TEST_ENGINE` (embedded or server) and `CHROMIUM` (a path). */
export function readTestConfig(environment: Environment = process.env): TestConfig {
  return {
    engine: oneOf('XIAOBAO_TEST_ENGINE', ENGINES, environment.XIAOBAO_TEST_ENGINE || 'embedded'),
    chromium: environment.CHROMIUM || null,
  }
}

/** The environment for a program that is started from here: this one's, with `changes`. */
export function environmentWith(changes: Readonly<Record<string, string>>): Record<string, string | undefined> {
  return { ...process.env, ...changes }
}

function textOf(environment: Environment, name: string): string {
  // A variable set to nothing (`PORT= npm start`) means the standard, as in every shell script that clears one.
  return environment[name]?.trim() || (settings.find(setting => setting.name === name)?.standard ?? '')
}

function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw wrong('PORT', {
      zh: `应为 0 至 65535 的整数，而不是“${text}”`,
      en: `must be a whole number from 0 to 65535, not "${text}"`,
    })
  }
  return port
}

function hostOf(text: string): string {
  if (!/^[\w.:-]+$/.test(text)) {
    throw wrong('HOST', {
      zh: `应为主机名或 IP 地址，而不是“${text}”`,
      en: `must be a host name or an IP address, not "${text}"`,
    })
  }
  return text
}

function databaseUrlOf(text: string): string | null {
  if (text === '') return null
  // The text may hold a password: it is never repeated in the sentence.
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol)) {
    throw wrong('DATABASE_URL', {
      zh: '应形如 postgres://用户:密码@主机:5432/数据库',
      en: 'must look like postgres://user:password@host:5432/database',
    })
  }
  if (new URL(text).pathname.length < 2) {
    throw wrong('DATABASE_URL', { zh: '没有写明数据库的名称', en: 'does not name a database' })
  }
  return text
}

function demoPasswordOf(text: string): string | null {
  if (text !== '' && text.length < 8) {
    throw wrong('XIAOBAO_DEMO_PASSWORD', { zh: '至少 8 个字符', en: 'must have at least 8 characters' })
  }
  return text || null
}

function oneOf<Choice extends string>(name: string, choices: readonly Choice[], text: string): Choice {
  const found = choices.find(choice => choice === text)
  if (found === undefined) {
    throw wrong(name, { zh: `应为 ${choices.join('、')} 之一`, en: `must be one of ${choices.join(', ')}` })
  }
  return found
}

function wrong(name: string, reason: Wording): StartRefusal {
  return new StartRefusal({
    zh: `设置 ${name} 有误：${reason.zh}。`,
    en: `The setting ${name} is wrong: it ${reason.en}.`,
  })
}
