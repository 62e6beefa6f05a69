// What happened, in sentences with who and when, grouped by day; long words folded, one filter row.
//
// <Timeline entries={…} kinds={[{ kind: 'contact', words }]} order="newest-first" />
// entry: { id, at, who, kind, sentence, quote?, body?, place? }   `place` inward (internal) or outward (sent to the consumer)

import { type ReactNode, useId, useState } from 'react'
import { type Day, dayOf, type Instant, timeOf } from '../kernel/time.ts'
import type { Wording } from '../kernel/words.ts'
import { fill } from '../kernel/words.ts'
import { showDay } from './datetime.ts'
import { useLanguage, useWords } from './language.tsx'
import './timeline.css'
import { KIT } from './words.ts'

export interface TimelineEntry {
  readonly id: string
  readonly at: Instant
  /** 李静, 计时器. */
  readonly who: string
  readonly kind: string
  /** 已通话 6 分钟 */
  readonly sentence: ReactNode
  /** What was said or written, folded when long. */
  readonly quote?: string | null
  /** Whatever else belongs to it: evidence, a proof of delivery. */
  readonly body?: ReactNode
  readonly place?: 'inward' | 'outward'
}

const FOLD_CHARACTERS = 220

export function Timeline(props: {
  entries: readonly TimelineEntry[]
  kinds?: readonly { kind: string; words: Wording }[]
  order?: 'newest-first' | 'oldest-first'
}) {
  const say = useWords(KIT)
  const [kind, setKind] = useState<string | null>(null)
  const shown = props.entries.filter(entry => kind === null || entry.kind === kind)
  const days = groupByDay(shown, props.order ?? 'newest-first')
  return (
    <div className="timeline">
      {props.kinds && props.kinds.length > 1 && (
        <Kinds kinds={props.kinds} entries={props.entries} chosen={kind} choose={setKind} />
      )}
      {props.entries.length === 0 && <p className="quiet">{say('timelineEmpty')}</p>}
      {props.entries.length > 0 && shown.length === 0 && <p className="quiet">{say('timelineFiltered')}</p>}
      {days.map(group => (
        <DaySection key={group.day} day={group.day} entries={group.entries} />
      ))}
    </div>
  )
}

/** Entries by their Shanghai day, days and entries in the order asked; entries of one instant keep the order given. */
export function groupByDay<Entry extends { at: Instant }>(
  entries: readonly Entry[],
  order: 'newest-first' | 'oldest-first',
): { day: Day; entries: Entry[] }[] {
  const turn = order === 'newest-first' ? -1 : 1
  const sorted = [...entries].sort((one, other) => turn * (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  const groups: { day: Day; entries: Entry[] }[] = []
  for (const entry of sorted) {
    const day = dayOf(entry.at)
    const last = groups.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else groups.push({ day, entries: [entry] })
  }
  return groups
}

function Kinds(props: {
  kinds: readonly { kind: string; words: Wording }[]
  entries: readonly TimelineEntry[]
  chosen: string | null
  choose: (kind: string | null) => void
}) {
  const say = useWords(KIT)
  const language = useLanguage()
  const present = props.kinds.filter(each => props.entries.some(entry => entry.kind === each.kind))
  const choices = [
    { kind: null, label: say('all') },
    ...present.map(each => ({ kind: each.kind, label: fill(each.words, language) })),
  ]
  return (
    <fieldset className="timeline-kinds">
      <legend className="for-ears">{say('filters')}</legend>
      {choices.map(choice => (
        <button
          key={choice.kind ?? ''}
          type="button"
          aria-pressed={props.chosen === choice.kind}
          onClick={() => props.choose(choice.kind)}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  )
}

function DaySection(props: { day: Day; entries: readonly TimelineEntry[] }) {
  const language = useLanguage()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="timeline-day">
        {showDay(props.day, language)}
      </h3>
      <ol>
        {props.entries.map(entry => (
          <Line key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  )
}

function Line({ entry }: { entry: TimelineEntry }) {
  const say = useWords(KIT)
  return (
    <li className="timeline-line" data-place={entry.place ?? 'plain'}>
      <time dateTime={entry.at}>{timeOf(entry.at)}</time>
      <div>
        <p>
          {entry.sentence} <span className="timeline-who">{entry.who}</span>
          {entry.place && (
            <span className="timeline-place">{say(entry.place === 'inward' ? 'internal' : 'outgoing')}</span>
          )}
        </p>
        {entry.quote && <Folded text={entry.quote} />}
        {entry.body}
      </div>
    </li>
  )
}

/** A text of any length: the first lines, and the rest on demand. */
export function Folded(props: { text: string; characters?: number }) {
  const say = useWords(KIT)
  const [open, setOpen] = useState(false)
  const limit = props.characters ?? FOLD_CHARACTERS
  const characters = [...props.text]
  const long = characters.length > limit * 1.2
  return (
    <div className="folded">
      <p>{long && !open ? `${characters.slice(0, limit).join('')}……` : props.text}</p>
      {long && (
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'less' : 'more')}
        </button>
      )}
    </div>
  )
}
