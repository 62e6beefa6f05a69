// The replies of the rulebook, as programs see them.

import { z } from 'zod'

const standing = z.object({
  state: z.enum(['built-in', 'draft', 'published', 'withdrawn']),
  draftedBy: z.string().nullable(),
  draftedAt: z.string().nullable(),
  publishedBy: z.string().nullable(),
  publishedAt: z.string().nullable(),
  scope: z.string().nullable(),
  reason: z.string().nullable(),
})

/** The text of a version; the list leaves `order` out. */
export const packReply = z.looseObject({
  id: z.string(),
  version: z.string(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  duties: z.array(z.looseObject({ name: z.string(), unit: z.string(), limit: z.int() })),
  standing,
})
export const packsReply = z.array(packReply)

/** The re-computation that a publication asks for; null when it reaches new cases only. */
export const asked = { recomputation: z.string().nullable() }

const changed = z.object({
  /** The edition it is compared with; null for the first of its calendar. */
  against: z.string().nullable(),
  days: z.array(z.object({ day: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})

export const calendarReply = z.object({
  id: z.string(),
  calendar: z.string(),
  zone: z.string(),
  source: z.string(),
  years: z.record(z.string(), z.object({ holidays: z.array(z.string()), workdays: z.array(z.string()) })),
  hours: z.array(z.array(z.int())),
  standing,
})
export const calendarsReply = z.array(calendarReply)
export const calendarDraftReply = calendarReply.extend({ changed })
export const calendarYearReply = calendarReply.extend({
  year: z.int(),
  days: z.array(z.object({ day: z.string(), kind: z.string() })),
  changed,
})

export const recomputationReply = z.object({
  id: z.string(),
  subject: z.object({ pack: z.string(), version: z.string() }).or(z.object({ edition: z.string() })),
  scope: z.string(),
  reason: z.string().nullable(),
  state: z.enum(['asked', 'previewed', 'ordered', 'applied']),
  askedBy: z.string(),
  askedAt: z.string(),
  previewedAt: z.string().nullable(),
  orderedBy: z.string().nullable(),
  orderedAt: z.string().nullable(),
  appliedAt: z.string().nullable(),
  cases: z.int(),
  moved: z.int(),
  unchanged: z.int(),
  unlawful: z.int(),
  firm: z.int(),
  newlyOverdue: z.int(),
  newlySaved: z.int(),
  clocksEarlier: z.int(),
  clocksLater: z.int(),
  clocksGone: z.int(),
  clocksNew: z.int(),
  samples: z.array(z.looseObject({ id: z.string(), number: z.string(), duty: z.string() })),
  applied: z.int(),
  notSent: z.int(),
})
export const recomputationsReply = z.array(recomputationReply)
