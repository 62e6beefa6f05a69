// The customer first: their open and recent complaints by phone, identity number or account, so that nothing is registered twice.

import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Segmented } from 'antd'
import { type RefObject, useState } from 'react'
import { fill } from '../../../kernel/words.ts'
import { post } from '../../../ui/api.ts'
import { Countdown } from '../../../ui/countdown.tsx'
import { meansEnter } from '../../../ui/keys.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { Panel } from '../../../ui/page.tsx'
import { problemSentence } from '../../../ui/state.tsx'
import { STATE_WORDS } from '../rules/words.ts'
import { INTAKE_WORDS } from '../rules/words-intake.ts'
import type { DeskItem } from './answers.ts'

export type SearchBy = 'phone' | 'identityNumber' | 'account'

interface Found {
  readonly cases: readonly DeskItem[]
  readonly hidden?: number
}

export function CustomerSearch(props: {
  onSearched: (by: SearchBy, text: string) => void
  box: RefObject<HTMLDivElement | null>
}) {
  const say = useWords(INTAKE_WORDS)
  const language = useLanguage()
  const [by, setBy] = useState<SearchBy>('phone')
  const [text, setText] = useState('')
  const search = useMutation({
    mutationFn: (body: Record<string, string>) => post<Found>('/api/customer-search', body),
  })
  const go = () => {
    const typed = text.trim()
    if (typed === '') return
    search.mutate({ [by]: typed })
    props.onSearched(by, typed)
  }
  const options = [
    { value: 'phone', label: say('byPhone') },
    { value: 'identityNumber', label: say('byIdentityNumber') },
    { value: 'account', label: say('byAccount') },
  ]
  return (
    <Panel title={say('searchTitle')}>
      <div className="intake-search" ref={props.box}>
        <Segmented aria-label={say('by')} value={by} onChange={value => setBy(value as SearchBy)} options={options} />
        <Input
          aria-label={options.find(each => each.value === by)?.label}
          value={text}
          maxLength={60}
          autoComplete="off"
          onChange={event => setText(event.target.value)}
          onKeyDown={event => meansEnter(event) && go()}
        />
        <Button loading={search.isPending} onClick={go}>
          {say('search')}
        </Button>
      </div>
      <div aria-live="polite">
        {!search.data && !search.error && <p className="quiet">{say('searchNote')}</p>}
        {search.error && <p role="alert">{problemSentence(search.error, language)}</p>}
        {search.data && <Cases found={search.data} />}
      </div>
    </Panel>
  )
}

function Cases({ found }: { found: Found }) {
  const say = useWords(INTAKE_WORDS)
  const language = useLanguage()
  const hidden = found.hidden ?? 0
  return (
    <>
      <p className="quiet">
        {found.cases.length === 0 && hidden === 0 && say('foundNone')}
        {found.cases.length > 0 && say('found', { n: found.cases.length })} {hidden > 0 && say('hidden', { n: hidden })}
      </p>
      <ul className="intake-cases">
        {found.cases.map(item => (
          <li key={item.id}>
            <Countdown
              clock={{ dueAt: item.dueAt, startedAt: item.openedAt, ...(item.paused && { state: 'paused' as const }) }}
            />
            <span className="number">{item.number}</span>
            <span className="intake-case-title">{item.title}</span>
            <span className="quiet">{fill(STATE_WORDS[item.state], language)}</span>
            <Link to={`/complaints/${item.id}` as never}>{say('goOn')}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}
