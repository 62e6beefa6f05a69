// Decisions while a complaint is worked: notes, contacts, investigation, extension, appraisal, mediation, correction.

import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { findInstant } from '../../../kernel/time.ts'
import { findClockRefusal } from './clocks.ts'
import type { CommandOf, Fact, Pending } from './complaint.ts'
import { type Decided, type Decider, findSecondPerson, instantGiven, keepAway, type Scene, wordsOf } from './scene.ts'
import { CHANNELS, type Tier } from './vocabulary.ts'
import { isOneOf } from './who.ts'

export const note: Decider<'note'> = command => [{ type: 'noted', text: command.text }]

export const contact: Decider<'contact'> = (command, scene) => {
  const contactedAt = instantGiven(command.at, scene, 'at')
  if (isRefusal(contactedAt)) return contactedAt
  if (contactedAt < scene.complaint.receivedAt) return { refused: 'invalid', key: 'before-received', field: 'at' }
  const { at: _at, ...words } = wordsOf(command)
  // A call that nobody answered is an attempt, not a contact; it meets no clock.
  return [{ type: 'contacted', ...words, contactedAt, attempt: command.outcome === 'no-answer' }]
}

export const investigation: Decider<'investigation'> = (command, scene) => {
  const { complaint, actor } = scene
  if (complaint.status === 'assigned' && complaint.attempts === 0 && !complaint.connected)
    return refuse('contact-first')
  return keepAway(actor.id, scene) ?? [{ type: 'investigation-begun', ...wordsOf(command) }]
}

export const negotiation: Decider<'negotiation'> = (command, { complaint }) =>
  complaint.connected ? [{ type: 'negotiation-begun', proposal: command.proposal }] : refuse('contact-first')

export const extension: Decider<'extension'> = (command, scene) => {
  const { complaint } = scene
  if (complaint.pending.extension) return refuse('pending-already', { step: 'extension' })
  const pack = command.pack ?? leadingPack(scene)
  if (!complaint.regimes.some(each => each.pack === pack))
    return { refused: 'invalid', key: 'no-such-pack', field: 'pack', values: { pack } }
  return (
    findClockRefusal(scene, extending(command.tier, pack, scene)) ?? [
      { type: 'extension-requested', tier: command.tier, grounds: command.grounds, pack },
    ]
  )
}

export const extensionApproval: Decider<'extension-approval'> = (command, scene) => {
  const pending = findSecondPerson(scene, 'extension')
  if (isRefusal(pending)) return pending
  if (pending.approvedBy) return refuse('approved-already', { step: 'extension' })
  const { tier, pack, grounds } = asked(pending)
  const { actor, complaint, answers } = scene
  // No.3 Art. 18: the superior institution, or a senior executive of the head office; the law names no approver for the first step.
  const level = tier === 'special' ? 'superior' : 'complaint-head'
  if (!isOneOf([level], { actor, complaint, answers })) return refuse('approver-level', { level }, 'No.3 Art. 18')
  const away = keepAway(actor.id, scene)
  if (away) return away
  const refused = findClockRefusal(scene, extending(tier, pack, scene))
  if (refused) return refused
  const approved: Fact = { type: 'extension-approved', tier, pack, ...wordsOf(command) }
  // The second extension takes effect when the complainant has been told; the first at once, and is told all the same.
  return tier === 'special'
    ? [approved]
    : [approved, { type: 'extended', tier, pack, grounds, requestedBy: pending.by }]
}

export const extensionRefusal: Decider<'extension-refusal'> = (command, scene) => {
  const pending = findSecondPerson(scene, 'extension')
  if (isRefusal(pending)) return pending
  return [{ type: 'extension-refused', tier: pending.body.tier, pack: pending.body.pack, reason: command.reason }]
}

export const extensionNotice: Decider<'extension-notice'> = (command, scene) => {
  const toldAt = instantGiven(command.at, scene, 'at')
  if (isRefusal(toldAt)) return toldAt
  const { at: _at, ...notice } = wordsOf(command)
  const pending = scene.complaint.pending.extension
  if (!pending) {
    if (Object.keys(scene.complaint.extended).length === 0) return refuse('nothing-extended')
    return [{ type: 'extension-told', ...notice, toldAt }]
  }
  if (!pending.approvedBy) return refuse('not-approved-yet', { step: 'extension' })
  const { tier, pack, grounds } = asked(pending)
  const refused = findClockRefusal(scene, extending(tier, pack, scene))
  if (refused) return refused
  return [
    { type: 'extension-told', ...notice, toldAt },
    { type: 'extended', tier, pack, grounds, requestedBy: pending.by },
  ]
}

