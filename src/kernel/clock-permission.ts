// What the law allows to be done to a running clock: extend it, tier by tier and in time, or pause it for its few reasons.

import type { ClockRefusal } from './clock-refusal.ts'
import { articleOf, SEQUENCE, sequenceRefusal } from './clock-refusal.ts'
import type { Journal, Run } from './clock-run.ts'
import { dueAsOf } from './clock-run.ts'
import type { Step } from './clock-timeline.ts'
import { isLate } from './clock-unit.ts'
import type { PauseRule, RulePack } from './rule-pack.ts'
import { dayOfNumber } from './time.ts'
import { fill } from './words.ts'

/** Grants an extension to the one pack it is for, or says why it cannot be: unknown, repeated, out of order, too late. */
export function grant(journal: Journal, step: Step): ClockRefusal | null {
  if (step.fact.type !== 'extended') return null
  const packIndex = journal.packs.findIndex(step.isFor)
  const pack = journal.packs[packIndex]
  if (!pack) return null
  const dutyIndex = pack.duties.findIndex(duty => duty.extensions?.some(rule => rule.tier === step.fact.tier))
  const extension = pack.duties[dutyIndex]?.extensions?.find(rule => rule.tier === step.fact.tier)
  const tier = extension?.title ?? TIERS[step.fact.tier ?? 'complex']
  const refuse = (
    wording: (typeof SEQUENCE)[keyof typeof SEQUENCE],
    values: { zh: object; en: object } = { zh: {}, en: {} },
  ) => {
    const zh = fill(wording, 'zh-CN', { pack: pack.title.zh, tier: tier.zh, ...values.zh })
    const en = fill(wording, 'en', { pack: pack.title.en, tier: tier.en, ...values.en })
    const source = extension?.source ?? articleOf([pack], 'extended')
    return sequenceRefusal({ code: wording.code, zh, en }, step.index, { source })
  }
  if (!extension) return refuse(SEQUENCE.extensionNotInLaw)
  const run = journal.runs[packIndex]?.[dutyIndex]?.at(-1)
  if (!run || run.finish) return refuse(SEQUENCE.extensionWithoutClock)
  if (hasGranted(run, extension.tier)) return refuse(SEQUENCE.extensionRepeated)
  if (extension.after && !hasGranted(run, extension.after)) {
    const before = run.duty.extensions?.find(rule => rule.tier === extension.after)?.title ?? tier
    return refuse(SEQUENCE.extensionOutOfOrder, { zh: { before: before.zh }, en: { before: before.en } })
  }
  const due = dueAsOf(journal, run, step.ms)
  if (isLate(run.duty.unit, step.ms, due)) {
    const day = dayOfNumber(due.day)
    return refuse(SEQUENCE.extensionTooLate, { zh: { due: day }, en: { due: day } })
  }
  run.granted.push({ extension, ms: step.ms })
  run.limit = extension.total
  return null
}

/** Why a pause cannot begin or end: the reason is none the law knows, it is open already, or there is none to end. */
export function findPauseRefusal(journal: Journal, step: Step): ClockRefusal | null {
  const { type, reason } = step.fact
  if (type !== 'paused' && type !== 'resumed') return null
  const { packs } = journal
  const rules = packs.flatMap(pauseRulesOf)
  const known = rules.find(rule => rule.reason === reason)
  if (type === 'resumed') {
    const isOpen = journal.pauses.some(spell => spell.to === null && (reason === undefined || spell.reason === reason))
    const source = known?.source ?? articleOf(packs, 'paused')
    return isOpen ? null : sequenceRefusal(SEQUENCE.notPaused, step.index, { source })
  }
  if (!known) return unlawfulPause(packs, rules, step)
  if (!journal.pauses.some(spell => spell.to === null && spell.reason === reason)) return null
  const zh = fill(SEQUENCE.pausedAlready, 'zh-CN', { reason: known.title.zh })
  const en = fill(SEQUENCE.pausedAlready, 'en', { reason: known.title.en })
  return sequenceRefusal({ code: SEQUENCE.pausedAlready.code, zh, en }, step.index, { source: known.source })
}

function unlawfulPause(packs: readonly RulePack[], rules: readonly PauseRule[], step: Step): ClockRefusal {
  const wording = rules.length > 0 ? SEQUENCE.pauseReasonNotInLaw : SEQUENCE.pausesNotInLaw
  const reason = step.fact.reason ?? ''
  const zh = fill(wording, 'zh-CN', {
    reason,
    allowed: [...new Set(rules.map(rule => rule.title.zh))].join('；'),
    pack: packs.map(pack => pack.title.zh).join('、'),
  })
  const en = fill(wording, 'en', {
    reason,
    allowed: [...new Set(rules.map(rule => rule.title.en))].join('; '),
    pack: packs.map(pack => pack.title.en).join(', '),
  })
  return sequenceRefusal({ code: wording.code, zh, en }, step.index, { source: articleOf(packs, 'paused') })
}

const pauseRules = new WeakMap<RulePack, readonly PauseRule[]>()

function pauseRulesOf(pack: RulePack): readonly PauseRule[] {
  let rules = pauseRules.get(pack)
  if (!rules) {
    rules = pack.duties.flatMap(duty => duty.pauses ?? [])
    pauseRules.set(pack, rules)
  }
  return rules
}

function hasGranted(run: Run, tier: string): boolean {
  return run.granted.some(given => given.extension.tier === tier)
}

const TIERS = {
  complex: { zh: '情况复杂', en: 'complex case' },
  special: { zh: '情况特别复杂', en: 'especially complex case' },
} as const
