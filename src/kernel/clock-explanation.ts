// Why this date: a clock told in sentences, from what started it to what finished it, each step with its article.

import type { Clock, ClockPause } from './clock.ts'
import { CLOCK_WORDS, dayInWords, lengthKey, weekdayInWords, ZONES } from './clock-words.ts'
import type { Duty, RulePack, Unit } from './rule-pack.ts'
import type { Day, Instant } from './time.ts'
import { dayOf, daysBetween, MINUTE_MS, msBetween, plusDays, timeOf, weekdayOf } from './time.ts'
import type { Language, Values, Wording } from './words.ts'
import { fill } from './words.ts'

type Sentence = keyof typeof CLOCK_WORDS

interface Telling {
  readonly clock: Clock
  readonly pack: RulePack
  readonly duty: Duty
  readonly now: Instant
  readonly language: Language
}

/**
 * Several plain sentences on one clock: its start and limit, earlier cycles, extensions, pauses, last day, state and the
 * note on rest days. `pack` is the version that the clock was computed with. Throws `RangeError` when it is another.
 */
export function explainClock(clock: Clock, told: { pack: RulePack; now: Instant; language: Language }): string {
  const duty = told.pack.duties.find(one => one.name === clock.duty)
  if (!duty || told.pack.id !== clock.pack) throw new RangeError(`${clock.duty} is not of the pack ${told.pack.id}`)
  const telling = { clock, duty, ...told }
  const sentences = [
    ...startOf(telling),
    ...clock.earlier.map(earlier => cycle(telling, earlier)),
    ...clock.undone.map(({ by, at, reopenedAt }) =>
      say(telling, 'undone', { by: titleOf(telling, by), at: moment(telling, at), again: moment(telling, reopenedAt) }),
    ),
    ...extensions(telling),
    ...pauses(telling),
    ...due(telling),
    ...civil(telling),
    state(telling),
  ]
  return sentences.join(told.language === 'zh-CN' ? '' : ' ')
}

function startOf(telling: Telling): string[] {
  const { clock, duty, pack } = telling
  const start = sentenceCase(titleOf(telling, clock.startedBy), telling.language)
  const sentence = say(telling, duty.limitFrom ? 'start-named-day' : `start-${clock.unit}`, {
    start,
    at: moment(telling, clock.startedAt, 'moment-zone'),
    first: day(telling, plusDays(clock.startedOn, 1)),
    limit: clock.baseLimit,
    length: length(telling, clock.baseLimit),
    edition: clock.calendarEdition ?? '',
    due: day(telling, clock.dueOn),
    source: word(telling, duty.source),
  })
  const isEarly = clock.startedOn < pack.effectiveFrom
  return [
    sentence,
    ...(clock.basis === 'policy' ? [say(telling, 'house')] : []),
    ...(isEarly
      ? [say(telling, 'before-force', { pack: word(telling, pack.title), from: day(telling, pack.effectiveFrom) })]
      : []),
  ]
}

function cycle(telling: Telling, earlier: Clock): string {
  const { clock } = telling
  const next = clock.earlier.find(other => other.cycle === earlier.cycle + 1) ?? clock
  const state = earlier.state === 'running' || earlier.state === 'paused' ? 'ended' : earlier.state
  return say(telling, 'cycle', {
    cycle: earlier.cycle,
    from: day(telling, earlier.startedOn),
    due: day(telling, earlier.dueOn),
    state: say(telling, `state-${state}`),
    start: titleOf(telling, next.startedBy),
  })
}

function extensions(telling: Telling): string[] {
  return telling.clock.extensions.map(granted => {
    const rule = telling.duty.extensions?.find(one => one.tier === granted.tier)
    return say(telling, 'extension', {
      at: moment(telling, granted.at),
      tier: rule ? word(telling, rule.title) : granted.tier,
      limit: length(telling, granted.limit),
      source: rule ? word(telling, rule.source) : granted.source,
    })
  })
}

function pauses(telling: Telling): string[] {
  const { clock } = telling
  const told = clock.pauses.map(pause => pauseSentence(telling, pause))
  if (clock.unit !== 'natural-day' || clock.pauses.length < 2) return told
  const total = daysBetween({ from: clock.startedOn, to: clock.dueOn }) - clock.limit
  const sum = clock.pauses.reduce((days, pause) => days + pause.days, 0)
  return sum > total ? [...told, say(telling, 'overlap', { total })] : told
}

