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
import { fill, type Language, type Values } from '../../../kernel/words.ts'
import { DAY_WORDS, MONTH_NAMES, WEEKDAY_WORDS } from '../rules/words-day.ts'

/** The whole day with its weekday. A text that is no day is shown as it is. */
export function sayDay(text: string, language: Language): string {
  const day = findDay(text)
  const weekday = day && WEEKDAY_WORDS[weekdayOf(day)]
  if (!day || !weekday) return text
  const values = { day: fill(DAY_WORDS.day, language, partsOf(day)), weekday: fill(weekday, language) }
  return fill(DAY_WORDS.withWeekday, language, values)
}

/** `3月16日 14:30`, `16 March, 14:30`; the year only where it is another one. */
export function sayMoment(instant: Instant, now: Instant, language: Language): string {
  const day = dayOf(instant)
  const values = { ...partsOf(day), time: timeOf(instant) }
  if (day.slice(0, 4) === dayOf(now).slice(0, 4)) return fill(DAY_WORDS.momentThisYear, language, values)
  return fill(DAY_WORDS.moment, language, { ...values, day: fill(DAY_WORDS.day, language, values) })
}

/** The day of an instant in words; a text that is no instant is shown as it is. */
export function sayDayOf(text: string, language: Language): string {
  const instant = findInstant(text)
  return instant === null ? text : fill(DAY_WORDS.day, language, partsOf(dayOf(instant)))
}

/** Whole days from today to a day: negative when it is past. */
export function daysUntil(day: Day, now: Instant): number {
  return daysBetween({ from: dayOf(now), to: day })
}

function partsOf(day: Day): Values {
  const [year = '', month, date] = day.split('-')
  return { year, month: Number(month), date: Number(date), monthName: MONTH_NAMES[Number(month) - 1] ?? '' }
}
