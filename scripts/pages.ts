// Builds the pages when they are missing or older than their sources; does nothing otherwise.

import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const built = join(root, 'dist', 'index.html')

if (!isFresh()) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const run = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' })
  process.exitCode = run.status ?? 1
}

function isFresh(): boolean {
  const builtAt = timeOf(built)
  if (builtAt === null) return false
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  return sources
    .filter(entry => entry.isFile() && /\.(tsx?|css|html|js)$/.test(entry.name))
    .every(entry => (timeOf(join(entry.parentPath, entry.name)) ?? 0) <= builtAt)
}

function timeOf(path: string): number | null {
  try {
    return statSync(path).mtimeMs
  } catch {
    return null
  }
}
