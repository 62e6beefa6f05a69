// Decisions from the draft to the archive: draft, approval, notice, call-back, re-check, closing, rectification, reopening.

import { isRefusal, refuse } from '../../../kernel/refusal.ts'
import { findInstant } from '../../../kernel/time.ts'
import { APPROVAL_LIMITS_MINOR } from './answers.ts'
import { clocksOf, findClockRefusal } from './clocks.ts'
import { isUnreachable } from './decide-intake.ts'
import { retainUntil } from './retention.ts'
import { type Decided, type Decider, instantGiven, keepAway, type Scene, wordsOf } from './scene.ts'
import { isHeadOffice } from './who.ts'

export const decision: Decider<'decision'> = (command, scene) => {
  const { complaint, actor, answers } = scene
  const unanswered = complaint.requests.find(each => !command.answers.some(answer => answer.request === each.no))
  if (unanswered) return refuse('request-unanswered', { no: unanswered.no }, 'No.3 Art. 18')
  const odd = command.answers.findIndex(each => !complaint.requests.some(request => request.no === each.request))
  if (odd >= 0) return { refused: 'invalid', key: 'no-such-request', field: `answers[${odd}].request` }
  if (command.relief === 'money' && command.reliefMinor === undefined)
    return { refused: 'invalid', key: 'value-needed', field: 'reliefMinor' }
  const needed = isHeadOffice(complaint.owner.unit, answers)
    ? ['mediation', 'arbitration', 'litigation']
    : ['recheck', 'mediation', 'arbitration', 'litigation']
  const lacking = needed.find(each => !(command.remedies as readonly string[]).includes(each))
  // No.3 Art. 19: the notice tells the ways of relief; a re-check only for a branch's decision (Art. 20).
  if (complaint.matterType === 'complaint' && lacking)
    return refuse('remedy-missing', { remedy: lacking }, 'No.3 Art. 19')
  const away = keepAway(actor.id, scene)
  return away ?? [{ type: 'decision-drafted', ...wordsOf(command), round: (complaint.decision?.round ?? 0) + 1 }]
}

export const approval: Decider<'approval'> = (command, scene) => {
  const { complaint, actor, answers } = scene
  const draft = complaint.decision
  if (!draft || draft.returned) return refuse('no-draft')
  if (complaint.handlers.includes(actor.id) || draft.by === actor.id)
    return refuse('approver-handled', {}, 'No.3 Art. 17')
  const away = keepAway(actor.id, scene)
  if (away) return away
  const limit = limitOf(answers.organisation.findPerson(actor.id)?.approvalLevel ?? 0)
  const amount = draft.body.reliefMinor ?? 0
  if (limit !== null && amount > limit) return refuse('above-limit', { amount, limit })
  if (complaint.flags.includes('major') && !draft.body.legalCheck) return refuse('legal-check-needed')
  return [{ type: 'decision-approved', ...wordsOf(command), round: draft.round }]
}

export const approvalRefusal: Decider<'approval-refusal'> = (command, { complaint, actor }) => {
  const draft = complaint.decision
  if (!draft || draft.returned) return refuse('no-draft')
  if (draft.by === actor.id) return refuse('second-person', { step: 'decision' })
  return [{ type: 'decision-returned', reason: command.reason, round: draft.round }]
}

export const notice: Decider<'notice'> = (command, scene) => {
  const { complaint, answers } = scene
  const toldAt = instantGiven(command.at, scene, 'at')
  if (isRefusal(toldAt)) return toldAt
  if (toldAt < (complaint.decision?.approvedAt ?? complaint.receivedAt))
    return { refused: 'invalid', key: 'before-decision', field: 'at' }
  if (command.channel === 'unreachable' && !isUnreachable(scene))
    return refuse('attempts-first', { attempts: complaint.attempts }, 'No.3 Art. 21')
  const deliveredAt = command.deliveredAt ? findInstant(command.deliveredAt) : null
  if (deliveredAt && deliveredAt < toldAt) return { refused: 'invalid', key: 'before-told', field: 'deliveredAt' }
  const late = clocksOf(complaint, scene.now, answers).some(
    clock => clock.duty === 'decision' && clock.dueAt !== null && toldAt >= clock.dueAt,
  )
  // A late notice is allowed and never blocked; it says why it is late.
  if (late && !command.lateReason) return { refused: 'invalid', key: 'late-reason-needed', field: 'lateReason' }
  const level = isHeadOffice(complaint.owner.unit, answers) ? 'head' : 'branch'
  const refused = findClockRefusal(scene, { type: 'told', at: toldAt, level })
  if (refused) return refused
  const { at: _at, deliveredAt: _delivered, ...words } = wordsOf(command)
  return [{ type: 'told', ...words, toldAt, deliveredAt, level, late }]
}

