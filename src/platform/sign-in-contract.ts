// The bodies and replies of /api/session.

import { z } from 'zod'

export const signIn = z.strictObject({
  account: z.string().min(1).max(64),
  password: z.string().min(1).max(1000),
  /** Tells the session's token too, for programs that send `Authorization: Bearer`. */
  bearer: z.boolean().optional(),
})

export const preferences = z.strictObject({
  language: z.enum(['zh-CN', 'en']).optional(),
  scheme: z.enum(['light', 'dark', 'auto']).optional(),
  largeType: z.boolean().optional(),
  keys: z.boolean().optional(),
})

export const preferencesReply = z.object({
  language: z.enum(['zh-CN', 'en']),
  scheme: z.enum(['light', 'dark', 'auto']),
  largeType: z.boolean(),
  keys: z.boolean(),
})

export const passwordChange = z.strictObject({
  present: z.string().min(1).max(1000),
  next: z.string().min(1).max(1000),
})

const unit = z.object({ path: z.string(), name: z.object({ zh: z.string(), en: z.string() }) })

export const sessionReply = z.object({
  person: z.object({ id: z.string(), account: z.string(), name: z.string(), isProgram: z.boolean() }),
  /** Each role with the unit in which it is held today. */
  roles: z.array(z.object({ role: z.string(), unit: z.string() })),
  unit: unit.nullable(),
  language: z.enum(['zh-CN', 'en']),
  /** Rooms that the posts open. */
  capabilities: z.array(z.string()),
  approvalLevel: z.number(),
  standsInFor: z.array(z.object({ id: z.string(), name: z.string() })),
  preferences: preferencesReply,
  mustChangePassword: z.boolean(),
  /** The product's time, which in the demonstration may differ from the machine's. */
  now: z.string(),
  token: z.string().optional(),
})
