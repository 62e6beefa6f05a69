// After the answer: reply to the regulator, call-back, re-check, closing, rectification, archive, reopening; and the ways out.

import { DAY_MS, type Instant, plusDays, plusMs } from '../kernel/time.ts'
import { holdersOf } from './bank.ts'
import { castCaller, castHandler, castHead, castReviewer } from './cast.ts'
import { assign } from './life-arrival.ts'
import { answer, investigate } from './life-handling.ts'
import { dayAt, dayLater, workFrom } from './office-hours.ts'
import { act, type Plot, phrase, phraseOf, work } from './plot.ts'
import { workText } from './work-text.ts'

/** Everything that follows the notice. */
export function end(plot: Plot): void {
  reply(plot)
  const satisfaction = callBack(plot)
  const atBranch = plot.ownerUnit.split('.').length > 2
  if (atBranch && (satisfaction ?? 3) <= 3 && plot.chance.fraction() < 0.13) {
    recheck(plot)
    return
  }
  close(plot, satisfaction !== null && satisfaction >= 3 && plot.chance.fraction() < 0.93, atBranch)
  afterwards(plot)
}

function reply(plot: Plot): void {
  if (plot.outsideNumber === null) return
  work(plot, 40, 700)
  act(plot, plot.owner, 'regulator-reply', { number: plot.outsideNumber, text: phraseOf(plot, 'reply') })
  plot.outsideNumber = null
}

function callBack(plot: Plot): number | null {
  const { chance } = plot
  if (chance.fraction() < 0.07) return null
  work(plot, 20, 240)
  const caller = castCaller(chance, castOf(plot, [...plot.handlers, ...(plot.firstOwner ? [plot.firstOwner] : [])]))
  if (chance.fraction() < 0.14) {
    act(plot, caller, 'call-back', { outcome: 'no-answer', text: phraseOf(plot, 'calledInVain') })
    if (chance.fraction() < 0.5) return null
    work(plot, 60, 400)
  }
  const satisfaction = chance.weigh(
    plot.upheld
      ? [
          [38, 5],
          [34, 4],
          [16, 3],
          [8, 2],
          [4, 1],
        ]
      : [
          [9, 5],
          [16, 4],
          [26, 3],
          [27, 2],
          [22, 1],
        ],
  )
  const text = phraseOf(plot, satisfaction >= 3 ? 'satisfied' : 'unsatisfied')
  act(plot, caller, 'call-back', { outcome: 'reached', satisfaction, text })
  return satisfaction
}

/** The consumer asks the superior institution in writing (No.3 Art. 20). */
function recheck(plot: Plot): void {
  const { chance } = plot
  plot.at = workFrom(plot.at, chance.whole({ from: 3, to: 14 }), chance)
  act(plot, castHead(castOf(plot, [])), 'recheck', { grounds: phraseOf(plot, 'recheckGrounds'), inWriting: true })
  plot.at = workFrom(plot.at, chance.whole({ from: 9, to: 20 }), chance)
  const result = chance.weigh([
    [70, 'uphold' as const],
    [20, 'change' as const],
    [10, 'redo' as const],
  ])
  const taken = [...plot.handlers, ...(plot.approvedBy ? [plot.approvedBy] : [])]
  const reviewer = castReviewer(castOf(plot, taken))
  act(plot, reviewer, 'recheck-decision', {
    result,
    process: phraseOf(plot, 'recheckProcess'),
    timeLimit: phraseOf(plot, 'recheckTime'),
    outcome: workText.recheckOutcome[result],
    notice: { channel: 'posted' },
  })
  const other = result === 'redo' ? castHandler(chance, plot.ownerUnit, castOf(plot, plot.handlers), plot) : null
  if (result === 'redo' && other === null) return
  if (other !== null) {
    act(plot, reviewer, 'redo', { handler: other })
    plot.owner = other
    plot.handlers.push(other)
    again(plot)
    return
  }
  plot.at = workFrom(plot.at, chance.whole({ from: 2, to: 12 }), chance)
  act(plot, plot.owner, 'closure', { satisfactionAsked: true, promises: result === 'change' ? 'done' : 'none' })
  archive(plot)
}

