// The bodies by which a complaint is worked: contacts, pauses, extensions, decision, notice, re-check, closing.

import { z } from 'zod'
import { codes, fileRef, instant, person, said } from './contract-intake.ts'
import {
  CONTACT_MEDIA,
  CONTACT_OUTCOMES,
  EMOTIONS,
  FINDINGS,
  NOTICE_CHANNELS,
  RELIEFS,
  REMEDIES,
  REOPEN_GROUNDS,
  STEPS,
  TIERS,
} from './vocabulary.ts'

const words = (most: number) => z.string().trim().min(1).max(most)
const noticeChannel = z.enum(NOTICE_CHANNELS)

/** Proof that the consumer was told: handed over, posted, sent or called within the time counts (No.3 Art. 21). */
const proof = z.strictObject({
  channel: noticeChannel,
  at: instant.optional(),
  deliveredAt: instant.optional(),
  reference: z.string().trim().max(200).optional(),
  file: fileRef.optional(),
})

export const handlingBodies = {
  note: z.strictObject({ text: said(8000) }),
  contact: z.strictObject({
    direction: z.enum(['out', 'in']),
    medium: z.enum(CONTACT_MEDIA),
    outcome: z.enum(CONTACT_OUTCOMES),
    at: instant.optional(),
    minutes: z.int().min(0).max(600).optional(),
    text: said(8000).optional(),
    steps: z
      .array(z.strictObject({ step: z.enum(STEPS), text: z.string().trim().max(2000).optional() }))
      .max(7)
      .default([]),
    emotionBefore: z.enum(EMOTIONS).optional(),
    emotionAfter: z.enum(EMOTIONS).optional(),
  }),
  evidence: z.strictObject({
    file: fileRef,
    name: z.string().trim().min(1).max(200),
    mediaType: z.string().max(100),
    bytes: z.int().min(1),
    kind: z
      .enum(['from-consumer', 'contract', 'transaction', 'recording', 'notice', 'proof', 'other'])
      .default('other'),
    text: z.string().trim().max(1000).optional(),
  }),
  investigation: z.strictObject({ plan: z.string().trim().max(4000).optional() }),
  negotiation: z.strictObject({ proposal: said(4000) }),
  extension: z.strictObject({ tier: z.enum(TIERS), grounds: words(4000), pack: z.string().max(40).optional() }),
  'extension-approval': z.strictObject({ opinion: z.string().trim().max(2000).optional() }),
  'extension-refusal': z.strictObject({ reason: words(2000) }),
  'extension-notice': proof,
  appraisal: z.strictObject({
    institution: words(200),
    commission: fileRef.optional(),
    reference: words(200),
    told: proof,
  }),
  'appraisal-end': z.strictObject({ result: words(4000), file: fileRef.optional() }),
  mediation: z.strictObject({
    body: words(200),
    /** The complainant agreed and both sides applied (No.3 Art. 23). */
    complainantAgreed: z.literal(true),
    application: words(200),
    file: fileRef.optional(),
  }),
  'mediation-end': z.strictObject({
    result: z.enum(['agreement', 'failed']),
    document: words(200),
    file: fileRef.optional(),
    agreement: said(4000).optional(),
  }),
  decision: z.strictObject({
    answers: z
      .array(z.strictObject({ request: z.int().min(1), finding: z.enum(FINDINGS), answer: said(4000) }))
      .min(1)
      .max(20),
    /** The four mandatory parts of the notice (No.3 Art. 18, 19). */
    verification: said(8000),
    basis: words(8000),
    remedies: z.array(z.enum(REMEDIES)).min(1),
    finding: z.enum(FINDINGS),
    relief: z.enum(RELIEFS),
    reliefMinor: z.int().min(0).optional(),
    responsibility: z.strictObject({ ours: z.boolean(), cause: words(2000) }),
    legalCheck: z.string().trim().max(2000).optional(),
    codes: codes.optional(),
  }),
  approval: z.strictObject({ opinion: z.string().trim().max(2000).optional() }),
  'approval-refusal': z.strictObject({ reason: words(2000) }),
  notice: z.strictObject({
    channel: noticeChannel,
    at: instant.optional(),
    deliveredAt: instant.optional(),
    reference: z.string().trim().max(200).optional(),
    file: fileRef.optional(),
    /** Asked for when the notice is late: a late answer is never blocked, and never silent. */
    lateReason: z.string().trim().max(2000).optional(),
  }),
  'call-back': z.strictObject({
    outcome: z.enum(['reached', 'no-answer']),
    satisfaction: z.int().min(1).max(5).optional(),
    text: said(4000).optional(),
  }),
  recheck: z.strictObject({
    receivedAt: instant.optional(),
    grounds: said(8000),
    inWriting: z.literal(true),
    file: fileRef.optional(),
  }),
  'recheck-decision': z.strictObject({
    result: z.enum(['uphold', 'change', 'redo']),
    process: words(4000),
    timeLimit: words(4000),
    outcome: words(4000),
    notice: proof,
  }),
  redo: z.strictObject({ handler: person }),
  closure: z.strictObject({
    /** The consumer accepted, or waived the re-check; without either the window must have passed. */
    accepted: z.boolean().default(false),
    satisfactionAsked: z.boolean(),
    promises: z.enum(['none', 'done', 'scheduled']),
    /** The codes as assessed, where they differ from those of the assignment. */
    codes: codes.optional(),
    text: z.string().trim().max(2000).optional(),
  }),
  rectification: z.strictObject({ problem: words(2000), owner: person, dueOn: z.iso.date() }),
  'rectification-verification': z.strictObject({ evidence: words(2000), file: fileRef.optional() }),
  archive: z.strictObject({ qualityCheck: words(1000) }),
  reopening: z.strictObject({
    ground: z.enum(REOPEN_GROUNDS),
    reason: words(2000),
    order: z.string().trim().max(200).optional(),
  }),
} as const
