// The year of the demonstration bank: which cases come, when, and how each one lives.

import { createHash } from 'node:crypto'
import { DAY_MS, epochMs, type Instant, plusMs } from '../kernel/time.ts'
import { seededChance } from '../platform/clock.ts'
import { castRespondent } from './cast.ts'
import { arrive, firstContact, register, supplement } from './life-arrival.ts'
import { correct, decline, end, merge, reclassify, renew, withdraw } from './life-ending.ts'
import { answer, appraise, extend, investigate, mediate, negotiate } from './life-handling.ts'
import { type Occasion, occasions, type Plan } from './occasion.ts'
import { dayAt, workOn } from './office-hours.ts'
import { partiesOf } from './party.ts'
import { act, type Plot, phraseOf, type Script, type Step, until } from './plot.ts'
import { products } from './product.ts'
import { tell } from './tale.ts'

export interface YearWish {
  readonly seed: string
  /** The first day of the demonstration; nothing happens after it. */
  readonly now: Instant
  readonly cases: number
}

/** The scripts of the twelve months before `now`, in the order of their registration. The same wish gives the same year. */
export function writeYear(wish: YearWish): Script[] {
  return occasions(wish)
    .map(occasion => writeScript(wish, occasion))
    .filter(script => script.steps.length > 0)
    .sort((a, b) => compare(a.steps[0]?.at ?? '', b.steps[0]?.at ?? '') || compare(a.id, b.id))
}

function writeScript(wish: YearWish, occasion: Occasion): Script {
  const plot = openPlot(wish, occasion)
  register(plot, partiesOf(seededChance(`${wish.seed}:parties:${occasion.no}`), occasion))
  lives[occasion.plan](plot, targetOf(plot), occasion, wish)
  const into = occasion.repeats === null ? null : caseId(wish, occasion.repeats)
  return {
    id: plot.id,
    plan: plot.plan,
    situation: plot.tale.situation.id,
    branch: plot.branch,
    steps: inOrder(plot.steps).filter(step => step.at <= wish.now),
    into,
  }
}

function openPlot(wish: YearWish, occasion: Occasion): Plot {
  const chance = seededChance(`${wish.seed}:case:${occasion.no}`)
  const { consumer, channel, matter, unit, receivedAt, situation, patterned, plan } = occasion
  const year = Number(dayAt(receivedAt).slice(0, 4))
  const elderly = consumer.birthYear !== null && year - consumer.birthYear >= 60
  const tale = tell(chance, { consumer, channel, matter, unit, at: receivedAt, elderly, situation, patterned })
  const atCounter = situation.through.includes('A0101') && matter === 'complaint' && plan !== 'group'
  const respondent = atCounter && chance.fraction() < 0.16 ? castRespondent(chance, unit) : null
  return {
    id: caseId(wish, occasion.no),
    chance,
    now: wish.now,
    plan,
    consumer,
    channel,
    matter,
    unit,
    branch: occasion.branch,
    tale,
    respondents: respondent ? [respondent] : [],
    receivedAt,
    byCentralBank: channel === 'pbc-12363' && matter === 'complaint',
    major: plan === 'group',
    steps: [],
    at: receivedAt,
    firstOwner: null,
    owner: '',
    ownerUnit: '',
    handlers: [],
    approvedBy: null,
    outsideNumber: null,
    dueDays: { from: receivedAt, limit: 15, paused: 0, centralBank: 15 },
    toldAt: null,
    deliveredAt: null,
    upheld: chance.fraction() < (patterned ? 0.15 : 0.58),
    contactedAt: null,
  }
}

/** The unit that answers: the card centre, the branch's complaint department, or the head office's for transfers. */
function targetOf(plot: Plot): string {
  const { chance, tale, branch, channel } = plot
  if (plot.major) return 'HO.XB'
  if (tale.product.owner === 'HO.CC' && chance.fraction() < 0.6) return 'HO.CC'
  const transferred = channel.includes('-') && chance.fraction() < 0.25
  return transferred ? 'HO.XB' : `${branch}.XB`
}

type Life = (plot: Plot, target: string, occasion: Occasion, wish: YearWish) => void

