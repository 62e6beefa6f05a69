// Decisions from the first word to the hand-over: registration, supplement, declining, other matters, merging, withdrawal.

import type { OrgPath } from '../../../kernel/org.ts'
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Instant } from '../../../kernel/time.ts'
import { findClockRefusal } from './clocks.ts'
import type { Fact, Pinned } from './complaint.ts'
import { PBC_PACK, pin } from './pack-choice.ts'
import { retainUntil } from './retention.ts'
import { type Decider, findSecondPerson, instantGiven, keepAway, type Scene, wordsOf } from './scene.ts'
import { ATTEMPTS_BEFORE_UNREACHABLE, OPEN } from './vocabulary.ts'

export const claim: Decider<'claim'> = (_command, scene) => {
  const { complaint, actor } = scene
  if (complaint.owner.person !== null) return refuse('claimed-already', { person: complaint.owner.person })
  return keepAway(actor.id, scene) ?? [{ type: 'claimed', first: complaint.firstOwner?.person == null }]
}

export const supplementRequest: Decider<'supplement-request'> = command => {
  const held = command.items.filter(each => isHeldByBank(each.item))
  // No.3 Art. 13: the bank may not ask for what it holds or can look up.
  if (held.length > 0 && !command.override) {
    return refuse('bank-holds-this', { item: held[0]?.item ?? '' }, 'No.3 Art. 13')
  }
  return [{ type: 'supplement-requested', ...wordsOf(command) }]
}

export const supplement: Decider<'supplement'> = (command, scene) => {
  const came: Fact = { type: 'supplemented', text: command.text, files: command.files }
  if (!command.handler) return [came]
  return (
    keepAway(command.handler, scene) ?? [
      came,
      { type: 'assigned', handler: command.handler, unit: unitOf(command.handler, scene) },
    ]
  )
}

export const declination: Decider<'declination'> = (command, { complaint }) => {
  if (complaint.pending.declination) return refuse('pending-already', { step: 'declination' })
  if (command.reason === 'other' && !command.legalNote) return refuse('legal-note-needed', {}, 'No.3 Art. 18')
  return [{ type: 'declination-proposed', ...wordsOf(command) }]
}

export const declinationApproval: Decider<'declination-approval'> = (command, scene) => {
  const pending = findSecondPerson(scene, 'declination')
  if (isRefusal(pending)) return pending
  return [
    {
      type: 'declined',
      reason: pending.body.reason,
      text: pending.body.text,
      proposedBy: pending.by,
      ...wordsOf(command),
    },
  ]
}

export const declinationRefusal: Decider<'declination-refusal'> = (command, scene) => {
  const pending = findSecondPerson(scene, 'declination')
  return isRefusal(pending) ? pending : [{ type: 'declination-refused', ...wordsOf(command) }]
}

export const reclassification: Decider<'reclassification'> = (command, { complaint }) => {
  if (complaint.pending.reclassification) return refuse('pending-already', { step: 'reclassification' })
  if (complaint.matterType === command.to) return refuse('same-matter-type', { to: command.to })
  return [{ type: 'reclassification-proposed', ...wordsOf(command) }]
}

export const reclassificationApproval: Decider<'reclassification-approval'> = (command, scene) => {
  const pending = findSecondPerson(scene, 'reclassification')
  if (isRefusal(pending)) return pending
  return [
    {
      type: 'reclassified',
      to: pending.body.to,
      reason: pending.body.reason,
      proposedBy: pending.by,
      ...wordsOf(command),
    },
  ]
}

export const reclassificationRefusal: Decider<'reclassification-refusal'> = (command, scene) => {
  const pending = findSecondPerson(scene, 'reclassification')
  return isRefusal(pending) ? pending : [{ type: 'reclassification-refused', ...wordsOf(command) }]
}

export const merger: Decider<'merger'> = (command, { complaint, answers }) => {
  const target = answers.target
  if (!target || target.id === complaint.id) return refuse('merge-target-missing', {}, 'No.3 Art. 18')
  if (!(OPEN as readonly string[]).includes(target.status)) return refuse('merge-target-not-open', {}, 'No.3 Art. 18')
  const same = complaint.parties.some(party => target.people.includes(party.person))
  if (!same) return refuse('merge-other-complainant', {}, 'No.3 Art. 18')
  return [{ type: 'merged', ...wordsOf(command) }]
}

export const newFacts: Decider<'new-facts'> = (command, scene) => {
  const receivedAt = instantGiven(command.receivedAt, scene, 'receivedAt')
  if (isRefusal(receivedAt)) return receivedAt
  const refused = findClockRefusal(scene, { type: 'new-facts', at: receivedAt })
  return refused ?? [{ type: 'restarted', text: command.text, reason: command.reason, receivedAt }]
}

export const withdrawal: Decider<'withdrawal'> = (command, scene) => {
  const receivedAt = instantGiven(command.receivedAt, scene, 'receivedAt')
  if (isRefusal(receivedAt)) return receivedAt
  if (receivedAt < scene.complaint.receivedAt)
    return { refused: 'invalid', key: 'before-received', field: 'receivedAt' }
  const refused = findClockRefusal(scene, { type: 'withdrawn', at: receivedAt })
  return refused ?? [{ type: 'withdrawn', ...wordsOf(command), receivedAt }]
}

