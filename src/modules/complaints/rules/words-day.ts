// Days in words for those who read no ISO dates: months and weekdays written out, in both languages.

import type { Wording } from '../../../kernel/words.ts'

export const DAY_WORDS = {
  day: { zh: '{year}年{month}月{date}日', en: '{date} {monthName} {year}' },
  withWeekday: { zh: '{day}（{weekday}）', en: '{weekday}, {day}' },
  moment: { zh: '{day} {time}', en: '{day}, {time}' },
  momentThisYear: { zh: '{month}月{date}日 {time}', en: '{date} {monthName}, {time}' },
} satisfies Readonly<Record<string, Wording>>

/** From Sunday on. */
export const WEEKDAY_WORDS: readonly Wording[] = [
  { zh: '星期日', en: 'Sunday' },
  { zh: '星期一', en: 'Monday' },
  { zh: '星期二', en: 'Tuesday' },
  { zh: '星期三', en: 'Wednesday' },
  { zh: '星期四', en: 'Thursday' },
  { zh: '星期五', en: 'Friday' },
  { zh: '星期六', en: 'Saturday' },
]

export const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ')
