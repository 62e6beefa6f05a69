// The bodies and replies of units, people and tokens.

import { z } from 'zod'
import type { Role } from '../../../kernel/actor.ts'
import { getOrgPath, type OrgPath } from '../../../kernel/org.ts'
import type { UnitKind } from '../../../kernel/organisation.ts'
import { type Day, findDay } from '../../../kernel/time.ts'

const ROLES = ['clerk', 'handler', 'supervisor', 'approver', 'executive', 'inspector', 'admin', 'archivist'] as const
const KINDS = ['head-office', 'branch', 'sub-branch', 'outlet', 'department'] as const

export const role: z.ZodType<Role, Role> = z.enum(ROLES)
export const kind: z.ZodType<UnitKind, UnitKind> = z.enum(KINDS)

// Described by its pattern, checked by the calendar: 2026-02-30 has the form of a day and is none.
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'day-form')
  .refine(text => findDay(text) !== null, 'day-form')
  .transform(text => text as Day)

const path = z
  .string()
  .max(100)
  .regex(/^[A-Z0-9]+(\.[A-Z0-9]+)*$/, 'path-form')
  .transform((text): OrgPath => getOrgPath(text))

const account = z.string().regex(/^[a-z][a-z0-9.-]{1,31}$/, 'account-form')
const person = z.string().min(1).max(64)
const name = z.string().trim().min(1).max(80)
const language = z.enum(['zh-CN', 'en'])
const no = z.int().min(1)

export const unitName = z.strictObject({ zh: name, en: name })

export const openUnit = z.strictObject({ path, name: unitName, kind, from: day })
export const renameUnit = z.strictObject({ name: unitName })
/** `on` is the last day. */
export const closeUnit = z.strictObject({ on: day, successor: path.nullish() })

export const post = z.strictObject({
  role,
  unit: path,
  main: z.boolean().optional(),
  from: day.optional(),
  to: day.nullish(),
})

export const hire = z.strictObject({
  account,
  name,
  isProgram: z.boolean().optional(),
  language: language.optional(),
  from: day.optional(),
  posts: z.array(post).max(20).optional(),
})
export const renamePerson = z.strictObject({ name, language })
export const endPost = z.strictObject({ post: no, on: day })
export const approvalLevel = z.strictObject({ level: z.int().min(0).max(4) })
export const relations = z.strictObject({ manager: person.nullable(), relatives: z.array(person).max(50) })
export const standIn = z.strictObject({ person, from: day, to: day })
export const absence = z.strictObject({ from: day, to: day })
export const withdrawal = z.strictObject({ no })
export const leaving = z.strictObject({ on: day })

export const unitPlace = z.object({ path: z.string() })
export const personPlace = z.object({ id: z.string() })

export const unitsQuery = z.object({ kind: kind.optional(), open: z.enum(['true', 'false']).optional() })
export const peopleQuery = z.object({
  unit: z.string().optional(),
  /** With units below. */
  within: z.string().optional(),
  role: role.optional(),
  text: z.string().max(80).optional(),
  inService: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  after: z.string().optional(),
})

export const firstAdministrator = z.strictObject({
  secret: z.string().min(1).max(200),
  account,
  name,
  password: z.string().max(1000),
})
/** `days` of validity, counted from today. */
export const token = z.strictObject({ person, name, days: z.int().min(1).max(366) })
export const tokenPlace = z.object({ id: z.string() })

const words = z.object({ zh: z.string(), en: z.string() })
const heldPost = z.object({ role: z.string(), unit: z.string() })

export const unitReply = z.object({
  path: z.string(),
  name: words,
  kind: z.string(),
  isOpen: z.boolean(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  successor: z.string().nullable(),
})
export const unitsReply = z.object({ items: z.array(unitReply), next: z.null() })

export const personReply = z.object({
  id: z.string(),
  account: z.string(),
  name: z.string(),
  isProgram: z.boolean(),
  isInService: z.boolean(),
  unit: z.string().nullable(),
  posts: z.array(heldPost),
  approvalLevel: z.number(),
  isAway: z.boolean(),
  standIns: z.array(z.string()),
})
export const peopleReply = z.object({ items: z.array(personReply), next: z.string().nullable() })

const period = { no: z.number(), from: z.string(), to: z.string().nullable() }

/** With everything that has a date: administrators and inspectors only. */
export const recordReply = z.object({
  ...personReply.shape,
  version: z.number(),
  language,
  from: z.string(),
  leftOn: z.string().nullable(),
  manager: z.string().nullable(),
  relatives: z.array(z.string()),
  allPosts: z.array(z.object({ ...period, role: z.string(), unit: z.string(), main: z.boolean() })),
  allStandIns: z.array(z.object({ ...period, person: z.string() })),
  absences: z.array(z.object(period)),
})

export const passwordReply = z.object({ account: z.string(), temporaryPassword: z.string() })
export const tokenReply = z.object({
  id: z.string(),
  person: z.string(),
  name: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
})
export const tokensReply = z.object({ items: z.array(tokenReply), next: z.null() })
/** The secret itself, this once. */
export const newTokenReply = tokenReply.extend({ token: z.string() })