export const callBack: Decider<'call-back'> = (command, scene) =>
  keepAway(scene.actor.id, scene) ?? [{ type: 'called-back', ...wordsOf(command) }]

export const recheck: Decider<'recheck'> = (command, scene) => {
  const receivedAt = instantGiven(command.receivedAt, scene, 'receivedAt')
  if (isRefusal(receivedAt)) return receivedAt
  const refused = findClockRefusal(scene, { type: 'recheck-requested', at: receivedAt })
  return refused ?? [{ type: 'recheck-requested', ...wordsOf(command), receivedAt }]
}

export const recheckDecision: Decider<'recheck-decision'> = (command, scene) => {
  const { complaint, actor } = scene
  const took = complaint.handlers.includes(actor.id) || complaint.decision?.approvedBy === actor.id
  if (took) return refuse('reviewer-took-part', {}, 'No.3 Art. 20')
  const away = keepAway(actor.id, scene)
  if (away) return away
  const toldAt = instantGiven(command.notice.at, scene, 'notice.at')
  if (isRefusal(toldAt)) return toldAt
  const refused = findClockRefusal(scene, { type: 'recheck-told', at: toldAt })
  return refused ?? [{ type: 'recheck-decided', ...wordsOf(command), toldAt }]
}

export const redo: Decider<'redo'> = (command, scene) => {
  const { complaint, answers } = scene
  if (complaint.recheck?.result !== 'redo') return refuse('no-redo-ordered')
  const person = answers.organisation.findPerson(command.handler)
  if (!person) return { refused: 'invalid', key: 'no-such-person', field: 'handler' }
  if (complaint.handlers.includes(command.handler)) return refuse('redo-by-another')
  return keepAway(command.handler, scene) ?? [{ type: 'redo-ordered', handler: command.handler, unit: person.unit }]
}

export const closure: Decider<'closure'> = (command, scene) => {
  const blocked = findOpenDuty(command, scene)
  return blocked ?? [{ type: 'closed', ...wordsOf(command), retainUntil: retainUntil(scene.now) }]
}

export const rectification: Decider<'rectification'> = command => [{ type: 'rectification-begun', ...wordsOf(command) }]

export const rectificationVerification: Decider<'rectification-verification'> = command => [
  { type: 'rectification-verified', ...wordsOf(command) },
]

export const reopening: Decider<'reopening'> = (command, scene) => {
  if (command.ground === 'order' && !command.order) return { refused: 'invalid', key: 'value-needed', field: 'order' }
  const refused = findClockRefusal(scene, { type: 'reopened', at: scene.now, ground: command.ground })
  return refused ?? [{ type: 'reopened', ...wordsOf(command) }]
}

function limitOf(level: number): number | null {
  const limit = APPROVAL_LIMITS_MINOR[level]
  return limit === undefined ? 0 : limit
}

/** What still has to happen before the file may be closed, as the refusal that names it. */
function findOpenDuty(command: Parameters<Decider<'closure'>>[0], scene: Scene): Decided | null {
  const { complaint, now, answers } = scene
  if (!command.satisfactionAsked && complaint.told !== null) return refuse('satisfaction-first')
  const unanswered = complaint.outsideNumbers.find(each => each.repliedAt === null)
  // No.5 Art. 44, No.3 Art. 36: the regulator that transferred it is told the outcome.
  if (unanswered) return refuse('regulator-first', { number: unanswered.number }, 'No.5 Art. 44')
  if (complaint.status !== 'notified' && complaint.status !== 'recheck-decided') return null
  const { a, b, c } = command.codes ?? complaint.codes
  if (complaint.matterType === 'complaint' && !(a && b && c)) return refuse('codes-first')
  if (complaint.status === 'recheck-decided') return complaint.recheck?.result === 'redo' ? refuse('redo-first') : null
  const window = clocksOf(complaint, now, answers).find(clock => clock.duty === 'recheck-window')
  const open = window?.state === 'running'
  return open && !command.accepted
    ? refuse('recheck-window-open', { dueOn: window?.dueOn ?? '' }, 'No.3 Art. 20')
    : null
}
