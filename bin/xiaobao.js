#!/usr/bin/env node
// The command `xiaobao`: finds a Node that runs TypeScript as it is, and hands everything to src/main.ts.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

// From this version on Node runs TypeScript without being asked and carries node:sqlite.
const OLDEST = [22, 18]
const main = join(dirname(dirname(fileURLToPath(import.meta.url))), 'src', 'main.ts')

if (isRecent(process.versions.node)) {
  // Loaded as if it had been started itself: main.ts finds its words where every program does.
  process.argv[1] = main
  await import(pathToFileURL(main).href)
} else {
  runUnder(shippedNode())
}

function isRecent(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}

/** The Node that npm installed with this package. */
function shippedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  try {
    const require = createRequire(import.meta.url)
    const folder = dirname(require.resolve(`node-${system}-${process.arch}/package.json`))
    const program = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    if (existsSync(program)) return program
  } catch {
    // Not installed on this machine: said below.
  }
  console.error(
    `消保需要 Node.js ${OLDEST.join('.')} 或更新的版本（当前 ${process.versions.node}）。请执行 npm ci，或安装新版 Node.js。\n` +
      `Xiaobao needs Node.js ${OLDEST.join('.')} or newer (this is ${process.versions.node}). Run npm ci, or install a newer Node.js.`,
  )
  process.exit(1)
}

function runUnder(program) {
  const child = spawn(program, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
