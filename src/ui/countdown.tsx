// The clock's cell: a bar, a word with its number, a fixed width, and the door to "why this date".
//
// <Countdown clock={{ dueAt, state?, startedAt?, limit?, elapsed? }} onExplain={() => …} />   lists and heads of pages
// <When at={instant} />  <When day={day} />                                                   a date in words, machine-readable

import type { Day, Instant } from '../kernel/time.ts'
import { type ClockFace, readFace } from './clock-reading.ts'
import './countdown.css'
import { showDay, showInstant, showShort } from './datetime.ts'
import { useLanguage, useWords } from './language.tsx'
import { useNow } from './now.ts'
import { KIT } from './words.ts'

export function Countdown(props: { clock: ClockFace; onExplain?: () => void; size?: 'cell' | 'head' }) {
  const say = useWords(KIT)
  const language = useLanguage()
  const now = useNow()
  const reading = readFace(props.clock, { now, language })
  return (
    <span className={`countdown countdown-${props.size ?? 'cell'}`} data-tone={reading.tone}>
      <span className="countdown-bar" aria-hidden="true">
        {reading.tone === 'met' && reading.share === null && '✓'}
        {reading.share !== null && <i style={{ width: `${Math.max(6, Math.round(reading.share * 100))}%` }} />}
      </span>
      <span className="countdown-word">
        {reading.word}
        {props.clock.provisional && <sup title={say('provisional')}>*</sup>}
      </span>
      {props.onExplain && (
        <button type="button" className="why" aria-label={say('why')} title={say('why')} onClick={props.onExplain}>
          ?
        </button>
      )}
    </span>
  )
}

/** A date or an instant. `short` is for lists: today's show the time only, the whole stands in the tooltip. */
export function When(props: { at?: Instant | null; day?: Day | null; short?: boolean }) {
  const language = useLanguage()
  const now = useNow()
  if (props.day) return <time dateTime={props.day}>{showDay(props.day, language)}</time>
  if (!props.at) return <span aria-hidden="true">—</span>
  const whole = showInstant(props.at, language)
  return (
    <time dateTime={props.at} title={props.short ? whole : undefined}>
      {props.short ? showShort(props.at, { now, language }) : whole}
    </time>
  )
}
