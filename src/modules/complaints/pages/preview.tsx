// The preview beside the list: the main points of one case, its leading clock, the last three things, the next step.

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { fill } from '../../../kernel/words.ts'
import { get } from '../../../ui/api.ts'
import { ClockExplanation } from '../../../ui/clock-panel.tsx'
import type { ClockAnswer } from '../../../ui/clock-reading.ts'
import { Countdown, When } from '../../../ui/countdown.tsx'
import { KeyHint } from '../../../ui/keys.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { useSession } from '../../../ui/session.tsx'
import { Awaited, Empty } from '../../../ui/state.tsx'
import { Folded } from '../../../ui/timeline.tsx'
import type { Noun } from '../rules/contract.ts'
import { CHANNEL_WORDS, STATE_WORDS } from '../rules/words.ts'
import { ACT_WORDS } from '../rules/words-act.ts'
import { DESK_WORDS } from '../rules/words-desk.ts'
import type { CaseView } from './answers.ts'
import { findPrimary } from './case-actions.ts'
import { sentenceOf, whoOf } from './case-fact.tsx'
import type { Names } from './reference.ts'

const SETTLE_MS = 160

interface PreviewProps {
  readonly id: string | null
  readonly names: Names
  readonly act: (noun: Noun, of: CaseView) => void
  readonly open: (id: string) => void
}

export function Preview(props: PreviewProps) {
  const say = useWords(DESK_WORDS)
  const id = useSettled(props.id)
  const query = useQuery({
    queryKey: ['case', id],
    queryFn: ({ signal }) => get<CaseView>(`/api/complaints/${id}`, { signal }),
    enabled: id !== null,
  })
  if (id === null) return <Empty title={say('preview')} text={say('previewEmpty')} height={320} />
  return (
    <Awaited query={query} rows={10}>
      {of => <Points {...props} of={of} />}
    </Awaited>
  )
}

function Points(props: PreviewProps & { of: CaseView }) {
  const { of } = props
  const say = useWords(DESK_WORDS)
  const language = useLanguage()
  const primary = findPrimary(of, useSession().person.id)
  return (
    <article className="preview">
      <p className="preview-number">
        <span className="number">{of.number}</span>
        <span>{fill(STATE_WORDS[of.state], language)}</span>
        <span>{fill(CHANNEL_WORDS[of.channel], language)}</span>
      </p>
      <h2>{of.title}</h2>
      <LeadingClocks clocks={of.clocks} />
      <h3>{say('requests')}</h3>
      <ol className="preview-requests">
        {of.requests.map(request => (
          <li key={request.no}>{request.text}</li>
        ))}
      </ol>
      <h3>{say('original')}</h3>
      <Folded text={of.text} characters={150} />
      <h3>{say('lastThings')}</h3>
      <ul className="preview-last">
        {of.timeline
          .slice(-3)
          .reverse()
          .map(fact => (
            <li key={fact.version}>
              <When at={fact.at} short />
              <span>
                {sentenceOf(fact, { language, names: props.names })} <small>{whoOf(fact, language)}</small>
              </span>
            </li>
          ))}
      </ul>
      <div className="preview-acts">
        {primary && (
          <Button type="primary" onClick={() => props.act(primary, of)}>
            {fill(ACT_WORDS[primary], language)} <KeyHint code="KeyE" />
          </Button>
        )}
        <Button onClick={() => props.act('note', of)}>
          {fill(ACT_WORDS.note, language)} <KeyHint code="KeyN" />
        </Button>
        <Button onClick={() => props.open(of.id)}>
          {say('open')} <KeyHint code="KeyO" />
        </Button>
      </div>
    </article>
  )
}

function LeadingClocks(props: { clocks: readonly ClockAnswer[] }) {
  const [explained, setExplained] = useState<ClockAnswer | null>(null)
  const open = props.clocks.filter(
    clock => clock.state === 'running' || clock.state === 'overdue' || clock.state === 'paused',
  )
  const first = [...open].sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1)).slice(0, 2)
  return (
    <ul className="preview-clocks">
      {first.map(clock => (
        <li key={`${clock.duty}${clock.source}`}>
          <span>{clock.title}</span>
          <Countdown clock={clock} onExplain={() => setExplained(clock)} />
        </li>
      ))}
      <ClockExplanation clock={explained} onClose={() => setExplained(null)} />
    </ul>
  )
}

/** The last value that stood still for a moment: holding J down asks the server once, at the end. */
function useSettled(id: string | null): string | null {
  const [settled, setSettled] = useState(id)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(id), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [id])
  return settled
}
