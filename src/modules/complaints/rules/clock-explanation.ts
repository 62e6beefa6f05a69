// Answers "why this date?" for facts that anybody may lay before the clocks; it stores nothing.

import type { Clock, ClockPause } from '../../../kernel/clock.ts'
import { evaluate } from '../../../kernel/clock.ts'
import { explainClock } from '../../../kernel/clock-explanation.ts'
import type { Calendars } from '../../../kernel/clock-journal.ts'
import type { ClockRefusal } from '../../../kernel/clock-refusal.ts'
import { inputRefusal, isClockRefusal } from '../../../kernel/clock-refusal.ts'
import type { Fact, RulePack } from '../../../kernel/rule-pack.ts'
import type { Day, Instant } from '../../../kernel/time.ts'
import { dayOf } from '../../../kernel/time.ts'
import type { Language } from '../../../kernel/words.ts'
import type { ClockAnswer, ClockCycle, ClockQuestion, ClockTold } from './clock-contract.ts'
import { findRulePack } from './policy.ts'

/**
 * The clocks of the facts under the packs named, each with its explanation in the language asked. `packs` has every
 * version that was published, in order.
 * An `input` refusal is a 400 that names the field, a `sequence` refusal a 409 with the reason.
 */
export function explainClocks(
  question: ClockQuestion,
  context: { now: Instant; packs: readonly RulePack[]; calendars: Calendars },
): ClockAnswer | ClockRefusal {
  const now = question.now ?? context.now
  const packs = packsOf(question, context.packs)
  if (!Array.isArray(packs)) return packs
  const clocks = evaluate(packs, question.facts, { now, calendars: context.calendars })
  if (isClockRefusal(clocks)) return clocks
  const { language } = question
  return {
    clocks: clocks.flatMap(clock => {
      const pack = packs.find(one => one.id === clock.pack)
      return pack ? [tellClock(clock, { pack, now, language })] : []
    }),
  }
}

/** A clock as programs and pages are told of it. */
export function tellClock(clock: Clock, told: { pack: RulePack; now: Instant; language: Language }): ClockTold {
  const { title, civilProvisional, pauses, earlier, isRight, isLate, undone, startedOn, basis, zone, ...same } = clock
  return {
    ...same,
    title: told.language === 'zh-CN' ? title.zh : title.en,
    ...(civilProvisional && { civilProvisional: true as const }),
    extensions: [...same.extensions],
    pauses: pauses.map(tellPause),
    earlier: earlier.map(tellCycle),
    explanation: explainClock(clock, told),
  }
}

function tellPause({ reason, from, to, days, minutes, isEffective }: ClockPause): ClockTold['pauses'][number] {
  return { reason, from, to, days, effective: isEffective, ...(minutes !== null && { minutes }) }
}

function tellCycle(clock: Clock): ClockCycle {
  const { cycle, state, startedAt, dueOn, dueAt, limit, elapsed, remaining, metBy, metAt } = clock
  return { cycle, state, startedAt, dueOn, dueAt, limit, elapsed, remaining, overdue: clock.isLate, metBy, metAt }
}

function packsOf(question: ClockQuestion, all: readonly RulePack[]): RulePack[] | ClockRefusal {
  const isList = Array.isArray(question.pack)
  const ids = isList ? [...new Set(question.pack)] : [question.pack as string]
  const packs: RulePack[] = []
  for (const id of ids) {
    const pack = findRulePack(id, receivedOn(question.facts, id), all)
    if (!pack) return inputRefusal('pack-unknown', 'pack', null, { pack: id })
    packs.push(pack)
  }
  const strange = question.facts.findIndex(fact => fact.pack !== undefined && !all.some(pack => pack.id === fact.pack))
  if (strange < 0) return packs
  return inputRefusal('pack-unknown', `facts[${strange}].pack`, strange, { pack: question.facts[strange]?.pack ?? '' })
}

// A case keeps the version that was in force when the complaint was received.
function receivedOn(facts: readonly Fact[], pack: string): Day | undefined {
  const receipts = facts.filter(fact => fact.type === 'received')
  const receipt = receipts.find(fact => fact.pack === pack) ?? receipts.find(fact => fact.pack === undefined)
  return receipt ? dayOf(receipt.at) : undefined
}
