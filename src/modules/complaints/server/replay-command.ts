// `xiaobao replay`: an event log through the clock engine, agreement with its own flags, and why the rest differs.

import { isRefusal } from '../../../kernel/refusal.ts'
import { fill, say, type Values, type Wording } from '../../../kernel/words.ts'
import { type Disagreement, type Implied, MEASURES, type Measure, type Replayed, replay } from '../rules/replay.ts'
import { type EventRow, readLog } from '../rules/replay-log.ts'
import { IMPORT_REFUSAL_WORDS } from '../rules/words-import.ts'
import { LEARNT, MEASURE_WORDS, REPLAY_WORDS } from '../rules/words-replay.ts'
import { openSource, rowsOf } from './import-read.ts'

/** Status 0 when the log was read; 1 with the reason when it was not. Needs no data folder. */
export async function replayFile(path: string | undefined, write: (line: string) => void): Promise<number> {
  const tell = (wording: Wording, values?: Values) => {
    for (const language of ['zh-CN', 'en'] as const) write(fill(wording, language, values))
  }
  if (!path) {
    tell(REPLAY_WORDS.usage)
    return 1
  }
  const file = await openSource(path)
  if (isRefusal(file)) {
    for (const language of ['zh-CN', 'en'] as const) write(say(IMPORT_REFUSAL_WORDS, language, file.key, file.values))
    return 1
  }
  const rows: EventRow[] = []
  for await (const row of rowsOf(file)) if ('record' in row) rows.push(row.record)
  const log = readLog(rows)
  const { incidents, unordered, unusable } = log
  tell(REPLAY_WORDS.read, { events: rows.length, incidents: incidents.length })
  if (unordered.length > 0) tell(REPLAY_WORDS.unordered, { ids: unordered.join(', ') })
  if (unusable.length > 0) tell(REPLAY_WORDS.unusable, { ids: unusable.join(', ') })
  if (incidents.length === 0) return 0
  const measured = new Map(MEASURES.map(measure => [measure, replay(incidents, measure, log.closedAt)]))
  for (const [measure, { agreed }] of measured)
    tell(REPLAY_WORDS.measure, {
      ...inBoth(measure),
      agreed,
      of: incidents.length,
      percent: percent(agreed, incidents.length),
    })
  const best = [...measured.values()].reduce((a, b) => (b.agreed > a.agreed ? b : a))
  explain(best, tell)
  // Measures that agree as well differ in other cases: none of them is the whole truth.
  for (const each of measured.values()) if (each.agreed === best.agreed) differences(each, tell)
  for (const wording of LEARNT) tell(wording)
  return 0
}

type Tell = (wording: Wording, values?: Values) => void

function explain(best: Replayed, tell: Tell): void {
  tell(REPLAY_WORDS.chosen, inBoth(best.measure))
  for (const each of best.implied)
    tell(wordingOf(each), {
      ...spans(each),
      priority: each.priority,
      kept: each.kept,
      broken: each.broken,
      agreed: each.agreed,
      of: each.kept + each.broken,
    })
  const ranges = best.implied.filter(each => each.above !== null && each.below !== null)
  const low = Math.max(...ranges.slice(-2).map(each => each.above ?? 0))
  const high = Math.min(...ranges.slice(-2).map(each => each.below ?? 0))
  if (ranges.length > 1 && low < high)
    tell(REPLAY_WORDS.common, {
      priorities: ranges
        .slice(-2)
        .map(each => each.priority)
        .join(' / '),
      low: span(low),
      high: span(high),
    })
}

function differences({ measure, disagreements }: Replayed, tell: Tell): void {
  tell(REPLAY_WORDS.differs, { ...inBoth(measure), count: disagreements.length })
  for (const kind of ['broken-in-time', 'kept-too-late'] as const) {
    const of = disagreements.filter(each => each.kind === kind)
    if (of.length > 0) tell(REPLAY_WORDS[kind], { count: of.length, cases: of.map(caseOf).join('; ') })
  }
}

function wordingOf({ kept, broken }: Implied): Wording {
  if (kept === 0) return REPLAY_WORDS['nothing-kept']
  return kept < FEW || broken < FEW ? REPLAY_WORDS['few-cases'] : REPLAY_WORDS.implied
}

const FEW = 5

function spans({ above, below, limit }: Implied): Values {
  return { above: span(above ?? 0), below: below === null ? '∞' : span(below), limit: span(limit) }
}

function caseOf({ incident, minutes, limit }: Disagreement): string {
  return `${incident.id} (${incident.priority}, ${span(minutes)}, limit ${span(limit)})`
}

function span(minutes: number): string {
  return `${Math.floor(minutes / 60)} h ${Math.round(minutes % 60)} min`
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)}%`
}

function inBoth(measure: Measure): Values {
  const { zh, en } = MEASURE_WORDS[measure]
  return { zh, en }
}
