// When and by whom the bank is complained to in a year: days, channels, places, people, and what the author means to show.

import { dayNumberAt, dayOfNumber, epochMs, type Instant, plusMs, SHANGHAI, weekdayOf } from '../kernel/time.ts'
import type { Channel, Matter } from '../modules/complaints/rules/vocabulary.ts'
import { type Chance, seededChance } from '../platform/clock.ts'
import { units } from './bank.ts'
import { speaking } from './office-hours.ts'
import { type Consumer, inventConsumer, inventFirm } from './person.ts'
import type { Situation } from './situation.ts'
import { agentSituations, getSituation, pickSituation } from './tale.ts'

export type Plan =
  | 'simple'
  | 'extended'
  | 'special'
  | 'appraisal'
  | 'mediation'
  | 'late'
  | 'stalled'
  | 'unreachable'
  | 'withdrawn'
  | 'declined'
  | 'reclassified'
  | 'supplement'
  | 'renewed'
  | 'corrected'
  | 'merged'
  | 'group'

export interface Occasion {
  readonly no: number
  readonly plan: Plan
  readonly receivedAt: Instant
  readonly channel: Channel
  readonly matter: Matter
  readonly branch: string
  /** Where it happened. */
  readonly unit: string
  readonly situation: Situation
  readonly consumer: Consumer
  readonly patterned: boolean
  /** The caller gave a number to be called back at, and no name. */
  readonly anonymous: boolean
  /** The identity number was given: the vault knows the person again by it. */
  readonly identified: boolean
  /** The occasion of the case that this one repeats. */
  readonly repeats: number | null
}

const YEAR_DAYS = 364
const RECENT_DAYS = 17
const SURGE_DAYS = 21
export const SURGE = { branch: 'HO.SC', situation: 'account-limited' } as const
export const GROUP = { unit: 'HO.JS.SZ.LW', situation: 'group-capital-protected', daysAgo: 23, people: 23 } as const

/** A year of occasions, numbered as they were thought of. */
export function occasions(wish: { seed: string; now: Instant; cases: number }): Occasion[] {
  const chance = seededChance(`${wish.seed}:year`)
  const repeated = Math.round(wish.cases * 0.024)
  const surge = Math.round(wish.cases * 0.024)
  const kin = Math.round(wish.cases * 0.004)
  const days = dayWeights(wish.now)
  const all: Occasion[] = [groupOccasion(wish, chance)]
  const add = (more: Partial<Occasion> & { day: number }) => all.push(occasion(wish, chance, all, more))
  for (let count = 0; count < surge; count++)
    add({
      day: dayAgo(wish.now, chance.whole({ from: 0, to: SURGE_DAYS })),
      branch: SURGE.branch,
      situation: getSituation(SURGE.situation),
      matter: 'complaint',
    })
  for (let count = 0; count < kin; count++)
    add({
      day: dayAgo(wish.now, chance.whole({ from: 8, to: 34 })),
      branch: 'HO.JS',
      unit: GROUP.unit,
      situation: getSituation(GROUP.situation),
      matter: 'complaint',
    })
  while (all.length < wish.cases - repeated) add({ day: chance.weigh(days) })
  const candidates = all.filter(canBeRepeated)
  for (let count = 0; count < repeated && count < candidates.length; count++) {
    const first = candidates[Math.floor((count * candidates.length) / repeated)]
    if (first) all.push(repetition(wish, chance, all.length, first))
  }
  return all
}

function occasion(
  wish: { now: Instant },
  chance: Chance,
  before: readonly Occasion[],
  more: Partial<Occasion> & { day: number },
): Occasion {
  const { day, ...given } = more
  const no = before.length
  const matter = given.matter ?? chance.weigh(MATTER_WEIGHTS)
  const branch = given.branch ?? chance.weigh(BRANCH_WEIGHTS)
  const channel = chance.weigh(matter === 'complaint' ? CHANNEL_WEIGHTS : MATTER_CHANNEL_WEIGHTS)
  const unit = given.unit ?? chance.pick(PLACES.filter(each => each.startsWith(`${branch}.`)))
  const patterned = matter === 'complaint' && !given.situation && chance.fraction() < 0.03
  const situation = given.situation ?? (patterned ? chance.pick(agentSituations) : pickSituation(chance))
  const receivedAt = receipt(wish.now, day, channel, chance)
  const age = (epochMs(wish.now) - epochMs(receivedAt)) / 86_400_000
  return {
    no,
    plan: matter === 'complaint' ? chance.weigh(plansAt(age)) : 'simple',
    receivedAt,
    channel,
    matter,
    branch,
    unit,
    situation,
    consumer: complainant(chance, before, { branch, no, receivedAt, situation }),
    patterned,
    anonymous: channel === 'hotline' && chance.fraction() < 0.02,
    identified: chance.fraction() < 0.7,
    repeats: null,
  }
}

// The second time must be known to be the same person.
function canBeRepeated(each: Occasion): boolean {
  const { plan, matter, repeats, consumer, anonymous, identified } = each
  const isPerson = consumer.kind === 'person' && identified && !anonymous
  return plan === 'simple' && matter === 'complaint' && repeats === null && isPerson
}

