// The bodies of the rulebook: a version of a pack, an edition of a calendar, publication, re-computation.

import { z } from 'zod'
import { type Day, findDay } from '../../../kernel/time.ts'

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'day-form')
  .refine(text => findDay(text) !== null, 'day-form')
  .transform(text => text as Day)
  .meta({ format: 'date', example: '2027-01-01' })

const text = (most: number) => z.string().trim().min(1).max(most)
const wording = z.strictObject({ zh: text(400), en: text(400) })
const code = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'code-form')
// `reopened/order`: the type of a fact, and its ground.
const factName = z.string().regex(/^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)?$/, 'fact-form')
const identity = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'identity-form')

/** Every limit has its article: the short code and the full name in both languages. */
const source = z.strictObject({ code: text(60), zh: text(400), en: text(400) })
const refusal = z.strictObject({ code, zh: text(400), en: text(400) })

const UNITS = ['natural-day', 'working-day', 'working-minute', 'natural-minute'] as const
const ZONES = ['Asia/Shanghai', 'Europe/London', 'America/New_York'] as const
const TIERS = ['complex', 'special'] as const

const extension = z.strictObject({
  tier: z.enum(TIERS),
  title: wording,
  total: z.int().min(1).max(600_000).meta({ description: 'The limit in all, counted from the start' }),
  after: z.enum(TIERS).optional(),
  source,
  approver: wording,
  notice: z.enum(['required', 'policy']),
})

const duty = z.strictObject({
  name: code,
  title: wording,
  owner: z.enum(['bank', 'consumer', 'regulator']),
  basis: z.enum(['law', 'policy']),
  unit: z.enum(UNITS),
  limit: z.int().min(0).max(600_000),
  months: z.int().min(1).max(120).optional(),
  limitFrom: z.literal('dueOn').optional(),
  source,
  // An empty selector is no selector at all: nothing would start the clock, or nothing would ever meet it.
  startOn: z.array(factName).min(1).max(40),
  startAt: z.literal('deliveredAt').optional(),
  notFor: z.literal('head').optional(),
  parallel: z.literal(true).optional(),
  continuesOn: z.array(factName).min(1).max(40).optional(),
  metBy: z.array(factName).max(40),
  endedBy: z.array(factName).max(40),
  lapses: z.literal(true).optional(),
  lastDay: z.enum(['keep', 'next-working-day']).optional(),
  extensions: z.array(extension).min(1).max(4).optional(),
  pauses: z
    .array(z.strictObject({ reason: text(60), title: wording, source }))
    .min(1)
    .max(20)
    .optional(),
  admits: z
    .array(
      z.strictObject({
        fact: factName,
        until: z.enum(['due', 'finish']),
        refusals: z.strictObject({ absent: refusal, over: refusal, used: refusal }),
      }),
    )
    .min(1)
    .max(20)
    .optional(),
})

/** What the server adds when it shows a text; whoever sends it back changed need not take it out. */
const shown = { standing: z.unknown().optional() }

/** A version of a rule pack, whole. `order` is the product's own and must be left out or unchanged. */
export const packDraft = z.strictObject({
  id: identity,
  version: identity,
  title: wording,
  effectiveFrom: day,
  effectiveTo: z.null().optional().meta({ description: 'Follows from the next version' }),
  zone: z.enum(ZONES),
  calendar: identity.nullable(),
  leads: z.literal(true).optional(),
  restDays: source.optional(),
  order: z.unknown().optional(),
  articles: z.record(factName, source),
  duties: z.array(duty).min(1).max(60),
  ...shown,
})

/** An edition of a calendar. A holiday is a day, or its first and last day; `workdays` are the make-up days (调休). */
export const calendarDraft = z.strictObject({
  id: identity,
  calendar: identity,
  zone: z.enum(ZONES),
  source: text(400),
  years: z.record(
    z.string().regex(/^\d{4}$/, 'year-form'),
    z.strictObject({
      holidays: z.array(z.union([day, z.tuple([day, day])])).max(120),
      workdays: z.array(day).max(60),
    }),
  ),
  hours: z
    .array(z.tuple([z.int().min(0).max(1440), z.int().min(0).max(1440)]))
    .min(1)
    .max(8)
    .meta({ description: 'Working time of a working day: minutes after midnight, in order' }),
  ...shown,
})

const reason = text(1000)
const scope = z.enum(['new-cases', 'open-cases'])

export const publication = z.strictObject({ scope: scope.optional(), reason: reason.optional() })
export const withdrawal = z.strictObject({ reason })
export const recomputation = z.strictObject({
  pack: identity.optional(),
  version: identity.optional(),
  calendar: identity.optional(),
  edition: identity.optional(),
  scope: scope.optional(),
  reason: reason.optional(),
})

export const packPlace = z.object({ id: z.string().max(40), version: z.string().max(40) })
export const calendarPlace = z.object({ id: z.string().max(40) })
export const recomputationPlace = z.object({ id: z.string().max(80) })
export const yearQuery = z.object({ year: z.coerce.number().int().min(1990).max(2199).optional() })

export type PackDraft = z.output<typeof packDraft>
export type CalendarDraft = z.output<typeof calendarDraft>
export type RecomputationWish = z.output<typeof recomputation>
