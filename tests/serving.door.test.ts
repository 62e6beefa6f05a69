// What the wire serves beside the interface: the built pages; and how it ends.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Department } from '../src/platform/department.ts'
import { testFolder, useDatabase } from './database.ts'
import { openWire } from './wire.ts'

const database = useDatabase()
const begun = Promise.withResolvers<void>()
const answered = Promise.withResolvers<void>()

const slow: Department = {
  name: 'slow',
  rules: null,
  words: {},
  routes(server) {
    server.get('/api/slow', { config: { public: true } }, async () => {
      begun.resolve()
      await answered.promise
      return { done: true }
    })
  },
}

describe('the pages', () => {
  test('every address of a page gets the first page, the consumer its own, and nothing else of the disk is served', async () => {
    const folder = testFolder()
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<title>staff</title>')
    writeFileSync(join(folder, 'consumer.html'), '<title>consumer</title>')
    writeFileSync(join(folder, 'assets', 'desk-1a2b.js'), 'export {}')
    const withPages = await openWire(database, { pages: folder })
    const get = (url: string) => withPages.ask({ url })
    for (const url of ['/', '/complaints/TS-2026-000812', '/organisation?unit=HO.SH']) {
      expect([url, (await get(url)).body]).toEqual([url, '<title>staff</title>'])
    }
    for (const url of ['/consumer', '/consumer/track?no=1'])
      expect((await get(url)).body).toBe('<title>consumer</title>')
    const script = await get('/assets/desk-1a2b.js')
    expect([script.statusCode, script.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect((await get('/complaints/1')).headers['cache-control']).toBe('no-cache')
    for (const url of ['/api/nowhere', '/assets/none.js', '/../package.json', '/%2e%2e/package.json', '/favicon.ico']) {
      expect([url, (await get(url)).statusCode]).toEqual([url, 404])
    }
    await withPages.http.stop()
  })
})

describe('the end', () => {
  test('a request under way is answered before the wire closes', async () => {
    const last = await openWire(database, { departments: [slow] })
    const address = await last.http.listen({ host: '127.0.0.1', port: 0 })
    const asked = fetch(`${address}/api/slow`)
    await begun.promise
    const stopped = last.http.stop()
    answered.resolve()
    expect(await (await asked).json()).toEqual({ done: true })
    await stopped
    await expect(fetch(`${address}/api/health`)).rejects.toThrow()
  })
})
