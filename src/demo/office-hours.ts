// When people of a bank work, and when consumers speak: moving along the days of the demonstration's year.

import { addWorkingMs, isOpenAt } from '../kernel/calendar.ts'
import { CN_2026_1 } from '../kernel/calendar-editions.ts'
import {
  DAY_MS,
  type Day,
  dayNumberAt,
  dayOfNumber,
  epochMs,
  type Instant,
  instantOf,
  MINUTE_MS,
  SHANGHAI,
  wallMs,
} from '../kernel/time.ts'
import type { Chance } from '../platform/clock.ts'

/** The civil day of a moment, from the zone offsets that the kernel keeps: asked for tens of thousands of times. */
export function dayAt(at: Instant): Day {
  return dayOfNumber(dayNumberAt(epochMs(at), SHANGHAI))
}

/** After so many minutes of working time; Monday to Friday where the calendar is not published. */
export function workLater(at: Instant, minutes: number): Instant {
  return instantOf(addWorkingMs(CN_2026_1, { from: epochMs(at), ms: minutes * MINUTE_MS, without: [] }))
}

/** Some moment of working time on the day so many days after `at`, or on the last working day before that day. */
export function workOn(at: Instant, days: number, chance: Chance): Instant {
  let number = dayNumberAt(epochMs(at) + days * DAY_MS, SHANGHAI)
  while (!isOpenAt(CN_2026_1, number)) number -= 1
  return momentOf(number, chance)
}

/** Some moment of working time on that day, or on the first working day after it. */
export function workFrom(at: Instant, days: number, chance: Chance): Instant {
  let number = dayNumberAt(epochMs(at) + days * DAY_MS, SHANGHAI)
  while (!isOpenAt(CN_2026_1, number)) number += 1
  return momentOf(number, chance)
}

/** By day, weekends too: some hours later, moved out of the night. */
export function dayLater(at: Instant, minutes: number): Instant {
  const ms = epochMs(at) + minutes * MINUTE_MS
  const number = dayNumberAt(ms, SHANGHAI)
  const minute = (ms - wallMs(number, SHANGHAI)) / MINUTE_MS
  if (minute >= 8.5 * 60 && minute <= 20 * 60) return instantOf(ms)
  const spread = minutes % 60
  return instantOf(wallMs(minute > 20 * 60 ? number + 1 : number, SHANGHAI, 8.5 * 60 + spread))
}

/** A moment at which a consumer speaks on a numbered day: counters keep hours, telephones and phones do not. */
export function speaking(number: number, counter: boolean, chance: Chance): Instant {
  if (counter) {
    let open = number
    while (!isOpenAt(CN_2026_1, open)) open += 1
    return momentOf(open, chance)
  }
  const minute = chance.weigh([
    [3, chance.whole({ from: 7 * 60, to: 9 * 60 })],
    [10, chance.whole({ from: 9 * 60, to: 12 * 60 })],
    [5, chance.whole({ from: 12 * 60, to: 14 * 60 })],
    [9, chance.whole({ from: 14 * 60, to: 18 * 60 })],
    [6, chance.whole({ from: 18 * 60, to: 23 * 60 })],
  ])
  return instantOf(wallMs(number, SHANGHAI, minute) + chance.whole({ from: 0, to: 59_999 }))
}

function momentOf(number: number, chance: Chance): Instant {
  const minute = chance.fraction() < 0.45 ? chance.whole({ from: 545, to: 718 }) : chance.whole({ from: 812, to: 1045 })
  return instantOf(wallMs(number, SHANGHAI, minute) + chance.whole({ from: 0, to: 59_999 }))
}
