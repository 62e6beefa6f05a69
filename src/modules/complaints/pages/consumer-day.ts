// Days as one says them: `2026年3月16日（星期一）`, `Monday, 16 March 2026`; always of Shanghai.

import {
  type Day,
  dayOf,
  daysBetween,
  findDay,
  findInstant,
  type Instant,
  timeOf,
  weekdayOf,
} from '../../../kernel/time.ts'
import type { Language } from '../../../kernel/words.ts'

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** The whole day with its weekday. A text that is no day is shown as it is. */
export function sayDay(text: string, language: Language): string {
  const day = findDay(text)
  if (day === null) return text
  const weekday = WEEKDAYS[language][weekdayOf(day)] ?? ''
  return language === 'zh-CN'
    ? `${plainDay(day, language)}（星期${weekday}）`
    : `${weekday}, ${plainDay(day, language)}`
}

/** `3月16日 14:30`, `16 March, 14:30`; the year only where it is another one. */
export function sayMoment(instant: Instant, now: Instant, language: Language): string {
  const day = dayOf(instant)
  const whole = plainDay(day, language)
  const sameYear = day.slice(0, 4) === dayOf(now).slice(0, 4)
  const short = language === 'zh-CN' ? whole.slice(5) : whole.slice(0, -5)
  return `${sameYear ? short : whole}${language === 'zh-CN' ? ' ' : ', '}${timeOf(instant)}`
}

/** The day of an instant in words; a text that is no instant is shown as it is. */
export function sayDayOf(text: string, language: Language): string {
  const instant = findInstant(text)
  return instant === null ? text : plainDay(dayOf(instant), language)
}

/** Whole days from today to a day: negative when it is past. */
export function daysUntil(day: Day, now: Instant): number {
  return daysBetween({ from: dayOf(now), to: day })
}

function plainDay(day: Day, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return language === 'zh-CN'
    ? `${year}年${Number(month)}月${Number(date)}日`
    : `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`
}
