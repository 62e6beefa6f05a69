// The first days of a case: it is said, registered, claimed, contacted, and brought to the people who can answer it.

import { DAY_MS, epochMs, type Instant, plusDays, plusMs } from '../kernel/time.ts'
import { holdersOf } from './bank.ts'
import { castHandler, castHead } from './cast.ts'
import { dayAt, dayLater, workFrom, workLater } from './office-hours.ts'
import { act, beside, type Plain, type PlainRegistration, type Plot, phrase, phraseOf, work } from './plot.ts'
import { workText } from './work-text.ts'

const BY_CONSUMER = ['web', 'app', 'wechat']
const BY_REGULATOR = {
  'nfra-12378': 'nfra',
  'pbc-12363': 'pbc',
  'government-12345': 'government',
  'petition-office': 'petition-office',
} as const

/** The registration, as the channel brings it. */
export function register(plot: Plot, parties: PlainRegistration['parties']): void {
  const { chance, tale, channel, receivedAt } = plot
  const own = BY_CONSUMER.includes(channel)
  const clerk = registrar(plot)
  const registeredAt = own ? receivedAt : registeredLater(plot)
  const reference = outsideNumber(plot)
  const happenedAt = plusMs(receivedAt, -chance.whole({ from: 2, to: 30 }) * DAY_MS)
  const body: PlainRegistration = {
    channel,
    matterType: plot.matter,
    ...(chance.fraction() < 0.7 && { happenedAt }),
    ...(reference && { spokeAt: plusMs(receivedAt, -chance.whole({ from: 1, to: 5 }) * DAY_MS) }),
    receivedAt,
    parties,
    requests: [...tale.requests],
    text: tale.text,
    product: tale.product.code,
    codes: tale.codes,
    ...(tale.amountMinor !== null && { amountMinor: tale.amountMinor }),
    ...(plot.respondents.length > 0 && { respondents: { people: [...plot.respondents], units: [plot.unit] } }),
    ...(parties.length > 20 && { complainants: parties.length, jointFaceToFace: true }),
    vulnerable: (plot.consumer.birthYear ?? 2000) < Number(dayAt(receivedAt).slice(0, 4)) - 60 ? ['elderly'] : [],
    outsideNumbers: reference ? [reference] : [],
    ...(own && { unit: 'HO.CS' }),
    ...(channel === 'branch' && { told: phraseOf(plot, 'told') }),
  }
  plot.at = registeredAt
  plot.outsideNumber = reference?.number ?? null
  plot.steps.push({ at: registeredAt, by: own ? 'consumer' : clerk.id, standsInFor: [], noun: 'registration', body })
  plot.at = plusMs(registeredAt, 90_000)
  plot.ownerUnit = own ? 'HO.CS' : clerk.unit
  plot.owner = clerk.id
  if (!own) {
    plot.firstOwner = clerk.id
    return
  }
  work(plot, 4, 45)
  act(plot, clerk.id, 'claim', {})
  plot.firstOwner = clerk.id
  plot.handlers.push(clerk.id)
}

/** A call within the day of receipt, by whoever heard it first; some are late, and the clock says so. */
export function firstContact(plot: Plot): void {
  const { chance, firstOwner } = plot
  if (firstOwner === null || chance.fraction() < 0.07) return
  const at = dayLater(
    plot.at,
    chance.weigh([
      [9, chance.whole({ from: 4, to: 70 })],
      [1, chance.whole({ from: 90, to: 620 })],
    ]),
  )
  if (at >= plot.now) return
  if (chance.fraction() < 0.09) {
    beside(plot, at, firstOwner, 'contact', attempt(plot))
    beside(plot, dayLater(at, chance.whole({ from: 60, to: 240 })), firstOwner, 'contact', talk(plot, 'firstCall'))
    plot.contactedAt = at
    return
  }
  beside(plot, at, firstOwner, 'contact', talk(plot, 'firstCall'))
  plot.contactedAt = at
}

/** Brings the case to a handler: assigned by the head, or handed over, returned, lapsed, accepted. */
export function arrive(plot: Plot, target: string): void {
  const { chance } = plot
  const slow = chance.fraction() < 0.06
  work(plot, slow ? 240 : 4, slow ? 600 : 45)
  const stay = plot.ownerUnit === target
  if (stay || chance.fraction() < 0.48) {
    assign(plot, target)
    return
  }
  const fate = chance.fraction()
  if (fate < 0.05) offer(plot, wrongUnit(plot, target), 'returned')
  else if (fate < 0.08) offer(plot, target, 'lapsed')
  offer(plot, target, 'accepted')
}

/** The head gives the case to a handler who has no interest in it. */
export function assign(plot: Plot, unit: string): void {
  const handler = handlerIn(plot, unit)
  const head = castHead({ ownerUnit: plot.ownerUnit, respondents: plot.respondents, not: [] })
  const level = plot.major ? 'major' : plot.plan === 'extended' || plot.plan === 'special' ? 'complex' : 'ordinary'
  act(plot, head, 'assignment', { handler, level, codes: plot.tale.codes })
  hold(plot, handler, unit)
}

