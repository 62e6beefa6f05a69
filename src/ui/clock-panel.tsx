// The clocks of a case: every one shown, the earliest that still runs first, each with its article and its "why".
//
// <ClockPanel clocks={case.clocks} />                         the right column of a case
// <ClockExplanation clock={clock | null} onClose={…} />       the drawer alone, for a due date in a list

import { Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import { type Language, saySource } from '../kernel/words.ts'
import './clock-panel.css'
import { type ClockAnswer, showLimit } from './clock-reading.ts'
import { Countdown, When } from './countdown.tsx'
import { showMinutes } from './datetime.ts'
import { useLanguage, useWords } from './language.tsx'
import { KIT } from './words.ts'

export function ClockPanel(props: { clocks: readonly ClockAnswer[] }) {
  const say = useWords(KIT)
  const language = useLanguage()
  const [opened, setOpened] = useState<ClockAnswer | null>(null)
  if (props.clocks.length === 0) return <p className="quiet">{say('noClocks')}</p>
  return (
    <>
      <ul className="clocks">
        {[...props.clocks].sort(byUrgency).map(clock => (
          <li key={`${clock.duty}:${clock.source}`} className="clock">
            <h3>{clock.title}</h3>
            <Countdown clock={clock} size="head" onExplain={() => setOpened(clock)} />
            <p className="clock-note">
              {isOpen(clock) && <DueDate clock={clock} />}
              <span>{saySource(clock.source, language)}</span>
            </p>
          </li>
        ))}
      </ul>
      <ClockExplanation clock={opened} onClose={() => setOpened(null)} />
    </>
  )
}

/** The drawer behind "?": dates, what was used and what is left, extensions, pauses, the article, the sentence. */
export function ClockExplanation(props: { clock: ClockAnswer | null; onClose: () => void }) {
  const say = useWords(KIT)
  const { clock } = props
  return (
    <Drawer
      open={clock !== null}
      onClose={props.onClose}
      size={440}
      title={clock ? `${clock.title}：${say('why')}` : ''}
      closable={{ 'aria-label': say('close') }}
    >
      {clock && <Explained clock={clock} />}
    </Drawer>
  )
}

function Explained({ clock }: { clock: ClockAnswer }) {
  const say = useWords(KIT)
  const language = useLanguage()
  return (
    <div className="explained">
      <Countdown clock={clock} size="head" />
      <p className="explained-sentence">{clock.explanation}</p>
      {clock.provisional && <p className="explained-warning">{say('provisional')}</p>}
      <dl className="facts">
        <Line title={say('dueOn')}>{clock.dueOn ? <When day={clock.dueOn} /> : <When at={clock.dueAt} />}</Line>
        {clock.civilDueOn && clock.civilDueOn !== clock.dueOn && (
          <Line title={say('civilDueOn')}>
            <When day={clock.civilDueOn} /> <small>{say('civilNote')}</small>
          </Line>
        )}
        <Line title={say('limit')}>{amount(clock, clock.limit, language)}</Line>
        <Line title={say('elapsed')}>{amount(clock, clock.elapsed, language)}</Line>
        <Line title={say(clock.remaining < 0 ? 'overrun' : 'remaining')}>
          {amount(clock, Math.abs(clock.remaining), language)}
        </Line>
        <Line title={say('extensions')}>
          {clock.extensions.length === 0 && say('none')}
          {clock.extensions.map(extension => (
            <div key={extension.at}>
              <When at={extension.at} /> {extension.title ?? extension.tier}
              {extension.limit !== undefined && ` → ${amount(clock, extension.limit, language)}`}
            </div>
          ))}
        </Line>
        <Line title={say('pauses')}>
          {clock.pauses.length === 0 && say('none')}
          {clock.pauses.map(pause => (
            <div key={pause.from}>
              <When at={pause.from} /> → {pause.to ? <When at={pause.to} /> : say('stillPaused')}{' '}
              {pause.title ?? pause.reason}
            </div>
          ))}
        </Line>
        <Line title={say('source')}>{saySource(clock.source, language)}</Line>
      </dl>
    </div>
  )
}

function Line(props: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.title}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

function DueDate({ clock }: { clock: ClockAnswer }) {
  const say = useWords(KIT)
  return (
    <span>
      {clock.dueOn ? <When day={clock.dueOn} /> : <When at={clock.dueAt} />}
      {clock.provisional && ` · ${say('provisionalShort')}`}
    </span>
  )
}

function amount(clock: ClockAnswer, count: number, language: Language): string {
  return showLimit(clock, count, language, showMinutes(count, language))
}

function isOpen(clock: ClockAnswer): boolean {
  return clock.state === 'running' || clock.state === 'overdue' || clock.state === 'paused'
}

function byUrgency(one: ClockAnswer, other: ClockAnswer): number {
  if (isOpen(one) !== isOpen(other)) return isOpen(one) ? -1 : 1
  return one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0
}