function pauseSentence(telling: Telling, pause: ClockPause): string {
  const rule = telling.duty.pauses?.find(one => one.reason === pause.reason)
  const key = pause.isEffective ? (pause.to === null ? 'pause-open' : 'pause') : 'pause-late'
  return say(telling, key, {
    from: moment(telling, pause.from),
    to: pause.to === null ? '' : moment(telling, pause.to),
    reason: rule ? word(telling, rule.title) : pause.reason,
    length: length(telling, pause.minutes ?? pause.days),
    source: rule ? word(telling, rule.source) : '',
  })
}

function due(telling: Telling): string[] {
  const { clock } = telling
  const weekday = weekdayInWords(weekdayOf(clock.dueOn), telling.language)
  const sentence = isInDays(clock.unit)
    ? say(telling, 'due-day', { due: day(telling, clock.dueOn), weekday })
    : say(telling, 'due-minute', { at: moment(telling, clock.dueAt) })
  return clock.provisional ? [sentence, say(telling, 'provisional')] : [sentence]
}

function civil(telling: Telling): string[] {
  const { clock, pack } = telling
  if (clock.civilDueOn === clock.dueOn && !clock.civilProvisional) return []
  const rule = pack.restDays ? word(telling, pack.restDays) : say(telling, 'no-rule')
  const key = clock.civilProvisional ? 'civil-provisional' : 'civil'
  return [say(telling, key, { rule, civil: day(telling, clock.civilDueOn) })]
}

function state(telling: Telling): string {
  const { clock, now } = telling
  const finished = clock.metAt ?? clock.endedAt
  const by = clock.metBy ?? clock.endedBy
  if (clock.state === 'ended' && by === null) return say(telling, 'lapsed')
  const isLastDay = clock.state === 'running' && isInDays(clock.unit) && clock.dueOn === dayOf(now, clock.zone)
  const isEndedLate = clock.state === 'ended' && clock.isLate && !clock.isRight
  return say(telling, isLastDay ? 'last-day' : isEndedLate ? 'ended-late' : clock.state, {
    now: moment(telling, now),
    at: finished ? moment(telling, finished) : '',
    by: by ? titleOf(telling, by) : '',
    elapsed: length(telling, clock.elapsed),
    remaining: length(telling, clock.remaining),
    late: lateness(telling, finished ?? now),
  })
}

// Late by dates on day clocks (a clock that ended on Friday is a day late on Saturday), by time on minute clocks.
function lateness(telling: Telling, at: Instant): string {
  const { clock } = telling
  if (!isInDays(clock.unit)) {
    const minutes = Math.max(0, Math.ceil(msBetween({ from: clock.dueAt, to: at }) / MINUTE_MS))
    return lengthIn(telling, 'natural-minute', minutes)
  }
  return lengthIn(telling, 'natural-day', daysBetween({ from: clock.dueOn, to: dayOf(at, clock.zone) }))
}

function length(telling: Telling, amount: number): string {
  return lengthIn(telling, telling.clock.unit, amount)
}

function lengthIn(telling: Telling, unit: Unit, amount: number): string {
  const h = Math.floor(amount / 60)
  const m = amount % 60
  const time = say(telling, h === 0 ? 'minutes' : m === 0 ? 'hours' : 'hours-minutes', { h, m })
  return say(telling, lengthKey(unit), { n: amount, time })
}

function moment(telling: Telling, at: Instant, key: 'moment' | 'moment-zone' = 'moment'): string {
  const { zone } = telling.clock
  return say(telling, key, {
    day: day(telling, dayOf(at, zone)),
    time: timeOf(at, zone),
    zone: word(telling, ZONES[zone]),
  })
}

function day(telling: Telling, date: Day): string {
  return dayInWords(date, telling.language)
}

function titleOf(telling: Telling, type: string): string {
  const rule = telling.pack.order.facts[type]
  return rule ? word(telling, rule.title) : type
}

function word(telling: Telling, wording: Wording): string {
  return fill(wording, telling.language)
}

function say(telling: Telling, key: Sentence, values: Values = {}): string {
  return fill(CLOCK_WORDS[key], telling.language, values)
}

function sentenceCase(text: string, language: Language): string {
  return language === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

function isInDays(unit: Unit): boolean {
  return unit === 'natural-day' || unit === 'working-day'
}