const lives: Readonly<Record<Plan, Life>> = {
  simple: (plot, target) => {
    const days = span(plot)
    firstContact(plot)
    arrive(plot, target)
    // Whoever has many cases takes up the less urgent ones some days before they must be answered.
    if (days > 6) until(plot, workOn(plot.receivedAt, days - 5, plot.chance))
    investigate(plot)
    if (plot.matter === 'complaint' && plot.chance.fraction() < 0.26) negotiate(plot)
    finishOn(plot, days)
  },
  supplement: (plot, target) => {
    firstContact(plot)
    supplement(plot)
    arrive(plot, target)
    investigate(plot)
    finishOn(plot, plot.chance.whole({ from: 9, to: 13 }))
  },
  corrected: (plot, target) => {
    firstContact(plot)
    correct(plot, plot.chance.pick(products).code)
    arrive(plot, target)
    investigate(plot)
    finishOn(plot, span(plot))
  },
  extended: (plot, target) => {
    begin(plot, target)
    if (plot.chance.fraction() < 0.6) negotiate(plot)
    extend(plot, 'complex')
    finishOn(plot, plot.chance.whole({ from: 17, to: 27 }))
  },
  special: (plot, target) => {
    begin(plot, target)
    extend(plot, 'complex')
    negotiate(plot)
    extend(plot, 'special')
    finishOn(plot, plot.chance.whole({ from: 34, to: 56 }))
  },
  appraisal: (plot, target) => {
    begin(plot, target)
    appraise(plot)
    finishOn(plot, plot.chance.whole({ from: 9, to: 13 }) + plot.dueDays.paused)
  },
  mediation: (plot, target) => {
    begin(plot, target)
    negotiate(plot)
    mediate(plot)
    finishOn(plot, plot.chance.whole({ from: 9, to: 13 }) + plot.dueDays.paused)
  },
  late: (plot, target) => {
    begin(plot, target)
    if (plot.chance.fraction() < 0.5) negotiate(plot)
    finishOn(plot, plot.chance.whole({ from: 17, to: 25 }))
  },
  stalled: (plot, target) => {
    begin(plot, target)
    if (plot.chance.fraction() < 0.5) negotiate(plot)
    act(plot, plot.owner, 'note', { text: phraseOf(plot, 'note') })
  },
  unreachable: (plot, target) => {
    arrive(plot, target)
    investigate(plot)
    finishOn(plot, plot.chance.whole({ from: 8, to: 13 }))
  },
  withdrawn: (plot, target) => {
    firstContact(plot)
    if (plot.chance.fraction() < 0.6) arrive(plot, target)
    withdraw(plot)
  },
  declined: plot => {
    firstContact(plot)
    decline(plot)
  },
  reclassified: plot => {
    firstContact(plot)
    reclassify(plot)
  },
  renewed: (plot, target) => {
    begin(plot, target)
    renew(plot, target)
    const since = (epochMs(plot.at) - epochMs(plot.receivedAt)) / DAY_MS
    finishOn(plot, Math.round(since) + plot.chance.whole({ from: 4, to: 10 }))
  },
  merged: (plot, _target, occasion, wish) => {
    merge(plot, caseId(wish, occasion.repeats ?? 0))
  },
  group: (plot, target) => {
    begin(plot, target)
    extend(plot, 'complex')
    negotiate(plot)
  },
}

function begin(plot: Plot, target: string): void {
  firstContact(plot)
  arrive(plot, target)
  investigate(plot)
}

/** Answers on the day so many days after receipt, then everything that follows. */
function finishOn(plot: Plot, days: number): void {
  answer(plot, plusMs(plot.receivedAt, days * DAY_MS))
  end(plot)
}

function span(plot: Plot): number {
  const { chance } = plot
  if (plot.matter !== 'complaint') return chance.whole({ from: 1, to: 4 })
  return chance.weigh([
    [50, chance.whole({ from: 2, to: 3 })],
    [36, chance.whole({ from: 4, to: 7 })],
    [14, chance.whole({ from: 8, to: 13 })],
  ])
}

/** The id follows from the seed, so that a build that was broken off meets its own cases. */
function caseId(wish: YearWish, no: number): string {
  return `c-${createHash('sha256').update(`${wish.seed}:${no}`).digest('hex').slice(0, 20)}`
}

function inOrder(steps: readonly Step[]): Step[] {
  return steps
    .map((step, index) => ({ step, index }))
    .sort((a, b) => compare(a.step.at, b.step.at) || a.index - b.index)
    .map(({ step }) => step)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
