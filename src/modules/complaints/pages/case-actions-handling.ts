// The forms of the commands by which a case is worked: pauses, extension, decision, notice, re-check, closing.

import type { handlingBodies } from '../rules/contract-handling.ts'
import {
  EMOTION_WORDS,
  FINDING_WORDS,
  MEDIATION_WORDS,
  MEDIUM_WORDS,
  NOTICE_CHANNEL_WORDS,
  OUTCOME_WORDS,
  PROMISE_WORDS,
  RECHECK_WORDS,
  RELIEF_WORDS,
  REMEDY_WORDS,
  REOPEN_WORDS,
  TIER_WORDS,
} from '../rules/words.ts'
import { DIRECTION_WORDS } from '../rules/words-fact.ts'
import { CALL_WORDS, FORM_WORDS } from '../rules/words-form.ts'
import type { ActField } from './case-field.ts'

/** How the consumer was told; inside another body its members stand under `prefix`. */
function proof(prefix = ''): readonly ActField[] {
  return [
    {
      name: `${prefix}channel`,
      kind: 'choice',
      needed: true,
      choices: NOTICE_CHANNEL_WORDS,
      words: FORM_WORDS.toldBy,
    },
    { name: `${prefix}at`, kind: 'instant', words: FORM_WORDS.sentAt },
    { name: `${prefix}deliveredAt`, kind: 'instant' },
    { name: `${prefix}reference`, kind: 'line' },
    { name: `${prefix}file`, kind: 'evidence', words: FORM_WORDS.proof },
  ]
}

