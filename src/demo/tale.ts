// What a consumer of the demonstration says: a situation, told in a tone, through a channel, by somebody invented.

import { type Instant, plusDays, weekdayOf } from '../kernel/time.ts'
import type { Channel, Matter } from '../modules/complaints/rules/vocabulary.ts'
import type { Chance } from '../platform/clock.ts'
import { getUnit } from './bank.ts'
import { dayAt } from './office-hours.ts'
import type { Consumer } from './person.ts'
import { inventName } from './person.ts'
import { getProduct, type Product } from './product.ts'
import type { Situation } from './situation.ts'
import { hasPattern, patternLetter } from './tale-letter.ts'
import { accountSituations } from './tale-text-account.ts'
import { cardSituations } from './tale-text-card.ts'
import { counterSituations, otherMatters } from './tale-text-counter.ts'
import { loanSituations } from './tale-text-loan.ts'
import { wealthSituations } from './tale-text-wealth.ts'
import { alsoAsked, background, before, impact, proof, type Tone, traces, voices } from './tale-voice.ts'

export const situations: readonly Situation[] = [
  ...cardSituations,
  ...loanSituations,
  ...wealthSituations,
  ...accountSituations,
  ...counterSituations,
]

export interface Tale {
  readonly situation: Situation
  readonly product: Product
  readonly tone: Tone
  readonly text: string
  readonly requests: readonly { readonly text: string; readonly amountMinor?: number }[]
  readonly amountMinor: number | null
  /** The words of one of the agents' patterns. */
  readonly patterned: boolean
  readonly codes: { readonly a: string; readonly b: string; readonly c: string }
  /** Fills the places of further texts about this case. */
  readonly fill: (text: string) => string
}

export interface Circumstances {
  readonly consumer: Consumer
  readonly channel: Channel
  readonly matter: Matter
  /** The unit where it happened. */
  readonly unit: string
  readonly at: Instant
  readonly elderly: boolean
  readonly situation?: Situation
  readonly patterned?: boolean
}

/** Situations about which agents sell letters. */
export const agentSituations = situations.filter(each => hasPattern(each.id))

/** Throws `RangeError` for an id that no situation has. */
export function getSituation(id: string): Situation {
  const found = situations.find(each => each.id === id)
  if (!found) throw new RangeError(`no situation ${id}`)
  return found
}

export function pickSituation(chance: Chance): Situation {
  return chance.weigh(situations.map(each => [each.weight, each] as const))
}

/** @param chance the case's own source of chance: the same case is always told in the same words */
export function tell(chance: Chance, about: Circumstances): Tale {
  const situation = about.situation ?? pickSituation(chance)
  const product = getProduct(chance.pick(situation.products))
  const amount = situation.amount ? roundSum(situation, situation.amount, chance) : null
  const tone = pickTone(chance, about)
  const fill = filler(chance, about, product, amount)
  const said = about.patterned
    ? fill(patternLetter(chance, situation.id))
    : about.matter === 'complaint'
      ? compose(chance, situation, tone, fill)
      : fill(chance.pick(otherMatters[about.matter as keyof typeof otherMatters] ?? otherMatters.inquiry))
  const amountMinor = amount === null ? null : amount * 100
  return {
    situation,
    product,
    tone,
    text: throughChannel(said, about, chance, fill),
    requests: requestsOf(chance, about, situation, amountMinor, fill, said),
    amountMinor: about.matter === 'complaint' ? amountMinor : null,
    patterned: about.patterned ?? false,
    codes: { a: chance.pick(situation.through), b: product.business, c: situation.reason },
    fill,
  }
}

function compose(chance: Chance, situation: Situation, tone: Tone, fill: (text: string) => string): string {
  const voice = voices[tone]
  const maybe = (list: readonly string[], odds: number) => (chance.fraction() < odds ? sentence(chance.pick(list)) : '')
  const talkative = tone === 'long' ? 1 : tone === 'terse' ? 0 : 0.45
  const parts = [
    chance.pick(voice.opening),
    maybe(background, tone === 'long' ? 1 : tone === 'terse' ? 0 : 0.15),
    sentence(chance.pick(situation.what)),
    maybe(situation.more, tone === 'terse' ? 0.1 : 0.75),
    maybe(before, talkative),
    maybe(impact, talkative * 0.8),
    tone === 'long' ? sentence(situation.more[0] ?? '') : '',
    maybe(proof, talkative * 0.7),
    maybe(voice.feeling, tone === 'terse' ? 0 : 0.8),
    maybe(traces, tone === 'terse' ? 0.25 : 0.3),
    chance.pick(voice.ending),
  ]
  return fill([...new Set(parts)].join(''))
}

