// Facts as they were given, checked and put in time order.

import type { ClockRefusal } from './clock-refusal.ts'
import { inputRefusal } from './clock-refusal.ts'
import type { Fact, FactOrder, RulePack } from './rule-pack.ts'
import { epochMs, findDay } from './time.ts'

/** A fact with its place in the list as given, its milliseconds, and the packs it is for. */
export interface Step {
  readonly fact: Fact
  readonly index: number
  readonly ms: number
  readonly deliveredMs: number | null
  /** `reopened/order`, where the fact has a ground. */
  readonly qualified: string | null
  readonly order: FactOrder
  readonly isFor: (pack: RulePack) => boolean
}

/** The facts in time order, those of one instant as they were given; or the first field that cannot be right. */
export function timelineOf(packs: readonly RulePack[], facts: readonly Fact[], nowMs: number): Step[] | ClockRefusal {
  const first = packs[0]
  if (!first) return []
  const { order } = first
  const isFor = audience(packs, facts, order)
  const steps: Step[] = []
  for (const [index, fact] of facts.entries()) {
    const ms = epochMs(fact.at)
    const deliveredMs = fact.deliveredAt === undefined ? null : epochMs(fact.deliveredAt)
    const refusal = findInputRefusal(order, fact, { index, ms, deliveredMs, nowMs })
    if (refusal) return refusal
    if (fact.pack !== undefined && !packs.some(pack => pack.id === fact.pack)) continue
    const qualified = fact.ground === undefined ? null : `${fact.type}/${fact.ground}`
    steps.push({ fact, index, ms, deliveredMs, qualified, order, isFor: pack => isFor(fact, pack) })
  }
  return steps.sort((a, b) => a.ms - b.ms)
}

// A complaint may come directly and again through an authority: a receipt that names its pack is that pack's only
// receipt. An extension moves one pack's limit and no other's (No.3 Art. 18, No.5 Art. 43).
function audience(packs: readonly RulePack[], facts: readonly Fact[], order: FactOrder) {
  const ownReceipt = new Set<string>()
  for (const fact of facts) if (fact.type === order.opening && fact.pack !== undefined) ownReceipt.add(fact.pack)
  const leading = packs.find(pack => pack.leads) ?? packs.find(mayExtend) ?? packs[0]
  return (fact: Fact, pack: RulePack): boolean => {
    if (fact.pack !== undefined) return fact.pack === pack.id
    if (fact.type === 'extended') return pack === leading
    return fact.type !== order.opening || !ownReceipt.has(pack.id)
  }
}

function mayExtend(pack: RulePack): boolean {
  return pack.duties.some(duty => (duty.extensions ?? []).length > 0)
}

function findInputRefusal(
  order: FactOrder,
  fact: Fact,
  given: { index: number; ms: number; deliveredMs: number | null; nowMs: number },
): ClockRefusal | null {
  const { index, ms, deliveredMs, nowMs } = given
  const path = `facts[${index}]`
  const rule = Object.hasOwn(order.facts, fact.type) ? order.facts[fact.type] : undefined
  if (!rule) return inputRefusal('fact-unknown', `${path}.type`, index, { type: fact.type })
  if (Number.isNaN(ms)) return inputRefusal('instant-unreadable', `${path}.at`, index)
  if (ms > nowMs) return inputRefusal('fact-in-future', `${path}.at`, index)
  if (deliveredMs !== null) {
    if (Number.isNaN(deliveredMs)) return inputRefusal('instant-unreadable', `${path}.deliveredAt`, index)
    if (deliveredMs > nowMs) return inputRefusal('fact-in-future', `${path}.deliveredAt`, index)
    if (deliveredMs < ms) return inputRefusal('delivered-before-told', `${path}.deliveredAt`, index)
  }
  if (fact.dueOn !== undefined && findDay(fact.dueOn) === null) {
    return inputRefusal('day-unreadable', `${path}.dueOn`, index)
  }
  const missing = rule.needs?.find(field => fact[field] === undefined)
  return missing ? inputRefusal('field-missing', `${path}.${missing}`, index) : null
}
