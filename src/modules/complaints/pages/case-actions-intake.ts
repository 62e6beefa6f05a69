// The forms of the commands by which a case comes in, moves between people and is set right.

import type { intakeBodies } from '../rules/contract-intake.ts'
import {
  CHANNEL_WORDS,
  CORRECTABLE_WORDS,
  DECLINE_WORDS,
  FLAG_WORDS,
  LEVEL_WORDS,
  MATTER_WORDS,
  REGULATOR_WORDS,
  RETURN_WORDS,
  VERIFIED_WORDS,
} from '../rules/words.ts'
import { FORM_WORDS } from '../rules/words-form.ts'
import type { ActField } from './case-field.ts'

const opinion: readonly ActField[] = [{ name: 'opinion', kind: 'text', most: 2000 }]
const refusal: readonly ActField[] = [{ name: 'reason', kind: 'text', needed: true, most: 2000 }]
const { complaint: _, ...OTHER_MATTERS } = MATTER_WORDS

export const INTAKE_FORMS: Readonly<Record<keyof typeof intakeBodies, readonly ActField[]>> = {
  claim: [],
  'supplement-request': [
    {
      name: 'items',
      kind: 'items',
      needed: true,
      help: FORM_WORDS.itemsHelp,
    },
    { name: 'reason', kind: 'text', needed: true, most: 1000 },
    {
      name: 'override',
      kind: 'text',
      most: 1000,
      help: FORM_WORDS.overrideHelp,
    },
  ],
  supplement: [
    { name: 'text', kind: 'text', needed: true, most: 8000 },
    { name: 'handler', kind: 'person' },
  ],
  declination: [
    { name: 'reason', kind: 'choice', needed: true, choices: DECLINE_WORDS },
    {
      name: 'text',
      kind: 'text',
      needed: true,
      most: 2000,
      words: FORM_WORDS.explanation,
    },
    { name: 'legalNote', kind: 'text', most: 2000, when: { name: 'reason', is: ['other'] } },
  ],
  'declination-approval': opinion,
  'declination-refusal': refusal,
  reclassification: [
    { name: 'to', kind: 'choice', needed: true, choices: OTHER_MATTERS },
    { name: 'reason', kind: 'text', needed: true, most: 2000 },
  ],
  'reclassification-approval': opinion,
  'reclassification-refusal': refusal,
  merger: [
    { name: 'into', kind: 'line', needed: true },
    { name: 'reason', kind: 'text', needed: true, most: 1000 },
  ],
  'new-facts': [
    { name: 'text', kind: 'text', needed: true, most: 8000, words: FORM_WORDS.newFacts },
    {
      name: 'reason',
      kind: 'text',
      needed: true,
      most: 1000,
      words: FORM_WORDS.whyNew,
    },
    { name: 'receivedAt', kind: 'instant' },
  ],
  withdrawal: [
    {
      name: 'text',
      kind: 'text',
      needed: true,
      most: 4000,
      words: FORM_WORDS.withdrawalWords,
    },
    { name: 'verifiedBy', kind: 'choice', needed: true, choices: VERIFIED_WORDS },
    { name: 'receivedAt', kind: 'instant' },
  ],
  assignment: [
    { name: 'handler', kind: 'person', needed: true },
    { name: 'level', kind: 'choice', needed: true, choices: LEVEL_WORDS, start: 'ordinary' },
    { name: 'codes', kind: 'codes', needed: true },
  ],
  handover: [
    { name: 'toUnit', kind: 'unit', needed: true },
    { name: 'toPerson', kind: 'person' },
    { name: 'reason', kind: 'text', needed: true, most: 1000 },
    { name: 'told', kind: 'text', most: 1000 },
  ],
  acceptance: [{ name: 'noInterest', kind: 'sworn', needed: true }],
  return: [
    { name: 'reason', kind: 'choice', needed: true, choices: RETURN_WORDS },
    { name: 'text', kind: 'text', needed: true, most: 1000 },
  ],
  flagging: [
    { name: 'flag', kind: 'choice', needed: true, choices: FLAG_WORDS },
    { name: 'on', kind: 'check', start: true },
    { name: 'reason', kind: 'text', needed: true, most: 1000 },
  ],
  'regulator-number': [
    { name: 'body', kind: 'choice', needed: true, choices: REGULATOR_WORDS },
    { name: 'number', kind: 'line', needed: true },
    { name: 'receivedAt', kind: 'instant' },
    { name: 'replyDueOn', kind: 'day' },
  ],
  'regulator-reply': [
    { name: 'number', kind: 'line', needed: true },
    { name: 'text', kind: 'text', needed: true, most: 4000 },
    { name: 'at', kind: 'instant' },
    { name: 'file', kind: 'evidence' },
  ],
  correction: [
    { name: 'field', kind: 'choice', needed: true, choices: CORRECTABLE_WORDS },
    { name: 'party', kind: 'party', needed: true, when: { name: 'field', is: ['party'] } },
    {
      name: 'name',
      kind: 'line',
      needed: true,
      when: { name: 'field', is: ['party'] },
      words: FORM_WORDS.rightName,
    },
    {
      name: 'value',
      kind: 'instant',
      needed: true,
      when: { name: 'field', is: ['receivedAt', 'happenedAt', 'spokeAt'] },
    },
    { name: 'value', kind: 'choice', needed: true, choices: CHANNEL_WORDS, when: { name: 'field', is: ['channel'] } },
    { name: 'value', kind: 'product', needed: true, when: { name: 'field', is: ['product'] } },
    { name: 'reason', kind: 'text', needed: true, most: 1000 },
  ],
  'correction-approval': opinion,
  'correction-refusal': refusal,
}