function requestsOf(
  chance: Chance,
  about: Circumstances,
  situation: Situation,
  amountMinor: number | null,
  fill: (text: string) => string,
  said: string,
): Tale['requests'] {
  if (about.matter !== 'complaint') return [{ text: [...said].slice(0, 60).join('') }]
  const main = fill(chance.pick(situation.ask))
  const others = chance.fraction() < 0.32 ? [chance.pick(alsoAsked)] : []
  if (chance.fraction() < 0.08) others.push(chance.pick(alsoAsked))
  return [{ text: main, ...(amountMinor !== null && { amountMinor }) }, ...[...new Set(others)].map(text => ({ text }))]
}

function throughChannel(said: string, about: Circumstances, chance: Chance, fill: (text: string) => string): string {
  const frame = chance.pick(FRAMES[about.channel] ?? ['{said}'])
  return fill(frame).replace('{said}', () => said)
}

const FRAMES: Partial<Record<Channel, readonly string[]>> = {
  hotline: ['{said}', '客户来电：{said}', '来电人称，{said}', '（电话记录）{said}'],
  branch: ['客户在{o}当面反映：{said}', '{said}', '客户到店陈述，{said}'],
  'nfra-12378': ['【12378转办】消费者反映：{said}', '【监管转办】{said}'],
  'pbc-12363': ['【12363转办】投诉人诉称：{said}'],
  'government-12345': ['【12345市民热线转办】市民反映：{said}'],
  'petition-office': ['【信访转办】来信人反映：{said}'],
  letter: ['{said}——{name}', '来信摘录：{said}'],
  media: ['记者转来读者反映：{said}'],
}

function pickTone(chance: Chance, about: Circumstances): Tone {
  if (about.elderly && chance.fraction() < 0.7) return 'elder'
  const local = LOCAL[Object.keys(LOCAL).find(each => about.unit.startsWith(each)) ?? '']
  if (local && chance.fraction() < 0.14) return local
  if (about.channel === 'letter' || about.channel === 'nfra-12378') return chance.pick(['formal', 'long', 'angry'])
  return chance.weigh<Tone>([
    [16, 'polite'],
    [26, 'plain'],
    [12, 'terse'],
    [17, 'angry'],
    [11, 'long'],
    [10, 'anxious'],
    [6, 'formal'],
  ])
}

const LOCAL: Readonly<Record<string, Tone>> = { 'HO.SH': 'shanghai', 'HO.SC': 'sichuan', 'HO.GD': 'cantonese' }

function filler(chance: Chance, about: Circumstances, product: Product, amount: number | null) {
  const day = plusDays(dayAt(about.at), -chance.whole({ from: 1, to: 24 }))
  const earlier = plusDays(dayAt(about.at), -chance.whole({ from: 2, to: 20 }))
  const outlet = getUnit(about.unit)
  const unitName = about.unit === 'HO' ? '贵行' : outlet.zh
  const { consumer } = about
  const values: Readonly<Record<string, string>> = {
    p: product.zh,
    o: unitName,
    d: spoken(day, chance),
    b: spoken(earlier, chance),
    y: amount === null ? '' : sum(amount, chance),
    t: consumer.account.slice(-4),
    n: chance.pick([...'三四五六七八']),
    s: inventName(chance).slice(0, 1),
    name: consumer.name,
    family: consumer.name.slice(0, 1),
    phone: consumer.phone,
    id: consumer.identityNumber ?? consumer.phone,
    card: consumer.account,
  }
  return (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

function spoken(day: string, chance: Chance): string {
  const [, month, date] = day.split('-').map(Number)
  return chance.fraction() < 0.8
    ? `${month}月${date}${chance.pick(['日', '号'])}`
    : `${month}月${date}日（周${'日一二三四五六'[weekdayOf(day as Parameters<typeof weekdayOf>[0])]}）`
}

function roundSum(situation: Situation, [from, to]: readonly [number, number], chance: Chance): number {
  // Small sums are more frequent than large ones.
  const raw = from * (to / from) ** chance.fraction()
  const step = situation.step ?? (raw > 50_000 ? 1_000 : raw > 5_000 ? 100 : raw > 500 ? 10 : 1)
  return Math.max(step, Math.round(raw / step) * step)
}

function sum(amount: number, chance: Chance): string {
  if (amount >= 10_000 && amount % 1_000 === 0 && chance.fraction() < 0.6) return `${amount / 10_000}万元`
  if (chance.fraction() < 0.25) return `${amount}块钱`
  return chance.fraction() < 0.5 ? `${amount.toLocaleString('en-US')}元` : `${amount}元`
}

function sentence(text: string): string {
  return text === '' || /[。！？]$/.test(text) ? text : `${text}。`
}
