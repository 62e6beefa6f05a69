// The sentences in which a clock explains itself to an officer or an inspector.

import type { Unit } from './rule-pack.ts'
import type { Zone } from './time.ts'
import type { Language, Wording, Words } from './words.ts'

export const CLOCK_WORDS = {
  'start-natural-day': {
    zh: '{start}：{at}。当日不计入，自{first}起按自然日计算，期限{limit}日，依据{source}。',
    en: '{start} on {at}. That day is not counted; the days run from {first}, weekends and holidays included, for {limit} {limit|day|days}: {source}.',
  },
  'start-working-day': {
    zh: '{start}：{at}。当日不计入，自{first}起只计工作日（日历{edition}），期限{limit}个工作日，依据{source}。',
    en: '{start} on {at}. That day is not counted; working days run from {first} (calendar {edition}) for {limit} working {limit|day|days}: {source}.',
  },
  'start-natural-minute': {
    zh: '{start}：{at}。自该时刻起不间断计算，期限{length}，依据{source}。',
    en: '{start} on {at}. The time runs from that moment without a break for {length}: {source}.',
  },
  'start-working-minute': {
    zh: '{start}：{at}。自该时刻起只计工作时间（日历{edition}），期限{length}，依据{source}。',
    en: '{start} on {at}. Only working time counts from that moment (calendar {edition}), for {length}: {source}.',
  },
  'start-named-day': {
    zh: '{start}：{at}。期限由来文指定，最后一日为{due}，依据{source}。',
    en: '{start} on {at}. The letter itself names the last day, {due}: {source}.',
  },
  house: {
    zh: '法规未规定这一天数，这是本机构的内部要求。',
    en: 'No law gives this number; it is a limit the institution set for itself.',
  },
  'before-force': {
    zh: '注意：{pack}自{from}起施行，晚于起算日。',
    en: 'Note: {pack} has been in force only since {from}, after the clock began.',
  },
  cycle: {
    zh: '此前第{cycle}轮自{from}起算，最后一日为{due}，{state}；其后因“{start}”重新起算，延长不带入本轮。',
    en: 'Cycle {cycle} before it ran from {from} to {due} and {state}; then "{start}" began a new one, which carries no extension over.',
  },
  undone: {
    zh: '{at}曾“{by}”；{again}因本机构差错重新办理，视同未办结，期限自起算日连续计算。',
    en: 'On {at} there was "{by}"; on {again} the case was reopened for the institution’s own error, so the limit goes on as if it had not been finished.',
  },
  extension: {
    zh: '{at}因{tier}延长，期限改为自起算日起共{limit}，依据{source}。',
    en: 'On {at} it was extended ({tier}) to {limit} in all from the start: {source}.',
  },
  pause: {
    zh: '{from}至{to}因{reason}暂停，不计入{length}，依据{source}。',
    en: 'It was paused from {from} to {to} for {reason}; {length} not counted: {source}.',
  },
  'pause-open': {
    zh: '{from}起因{reason}暂停，至今未恢复，已有{length}不计入，依据{source}；以下日期按此刻恢复推算。',
    en: 'It has been paused since {from} for {reason}; so far {length} not counted: {source}. The dates below are as if it were resumed now.',
  },
  'pause-late': {
    zh: '{from}因{reason}暂停时期限已经届满，该次暂停不影响期限。',
    en: 'When it was paused for {reason} on {from} the limit had passed, so that pause changes nothing.',
  },
  overlap: {
    zh: '各次暂停有重叠，重叠的日期只计一次，合计不计入{total}日。',
    en: 'The pauses overlap; a date in both counts once, {total} {total|day|days} in all.',
  },
  'due-day': {
    zh: '最后一日为{due}（{weekday}），须在当日结束前完成。',
    en: 'The last day is {weekday}, {due}, to its end.',
  },
  'due-minute': {
    zh: '最迟须在{at}完成，该时刻仍为按时。',
    en: 'It must be done by {at}; that moment is still in time.',
  },
  provisional: {
    zh: '有关年份的放假安排尚未公布，该日期按周一至周五暂算，公布后重新计算。',
    en: 'The holidays of a year it touches are not published, so this date is provisional, taken as Monday to Friday, and will be computed again.',
  },
  civil: {
    zh: '最后一日是休息日；如按{rule}顺延，为{civil}。本期限不顺延，该日期仅供参考。',
    en: 'The last day is a rest day. If {rule} moved it, it would be {civil}; the strict day governs and this one is for information.',
  },
  'civil-provisional': {
    zh: '如遇休息日顺延，为{civil}（放假安排尚未公布，暂按周一至周五推算），仅供参考。',
    en: 'Moved off a rest day it would be {civil}, provisionally, since that year’s holidays are not published; this is for information.',
  },
  running: {
    zh: '截至{now}，已计{elapsed}，还剩{remaining}。',
    en: 'By {now}, {elapsed} counted and {remaining} left.',
  },
  'last-day': { zh: '截至{now}，今天是最后一日。', en: 'By {now}: today is the last day.' },
  paused: {
    zh: '截至{now}，暂停中，已计{elapsed}，还剩{remaining}。',
    en: 'By {now} it stands paused with {elapsed} counted and {remaining} left.',
  },
  overdue: { zh: '截至{now}仍未完成，已逾期{late}。', en: 'By {now} it has not been done and is overdue by {late}.' },
  met: { zh: '{at}以“{by}”完成，未逾期。', en: 'It was met on {at} by "{by}", in time.' },
  'met-late': { zh: '{at}以“{by}”完成，逾期{late}。', en: 'It was met on {at} by "{by}", late by {late}.' },
  ended: { zh: '{at}因“{by}”终止，不再计时。', en: 'It ended on {at} with "{by}" and runs no longer.' },
  'ended-late': {
    zh: '{at}因“{by}”终止，终止时已逾期{late}。',
    en: 'It ended on {at} with "{by}", when it was overdue by {late}.',
  },
  lapsed: { zh: '期限内未行使，该期限已经届满。', en: 'It was not used within its time and has lapsed.' },
  'state-met': { zh: '按时完成', en: 'was met in time' },
  'state-met-late': { zh: '逾期完成', en: 'was met late' },
  'state-overdue': { zh: '届时已经逾期', en: 'was overdue by then' },
  'state-ended': { zh: '届时尚未逾期', en: 'was not overdue by then' },
  'length-natural-day': { zh: '{n}日', en: '{n} {n|day|days}' },
  'length-working-day': { zh: '{n}个工作日', en: '{n} working {n|day|days}' },
  'length-natural-minute': { zh: '{time}', en: '{time}' },
  'length-working-minute': { zh: '工作时间{time}', en: '{time} of working time' },
  hours: { zh: '{h}小时', en: '{h} {h|hour|hours}' },
  minutes: { zh: '{m}分钟', en: '{m} {m|minute|minutes}' },
  'hours-minutes': { zh: '{h}小时{m}分钟', en: '{h} h {m} min' },
  moment: { zh: '{day} {time}', en: '{day} at {time}' },
  'moment-zone': { zh: '{day} {time}（{zone}，下同）', en: '{day} at {time} ({zone} throughout)' },
  'no-rule': { zh: '遇休息日顺延', en: 'a rest-day rule' },
} as const satisfies Words

export const ZONES: Readonly<Record<Zone, Wording>> = {
  'Asia/Shanghai': { zh: '北京时间', en: 'Beijing time' },
  'Europe/London': { zh: '伦敦时间', en: 'London time' },
  'America/New_York': { zh: '纽约时间', en: 'New York time' },
}

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2026年3月16日`, `16 March 2026`. */
export function dayInWords(day: string, language: Language): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return language === 'zh-CN' ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1]} ${year}`
}

/** `星期一`, `Monday`; 0 is Sunday. */
export function weekdayInWords(weekday: number, language: Language): string {
  return WEEKDAYS[language][weekday] ?? ''
}

/** The sentence for a number of a clock's units. */
export function lengthKey(unit: Unit): keyof typeof CLOCK_WORDS {
  return `length-${unit}`
}
