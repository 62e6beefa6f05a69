// Passwords: which are accepted, and how they are kept (argon2id, 19 MiB, two passes).

import { hash, verify } from '@node-rs/argon2'
import { invalid, type Refusal } from '../kernel/refusal.ts'
import { randomBytes } from './clock.ts'

export const PASSWORD_LEAST = 10
// Longer ones cost memory and add nothing.
export const PASSWORD_MOST = 200

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The rule that a new password breaks, or null. Refusals: password-too-short, password-too-long, password-is-account, password-unchanged. */
export function passwordFault(field: string, at: { account: string; next: string; present?: string }): Refusal | null {
  const length = [...at.next].length
  if (length < PASSWORD_LEAST) return invalid(field, 'password-too-short', { length: PASSWORD_LEAST })
  if (length > PASSWORD_MOST) return invalid(field, 'password-too-long', { length: PASSWORD_MOST })
  if (at.next.toLowerCase().includes(at.account.toLowerCase())) return invalid(field, 'password-is-account')
  return at.next === at.present ? invalid(field, 'password-unchanged') : null
}

export function digestPassword(password: string): Promise<string> {
  return inLine(() => hash(password, COST))
}

// Digests take the runtime's few threads, which connections to the database need too: a rush of sign-ins waits in line.
const AT_ONCE = 2
const line: (() => void)[] = []
let atWork = 0

async function inLine<T>(work: () => Promise<T>): Promise<T> {
  if (atWork < AT_ONCE) atWork++
  else await new Promise<void>(resolve => line.push(resolve))
  try {
    return await work()
  } finally {
    // The place is handed on, not given back, so that nobody slips in before the next in line.
    const next = line.shift()
    if (next) next()
    else atWork--
  }
}

let decoy: Promise<string> | null = null

/** Whether the password is the kept one. Without a kept one it takes as long, so that accounts cannot be guessed by time. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  decoy ??= digestPassword(randomBytes(16).toString('hex'))
  const known = kept ?? (await decoy)
  const right = await inLine(() => verify(known, password))
  return right && kept !== null
}

// Letters and digits that cannot be mistaken for one another when read out on the telephone.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to be told once and changed at the first sign-in: 79 bits. */
export function temporaryPassword(): string {
  const bytes = randomBytes(64)
  // Bytes that would make the first letters likelier are passed over.
  const limit = 256 - (256 % LETTERS.length)
  const fair = [...bytes].filter(byte => byte < limit).slice(0, 16)
  const text = fair.map(byte => LETTERS[byte % LETTERS.length]).join('')
  return text.replace(/(.{4})(?=.)/g, '$1-')
}
