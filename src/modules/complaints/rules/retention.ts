// How long a complaint file is kept: No.5 Art. 44 asks for three years from closing, the house keeps five.

import { type Day, dayOf, findDay, type Instant } from '../../../kernel/time.ts'

/** No.3 sets no number, No.5 Art. 44 at least three; five years [policy]. */
export const RETENTION_YEARS = 5

/** The day until which a file closed at this instant is kept; 29 February goes to 28 February. */
export function retainUntil(closedAt: Instant): Day {
  const day = dayOf(closedAt)
  const year = Number(day.slice(0, 4)) + RETENTION_YEARS
  return findDay(`${year}${day.slice(4)}`) ?? (`${year}-02-28` as Day)
}
