// Why a list of facts is not evaluated: input that names no facts, or a sequence that the law does not allow.

import type { FactOrder, Phase, RulePack, Source } from './rule-pack.ts'
import type { Values, Wording } from './words.ts'
import { fill } from './words.ts'

/**
 * `input` is answered 400 and names the field; `sequence` is answered 409 with the reason and, where there is one,
 * the article. `fact` is the place of the fact in the list as it was given.
 */
export interface ClockRefusal {
  readonly refusal: 'input' | 'sequence'
  readonly code: string
  readonly saying: Wording
  readonly fact: number | null
  readonly field: string | null
  readonly source: string | null
}

export function isClockRefusal<T extends object>(answer: T | ClockRefusal): answer is ClockRefusal {
  return 'refusal' in answer
}

/** Input that cannot be read; `field` is a path such as `facts[3].at`. */
export function inputRefusal(
  code: keyof typeof INPUT,
  field: string,
  fact: number | null,
  values: Values = {},
): ClockRefusal {
  return { refusal: 'input', code, saying: said(INPUT[code], { field, ...values }), fact, field, source: null }
}

/** A fact that may not follow those before it, cited with the article where there is one. */
export function sequenceRefusal(
  wording: Wording & { readonly code: string },
  fact: number,
  cited: { source: Source | null; values?: Values },
): ClockRefusal {
  const { zh, en } = said(wording, cited.values ?? {})
  const source = cited.source
  const saying = source ? { zh: `${zh}（${source.zh}）`, en: `${en} (${source.en}).` } : { zh, en: `${en}.` }
  const ended = { zh: `${saying.zh}。`, en: saying.en }
  return { refusal: 'sequence', code: wording.code, saying: ended, fact, field: null, source: source?.code ?? null }
}

/** A fact that the present phase of the case does not allow. */
export function phaseRefusal(
  order: FactOrder,
  refused: { type: string; at: number; phase: Phase; finishedBy: string | null },
  cited: Source | null,
): ClockRefusal {
  const allowed = order.facts[refused.type]?.in ?? []
  const name = refused.phase === 'finished' ? 'after' : allowed.includes('finished') ? 'early' : 'opened'
  const wording = refused.phase === 'unopened' ? PHASE.before : PHASE[name]
  const title = order.facts[refused.type]?.title ?? { zh: refused.type, en: refused.type }
  const opening = order.facts[order.opening]?.title ?? title
  const finish = order.facts[refused.finishedBy ?? '']?.title ?? opening
  const zh = fill(wording, 'zh-CN', { fact: title.zh, opening: opening.zh, finish: finish.zh })
  const en = fill(wording, 'en', { fact: title.en, opening: opening.en, finish: finish.en })
  return sequenceRefusal({ code: wording.code, zh, en }, refused.at, { source: cited })
}

/** The first article that one of the packs gives for a fact. */
export function articleOf(packs: readonly RulePack[], type: string | null): Source | null {
  if (type === null) return null
  for (const pack of packs) if (pack.articles[type]) return pack.articles[type]
  return null
}

function said(wording: Wording, values: Values): Wording {
  return { zh: fill(wording, 'zh-CN', values), en: fill(wording, 'en', values) }
}

const INPUT = {
  'instant-unreadable': {
    zh: '{field} 不是可识别的时刻，须为带时区的日期时间，例如 2026-03-01T10:00:00+08:00。',
    en: '{field} is not an instant; give a date and time with its offset, such as 2026-03-01T10:00:00+08:00.',
  },
  'day-unreadable': {
    zh: '{field} 不是可识别的日期，须形如 2026-03-16。',
    en: '{field} is not a day; give it as 2026-03-16.',
  },
  'fact-in-future': {
    zh: '{field} 晚于当前时刻：尚未发生的事不能作为事实。',
    en: '{field} is later than now: what has not happened is not a fact.',
  },
  'delivered-before-told': {
    zh: '{field} 早于告知的时刻。',
    en: '{field} is before the decision was told.',
  },
  'fact-unknown': { zh: '{field} 不是已知的事实类型：{type}。', en: '{field} is not a known type of fact: {type}.' },
  'field-missing': { zh: '{field} 必须填写。', en: '{field} is required.' },
  'field-unknown': {
    zh: '{field} 的取值不在允许范围内：{value}。',
    en: '{field} has a value that is not allowed: {value}.',
  },
  'pack-unknown': { zh: '{field}：没有这个规则包：{pack}。', en: '{field}: there is no rule pack {pack}.' },
} as const satisfies Record<string, Wording>

/** The wordings of sequences that no pack allows; a pack's own are in its admissions. */
export const SEQUENCE = {
  receivedAlready: { code: 'received-already', zh: '收到投诉只能记录一次', en: 'Receipt is recorded once only' },
  extensionNotInLaw: {
    code: 'extension-not-in-law',
    zh: '{pack}没有“{tier}”这一档延长',
    en: '{pack} gives no extension of the tier "{tier}"',
  },
  extensionRepeated: {
    code: 'extension-repeated',
    zh: '“{tier}”延长已经用过，期限不得再延长',
    en: 'The extension "{tier}" has been used; the limit cannot be extended again',
  },
  extensionOutOfOrder: {
    code: 'extension-out-of-order',
    zh: '未先以“{before}”延长，不得以“{tier}”延长',
    en: 'There is no extension "{tier}" without the extension "{before}" before it',
  },
  extensionTooLate: {
    code: 'extension-too-late',
    zh: '延长须在期限届满之前作出，原期限的最后一日为{due}',
    en: 'An extension is granted before the limit ends, and its last day was {due}',
  },
  extensionWithoutClock: {
    code: 'extension-without-clock',
    zh: '没有正在计算的期限可供延长',
    en: 'There is no running limit to extend',
  },
  pauseReasonNotInLaw: {
    code: 'pause-reason-not-in-law',
    zh: '“{reason}”不是可以暂停计时的事由；可以暂停的只有：{allowed}',
    en: '"{reason}" is no ground for a pause; the only grounds are: {allowed}',
  },
  pausesNotInLaw: {
    code: 'pause-reason-not-in-law',
    zh: '{pack}没有可以暂停计时的事由',
    en: '{pack} knows no ground for a pause',
  },
  pausedAlready: {
    code: 'paused-already',
    zh: '已因同一事由（{reason}）暂停，尚未恢复',
    en: 'It is paused for the same reason ({reason}) and has not been resumed',
  },
  notPaused: { code: 'not-paused', zh: '没有尚未恢复的暂停', en: 'There is no open pause to end' },
} as const satisfies Record<string, Wording & { readonly code: string }>

const PHASE = {
  before: {
    code: 'before-receipt',
    zh: '在“{opening}”之前不能有“{fact}”',
    en: '"{fact}" cannot come before "{opening}"',
  },
  early: { code: 'too-early', zh: '尚未办结，不能有“{fact}”', en: '"{fact}" cannot come before the case is decided' },
  opened: { code: 'opened-already', zh: '已经“{opening}”，不能再有“{fact}”', en: '"{fact}" cannot follow "{opening}"' },
  after: {
    code: 'finished-already',
    zh: '已经“{finish}”，其后不能有“{fact}”',
    en: '"{fact}" cannot follow "{finish}"',
  },
} as const satisfies Record<string, Wording & { readonly code: string }>
