// The time machine: moves the product's clock forward from alarm to alarm, so that each rings at its own time.

import type { Pool } from 'pg'
import { type Instant, msBetween } from '../kernel/time.ts'
import type { OffsetClock } from '../platform/clock.ts'
import type { Ticker } from '../platform/ticker.ts'
import type { Kept } from './setting.ts'

export interface TimeMachine {
  /**
   * Forward to `target`, ringing on the way. Stops earlier when `MOST_STOPS` moments with alarms have been passed;
   * the answer says where it stands. A target that is not ahead moves nothing.
   */
  travel(target: Instant): Promise<Journey>
}

export interface Journey {
  readonly from: Instant
  readonly to: Instant
  /** Whether the target was reached. */
  readonly arrived: boolean
  readonly rang: readonly Rang[]
  /** Alarms and news carried out, also those beyond the list. */
  readonly done: number
}

/** An alarm that was due on the way. */
export interface Rang {
  readonly module: string
  readonly caseId: string
  readonly number: string
  readonly title: string
  readonly key: string
  readonly at: Instant
}

const MOST_STOPS = 2_000
const MOST_TOLD = 200
/** A tick may make new work: news, alarms of the same moment. */
const MOST_TICKS = 20

export function openTimeMachine(parts: {
  pool: Pool
  clock: OffsetClock
  ticker: Pick<Ticker, 'tick'>
  offset: Kept<number>
}): TimeMachine {
  const { pool, clock, ticker } = parts
  let underWay: Promise<unknown> = Promise.resolve()

  async function moveTo(at: Instant): Promise<void> {
    const ahead = msBetween({ from: clock.now(), to: at })
    if (ahead > 0) clock.setOffset(clock.offsetMs() + ahead)
    await parts.offset.save(clock.offsetMs())
  }

  async function tickDry(): Promise<number> {
    let done = 0
    for (let count = 0; count < MOST_TICKS; count++) {
      const rung = await ticker.tick()
      if (rung === 0) return done
      done += rung
    }
    return done
  }

  async function journey(target: Instant): Promise<Journey> {
    const from = clock.now()
    const rang: Rang[] = []
    let done = await tickDry()
    let after = from
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      const due = await nextAlarms(pool, { after, until: target })
      const [first] = due
      if (!first) {
        await moveTo(target)
        done += await tickDry()
        return { from, to: clock.now(), arrived: true, rang, done }
      }
      await moveTo(first.at)
      done += await tickDry()
      rang.push(...due.slice(0, Math.max(0, MOST_TOLD - rang.length)))
      after = first.at
    }
    return { from, to: clock.now(), arrived: false, rang, done }
  }

  return {
    travel(target) {
      // One journey at a time: a second one begins where the first has ended.
      const next = underWay.then(() => journey(target))
      underWay = next.catch(() => undefined)
      return next
    },
  }
}

// The alarms of the earliest moment at which one is due.
async function nextAlarms(pool: Pool, span: { after: Instant; until: Instant }): Promise<Rang[]> {
  const { rows } = await pool.query<Rang>({
    name: 'next alarms',
    text: `with first as (select min(at) as at from ledger.alarm where at > $1 and at <= $2)
           select a.module, a.case_id as "caseId", d.number, d.title, a.key, a.at
           from first f join ledger.alarm a on a.at = f.at
           left join ledger.desk d on d.module = a.module and d.case_id = a.case_id
           order by a.module, a.case_id, a.key limit 500`,
    values: [span.after, span.until],
  })
  return rows
}
