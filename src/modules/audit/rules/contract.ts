// The questions and answers of the audit.

import { z } from 'zod'
import { type Day, findDay } from '../../../kernel/time.ts'

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'day-form')
  .refine(text => findDay(text) !== null, 'day-form')
  .transform(text => text as Day)

const ACTS = ['opened', 'listed', 'searched', 'revealed', 'printed', 'exported', 'downloaded'] as const

const question = {
  /** Why the ledger is searched; kept as a reading. */
  purpose: z.string().trim().min(2).max(200),
  module: z.string().max(40).optional(),
  /** Its id, or the number by which people know it. */
  case: z.string().trim().max(100).optional(),
  /** `person:p-lijing`, `timer`; a bare id is a person's. */
  actor: z.string().max(100).optional(),
  /** Days of Shanghai, both included. */
  from: day.optional(),
  to: day.optional(),
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
}

/** `TS-2026-000812`: unlike an id it names one case of the whole house. */
export function isNumber(text: string): boolean {
  return /^[A-Z]+-\d{4}-\d+$/.test(text)
}

const caseHasModule = (asked: { module?: string | undefined; case?: string | undefined }) =>
  asked.case === undefined || asked.module !== undefined || isNumber(asked.case)
const withModule = { message: 'case-without-module', path: ['case'] }

export const factQuestion = z
  .object({ ...question, type: z.string().max(60).optional() })
  .refine(caseHasModule, withModule)
export const readingQuestion = z.object({ ...question, act: z.enum(ACTS).optional() }).refine(caseHasModule, withModule)
export const sealQuestion = z.object({
  after: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

export type FactQuestion = z.output<typeof factQuestion>
export type ReadingQuestion = z.output<typeof readingQuestion>

export const factsReply = z.object({
  items: z.array(
    z.object({
      module: z.string(),
      case: z.string(),
      /** Of the desk: what people call the case. */
      number: z.string().nullable(),
      version: z.number(),
      at: z.string(),
      actor: z.string(),
      type: z.string(),
      /** Masked. Null for an administrator outside the department of people. */
      body: z.record(z.string(), z.unknown()).nullable(),
      hash: z.string(),
    }),
  ),
  next: z.string().nullable(),
})

export const readingsReply = z.object({
  items: z.array(
    z.object({
      id: z.number(),
      at: z.string(),
      actor: z.string(),
      act: z.enum(ACTS),
      module: z.string().nullable(),
      case: z.string().nullable(),
      number: z.string().nullable(),
      subject: z.string().nullable(),
      purpose: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
})

export const sealsReply = z.object({
  items: z.array(
    z.object({
      no: z.number(),
      at: z.string(),
      leaves: z.number(),
      root: z.string(),
      previous: z.string().nullable(),
      hash: z.string(),
    }),
  ),
  next: z.number().nullable(),
})

export const verdictReply = z.object({
  ok: z.boolean(),
  facts: z.number(),
  cases: z.number(),
  seals: z.number(),
  /** The first difference in words, null when nothing was altered. */
  first: z
    .object({
      module: z.string().nullable(),
      case: z.string().nullable(),
      version: z.number().nullable(),
      code: z.string(),
      sentence: z.string(),
    })
    .nullable(),
})
