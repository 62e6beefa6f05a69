// Sealing of a body: every string that its schema marks as spoken is masked for work and sealed under its person's key.

import { globalRegistry, type z } from 'zod'
import type { SealedText } from '../kernel/sealed.ts'
import type { Pen } from './vault.ts'

export interface Sealer {
  /** The pen for the value at this path: `['parties', '0', 'name']`. */
  penAt(path: readonly string[]): Pen
  /** The masked form of the value at this path. */
  mask(text: string, path: readonly string[]): string
}

/** The body with each spoken string replaced by its masked and sealed form; everything else as it was. */
export function sealBody(schema: z.ZodType, body: unknown, sealer: Sealer): unknown {
  return walk(schema, body, [], sealer)
}

function walk(schema: z.ZodType, value: unknown, path: readonly string[], sealer: Sealer): unknown {
  if (value === undefined || value === null) return value
  if (typeof value === 'string') return isSpoken(schema) ? sealed(value, path, sealer) : value
  if (Array.isArray(value)) {
    const element = elementOf(schema)
    return element ? value.map((each, index) => walk(element, each, [...path, String(index)], sealer)) : value
  }
  if (typeof value !== 'object') return value
  const members = membersOf(schema)
  if (!members) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const of = members[name]
      return [name, of ? walk(of, member, [...path, name], sealer) : member]
    }),
  )
}

function sealed(text: string, path: readonly string[], sealer: Sealer): SealedText {
  const pen = sealer.penAt(path)
  return { masked: sealer.mask(text, path), sealed: pen.seal(text), person: pen.personId }
}

interface Definition {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly shape?: Readonly<Record<string, z.ZodType>>
}

const WRAPPERS = new Set(['optional', 'nullable', 'default', 'prefault', 'readonly', 'nonoptional'])

function bare(schema: z.ZodType): z.ZodType {
  const { type, innerType } = definitionOf(schema)
  return innerType && WRAPPERS.has(type) ? bare(innerType) : schema
}

function definitionOf(schema: z.ZodType): Definition {
  return schema._zod.def as unknown as Definition
}

function isSpoken(schema: z.ZodType): boolean {
  const inner = bare(schema)
  return globalRegistry.get(inner)?.['x-sealed'] === true
}

function elementOf(schema: z.ZodType): z.ZodType | null {
  return definitionOf(bare(schema)).element ?? null
}

// A choice between a plain string and an object has been made an object by its parser: the object's members count.
function membersOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> | null {
  const inner = bare(schema)
  const { options, shape } = definitionOf(inner)
  if (shape) return shape
  for (const option of options ?? []) {
    const members = membersOf(option)
    if (members) return members
  }
  return null
}
