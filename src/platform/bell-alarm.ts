// The clock's bell: every alarm that is due, rung at the door of its case.

import { TIMER } from '../kernel/actor.ts'
import { type Instant, msBetween } from '../kernel/time.ts'
import { atOnce, attempt, forgetGone, PAGE, type Run, settle } from './bell.ts'

/** Rings what is due now, oldest first, and returns how many were rung. Reads without locks: the door decides on each case. */
export async function ringAll(run: Run): Promise<number> {
  const now = run.parts.clock.now()
  const seen = new Set<string>()
  let done = 0
  let after: AlarmRow | null = null
  for (;;) {
    const page: AlarmRow[] = await dueAlarms(run, now, after)
    if (after === null) run.counts.alarmLagMs = page[0] ? msBetween({ from: page[0].at, to: now }) : 0
    // The alarms of one case one after the other: two at once would only make the door decide twice.
    const cases = [...Map.groupBy(page, row => `${row.module}/${row.caseId}`).values()]
    done += await atOnce(run, cases, async rows => {
      let rung = 0
      for (const row of rows) if (await attempt(run, idOf(row), () => ring(run, row))) rung++
      return rung
    })
    for (const id of await stillSet(run, page)) seen.add(id)
    for (const row of page) if (!seen.has(idOf(row))) run.tries.delete(idOf(row))
    after = page.at(-1) ?? null
    if (page.length < (run.parts.pageSize ?? PAGE) || run.stopping) break
  }
  if (!run.stopping) forgetGone(run, 'alarm/', seen)
  return done
}

function idOf(row: AlarmRow): string {
  return `alarm/${row.module}/${row.caseId}/${row.key}/${row.at}`
}

async function dueAlarms(run: Run, now: Instant, after: AlarmRow | null): Promise<AlarmRow[]> {
  const { rows } = await run.parts.pool.query<AlarmRow>({
    name: 'due alarms',
    text: `select module, case_id as "caseId", key, at from ledger.alarm
           where at <= $1 and (at, module, case_id, key) > ($2, $3, $4, $5)
           order by at, module, case_id, key limit $6`,
    values: [
      now,
      after?.at ?? '-infinity',
      after?.module ?? '',
      after?.caseId ?? '',
      after?.key ?? '',
      run.parts.pageSize ?? PAGE,
    ],
  })
  return rows
}

async function ring(run: Run, row: AlarmRow): Promise<boolean> {
  const { door } = run.parts
  const { module, caseId } = row
  const command = door.rulesOf(module).ring(row.key, row.at)
  const requestId = `alarm:${row.key}:${row.at}`
  let outcome = await door.handle({ module, caseId, command, actor: TIMER, requestId })
  if (outcome.ok && outcome.replayed && (await stillSet(run, [row])).length > 0) {
    // The same duty came to be due at the same instant a second time, after a fact had moved it away and back.
    const again = `${requestId}:${outcome.version}`
    outcome = await door.handle({ module, caseId, command, actor: TIMER, requestId: again })
  }
  return settle(run, 'rung', row, outcome)
}

/** Which of these alarms are still set as they were: those that failed, and those the rules did not let go. */
async function stillSet(run: Run, rows: readonly AlarmRow[]): Promise<string[]> {
  const found = await run.parts.pool.query<AlarmRow>({
    name: 'alarms still set',
    text: `select a.module, a.case_id as "caseId", a.key, a.at
           from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) as u(module, case_id, key, at)
           join ledger.alarm a using (module, case_id, key, at)`,
    values: [
      rows.map(row => row.module),
      rows.map(row => row.caseId),
      rows.map(row => row.key),
      rows.map(row => row.at),
    ],
  })
  return found.rows.map(idOf)
}

interface AlarmRow {
  readonly module: string
  readonly caseId: string
  readonly key: string
  readonly at: Instant
}
