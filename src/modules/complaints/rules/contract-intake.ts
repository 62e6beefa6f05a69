// The bodies by which a complaint comes in and is completed: what may be sent, what is asked, what is spoken.

import { z } from 'zod'
import {
  CHANNELS,
  CORRECTABLE,
  DECLINE_REASONS,
  FLAGS,
  LEVELS,
  MATTERS,
  MOST_REPRESENTATIVES,
  PARTY_ROLES,
  REGULATORS,
  RETURN_REASONS,
  VULNERABILITIES,
} from './vocabulary.ts'

/** Spoken or written by a person: stored masked and sealed, never as it stands. */
export const said = (most: number) => z.string().trim().min(1).max(most).meta({ 'x-sealed': true }).brand<'Said'>()
/** An instant with its offset: `2026-03-01T10:00:00+08:00`. */
export const instant = z.iso.datetime({ offset: true })
export const person = z.string().regex(/^p-[a-z0-9-]{1,60}$/)
export const unit = z.string().regex(/^[A-Z0-9]+(\.[A-Z0-9]+)*$/)
/** A file kept before: its SHA-256. */
export const fileRef = z.string().regex(/^[0-9a-f]{64}$/)

/** The three facets of JR/T 0169: channel of the business, business, reason. */
export const codes = z.strictObject({
  a: z.string().min(1).max(12),
  b: z.string().min(1).max(12),
  c: z.string().min(1).max(12),
})

export const party = z.strictObject({
  role: z.enum(PARTY_ROLES),
  kind: z.enum(['person', 'organisation']).default('person'),
  /** Left out when the complainant did not give a name: the party is then "unknown". */
  name: said(120).optional(),
  phone: said(40).optional(),
  identityNumber: said(40).optional(),
  account: said(60).optional(),
  email: said(200).optional(),
  address: said(400).optional(),
  /** An agent's authority or an heir's proof: what it is, and the file (No.3 Art. 14). */
  authority: z.string().trim().max(400).optional(),
  authorityFile: fileRef.optional(),
  birthYear: z.int().min(1900).max(2026).optional(),
})

const request = z.union([
  said(2000).transform(text => ({ text })),
  z.strictObject({ text: said(2000), amountMinor: z.int().min(0).optional() }),
])

export const outsideNumber = z.strictObject({
  body: z.enum(REGULATORS),
  number: z.string().trim().min(1).max(80),
  /** When the bank received the transfer. */
  receivedAt: instant.optional(),
  /** When the letter asks for the bank's reply. */
  replyDueOn: z.iso.date().optional(),
})

export const registration = z.strictObject({
  channel: z.enum(CHANNELS),
  matterType: z.enum(MATTERS).default('complaint'),
  /** Four instants: it happened, the consumer spoke, the bank received (starts the clock); registered is now. */
  happenedAt: instant.optional(),
  spokeAt: instant.optional(),
  receivedAt: instant.optional(),
  parties: z
    .array(party)
    .min(1)
    .max(24)
    .refine(all => all.filter(each => each.role === 'representative').length <= MOST_REPRESENTATIVES, {
      error: 'at-most-five-representatives',
    }),
  requests: z.array(request).min(1).max(20),
  text: said(20_000),
  product: z.string().trim().max(120).optional(),
  codes: codes.partial().optional(),
  amountMinor: z.int().min(0).optional(),
  /** The staff and units complained of: who may not handle it (No.3 Art. 17). */
  respondents: z
    .strictObject({ people: z.array(person).max(20).default([]), units: z.array(unit).max(20).default([]) })
    .optional(),
  complainants: z.int().min(1).max(100_000).default(1),
  jointFaceToFace: z.boolean().default(false),
  vulnerable: z.array(z.enum(VULNERABILITIES)).max(3).default([]),
  outsideNumbers: z.array(outsideNumber).max(10).default([]),
  /** The unit that receives it; the registering person's own when left out. */
  unit: unit.optional(),
  /** Other rule packs than those the law gives this bank: `["US-CFPB"]`. */
  packs: z.array(z.string().max(40)).min(1).max(6).optional(),
  /** What the branch told the consumer at first contact; printed on the hand-over slip. */
  told: z.string().trim().max(1000).optional(),
})

export const intakeBodies = {
  claim: z.strictObject({}),
  'supplement-request': z.strictObject({
    items: z
      .array(z.strictObject({ item: z.string().trim().min(1).max(200) }))
      .min(1)
      .max(10),
    reason: z.string().trim().min(1).max(1000),
    /** Why something the bank could look up is asked for all the same (No.3 Art. 13). */
    override: z.string().trim().max(1000).optional(),
  }),
  supplement: z.strictObject({
    text: said(8000),
    files: z.array(fileRef).max(20).default([]),
    handler: person.optional(),
  }),
  declination: z.strictObject({
    reason: z.enum(DECLINE_REASONS),
    text: z.string().trim().min(1).max(2000),
    legalNote: z.string().trim().max(2000).optional(),
  }),
  'declination-approval': z.strictObject({ opinion: z.string().trim().max(2000).optional() }),
  'declination-refusal': z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
  reclassification: z.strictObject({
    to: z.enum(['inquiry', 'suggestion', 'praise', 'report', 'petition', 'other']),
    reason: z.string().trim().min(1).max(2000),
  }),
  'reclassification-approval': z.strictObject({ opinion: z.string().trim().max(2000).optional() }),
  'reclassification-refusal': z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
  merger: z.strictObject({ into: z.string().min(1).max(80), reason: z.string().trim().min(1).max(1000) }),
  'new-facts': z.strictObject({
    text: said(8000),
    /** Why these are new facts and reasons and not the same complaint again (No.3 Art. 18). */
    reason: z.string().trim().min(1).max(1000),
    receivedAt: instant.optional(),
  }),
  withdrawal: z.strictObject({
    receivedAt: instant.optional(),
    text: said(4000),
    verifiedBy: z.enum(['phone', 'face-to-face', 'writing', 'code']),
    file: fileRef.optional(),
  }),
  assignment: z.strictObject({
    handler: person,
    level: z.enum(LEVELS).default('ordinary'),
    codes,
  }),
  handover: z.strictObject({
    toUnit: unit,
    toPerson: person.optional(),
    reason: z.string().trim().min(1).max(1000),
    told: z.string().trim().max(1000).optional(),
  }),
  acceptance: z.strictObject({
    /** "I have no direct interest in this matter" (No.3 Art. 17). */
    noInterest: z.literal(true),
  }),
  return: z.strictObject({ reason: z.enum(RETURN_REASONS), text: z.string().trim().min(1).max(1000) }),
  flagging: z.strictObject({
    flag: z.enum(FLAGS),
    on: z.boolean(),
    reason: z.string().trim().min(1).max(1000),
  }),
  'regulator-number': outsideNumber,
  'regulator-reply': z.strictObject({
    number: z.string().trim().min(1).max(80),
    at: instant.optional(),
    text: z.string().trim().min(1).max(4000),
    file: fileRef.optional(),
  }),
  correction: z.strictObject({
    field: z.enum(CORRECTABLE),
    /** The right instant, product or channel. */
    value: z.string().trim().min(1).max(120).optional(),
    /** Which party, counted from 0, and the right name. */
    party: z.int().min(0).max(23).optional(),
    name: said(120).optional(),
    reason: z.string().trim().min(1).max(1000),
  }),
  'correction-approval': z.strictObject({ opinion: z.string().trim().max(2000).optional() }),
  'correction-refusal': z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
} as const