/** The same person with the same matter, some days later and through another channel. */
function repetition(wish: { now: Instant }, chance: Chance, no: number, first: Occasion): Occasion {
  const later = plusMs(first.receivedAt, chance.whole({ from: 20, to: 60 }) * 3_600_000)
  const receivedAt = later < wish.now ? later : plusMs(first.receivedAt, 600_000)
  const channel = chance.pick((['hotline', 'app', 'nfra-12378', 'web'] as const).filter(each => each !== first.channel))
  return { ...first, no, receivedAt, channel, plan: 'merged', repeats: first.no }
}

function groupOccasion(wish: { now: Instant }, chance: Chance): Occasion {
  const receivedAt = receipt(wish.now, dayAgo(wish.now, GROUP.daysAgo), 'visit', chance)
  const situation = getSituation(GROUP.situation)
  return {
    no: 0,
    plan: 'group',
    receivedAt,
    channel: 'visit',
    matter: 'complaint',
    branch: 'HO.JS',
    unit: GROUP.unit,
    situation,
    consumer: inventConsumer(chance, { branch: 'HO.JS', no: 0, year: Number(receivedAt.slice(0, 4)), elderly: true }),
    patterned: false,
    anonymous: false,
    identified: true,
    repeats: null,
  }
}

function complainant(
  chance: Chance,
  before: readonly Occasion[],
  about: { branch: string; no: number; receivedAt: Instant; situation: Situation },
): Consumer {
  // Some come back: two, three, four times in a year.
  if (before.length > 30 && chance.fraction() < 0.06) {
    const earlier = chance.pick(before)
    if (earlier.branch === about.branch && earlier.consumer.kind === 'person') return earlier.consumer
  }
  const { branch, no } = about
  if (chance.fraction() < 0.02) return inventFirm(chance, { branch, no })
  const elderly = ELDERLY.includes(about.situation.id) ? chance.fraction() < 0.8 : chance.fraction() < 0.13
  return inventConsumer(chance, { branch, no, year: Number(about.receivedAt.slice(0, 4)), elderly })
}

const ELDERLY = ['card-frozen-elder', 'insurance-as-deposit', 'app-elder', 'deposit-moved', 'group-capital-protected']

// More in the last weeks: the answer to a complaint takes days, and the desk should have work on it.
function dayWeights(now: Instant): (readonly [number, number])[] {
  const today = dayNumberAt(epochMs(now), SHANGHAI)
  return Array.from({ length: YEAR_DAYS }, (_, ago) => {
    const day = today - ago
    const weekday = weekdayOf(dayOfNumber(day))
    const rest = weekday === 0 || weekday === 6 ? 0.5 : 1
    return [rest * (ago <= RECENT_DAYS ? 3.7 : 1), day] as const
  })
}

function dayAgo(now: Instant, days: number): number {
  return dayNumberAt(epochMs(now), SHANGHAI) - days
}

function receipt(now: Instant, day: number, channel: Channel, chance: Chance): Instant {
  const counter = channel === 'branch' || channel === 'visit' || channel.includes('-')
  let at = speaking(day, counter, chance)
  for (let back = 1; at >= plusMs(now, -1_800_000); back++) at = speaking(day - back, counter, chance)
  return at
}

function plansAt(age: number): readonly (readonly [number, Plan])[] {
  const middle = age > 16 && age < 62
  const fresh = age < 9
  return [
    [middle ? 44 : 64, 'simple'],
    [middle ? 20 : 8, 'extended'],
    [middle ? 7 : 2, 'special'],
    [middle ? 4 : 2, 'appraisal'],
    [middle ? 7 : 3, 'mediation'],
    [2.5, 'late'],
    [age > 16 && age < 48 ? 6 : 0, 'stalled'],
    [2.5, 'unreachable'],
    [5.5, 'withdrawn'],
    [fresh ? 4 : 1.6, 'declined'],
    [fresh ? 4 : 2, 'reclassified'],
    [fresh ? 10 : 5, 'supplement'],
    [1.5, 'renewed'],
    [2, 'corrected'],
  ]
}

const PLACES: readonly string[] = units
  .filter(each => each.validTo === null && (each.kind === 'outlet' || each.kind === 'sub-branch'))
  .map(each => each.path)

const BRANCH_WEIGHTS = [
  [32, 'HO.SH'],
  [24, 'HO.JS'],
  [25, 'HO.GD'],
  [19, 'HO.SC'],
] as const

const MATTER_WEIGHTS: readonly (readonly [number, Matter])[] = [
  [92, 'complaint'],
  [4, 'inquiry'],
  [1.6, 'suggestion'],
  [1.4, 'praise'],
  [0.5, 'report'],
  [0.5, 'petition'],
]

const CHANNEL_WEIGHTS: readonly (readonly [number, Channel])[] = [
  [38, 'hotline'],
  [15, 'branch'],
  [6, 'web'],
  [13, 'app'],
  [6, 'wechat'],
  [2, 'email'],
  [2, 'letter'],
  [1.5, 'visit'],
  [9, 'nfra-12378'],
  [3.5, 'pbc-12363'],
  [2.5, 'government-12345'],
  [0.8, 'petition-office'],
  [0.4, 'media'],
  [0.3, 'other'],
]

const MATTER_CHANNEL_WEIGHTS: readonly (readonly [number, Channel])[] = [
  [6, 'hotline'],
  [3, 'branch'],
  [3, 'app'],
  [2, 'web'],
]
