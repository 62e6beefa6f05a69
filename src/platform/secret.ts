// Secrets that are made once and kept in a folder only the product may read.

import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomId } from './clock.ts'

/**
 * The text kept under `name` in `folder`; made and written (0600) when there is none.
 * Two processes that ask at the same instant get the same answer.
 */
export function keepSecret(folder: string, name: string, make: () => string): string {
  const path = join(folder, name)
  const kept = findSecret(path)
  if (kept !== null) return kept
  // Written aside and linked: a link is refused where the name exists, and nobody ever reads half a secret.
  const aside = join(folder, `.${name}-${randomId()}`)
  writeFileSync(aside, make(), { mode: 0o600, flush: true })
  try {
    linkSync(aside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside)
  }
  return readFileSync(path, 'utf8')
}

function findSecret(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
