// From the first look to the answer: contact, investigation, extension, pause, negotiation, decision, approval, notice.

import { DAY_MS, daysBetween, type Instant, plusMs } from '../kernel/time.ts'
import { castApprover, castHead, castSuperior } from './cast.ts'
import { attempt, talk } from './life-arrival.ts'
import { dayAt, dayLater, workFrom, workOn } from './office-hours.ts'
import { act, dueAt, type Plain, type Plot, phrase, phraseOf, until, work } from './plot.ts'
import { reliefText, workText } from './work-text.ts'

const LEADING = 'CN-NFRA-2020-3'
const CENTRAL_BANK = 'CN-PBC-2020-5'

/** The handler speaks with the consumer and begins to investigate. */
export function investigate(plot: Plot): void {
  const { chance } = plot
  work(plot, 12, 160)
  if (plot.plan === 'unreachable') {
    for (let call = 0; call < 3; call++) {
      act(plot, plot.owner, 'contact', attempt(plot))
      plot.contactedAt ??= plot.at
      plot.at = dayLater(plot.at, chance.whole({ from: 150, to: 900 }))
    }
  } else if (plot.contactedAt === null || plot.contactedAt >= plot.at || chance.fraction() < 0.2) {
    act(plot, plot.owner, 'contact', talk(plot, plot.contactedAt === null ? 'firstCall' : 'followUp'))
    plot.contactedAt ??= plot.at
  }
  work(plot, 3, 60)
  act(plot, plot.owner, 'investigation', chance.fraction() < 0.8 ? { plan: phraseOf(plot, 'plan') } : {})
  if (chance.fraction() < 0.14) {
    work(plot, 20, 300)
    act(plot, plot.owner, 'note', { text: phraseOf(plot, 'note') })
  }
}

/** More days: asked for while the limit runs, granted by a second person, told (No.3 Art. 18). */
export function extend(plot: Plot, tier: 'complex' | 'special'): void {
  const { chance } = plot
  const near = tier === 'complex' ? chance.whole({ from: 8, to: 11 }) : chance.whole({ from: 22, to: 25 })
  const asked = workOn(plot.dueDays.from, near + plot.dueDays.paused, chance)
  if (asked > plot.at) plot.at = asked
  if (plusMs(plot.at, DAY_MS) >= dueAt(plot)) return
  if (!grant(plot, tier, LEADING)) return
  plot.dueDays.limit = tier === 'complex' ? 30 : 60
  // The central bank's order counts for itself: one extension, sixty days in all (No.5 Art. 43).
  if (plot.byCentralBank && tier === 'complex') {
    grant(plot, 'complex', CENTRAL_BANK)
    plot.dueDays.centralBank = 60
  }
}

function grant(plot: Plot, tier: 'complex' | 'special', pack: string): boolean {
  const { chance, owner, ownerUnit, respondents } = plot
  const cast = { ownerUnit, respondents, not: [owner] }
  const approver = tier === 'complex' ? castHead(cast) : castSuperior(cast)
  if (approver === null) return false
  const grounds = phraseOf(plot, tier === 'complex' ? 'groundsComplex' : 'groundsSpecial')
  act(plot, owner, 'extension', { tier, grounds, pack })
  plot.at = dayLater(plot.at, chance.whole({ from: 20, to: 180 }))
  const opinion = phraseOf(plot, 'extensionOpinion')
  act(plot, approver, 'extension-approval', { opinion })
  plot.at = dayLater(plot.at, chance.whole({ from: 10, to: 120 }))
  act(plot, owner, 'extension-notice', { channel: chance.pick(['phone', 'sms'] as const) })
  return true
}

/** An outside institution examines; the clock stands meanwhile (No.3 Art. 18). */
export function appraise(plot: Plot): void {
  const { chance, owner } = plot
  work(plot, 30, 400)
  const begun = plot.at
  const reference = `JD${dayAt(begun).replaceAll('-', '')}${chance.whole({ from: 10, to: 99 })}`
  const institution = chance.pick(workText.institution)
  act(plot, owner, 'appraisal', { institution, reference, told: { channel: 'phone' } })
  plot.at = workFrom(plot.at, chance.whole({ from: 9, to: 26 }), chance)
  pauseEnds(plot, begun)
  act(plot, owner, 'appraisal-end', { result: phraseOf(plot, 'appraisalResult') })
}

/** Both sides go to a mediation body; the clock stands meanwhile (No.3 Art. 23). */
export function mediate(plot: Plot): void {
  const { chance, owner } = plot
  work(plot, 60, 500)
  const begun = plot.at
  const serial = `${dayAt(begun).replaceAll('-', '')}${chance.whole({ from: 100, to: 999 })}`
  const application = `共同调解申请书 ${serial}`
  act(plot, owner, 'mediation', { body: chance.pick(workText.mediationBody), complainantAgreed: true, application })
  plot.at = workFrom(plot.at, chance.whole({ from: 8, to: 24 }), chance)
  pauseEnds(plot, begun)
  const agreed = chance.fraction() < 0.68
  act(plot, owner, 'mediation-end', {
    result: agreed ? 'agreement' : 'failed',
    document: `${agreed ? '调解协议书' : '调解终止书'} ${serial}`,
    ...(agreed && { agreement: phraseOf(plot, 'agreement') }),
  })
  if (agreed) plot.upheld = true
}

function pauseEnds(plot: Plot, begun: Instant): void {
  plot.dueDays.paused += daysBetween({ from: dayAt(begun), to: dayAt(plot.at) })
}

