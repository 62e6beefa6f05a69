// Takes the picture of the desk for the README from a running demonstration: node scripts/picture.ts <address> <password>.

import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from './browser.ts'

const PICTURE = join(import.meta.dirname, '..', 'docs', 'desk.png')
const [, , address = 'http://127.0.0.1:7800', password = ''] = process.argv

const executablePath = findChromium()
if (executablePath === null) throw new Error('no Chromium: node scripts/browser.ts')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const context = await browser.newContext({
  baseURL: address,
  viewport: { width: 1440, height: 900 },
  locale: 'zh-CN',
  colorScheme: 'light',
  reducedMotion: 'reduce',
})
const entered = await context.request.post('/api/session', { data: { account: 'handler', password } })
if (!entered.ok()) throw new Error(`not signed in: ${entered.status()}`)
const page = await context.newPage()
await page.goto('/desk?view=mine')
await page.getByRole('row', { selected: true }).waitFor()
// The preview beside the list follows the first row; with its clocks the picture is complete.
await page.locator('.preview-clocks li').first().waitFor()
await page.screenshot({ path: PICTURE })
await browser.close()