export const appraisal: Decider<'appraisal'> = (command, scene) => {
  const refused = findClockRefusal(scene, { type: 'paused', at: scene.now, reason: 'appraisal' })
  return refused ?? [{ type: 'appraisal-begun', ...wordsOf(command) }]
}

export const appraisalEnd: Decider<'appraisal-end'> = command => [{ type: 'appraisal-ended', ...wordsOf(command) }]

export const mediation: Decider<'mediation'> = (command, scene) => {
  const refused = findClockRefusal(scene, { type: 'paused', at: scene.now, reason: 'mediation' })
  return refused ?? [{ type: 'mediation-begun', ...wordsOf(command) }]
}

export const mediationEnd: Decider<'mediation-end'> = command => {
  if (command.result === 'agreement' && !command.agreement)
    return { refused: 'invalid', key: 'agreement-needed', field: 'agreement' }
  return [{ type: 'mediation-ended', ...wordsOf(command) }]
}

export const correction: Decider<'correction'> = (command, scene) => {
  if (scene.complaint.pending.correction) return refuse('pending-already', { step: 'correction' })
  const wrong = findWrongCorrection(command, scene)
  return wrong ?? [{ type: 'correction-proposed', ...wordsOf(command), from: standing(command, scene) }]
}

export const correctionApproval: Decider<'correction-approval'> = (command, scene) => {
  const pending = findSecondPerson(scene, 'correction')
  if (isRefusal(pending)) return pending
  return [{ type: 'corrected', ...pending.body, proposedBy: pending.by, ...wordsOf(command) }]
}

export const correctionRefusal: Decider<'correction-refusal'> = (command, scene) => {
  const pending = findSecondPerson(scene, 'correction')
  return isRefusal(pending) ? pending : [{ type: 'correction-refused', ...wordsOf(command) }]
}

function leadingPack({ complaint, answers }: Scene): string {
  const leading = complaint.regimes.find(each => answers.packs.find(pack => pack.id === each.pack)?.leads)
  return (leading ?? complaint.regimes[0])?.pack ?? ''
}

function extending(tier: Tier, pack: string, scene: Scene) {
  return { type: 'extended', at: scene.now, tier, pack }
}

function asked(pending: Pending): { tier: Tier; pack: string; grounds: string } {
  return pending.body as { tier: Tier; pack: string; grounds: string }
}

function findWrongCorrection(command: CommandOf<'correction'>, scene: Scene): Refusal | null {
  const { complaint, now } = scene
  if (command.field === 'party') {
    if (command.party === undefined || !complaint.parties[command.party])
      return { refused: 'invalid', key: 'no-such-party', field: 'party' }
    return command.name ? null : { refused: 'invalid', key: 'value-needed', field: 'name' }
  }
  if (command.value === undefined) return { refused: 'invalid', key: 'value-needed', field: 'value' }
  if (command.field === 'product') return null
  if (command.field === 'channel') {
    const known = (CHANNELS as readonly string[]).includes(command.value)
    return known ? null : { refused: 'invalid', key: 'no-such-channel', field: 'value' }
  }
  const at = findInstant(command.value)
  if (at === null) return { refused: 'invalid', key: 'not-an-instant', field: 'value' }
  if (at > now) return { refused: 'invalid', key: 'later-than-now', field: 'value' }
  if (command.field !== 'receivedAt')
    return at > complaint.receivedAt ? { refused: 'invalid', key: 'after-received', field: 'value' } : null
  // The clocks follow the corrected receipt: a receipt that would make what happened since unlawful is refused.
  return findClockRefusal(scene, null, at)
}

function standing(command: CommandOf<'correction'>, { complaint }: Scene): Decided | unknown {
  return command.field === 'party' ? (complaint.parties[command.party ?? 0]?.name ?? null) : complaint[command.field]
}
