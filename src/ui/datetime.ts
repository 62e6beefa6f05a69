// Days and times in words: `2026-03-16 周一`, 24 hours, always the wall clock of Asia/Shanghai whatever the browser's zone.

import { type Day, dayOf, daysBetween, type Instant, timeOf, weekdayOf } from '../kernel/time.ts'
import { fill, type Language } from '../kernel/words.ts'
import { KIT } from './words.ts'

const WEEKDAYS = [KIT.sunday, KIT.monday, KIT.tuesday, KIT.wednesday, KIT.thursday, KIT.friday, KIT.saturday] as const

/** `2026-03-16 周一`, `2026-03-16 Mon`. */
export function showDay(day: Day, language: Language): string {
  return `${day} ${fill(WEEKDAYS[weekdayOf(day)] ?? KIT.sunday, language)}`
}

/** `2026-03-16 周一 18:00`. */
export function showInstant(instant: Instant, language: Language): string {
  return `${showDay(dayOf(instant), language)} ${timeOf(instant)}`
}

/** `18:00` today, `昨天 18:00`, `3-12 18:00` this year, else the whole date: short, for lists. */
export function showShort(instant: Instant, reader: { now: Instant; language: Language }): string {
  const day = dayOf(instant)
  const today = dayOf(reader.now)
  const days = daysBetween({ from: day, to: today })
  if (days === 0) return timeOf(instant)
  if (days === 1) return `${fill(KIT.yesterday, reader.language)} ${timeOf(instant)}`
  if (day.slice(0, 4) === today.slice(0, 4)) {
    return `${Number(day.slice(5, 7))}-${Number(day.slice(8, 10))} ${timeOf(instant)}`
  }
  return day
}

/** A length of minutes: `40 分钟`, `6 小时 10 分`, `3 天 2 小时`; the smaller part is left out when it is nought. */
export function showMinutes(minutes: number, language: Language): string {
  const whole = Math.max(0, Math.floor(minutes))
  const [days, hours, rest] = [Math.floor(whole / 1440), Math.floor((whole % 1440) / 60), whole % 60]
  const parts = [
    days > 0 ? fill(KIT.lengthDays, language, { n: days }) : '',
    hours > 0 ? fill(KIT.lengthHours, language, { n: hours }) : '',
    days === 0 && (rest > 0 || hours === 0) ? fill(KIT.lengthMinutes, language, { n: rest }) : '',
  ]
  return parts.filter(part => part !== '').join(' ')
}

/** Amounts as the bank writes them: minor units to `¥41,510,000.00`. */
export function showMoney(minor: number): string {
  const sign = minor < 0 ? '-' : ''
  const text = (Math.abs(minor) / 100).toFixed(2)
  return `${sign}¥${text.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`
}
