// The arithmetic of seals: what is hashed, in which order and with which marks, so that anybody can compute it again.

import { createHash } from 'node:crypto'
import { canonical } from '../kernel/canonical.ts'
import type { Instant } from '../kernel/time.ts'

/** The last fact of a case at the moment of a seal. `hash` is lower-case hexadecimal, as everywhere in a seal. */
export interface Leaf {
  readonly module: string
  readonly caseId: string
  readonly version: number
  readonly hash: string
}

export interface SealHead {
  readonly no: number
  readonly at: Instant
  readonly leaves: number
  /** The number of the last reading under this seal or an earlier one. */
  readonly readingsTo: number
  /** Digest of the readings since the seal before. */
  readonly readings: string
  readonly root: string
  /** The hash of the seal before, null for the first. */
  readonly previous: string | null
}

/** SHA-256 of the byte 0 and the canonical `[module, case, version, hash]`. */
export function leafHash(leaf: Leaf): Buffer {
  return marked(0, Buffer.from(canonical([leaf.module, leaf.caseId, leaf.version, leaf.hash])))
}

/**
 * The root over leaves in the order of module and case (by code units). A node is SHA-256 of the byte 1 and its two children;
 * one left over goes up as it is; no leaves at all are SHA-256 of nothing. (This is the tree of RFC 6962, section 2.1: the
 * byte before leaf and node keeps one from being passed off as the other.)
 */
export function merkleRoot(leaves: readonly Leaf[]): Buffer {
  let level = leaves.map(leafHash)
  if (level.length === 0) return createHash('sha256').digest()
  while (level.length > 1) {
    const above: Buffer[] = []
    for (let at = 0; at < level.length; at += 2) {
      const left = level[at] as Buffer
      const right = level[at + 1]
      above.push(right ? marked(1, Buffer.concat([left, right])) : left)
    }
    level = above
  }
  return level[0] as Buffer
}

/** SHA-256 of the byte 2 and the canonical head. */
export function sealHash(head: SealHead): Buffer {
  const { no, at, leaves, readingsTo, readings, root, previous } = head
  return marked(2, Buffer.from(canonical({ no, at, leaves, readingsTo, readings, root, previous })))
}

/** A digest that grows reading by reading; of none it is SHA-256 of the byte 3. */
export function readingDigest(): { add(reading: unknown): void; hex(): string } {
  const hash = createHash('sha256').update(Buffer.of(3))
  return {
    add: reading => {
      hash.update(canonical(reading)).update('\n')
    },
    hex: () => hash.digest('hex'),
  }
}

export function inLeafOrder(a: Leaf, b: Leaf): number {
  if (a.module !== b.module) return a.module < b.module ? -1 : 1
  return a.caseId === b.caseId ? 0 : a.caseId < b.caseId ? -1 : 1
}

function marked(mark: number, content: Buffer): Buffer {
  return createHash('sha256').update(Buffer.of(mark)).update(content).digest()
}
