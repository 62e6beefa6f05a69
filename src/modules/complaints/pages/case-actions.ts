// What can be done with a case, in which order it is offered, and which of it is the next thing to do.

import type { Wording } from '../../../kernel/words.ts'
import type { Noun } from '../rules/contract.ts'
import type { Status } from '../rules/vocabulary.ts'
import type { CaseView, PendingName, PersonName } from './answers.ts'
import { HANDLING_FORMS } from './case-actions-handling.ts'
import { INTAKE_FORMS } from './case-actions-intake.ts'
import type { ActField } from './case-field.ts'

export const FORMS: Readonly<Record<Noun, readonly ActField[]>> = { ...INTAKE_FORMS, ...HANDLING_FORMS }

/** The menu's groups, in the order of a case's life. */
export const GROUPS: readonly { readonly words: Wording; readonly nouns: readonly Noun[] }[] = [
  {
    words: { zh: '承办', en: 'Holding' },
    nouns: ['claim', 'acceptance', 'return', 'assignment', 'handover', 'flagging', 'correction'],
  },
  {
    words: { zh: '办理', en: 'Handling' },
    nouns: [
      'investigation',
      'negotiation',
      'supplement-request',
      'supplement',
      'extension',
      'appraisal',
      'appraisal-end',
      'mediation',
      'mediation-end',
      'decision',
      'new-facts',
      'withdrawal',
      'merger',
      'declination',
      'reclassification',
    ],
  },
  {
    words: { zh: '复核审批', en: 'Second person' },
    nouns: [
      'approval',
      'approval-refusal',
      'extension-approval',
      'extension-refusal',
      'declination-approval',
      'declination-refusal',
      'reclassification-approval',
      'reclassification-refusal',
      'correction-approval',
      'correction-refusal',
    ],
  },
  { words: { zh: '告知与外部', en: 'Notices and authorities' }, nouns: ['notice', 'extension-notice', 'regulator-number', 'regulator-reply'] },
  {
    words: { zh: '核查、结案与整改', en: 'Re-check, closing, rectification' },
    nouns: [
      'call-back',
      'recheck',
      'recheck-decision',
      'redo',
      'closure',
      'rectification',
      'rectification-verification',
      'archive',
      'reopening',
    ],
  },
]

/** What usually comes next in a state; the first that is allowed becomes the primary action. */
const NEXT: Readonly<Record<Status, readonly Noun[]>> = {
  registered: ['acceptance', 'declination-approval', 'reclassification-approval', 'assignment', 'claim', 'handover'],
  supplement: ['supplement'],
  assigned: ['acceptance', 'declination-approval', 'extension-approval', 'claim', 'investigation'],
  investigating: ['acceptance', 'extension-approval', 'extension-notice', 'negotiation', 'decision'],
  negotiating: ['acceptance', 'extension-approval', 'extension-notice', 'decision', 'mediation'],
  'paused-appraisal': ['appraisal-end'],
  'paused-mediation': ['mediation-end'],
  'decision-draft': ['approval', 'decision'],
  'decision-approved': ['notice'],
  notified: ['call-back', 'closure', 'recheck'],
  declined: ['closure'],
  reclassified: ['closure'],
  withdrawn: ['closure'],
  merged: ['closure'],
  recheck: ['recheck-decision'],
  'recheck-decided': ['redo', 'closure'],
  closed: ['rectification', 'archive', 'reopening'],
  rectifying: ['rectification-verification'],
  archived: ['reopening'],
}

/** The next thing to do that this person may do, or null. */
export function findPrimary(of: CaseView, me: string): Noun | null {
  const open = new Set(of.allowed.filter(each => each.ok).map(each => each.noun))
  return NEXT[of.state].find(noun => open.has(noun) && findHindrance(noun, of, me) === null) ?? null
}

/**
 * Why a noun that the chart allows cannot be given now: `nothing` when there is nothing it could be about (it is then not
 * offered at all), else the key of a sentence. The server decides again.
 */
export function findHindrance(noun: Noun, of: CaseView, me: string): 'nothing' | 'contactFirst' | 'ownProposal' | null {
  const pendingName = noun.match(/^(extension|declination|reclassification|correction)-(approval|refusal)$/)?.[1]
  if (pendingName) {
    const pending = of.pending[pendingName as PendingName]
    if (!pending || pending.approvedBy !== null) return 'nothing'
    return pending.by.id === me ? 'ownProposal' : null
  }
  if (noun === 'approval' || noun === 'approval-refusal') return of.decision && by(of.decision.by) === me ? 'ownProposal' : null
  if (noun === 'claim') return of.owner.person?.id === me ? 'nothing' : null
  if (noun === 'acceptance' || noun === 'return') return of.handover ? null : 'nothing'
  if (noun === 'extension-notice') return isExtended(of) ? null : 'nothing'
  if (noun === 'investigation') return of.attempts > 0 || of.connected ? null : 'contactFirst'
  if (noun === 'negotiation') return of.connected ? null : 'contactFirst'
  return null
}

function isExtended(of: CaseView): boolean {
  return Object.keys(of.extended).length > 0 || (of.pending.extension?.approvedBy ?? null) !== null
}

function by(person: PersonName | string): string {
  return typeof person === 'string' ? person : person.id
}

/** The stages along the top of a case: where each state stands among them. */
export const STAGES: readonly { readonly words: Wording; readonly states: readonly Status[] }[] = [
  { words: { zh: '登记', en: 'Registered' }, states: ['registered', 'supplement'] },
  { words: { zh: '分派', en: 'Assigned' }, states: ['assigned'] },
  { words: { zh: '核实', en: 'Investigated' }, states: ['investigating', 'paused-appraisal'] },
  { words: { zh: '协商', en: 'Negotiated' }, states: ['negotiating', 'paused-mediation'] },
  { words: { zh: '拟定', en: 'Drafted' }, states: ['decision-draft'] },
  { words: { zh: '审批', en: 'Approved' }, states: ['decision-approved'] },
  { words: { zh: '告知', en: 'Told' }, states: ['notified', 'recheck', 'recheck-decided'] },
  { words: { zh: '结案', en: 'Closed' }, states: ['closed', 'rectifying', 'archived'] },
]
