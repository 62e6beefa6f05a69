// Finds the Chromium that the browser journeys drive, and installs it where that is possible: `node scripts/browser.ts`.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { environmentWith, readTestConfig } from '../src/platform/config.ts'

/** The path of a Chromium on this machine, or null: the one of CHROMIUM, else the system's. */
export function findChromium(): string | null {
  const { chromium } = readTestConfig()
  return [...(chromium === null ? [] : [chromium]), ...PLACES].find(path => existsSync(path)) ?? null
}

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
// Without Chinese glyphs every page is a page of boxes, and pictures and widths prove nothing.
const PACKAGES = ['chromium', 'fonts-noto-cjk']

if (import.meta.main) {
  const missing = PACKAGES.filter(name => (name === 'chromium' ? findChromium() === null : !hasChineseFont()))
  if (missing.length > 0) install(missing)
  console.log(`browser: ${findChromium()}`)
}

function hasChineseFont(): boolean {
  // Only where fontconfig answers can the question be asked; elsewhere the system brings its fonts.
  const list = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return list.status === 0
    ? list.stdout.trim() !== ''
    : process.platform !== 'linux' || existsSync('/usr/share/fonts/opentype/noto')
}

function install(missing: readonly string[]): void {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`
  const isRoot = process.getuid?.() === 0
  if (isRoot && spawnSync('apt-get', ['--version']).status === 0) {
    console.log(`installing ${missing.join(' ')}`)
    const env = environmentWith({ DEBIAN_FRONTEND: 'noninteractive' })
    const run = spawnSync('sh', ['-c', command], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    if (run.status === 0 && findChromium() !== null) return
  } else if (findChromium() !== null) {
    // An ordinary user cannot install fonts; the journeys run, their pictures may show boxes.
    console.log(`no Chinese font was found: sudo sh -c "${command}"`)
    return
  }
  console.error(
    `浏览器测试需要 Chromium。请执行：sudo sh -c "${command}"，或用 CHROMIUM 指明一个 Chromium 的路径。\n` +
      `The browser journeys need Chromium. Run: sudo sh -c "${command}", or name a Chromium with CHROMIUM.`,
  )
  process.exit(1)
}