export const HANDLING_FORMS: Readonly<Record<keyof typeof handlingBodies, readonly ActField[]>> = {
  note: [{ name: 'text', kind: 'text', needed: true, most: 8000 }],
  contact: [
    { name: 'direction', kind: 'choice', needed: true, choices: DIRECTION_WORDS, start: 'out' },
    { name: 'medium', kind: 'choice', needed: true, choices: MEDIUM_WORDS, start: 'phone' },
    { name: 'outcome', kind: 'choice', needed: true, choices: OUTCOME_WORDS, start: 'connected' },
    { name: 'minutes', kind: 'number', when: { name: 'outcome', is: ['connected', 'met'] } },
    { name: 'at', kind: 'instant' },
    { name: 'text', kind: 'text', most: 8000 },
    {
      name: 'emotionBefore',
      kind: 'choice',
      choices: EMOTION_WORDS,
      when: { name: 'outcome', is: ['connected', 'met'] },
    },
    {
      name: 'emotionAfter',
      kind: 'choice',
      choices: EMOTION_WORDS,
      when: { name: 'outcome', is: ['connected', 'met'] },
    },
  ],
  evidence: [],
  investigation: [{ name: 'plan', kind: 'text', most: 4000 }],
  negotiation: [{ name: 'proposal', kind: 'text', needed: true, most: 4000 }],
  extension: [
    { name: 'tier', kind: 'choice', needed: true, choices: TIER_WORDS },
    { name: 'grounds', kind: 'text', needed: true, most: 4000 },
  ],
  'extension-approval': [{ name: 'opinion', kind: 'text', most: 2000 }],
  'extension-refusal': [{ name: 'reason', kind: 'text', needed: true, most: 2000 }],
  'extension-notice': proof(),
  appraisal: [
    { name: 'institution', kind: 'line', needed: true },
    { name: 'reference', kind: 'line', needed: true, words: FORM_WORDS.commissionNumber },
    { name: 'commission', kind: 'evidence' },
    ...proof('told.'),
  ],
  'appraisal-end': [
    { name: 'result', kind: 'text', needed: true, most: 4000 },
    { name: 'file', kind: 'evidence' },
  ],
  mediation: [
    { name: 'body', kind: 'line', needed: true, words: FORM_WORDS.mediationBody },
    { name: 'application', kind: 'line', needed: true },
    { name: 'file', kind: 'evidence' },
    { name: 'complainantAgreed', kind: 'sworn', needed: true },
  ],
  'mediation-end': [
    { name: 'result', kind: 'choice', needed: true, choices: MEDIATION_WORDS },
    { name: 'document', kind: 'line', needed: true },
    { name: 'file', kind: 'evidence' },
    { name: 'agreement', kind: 'text', most: 4000, needed: true, when: { name: 'result', is: ['agreement'] } },
  ],
  decision: [
    { name: 'answers', kind: 'answers', needed: true },
    { name: 'verification', kind: 'text', needed: true, most: 8000 },
    { name: 'basis', kind: 'text', needed: true, most: 8000 },
    { name: 'remedies', kind: 'choices', needed: true, choices: REMEDY_WORDS, start: Object.keys(REMEDY_WORDS) },
    {
      name: 'finding',
      kind: 'choice',
      needed: true,
      choices: FINDING_WORDS,
      words: FORM_WORDS.findingOverall,
    },
    { name: 'relief', kind: 'choice', needed: true, choices: RELIEF_WORDS },
    { name: 'reliefMinor', kind: 'money', needed: true, when: { name: 'relief', is: ['money'] } },
    { name: 'responsibility.ours', kind: 'check', start: false },
    { name: 'responsibility.cause', kind: 'text', needed: true, most: 2000 },
    { name: 'legalCheck', kind: 'text', most: 2000 },
  ],
  approval: [{ name: 'opinion', kind: 'text', most: 2000 }],
  'approval-refusal': [{ name: 'reason', kind: 'text', needed: true, most: 2000 }],
  notice: [
    ...proof(),
    {
      name: 'lateReason',
      kind: 'text',
      most: 2000,
      help: FORM_WORDS.lateHelp,
    },
  ],
  'call-back': [
    { name: 'outcome', kind: 'choice', needed: true, choices: CALL_WORDS, start: 'reached' },
    { name: 'satisfaction', kind: 'stars', when: { name: 'outcome', is: ['reached'] } },
    { name: 'text', kind: 'text', most: 4000 },
  ],
  recheck: [
    { name: 'grounds', kind: 'text', needed: true, most: 8000 },
    { name: 'receivedAt', kind: 'instant' },
    { name: 'file', kind: 'evidence' },
    { name: 'inWriting', kind: 'sworn', needed: true },
  ],
  'recheck-decision': [
    { name: 'result', kind: 'choice', needed: true, choices: RECHECK_WORDS },
    { name: 'process', kind: 'text', needed: true, most: 4000 },
    { name: 'timeLimit', kind: 'text', needed: true, most: 4000 },
    { name: 'outcome', kind: 'text', needed: true, most: 4000, words: FORM_WORDS.recheckOutcome },
    ...proof('notice.'),
  ],
  redo: [{ name: 'handler', kind: 'person', needed: true }],
  closure: [
    { name: 'accepted', kind: 'check', start: false },
    { name: 'satisfactionAsked', kind: 'check', start: false },
    { name: 'promises', kind: 'choice', needed: true, choices: PROMISE_WORDS },
    { name: 'codes', kind: 'codes', needed: true },
    { name: 'text', kind: 'text', most: 2000 },
  ],
  rectification: [
    { name: 'problem', kind: 'text', needed: true, most: 2000 },
    { name: 'owner', kind: 'person', needed: true },
    { name: 'dueOn', kind: 'day', needed: true },
  ],
  'rectification-verification': [
    { name: 'evidence', kind: 'text', needed: true, most: 2000 },
    { name: 'file', kind: 'evidence' },
  ],
  archive: [{ name: 'qualityCheck', kind: 'text', needed: true, most: 1000 }],
  reopening: [
    { name: 'ground', kind: 'choice', needed: true, choices: REOPEN_WORDS },
    { name: 'reason', kind: 'text', needed: true, most: 2000 },
    { name: 'order', kind: 'line', when: { name: 'ground', is: ['order'] } },
  ],
}
