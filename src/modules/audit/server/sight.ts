// How far somebody may look into the ledger, and the cursor by which a list goes on.

import type { Actor, Role } from '../../../kernel/actor.ts'
import { type OrgPath, parentOf } from '../../../kernel/org.ts'

export interface Sight {
  /** Units whose cases may be seen; null is the whole bank. */
  readonly units: readonly OrgPath[] | null
  /** Whether what was said in a fact may be read, or only that it happened. */
  readonly readsBodies: boolean
}

/** An inspector reads within the units of the post; an administrator sees what happened, not what was said. */
export function sightOf(actor: Actor): Sight {
  const inspected = unitsOf(actor, 'inspector')
  const units = inspected.length > 0 ? inspected : unitsOf(actor, 'admin')
  return {
    units: units.some(unit => parentOf(unit) === null) ? null : units,
    readsBodies: inspected.length > 0,
  }
}

function unitsOf(actor: Actor, role: Role): OrgPath[] {
  return [...new Set(actor.posts.filter(post => post.role === role).map(post => post.unit))]
}

export function cursorOf(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** The place a cursor means, or null when it means none of `length` parts. */
export function findPlace(cursor: string, length: number): (string | number)[] | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!Array.isArray(place) || place.length !== length) return null
    return place.every(each => typeof each === 'string' || typeof each === 'number') ? place : null
  } catch {
    return null
  }
}

/** A condition with its values, gathered one by one. */
export interface Conditions {
  readonly texts: string[]
  readonly values: unknown[]
  /** `$` in the text stands for the value. */
  add(text: string, value: unknown): void
}

export function conditions(): Conditions {
  const texts: string[] = []
  const values: unknown[] = []
  return {
    texts,
    values,
    add(text, value) {
      values.push(value)
      texts.push(text.replaceAll('$', `$${values.length}`))
    },
  }
}

/** A bare id is a person's, because that is whom people ask about. */
export function signatureMeant(text: string): string {
  return text.includes(':') || !text.startsWith('p-') ? text : `person:${text}`
}