/** A second time through investigation and answer, on a new limit. */
function again(plot: Plot): void {
  plot.dueDays = { from: plot.at, limit: 15, paused: 0, centralBank: 15 }
  const begun = plot.at
  plot.upheld = true
  investigate(plot)
  answer(plot, plusMs(begun, plot.chance.whole({ from: 5, to: 11 }) * DAY_MS))
  callBack(plot)
  close(plot, false, true)
  archive(plot)
}

function close(plot: Plot, accepted: boolean, atBranch: boolean): void {
  const { chance } = plot
  const told = plot.deliveredAt ?? plot.toldAt ?? plot.at
  if (accepted || !atBranch) plot.at = workFrom(plot.at, chance.whole({ from: 1, to: 9 }), chance)
  else plot.at = later(plot.at, workFrom(told, chance.whole({ from: 32, to: 38 }), chance))
  act(plot, plot.owner, 'closure', {
    accepted,
    satisfactionAsked: true,
    promises: plot.upheld ? chance.pick(['done', 'done', 'scheduled'] as const) : 'none',
    text: phraseOf(plot, 'closing'),
  })
}

function afterwards(plot: Plot): void {
  const { chance } = plot
  if (plot.upheld && chance.fraction() < 0.13) rectify(plot)
  if (chance.fraction() < 0.012) {
    reopen(plot)
    return
  }
  archive(plot)
}

function rectify(plot: Plot): void {
  const { chance } = plot
  work(plot, 60, 900)
  const owner = rectifier(plot)
  const head = castHead(castOf(plot, [owner]))
  const dueOn = plusDays(dayAt(plot.at), chance.whole({ from: 25, to: 45 }))
  act(plot, head, 'rectification', { problem: phraseOf(plot, 'rectification'), owner, dueOn })
  plot.at = workFrom(plot.at, chance.whole({ from: 12, to: 40 }), chance)
  act(plot, head, 'rectification-verification', { evidence: phraseOf(plot, 'verified') })
}

function rectifier(plot: Plot): string {
  const { product } = plot.tale
  const [owner] = [
    ...holdersOf({ role: 'handler', unit: product.owner }),
    ...holdersOf({ role: 'handler', unit: `${plot.branch}.PF` }),
    ...holdersOf({ role: 'admin', unit: 'HO' }),
  ]
  return owner?.id ?? 'p-ning-chuyun'
}

function archive(plot: Plot): void {
  if (plot.chance.fraction() < 0.55) return
  plot.at = workFrom(plot.at, plot.chance.whole({ from: 6, to: 75 }), plot.chance)
  act(plot, 'p-archivist', 'archive', { qualityCheck: phraseOf(plot, 'quality') })
}

/** New facts after the closing (row 26): from the beginning, with the same unit. */
function reopen(plot: Plot): void {
  const { chance } = plot
  plot.at = workFrom(plot.at, chance.whole({ from: 6, to: 40 }), chance)
  const head = castHead(castOf(plot, [plot.owner]))
  act(plot, head, 'reopening', { ground: 'new-facts', reason: phraseOf(plot, 'newFactsReason') })
  plot.dueDays = { from: plot.at, limit: 15, paused: 0, centralBank: 15 }
  work(plot, 10, 200)
  const begun = plot.at
  assign(plot, plot.ownerUnit)
  investigate(plot)
  answer(plot, plusMs(begun, chance.whole({ from: 4, to: 10 }) * DAY_MS))
  callBack(plot)
  close(plot, true, true)
}

