// One product for all journeys: its pages built, the demonstration bank filled, a Chromium found.

import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findChromium } from '../../scripts/browser.ts'
import { startProduct } from '../product.ts'

declare module 'vitest' {
  interface ProvidedContext {
    product: { address: string; password: string; chromium: string; data: string }
  }
}

const ROOT = join(import.meta.dirname, '..', '..')

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium()
  if (chromium === null) throw new Error('no Chromium: node scripts/browser.ts')
  const built = spawnSync(process.execPath, [join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (built.status !== 0) throw new Error('the pages could not be built')
  const data = mkdtempSync(join(tmpdir(), 'xiaobao-browser-'))
  chmodSync(data, 0o711)
  const password = 'Guan-wai-2026'
  const product = await startProduct({ data, empty: false, password })
  project.provide('product', { address: product.address, password, chromium, data })
  return async () => {
    await product.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
