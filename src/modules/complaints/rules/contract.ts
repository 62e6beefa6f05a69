// What may be said to a complaint over the wire: one body per noun that comes to exist.

import type { z } from 'zod'
import { handlingBodies } from './contract-handling.ts'
import { intakeBodies, registration } from './contract-intake.ts'

/** `POST /api/complaints/:id/<noun>`: the noun names the command. */
export const bodies = { ...intakeBodies, ...handlingBodies } as const

export type Noun = keyof typeof bodies
export type Body<N extends Noun> = z.output<(typeof bodies)[N]>
export type Registration = z.output<typeof registration>

export const NOUNS = Object.keys(bodies) as Noun[]

export { registration }