function offer(plot: Plot, unit: string, fate: 'accepted' | 'returned' | 'lapsed'): void {
  const { chance } = plot
  act(plot, plot.owner, 'handover', { toUnit: unit, reason: phraseOf(plot, 'handover'), told: phraseOf(plot, 'told') })
  if (fate === 'lapsed') {
    // Four working hours without anybody: the hand-over comes back by itself when its alarm rings.
    work(plot, 260, 520)
    return
  }
  const handler = handlerIn(plot, unit)
  work(plot, 4, 60)
  if (fate === 'returned') {
    const reason = chance.pick(['not-our-unit', 'facts-missing', 'wrong-code'] as const)
    act(plot, handler, 'return', { reason, text: phraseOf(plot, 'returned') })
    work(plot, 10, 160)
    return
  }
  act(plot, handler, 'acceptance', { noInterest: true })
  hold(plot, handler, unit)
}

/** The consumer is asked for something only they have; it comes, or the case goes on without it (No.3 Art. 13). */
export function supplement(plot: Plot): void {
  const { chance, owner } = plot
  work(plot, 10, 90)
  const item = chance.pick(workText.supplementItems)
  act(plot, owner, 'supplement-request', { items: [{ item }], reason: phraseOf(plot, 'supplementReason') })
  if (chance.fraction() < 0.3) {
    // Nothing comes within five working days.
    plot.at = workFrom(workLater(plot.at, 5 * 420), 1, chance)
    return
  }
  plot.at = dayLater(plot.at, chance.whole({ from: 300, to: 4_000 }))
  act(plot, owner, 'supplement', { text: phraseOf(plot, 'supplement') })
}

export function talk(plot: Plot, kind: 'firstCall' | 'followUp'): Plain<'contact'> {
  const { chance } = plot
  const before = chance.pick(['anxious', 'dissatisfied', 'angry', 'calm', 'agitated'] as const)
  const first = kind === 'firstCall'
  return {
    direction: first || chance.fraction() < 0.75 ? 'out' : 'in',
    medium: chance.weigh([
      [8, 'phone' as const],
      [first ? 0 : 1, 'face-to-face' as const],
      [1, 'wechat' as const],
    ]),
    outcome: 'connected',
    minutes: chance.whole({ from: 3, to: 38 }),
    text: phrase(plot, workText[kind]),
    steps: first
      ? [{ step: 'listen' }, { step: 'soothe' }, { step: 'apologise' }, { step: 'gather' }]
      : [{ step: 'propose' }, ...(chance.fraction() < 0.4 ? [{ step: 'agree' as const }] : [])],
    emotionBefore: before,
    emotionAfter: chance.fraction() < 0.7 ? 'calm' : before,
  }
}

export function attempt(plot: Plot): Plain<'contact'> {
  return { direction: 'out', medium: 'phone', outcome: 'no-answer', text: phraseOf(plot, 'noAnswer') }
}

function hold(plot: Plot, handler: string, unit: string): void {
  plot.owner = handler
  plot.ownerUnit = unit
  if (!plot.handlers.includes(handler)) plot.handlers.push(handler)
}

function handlerIn(plot: Plot, unit: string): string {
  const cast = { ownerUnit: unit, respondents: plot.respondents, not: [] }
  const handler = castHandler(plot.chance, unit, cast, plot)
  if (handler === null) throw new RangeError(`nobody in ${unit} may handle ${plot.id}`)
  return handler
}

function wrongUnit(plot: Plot, target: string): string {
  const others = ['HO.SH.XB', 'HO.JS.XB', 'HO.GD.XB', 'HO.SC.XB'].filter(
    each => each !== target && each !== plot.ownerUnit,
  )
  return plot.chance.pick(others)
}

function registrar(plot: Plot): { id: string; unit: string } {
  const { chance, channel, unit } = plot
  if (channel === 'nfra-12378' || channel === 'pbc-12363') return { id: 'p-yu-banxia', unit: 'HO.XB' }
  if (['government-12345', 'petition-office', 'media', 'other'].includes(channel))
    return { id: 'p-hua-liancheng', unit: 'HO.OF' }
  if (channel === 'branch' || channel === 'letter' || channel === 'visit') {
    const counter = holdersOf({ role: 'clerk', unit }).filter(each => !plot.respondents.includes(each.id))
    const [first] = counter
    if (first) return { id: first.id, unit }
  }
  return { id: chance.pick(holdersOf({ role: 'clerk', unit: 'HO.CS' })).id, unit: 'HO.CS' }
}

function registeredLater(plot: Plot): Instant {
  const { chance, channel, receivedAt } = plot
  if (channel === 'hotline' || channel === 'branch' || channel === 'visit') {
    return plusMs(receivedAt, chance.whole({ from: 120_000, to: 1_500_000 }))
  }
  return workLater(receivedAt, chance.whole({ from: 5, to: 70 }))
}

function outsideNumber(plot: Plot): NonNullable<PlainRegistration['outsideNumbers']>[number] | null {
  const body = BY_REGULATOR[plot.channel as keyof typeof BY_REGULATOR]
  if (!body) return null
  const year = dayAt(plot.receivedAt).slice(0, 4)
  const serial = String(Math.floor(epochMs(plot.receivedAt) / 1000) % 1_000_000).padStart(6, '0')
  const name = { nfra: '消保转', pbc: '金消转', government: '热线转', 'petition-office': '信转' }[body]
  const replyDueOn = plusDays(dayAt(plot.receivedAt), plot.chance.whole({ from: 20, to: 30 }))
  return { body, number: `${name}〔${year}〕${serial}号`, receivedAt: plot.receivedAt, replyDueOn }
}
