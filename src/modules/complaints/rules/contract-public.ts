// What a consumer without an account may send, and what the bank answers: nothing internal has a place here.

import { z } from 'zod'
import type { Day, Instant } from '../../../kernel/time.ts'
import { unit } from './contract-intake.ts'
import type { Status, Tier } from './vocabulary.ts'
import { VULNERABILITIES } from './vocabulary.ts'

export const FILERS = ['self', 'agent', 'heir'] as const
export type Filer = (typeof FILERS)[number]

const words = (most: number) => z.string().trim().min(1).max(most)
const number = z.string().trim().min(1).max(40)
const code = z.string().trim().min(1).max(40)

/** No.3 Art. 13: who speaks and how to reach them, what happened, what is asked for; nothing that the bank holds itself. */
export const publicComplaint = z
  .strictObject({
    text: words(20_000),
    /** One claim or several. */
    request: z.union([words(2000), z.array(words(2000)).min(1).max(10)]),
    product: words(120).optional(),
    name: words(120),
    phone: z
      .string()
      .trim()
      .regex(/^\+?[\d\s()-]{5,24}$/),
    identityNumber: words(40).optional(),
    happenedOn: z.iso.date().optional(),
    filer: z.enum(FILERS).default('self'),
    /** No.3 Art. 14: for whom an agent speaks, or from whom an heir inherits. */
    forName: words(120).optional(),
    /** What the person asks to be considered when called. */
    vulnerable: z.array(z.enum(VULNERABILITIES)).max(3).default([]),
    /** The person reads in large type: the written answer should be printed so. */
    largeType: z.boolean().default(false),
  })
  .refine(({ filer, forName }) => filer === 'self' || forName !== undefined, {
    path: ['forName'],
    error: 'public-for-whom',
  })
export type PublicComplaint = z.input<typeof publicComplaint>
export type PublicFiling = z.output<typeof publicComplaint>

/** What the bank publishes of itself (No.3 Art. 8): telephone, address and hours of its complaint work, and who takes it up. */
export const publication = z.strictObject({
  phone: words(40),
  address: z.strictObject({ zh: words(200), en: words(200) }),
  hours: z.strictObject({ zh: words(100), en: words(100) }),
  /** The unit that receives what is filed on the consumer's pages; the head office when none is named. */
  unit: unit.optional(),
})
export type Publication = z.output<typeof publication>

export const publicKey = z.strictObject({ number, code })
export const publicSupplement = z.strictObject({ code, text: words(8000) })
export const publicWithdrawal = z.strictObject({ code, text: words(4000).optional() })

export interface Filed {
  readonly number: string
  /** Shown once; the same again only for a retry with the same Idempotency-Key. */
  readonly code: string
  readonly answerBy: Day
}

/** One sentence of the story; `at` is when it happened. */
export interface ProgressStep {
  readonly key: StepKey
  readonly at: Instant
  /** How often in a row, where it is the same thing again: three photos. */
  readonly times: number
}

export const STEP_KEYS = [
  'received',
  'assigned',
  'talked',
  'wrote',
  'called-in-vain',
  'photo-added',
  'asked',
  'supplemented',
  'went-on',
  'declined',
  'reclassified',
  'merged',
  'restarted',
  'withdrawn',
  'investigating',
  'negotiating',
  'extended-complex',
  'extended-special',
  'appraisal-begun',
  'appraisal-ended',
  'mediation-begun',
  'mediation-ended',
  'answered',
  'recheck-requested',
  'recheck-decided',
  'redone',
  'closed',
  'reopened',
] as const
export type StepKey = (typeof STEP_KEYS)[number]

export type Way = 'photos' | 'supplement' | 'withdrawal' | 'recheck' | 'mediation' | 'arbitration' | 'litigation'

export interface Progress {
  readonly number: string
  readonly state: Status
  readonly receivedAt: Instant
  /** Oldest first. */
  readonly steps: readonly ProgressStep[]
  /** The last day on which the bank may answer; null where it owes no answer any more. */
  readonly answerBy: Day | null
  readonly answer: 'due' | 'paused' | 'late' | 'answered' | 'ended'
  readonly answeredAt: Instant | null
  readonly clocks: readonly { duty: string; state: string; dueOn: Day; source: string }[]
  readonly extensions: readonly { tier: Tier; at: Instant }[]
  /** What the bank asked for and still waits for, in the words it was asked. */
  readonly asked: { readonly items: readonly string[]; readonly reason: string } | null
  /** `by`: the last day for it, where the law sets one. */
  readonly canDo: readonly { way: Way; by: Day | null }[]
  readonly phone: string
}

export interface Bank {
  readonly name: string
  /** Empty until the bank has published one. */
  readonly phone: string
  readonly address: string
  readonly hours: string
}