/** What the bank proposes, and what the consumer says to it. */
export function negotiate(plot: Plot): void {
  const { chance, owner } = plot
  work(plot, 60, 700)
  if (chance.fraction() < 0.6) {
    act(plot, owner, 'contact', talk(plot, 'followUp'))
    work(plot, 3, 40)
  }
  act(plot, owner, 'negotiation', { proposal: phrase(plot, workText.proposal, { relief: reliefOf(plot).words }) })
  if (chance.fraction() < 0.2) {
    work(plot, 60, 500)
    act(plot, owner, 'contact', talk(plot, 'followUp'))
  }
}

/** Draft, four eyes, notice. `tellOn` is the day on which the author wants the consumer to know. */
export function answer(plot: Plot, tellOn: Instant): void {
  const { chance, respondents, ownerUnit, owner } = plot
  until(plot, workOn(tellOn, -1, chance))
  const relief = reliefOf(plot)
  const decision = decisionOf(plot, relief)
  act(plot, owner, 'decision', decision)
  const cast = { ownerUnit, respondents, not: plot.handlers }
  const approver = castApprover(cast, relief.minor ?? 0)
  work(plot, 10, 120)
  if (chance.fraction() < 0.07) {
    act(plot, approver, 'approval-refusal', { reason: phraseOf(plot, 'approvalRefusal') })
    work(plot, 25, 260)
    act(plot, owner, 'decision', { ...decision, basis: `${decision.basis}；客户原始签约凭证` })
    work(plot, 20, 200)
  }
  act(plot, approver, 'approval', { opinion: phraseOf(plot, 'approvalOpinion') })
  plot.approvedBy = approver
  work(plot, 10, 120)
  notify(plot)
}

function notify(plot: Plot): void {
  const { chance, owner } = plot
  const channel =
    plot.plan === 'unreachable'
      ? chance.pick(['unreachable', 'posted'] as const)
      : chance.weigh([
          [36, 'phone' as const],
          [20, 'sms' as const],
          [14, 'handed-over' as const],
          [22, 'posted' as const],
          [plot.consumer.email ? 8 : 0, 'email' as const],
        ])
  const toldAt = plot.at
  const late = toldAt >= dueAt(plot)
  const posted = channel === 'posted'
  // A letter counts from its posting; that it arrived is known some days later, and starts the days for a re-check.
  if (posted) plot.at = dayLater(plot.at, chance.whole({ from: 2_000, to: 5_500 }))
  plot.toldAt = toldAt
  plot.deliveredAt = posted ? plot.at : null
  act(plot, owner, 'notice', {
    channel,
    at: toldAt,
    ...(posted && { deliveredAt: plot.at, reference: `EMS10${chance.whole({ from: 10_000_000, to: 99_999_999 })}CN` }),
    ...(late && { lateReason: phraseOf(plot, 'lateReason') }),
  })
}

interface Relief {
  readonly kind: keyof typeof reliefText
  readonly minor: number | null
  readonly words: string
}

function reliefOf(plot: Plot): Relief {
  const { chance, tale, upheld } = plot
  if (!upheld) {
    const kind = chance.fraction() < 0.6 ? 'explanation' : 'none'
    return { kind, minor: null, words: chance.pick(reliefText[kind]) }
  }
  if (tale.amountMinor !== null) {
    // Large sums are the capital in dispute, of which a bank bears a part.
    const share = tale.amountMinor > 5_000_000 ? chance.pick([0.05, 0.1, 0.2, 0.3]) : chance.pick([1, 1, 1, 0.5, 0.8])
    const minor = Math.round((tale.amountMinor * share) / 100) * 100
    const words = chance.pick(reliefText.money).replace('{z}', (minor / 100).toLocaleString('en-US'))
    return { kind: 'money', minor, words }
  }
  const kind = chance.pick(['correction', 'apology', 'explanation'] as const)
  return { kind, minor: null, words: chance.pick(reliefText[kind]) }
}

function decisionOf(plot: Plot, relief: Relief): Plain<'decision'> {
  const { chance, tale, upheld, ownerUnit } = plot
  const partly = upheld && chance.fraction() < 0.35
  const finding = upheld ? (partly ? 'partly-upheld' : 'upheld') : 'not-upheld'
  const list = upheld ? (partly ? workText.answerPartly : workText.answerRight) : workText.answerWrong
  const atHead = /^HO\.(XB|CC|WM|PL|OP|CS|OF)$/.test(ownerUnit)
  return {
    answers: tale.requests.map((_request, index) => ({
      request: index + 1,
      finding: index === 0 ? finding : chance.pick(['upheld', 'partly-upheld'] as const),
      answer: index === 0 ? phrase(plot, list, { relief: relief.words }) : phraseOf(plot, 'answerAlso'),
    })),
    verification: `${upheld ? tale.situation.right : tale.situation.wrong}。${phraseOf(plot, 'plan')}`,
    basis: `${tale.situation.basis}${chance.pick(workText.extraBasis)}`,
    remedies: atHead
      ? ['mediation', 'arbitration', 'litigation']
      : ['recheck', 'mediation', 'arbitration', 'litigation'],
    finding,
    relief: relief.kind,
    ...(relief.minor !== null && { reliefMinor: relief.minor }),
    responsibility: { ours: upheld, cause: upheld ? phraseOf(plot, 'cause') : phraseOf(plot, 'notOurs') },
    ...(plot.major && { legalCheck: '法律合规部已审核答复口径与赔付依据，同意。' }),
  }
}
