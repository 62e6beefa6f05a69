// What stands where content should be: empty, loading, a problem, no right; always of a given height, so that nothing jumps.
//
// <Empty title="…" text="…" action={<Button/>} />   says what will appear here and how
// <Loading rows={6} />                              a skeleton of lines as high as the content
// <Failed error={query.error} again={query.refetch} />   what happened, why, what to do; 403 and 404 become <NoRight/>, <Missing/>
// <Awaited query={query}>{answer => …}</Awaited>    the three around a query
// <Notice tone="soon">…</Notice>                    one line above the content: partial failure, time machine

import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Language } from '../kernel/words.ts'
import { fill } from '../kernel/words.ts'
import { isProblem } from './api.ts'
import { useLanguage, useWords } from './language.tsx'
import './state.css'
import { KIT } from './words.ts'

export function Empty(props: { title?: string; text?: string; action?: ReactNode; height?: number }) {
  const say = useWords(KIT)
  return (
    <div className="state" style={{ minHeight: props.height }}>
      <p className="state-title">{props.title ?? say('stateEmpty')}</p>
      {props.text && <p className="state-text">{props.text}</p>}
      {props.action}
    </div>
  )
}

export function Loading(props: { rows?: number; rowHeight?: number }) {
  const say = useWords(KIT)
  const rows = Array.from({ length: props.rows ?? 5 }, (_, index) => index)
  return (
    <div className="skeleton" role="status" aria-label={say('loading')}>
      {rows.map(row => (
        <i key={row} style={{ height: props.rowHeight, ['--share' as string]: `${46 + ((row * 37) % 48)}%` }} />
      ))}
    </div>
  )
}

export function Failed(props: { error: unknown; again?: () => void; height?: number }) {
  const say = useWords(KIT)
  const language = useLanguage()
  if (isProblem(props.error) && props.error.status === 403) return <NoRight />
  if (isProblem(props.error) && props.error.status === 404) return <Missing />
  return (
    <div className="state" role="alert" style={{ minHeight: props.height }}>
      <p className="state-title">{say('stateProblem')}</p>
      <p className="state-text">{problemSentence(props.error, language)}</p>
      {props.again && <Button onClick={() => props.again?.()}>{say('again')}</Button>}
    </div>
  )
}

export function NoRight() {
  const say = useWords(KIT)
  return <Empty title={say('stateNoRight')} text={say('stateNoRightText')} height={240} />
}

export function Missing() {
  const say = useWords(KIT)
  return (
    <Empty
      title={say('stateMissing')}
      text={say('stateMissingText')}
      height={240}
      action={<a href="/">{say('backHome')}</a>}
    />
  )
}

export interface Query<Answer> {
  readonly data: Answer | undefined
  readonly error: unknown
  readonly isPending: boolean
  refetch(): unknown
}

/** Shows the answer once it is there; a later failure keeps what is shown and says that it may be old. */
export function Awaited<Answer>(props: {
  query: Query<Answer>
  rows?: number
  children: (answer: Answer) => ReactNode
}) {
  const { query } = props
  const language = useLanguage()
  if (query.data !== undefined) {
    return (
      <>
        {query.error !== null && <Notice tone="today">{problemSentence(query.error, language)}</Notice>}
        {props.children(query.data)}
      </>
    )
  }
  if (query.isPending) return <Loading {...(props.rows !== undefined && { rows: props.rows })} />
  return <Failed error={query.error} again={() => query.refetch()} />
}

export function Notice(props: {
  tone?: 'plain' | 'soon' | 'today' | 'late' | 'in-time'
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="notice" data-tone={props.tone ?? 'plain'} role="status">
      <span>{props.children}</span>
      {props.action}
    </div>
  )
}

/** What happened in a sentence: the server's own when it gave one. */
export function problemSentence(error: unknown, language: Language): string {
  if (!isProblem(error)) return fill(KIT.pageProblem, language)
  if (error.status === 0) return fill(KIT.networkProblem, language)
  if (error.status >= 500) return error.detail || fill(KIT.serverProblem, language, { id: error.instance ?? '—' })
  return error.detail || fill(KIT.stateProblem, language)
}