export const assignment: Decider<'assignment'> = (command, scene) => {
  const { complaint, answers } = scene
  const person = answers.organisation.findPerson(command.handler)
  if (!person) return { refused: 'invalid', key: 'no-such-person', field: 'handler' }
  if (complaint.pending.declination || complaint.pending.reclassification) return refuse('pending-first')
  return keepAway(command.handler, scene) ?? [{ type: 'assigned', ...wordsOf(command), unit: person.unit }]
}

export const handover: Decider<'handover'> = (command, scene) => {
  const { complaint, answers } = scene
  if (complaint.handover) return refuse('handover-open', { no: complaint.handover.no })
  if (!answers.organisation.findUnit(command.toUnit))
    return { refused: 'invalid', key: 'no-such-unit', field: 'toUnit' }
  if (command.toPerson && !answers.organisation.findPerson(command.toPerson)) {
    return { refused: 'invalid', key: 'no-such-person', field: 'toPerson' }
  }
  if (command.toUnit === complaint.owner.unit && !command.toPerson) return refuse('handover-to-own-unit')
  const away = command.toPerson ? keepAway(command.toPerson, scene) : null
  return away ?? [{ type: 'handed-over', ...wordsOf(command), no: complaint.handovers + 1 }]
}

export const acceptance: Decider<'acceptance'> = (_command, scene) => {
  const { complaint, actor } = scene
  if (!complaint.handover) return refuse('no-handover')
  if (complaint.pending.declination || complaint.pending.reclassification) return refuse('pending-first')
  return (
    keepAway(actor.id, scene) ?? [{ type: 'accepted', no: complaint.handover.no, unit: complaint.handover.to.unit }]
  )
}

export const returning: Decider<'return'> = (command, { complaint }) => {
  if (!complaint.handover) return refuse('no-handover')
  return [{ type: 'returned', ...wordsOf(command), no: complaint.handover.no }]
}

export const flagging: Decider<'flagging'> = (command, { complaint }) => {
  if (complaint.flags.includes(command.flag) === command.on) return refuse('flag-as-it-is', { flag: command.flag })
  const flagged: Fact = { type: 'flagged', ...wordsOf(command) }
  return command.flag === 'major' && command.on
    ? [flagged, { type: 'major-declared', reason: command.reason }]
    : [flagged]
}

export const regulatorNumber: Decider<'regulator-number'> = (command, scene) => {
  const receivedAt = instantGiven(command.receivedAt, scene, 'receivedAt')
  if (isRefusal(receivedAt)) return receivedAt
  const known = scene.complaint.outsideNumbers.some(
    each => each.body === command.body && each.number === command.number,
  )
  if (known) return refuse('number-known', { number: command.number })
  const added = transferRegime(command.body, receivedAt, scene)
  return isRefusal(added)
    ? added
    : [{ type: 'regulator-number-added', ...wordsOf(command), receivedAt, regimes: added }]
}

export const regulatorReply: Decider<'regulator-reply'> = (command, scene) => {
  const repliedAt = instantGiven(command.at, scene, 'at')
  if (isRefusal(repliedAt)) return repliedAt
  const known = scene.complaint.outsideNumbers.find(each => each.number === command.number)
  if (!known) return { refused: 'invalid', key: 'no-such-number', field: 'number' }
  if (known.repliedAt) return refuse('replied-already', { number: command.number })
  const { at: _at, ...words } = wordsOf(command)
  return [{ type: 'regulator-replied', ...words, repliedAt }]
}

export const evidence: Decider<'evidence'> = (command, { complaint }) =>
  complaint.files.includes(command.file)
    ? refuse('file-known', { name: command.name })
    : [{ type: 'evidence-added', ...wordsOf(command) }]

export const archive: Decider<'archive'> = (command, { complaint, now }) => {
  if (complaint.rectification) return refuse('rectification-open')
  if (complaint.flags.includes('litigation')) return refuse('litigation-open')
  return [{ type: 'archived', ...wordsOf(command), retainUntil: complaint.retainUntil ?? retainUntil(now) }]
}

/** Attempts that must have failed before a consumer may be called unreachable. */
export function isUnreachable(scene: { complaint: { attempts: number; connected: boolean } }): boolean {
  return scene.complaint.attempts >= ATTEMPTS_BEFORE_UNREACHABLE
}

// No.5 Art. 43: a transfer by the central bank while the case is open brings a second clock.
function transferRegime(body: string, receivedAt: Instant, scene: Scene): readonly Pinned[] | Refusal {
  const { complaint, answers } = scene
  const has = complaint.regimes.some(each => each.pack === PBC_PACK)
  if (body !== 'pbc' || has || complaint.matterType !== 'complaint') return []
  if (!(OPEN as readonly string[]).includes(complaint.status)) return []
  return pin([PBC_PACK], receivedAt, answers)
}

// What a bank has in its own records: asking the consumer for it needs a written reason.
const HELD =
  /合同|流水|交易(记录|明细|凭证)|账单|开户|回单|双录|录音|录像|保单|征信报告|contract|statement|transaction|account record|policy|recording/i

function isHeldByBank(item: string): boolean {
  return HELD.test(item)
}

function unitOf(person: string, { answers, complaint }: Scene): OrgPath {
  return answers.organisation.findPerson(person)?.unit ?? complaint.owner.unit
}
