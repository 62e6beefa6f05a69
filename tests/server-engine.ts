// The PostgreSQL of the machine, on which the doors are tested once more.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '../src/platform/engine.ts'

/** The oldest PostgreSQL from 15 on whose programs are on this machine, or null. */
export function findServerEngine(): Engine | null {
  const places = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).map(name => ({ folder: join(DEBIAN, name), major: Number(name) }))
    : []
  const fits = places.filter(place => place.major >= 15 && existsSync(join(place.folder, 'bin', 'initdb')))
  return fits.toSorted((one, other) => one.major - other.major)[0] ?? null
}

const DEBIAN = '/usr/lib/postgresql'
