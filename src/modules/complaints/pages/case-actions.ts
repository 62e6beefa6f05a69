// What can be done with a case, in which order it is offered, and which of it is the next thing to do.

import type { Wording } from '../../../kernel/words.ts'
import type { Noun } from '../rules/contract.ts'
import type { Status } from '../rules/vocabulary.ts'
import { FORM_WORDS } from '../rules/words-form.ts'
import type { CaseView, PendingName, PersonName } from './answers.ts'
import { HANDLING_FORMS } from './case-actions-handling.ts'
import { INTAKE_FORMS } from './case-actions-intake.ts'
import type { ActField } from './case-field.ts'

export const FORMS: Readonly<Record<Noun, readonly ActField[]>> = { ...INTAKE_FORMS, ...HANDLING_FORMS }

/** The menu's groups, in the order of a case's life. */
export const GROUPS: readonly { readonly words: Wording; readonly nouns: readonly Noun[] }[] = [
  {
    words: FORM_WORDS.groupHolding,
    nouns: ['claim', 'acceptance', 'return', 'assignment', 'handover', 'flagging', 'correction'],
  },
  {
    words: FORM_WORDS.groupHandling,
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
    words: FORM_WORDS.groupSecond,
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
  {
    words: FORM_WORDS.groupNotices,
    nouns: ['notice', 'extension-notice', 'regulator-number', 'regulator-reply'],
  },
  {
    words: FORM_WORDS.groupEnding,
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
  if (noun === 'approval' || noun === 'approval-refusal')
    return of.decision && by(of.decision.by) === me ? 'ownProposal' : null
  if (noun === 'claim') return of.owner.person?.id === me ? 'nothing' : null
  if (noun === 'acceptance' || noun === 'return') return of.handover ? null : 'nothing'
  if (noun === 'extension-notice') return isUntold(of) ? null : 'nothing'
  if (noun === 'investigation') return of.attempts > 0 || of.connected ? null : 'contactFirst'
  if (noun === 'negotiation') return of.connected ? null : 'contactFirst'
  return null
}

// An extension is told once: what counts is whether a notice stands after the last grant.
function isUntold(of: CaseView): boolean {
  const last = (...types: readonly string[]) => of.timeline.findLast(fact => types.includes(fact.type))?.version ?? 0
  const waits = (of.pending.extension?.approvedBy ?? null) !== null || Object.keys(of.extended).length > 0
  return waits && last('extension-approved', 'extended') > last('extension-told')
}

function by(person: PersonName | string): string {
  return typeof person === 'string' ? person : person.id
}

/** The stages along the top of a case: where each state stands among them. */
export const STAGES: readonly { readonly words: Wording; readonly states: readonly Status[] }[] = [
  { words: FORM_WORDS.stageRegistered, states: ['registered', 'supplement'] },
  { words: FORM_WORDS.stageAssigned, states: ['assigned'] },
  { words: FORM_WORDS.stageInvestigated, states: ['investigating', 'paused-appraisal'] },
  { words: FORM_WORDS.stageNegotiated, states: ['negotiating', 'paused-mediation'] },
  { words: FORM_WORDS.stageDrafted, states: ['decision-draft'] },
  { words: FORM_WORDS.stageApproved, states: ['decision-approved'] },
  { words: FORM_WORDS.stageTold, states: ['notified', 'recheck', 'recheck-decided'] },
  { words: FORM_WORDS.stageClosed, states: ['closed', 'rectifying', 'archived'] },
]
