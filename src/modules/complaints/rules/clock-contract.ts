// The body and the answer of a clock explanation, as programs see them.

import { z } from 'zod'
import { findDay, findInstant, getDay, getInstant } from '../../../kernel/time.ts'
import { COMPLAINT_ORDER } from './policy-order.ts'

const EARLIEST = getInstant('1990-01-01T00:00:00Z')
const LATEST = getInstant('2200-01-01T00:00:00Z')

const instant = z
  .string()
  .refine(text => {
    const found = findInstant(text)
    return found !== null && found >= EARLIEST && found < LATEST
  }, 'an instant with its offset, from 1990 to 2199')
  .transform(getInstant)
  .meta({ format: 'date-time', example: '2026-03-01T10:00:00+08:00' })

const day = z
  .string()
  .refine(text => findDay(text) !== null && text >= '1990' && text < '2200', 'a day, from 1990 to 2199')
  .transform(getDay)
  .meta({ format: 'date', example: '2026-03-16' })

const PACK = z.string().min(1).max(40).meta({ example: 'CN-NFRA-2020-3' })

export const clockFact = z.object({
  type: z.enum(Object.keys(COMPLAINT_ORDER.facts) as [string, ...string[]]),
  at: instant,
  pack: PACK.optional().meta({ description: 'The pack that the fact is for, where it is not for all' }),
  tier: z.enum(['complex', 'special']).optional().meta({ description: 'Of an extension' }),
  reason: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Of a pause: appraisal or mediation; any other is refused' }),
  ground: z.enum(['own-error', 'new-facts', 'order']).optional().meta({ description: 'Of a reopening' }),
  level: z.enum(['head', 'branch']).optional().meta({ description: 'Whose decision it is; branch when absent' }),
  deliveredAt: instant.optional().meta({ description: 'When the notice reached the complainant' }),
  dueOn: day.optional().meta({ description: 'The last day that a regulator’s letter names' }),
})

/** Body of `POST /api/clock-explanations`. Stores nothing. */
export const clockQuestion = z.object({
  pack: z.union([PACK, z.array(PACK).min(1).max(9)]),
  facts: z.array(clockFact).max(500),
  now: instant.optional().meta({ description: 'The instant to answer for; the present when absent' }),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
})

const clockState = z.enum(['running', 'paused', 'met', 'overdue', 'met-late', 'ended'])

const clockCycle = z.object({
  cycle: z.int(),
  state: clockState,
  startedAt: z.string(),
  dueOn: z.string(),
  dueAt: z.string(),
  limit: z.int(),
  elapsed: z.int(),
  remaining: z.int(),
  overdue: z.boolean().meta({ description: 'Whether it had run out when it was finished or replaced' }),
  metBy: z.string().nullable(),
  metAt: z.string().nullable(),
})

const clockTold = z.object({
  duty: z.string(),
  title: z.string(),
  owner: z.enum(['bank', 'consumer', 'regulator']),
  state: clockState,
  startedBy: z.string(),
  startedAt: z.string(),
  dueOn: z.string(),
  dueAt: z.string(),
  civilDueOn: z.string(),
  civilProvisional: z.literal(true).optional(),
  provisional: z.boolean(),
  unit: z.enum(['natural-day', 'working-day', 'working-minute', 'natural-minute']),
  limit: z.int(),
  baseLimit: z.int(),
  elapsed: z.int(),
  remaining: z.int(),
  extensions: z.array(z.object({ tier: z.string(), at: z.string(), limit: z.int(), source: z.string() })),
  pauses: z.array(
    z.object({
      reason: z.string(),
      from: z.string(),
      to: z.string().nullable(),
      days: z.int(),
      minutes: z.int().optional(),
      effective: z.boolean(),
    }),
  ),
  metBy: z.string().nullable(),
  metAt: z.string().nullable(),
  endedBy: z.string().nullable(),
  endedAt: z.string().nullable(),
  cycle: z.int(),
  earlier: z.array(clockCycle),
  source: z.string(),
  pack: z.string(),
  version: z.string(),
  calendarEdition: z.string().nullable(),
  explanation: z.string(),
})

/** Answer of `POST /api/clock-explanations`. */
export const clockAnswer = z.object({ clocks: z.array(clockTold) })

export type ClockQuestion = z.output<typeof clockQuestion>
export type ClockAnswer = z.output<typeof clockAnswer>
export type ClockTold = z.output<typeof clockTold>
export type ClockCycle = z.output<typeof clockCycle>
