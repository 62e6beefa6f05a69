// The settings a bank's operator can write, and what is said when one is wrong.

import { describe, expect, test } from 'vitest'
import { readConfig, readTestConfig, settings } from './config.ts'

describe('settings', () => {
  test('an operator who sets nothing gets this machine only, port 7800 and the embedded database', () => {
    expect(readConfig({})).toMatchObject({
      port: 7800,
      host: '127.0.0.1',
      databaseUrl: null,
      demoPassword: null,
      logLevel: 'info',
    })
    expect(readConfig({}).data).toMatch(/^\/.*\/data$/)
  })

  test('a setting that is set to nothing means its standard', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 7800, databaseUrl: null })
  })

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['HOST', 'no host at all'],
    ['DATABASE_URL', 'mysql://bank/x'],
    ['DATABASE_URL', 'postgres://bank:5432'],
    ['XIAOBAO_DEMO_PASSWORD', 'short'],
    ['XIAOBAO_LOG', 'loud'],
  ])('a wrong %s (%s) is refused by name, in both languages', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`设置 ${name} 有误：.+\\n.*${name} is wrong: .+`))
  })

  test('the password inside a wrong DATABASE_URL is not repeated', () => {
    expect(() => readConfig({ DATABASE_URL: 'http://bank:s3cret@host/x' })).not.toThrow(/s3cret/)
    expect(() => readConfig({ DATABASE_URL: 'http://bank:s3cret@host/x' })).toThrow(/DATABASE_URL/)
  })

  test('every setting has a meaning in both languages', () => {
    for (const setting of settings) expect(setting.meaning.zh && setting.meaning.en).toBeTruthy()
  })

  test('tests run on the embedded database unless told otherwise', () => {
    expect(readTestConfig({}).engine).toBe('embedded')
    expect(() => readTestConfig({ XIAOBAO_TEST_ENGINE: 'oracle' })).toThrow(/XIAOBAO_TEST_ENGINE/)
  })
})
