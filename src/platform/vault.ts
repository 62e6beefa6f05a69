// Personal data under a key of its person: sealed on the way in, opened only for a purpose, erased by losing the key.

import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  randomFillSync,
} from 'node:crypto'
import type { Pool } from 'pg'
import type { Instant } from '../kernel/time.ts'

export type MarkKind = 'phone' | 'identity' | 'account'

/** A keyed digest: equal for equal numbers, and no way back to the number. */
export interface Mark {
  readonly kind: MarkKind
  readonly digest: Buffer
}

/** What the ledger writes for a person met for the first time, or met with a new number. */
export interface NewPerson {
  readonly id: string
  /** Null for a person whose key the vault has: written again, it would undo an erasure of this very moment. */
  readonly wrappedKey: Buffer | null
  readonly openedAt: Instant
  readonly marks: readonly Mark[]
}

/** Writes under the key of one person. */
export interface Pen {
  readonly personId: string
  /** `v1.` and base64url of nonce, tag and ciphertext. */
  seal(text: string): string
  /** To be handed to the door with the command; null when the vault knows person and numbers already. */
  readonly toKeep: NewPerson | null
}

export interface Vault {
  /** The pen of the person with this identity number, else of a new person. Nothing is written yet. */
  penFor(numbers: Partial<Record<MarkKind, string>>, now: Instant): Promise<Pen>
  /** The pen of a person known to the vault, or null when the key is gone. */
  penOf(personId: string): Promise<Pen | null>
  /** The sealed text, or null when the person has been erased. Throws when it was altered. */
  reveal(personId: string, sealed: string): Promise<string | null>
  /** People who carry this number: exact, never by parts. */
  findPeople(kind: MarkKind, number: string): Promise<string[]>
  /** A keyed digest of any text: equal for equal texts, and no way back to the text. Hexadecimal. */
  digest(text: string): string
  /** Deletes the key: what was sealed under it stays in the facts and can be read by nobody. */
  erase(personId: string): Promise<boolean>
}

const CIPHER = 'aes-256-gcm'

/** @param masterKey 32 bytes, kept by the installation outside the database. */
export function createVault(parts: { pool: Pool; masterKey: Buffer }): Vault {
  const { pool } = parts
  const wrapping = derive(parts.masterKey, 'wrap')
  const blind = derive(parts.masterKey, 'blind')

  const markOf = (kind: MarkKind, number: string) => blindMark(blind, kind, number)
  const keyOf = async (personId: string) => {
    const wrapped = await findWrapped(pool, personId)
    return wrapped && createSecretKey(open(wrapping, wrapped))
  }

  return {
    async penFor(numbers, now) {
      const marks = Object.entries(numbers)
        .filter(([kind, number]) => plain(kind as MarkKind, number) !== '')
        .map(([kind, number]) => markOf(kind as MarkKind, number))
      const identity = marks.find(mark => mark.kind === 'identity')
      const known = identity ? await findKnown(pool, identity) : null
      if (known) {
        const key = createSecretKey(open(wrapping, known.wrappedKey))
        return {
          personId: known.id,
          seal: text => seal(key, text),
          toKeep: { id: known.id, wrappedKey: null, openedAt: now, marks },
        }
      }
      const id = `v-${randomBytes(9).toString('base64url')}`
      const clear = randomBytes(32)
      const toKeep = { id, wrappedKey: close(wrapping, clear), openedAt: now, marks }
      const key = createSecretKey(clear)
      return { personId: id, seal: text => seal(key, text), toKeep }
    },
    async penOf(personId) {
      const key = await keyOf(personId)
      return key && { personId, seal: text => seal(key, text), toKeep: null }
    },
    async reveal(personId, sealed) {
      const key = await keyOf(personId)
      if (!key) return null
      return open(key, Buffer.from(sealed.slice('v1.'.length), 'base64url')).toString('utf8')
    },
    async findPeople(kind, number) {
      const { rows } = await pool.query({
        name: 'vault people',
        text: 'select distinct person_id from vault.mark where kind = $1 and mark = $2 order by 1 limit 100',
        values: [kind, markOf(kind, number).digest],
      })
      return rows.map(row => row.person_id)
    },
    digest: text => createHmac('sha256', blind).update(`text:${text}`).digest('hex'),
    async erase(personId) {
      const gone = await pool.query('delete from vault.person where person_id = $1', [personId])
      await pool.query('delete from vault.mark where person_id = $1', [personId])
      return gone.rowCount === 1
    },
  }
}

function blindMark(blind: KeyObject, kind: MarkKind, number: string): Mark {
  const words = `${kind}:${plain(kind, number)}`
  return { kind, digest: createHmac('sha256', blind).update(words).digest() }
}

async function findWrapped(pool: Pool, personId: string): Promise<Buffer | null> {
  const { rows } = await pool.query({
    name: 'vault key',
    text: 'select wrapped_key from vault.person where person_id = $1',
    values: [personId],
  })
  return rows[0]?.wrapped_key ?? null
}

async function findKnown(pool: Pool, identity: Mark): Promise<{ id: string; wrappedKey: Buffer } | null> {
  const { rows } = await pool.query({
    name: 'vault known',
    text: `select p.person_id, p.wrapped_key from vault.mark m join vault.person p using (person_id)
           where m.kind = 'identity' and m.mark = $1 order by p.opened_at, p.person_id limit 1`,
    values: [identity.digest],
  })
  return rows[0] ? { id: rows[0].person_id, wrappedKey: rows[0].wrapped_key } : null
}

// The same number must give the same mark however it was typed.
function plain(kind: MarkKind, number: string): string {
  const bare = number
    .normalize('NFKC')
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase()
  return kind === 'phone' ? bare.replace(/^(?:00)?86(?=1\d{10}$)/, '') : bare
}

function derive(master: Buffer, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `xiaobao vault ${purpose}`, 32)))
}

// A key is made an object once and used for every text of its person: making it costs more than sealing a sentence.
function seal(key: KeyObject, text: string): string {
  return `v1.${close(key, Buffer.from(text, 'utf8')).toString('base64url')}`
}

function close(key: KeyObject, clear: Buffer): Buffer {
  const nonce = freshNonce()
  const cipher = createCipheriv(CIPHER, key, nonce)
  const sealed = Buffer.concat([cipher.update(clear), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

// Chance is drawn for many nonces at a time; each part of the store is given out once.
const NONCE_BYTES = 12
const store = Buffer.alloc(NONCE_BYTES * 512)
let given = store.length

function freshNonce(): Buffer {
  if (given === store.length) {
    randomFillSync(store)
    given = 0
  }
  const nonce = Buffer.from(store.subarray(given, given + NONCE_BYTES))
  given += NONCE_BYTES
  return nonce
}

function open(key: KeyObject, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}