/** The consumer takes it back; the procedure ends that day (No.3 Art. 15). */
export function withdraw(plot: Plot): void {
  const { chance } = plot
  plot.at = dayLater(plot.at, chance.whole({ from: 200, to: 6_000 }))
  const receivedAt = plusMs(plot.at, -chance.whole({ from: 2, to: 12 }) * 60_000)
  act(plot, plot.owner, 'withdrawal', {
    receivedAt,
    text: phraseOf(plot, 'withdrawal'),
    verifiedBy: chance.pick(['phone', 'face-to-face', 'writing'] as const),
  })
  finish(plot)
}

/** Not for this bank, or not by somebody who may: proposed, confirmed by a second person, told (No.3 Art. 18). */
export function decline(plot: Plot): void {
  const { chance } = plot
  work(plot, 60, 900)
  const reason = chance.weigh([
    [5, 'not-consumer-or-agent' as const],
    [5, 'not-our-product' as const],
    [1, 'other' as const],
  ])
  const legalNote = reason === 'other' ? { legalNote: '已核对生效裁判文书，同一诉请已获处理。' } : {}
  act(plot, plot.owner, 'declination', { reason, text: workText.declineText[reason], ...legalNote })
  work(plot, 20, 300)
  act(plot, castHead(castOf(plot, [plot.owner])), 'declination-approval', {
    opinion: phraseOf(plot, 'approvalOpinion'),
  })
  finish(plot)
}

/** Another matter than a complaint, seen by two people (No.3 Art. 2). */
export function reclassify(plot: Plot): void {
  const { chance } = plot
  work(plot, 20, 400)
  const to = chance.weigh([
    [6, 'inquiry' as const],
    [2, 'suggestion' as const],
    [1, 'report' as const],
    [1, 'petition' as const],
  ])
  act(plot, plot.owner, 'reclassification', { to, reason: workText.reclassify[to] })
  work(plot, 20, 300)
  act(plot, castHead(castOf(plot, [plot.owner])), 'reclassification-approval', {
    opinion: phraseOf(plot, 'approvalOpinion'),
  })
  finish(plot)
}

/** The same complaint again joins the one that is open (No.3 Art. 18). */
export function merge(plot: Plot, into: string): void {
  work(plot, 10, 120)
  act(plot, plot.owner, 'merger', { into, reason: phrase(plot, workText.merge) })
  finish(plot)
}

/** New facts while the case is open: the limit begins again with their receipt (No.3 Art. 18). */
export function renew(plot: Plot, target: string): void {
  const { chance } = plot
  plot.at = workFrom(plot.at, chance.whole({ from: 1, to: 5 }), chance)
  const head = castHead(castOf(plot, [plot.owner]))
  act(plot, head, 'new-facts', { text: phraseOf(plot, 'newFacts'), reason: phraseOf(plot, 'newFactsReason') })
  plot.dueDays = { ...plot.dueDays, from: plot.at, limit: 15, paused: 0 }
  work(plot, 10, 150)
  assign(plot, target)
  investigate(plot)
}

/** A mistyped field, set right by a second person. */
export function correct(plot: Plot, product: string): void {
  work(plot, 10, 200)
  act(plot, plot.owner, 'correction', {
    field: 'product',
    value: product,
    reason: '登记时误选产品，经核对客户凭证更正。',
  })
  work(plot, 10, 200)
  act(plot, castHead(castOf(plot, [plot.owner])), 'correction-approval', { opinion: phraseOf(plot, 'approvalOpinion') })
}

function finish(plot: Plot): void {
  reply(plot)
  plot.at = workFrom(plot.at, plot.chance.whole({ from: 1, to: 8 }), plot.chance)
  act(plot, plot.owner, 'closure', { satisfactionAsked: true, promises: 'none', text: phraseOf(plot, 'closing') })
  archive(plot)
}

function castOf(plot: Plot, not: readonly string[]) {
  return { ownerUnit: plot.ownerUnit, respondents: plot.respondents, not }
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b
}
