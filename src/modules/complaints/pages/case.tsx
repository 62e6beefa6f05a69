// One complaint on one page and in one request: facts left, everything that happened in the middle, clocks and steps right.

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useActions } from '../../../ui/action.ts'
import { get } from '../../../ui/api.ts'
import { ClockPanel } from '../../../ui/clock-panel.tsx'
import type { ClockAnswer } from '../../../ui/clock-reading.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { Columns, PageFrame, Panel } from '../../../ui/page.tsx'
import { useSession } from '../../../ui/session.tsx'
import { Awaited } from '../../../ui/state.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import type { Noun } from '../rules/contract.ts'
import { CASE_WORDS } from '../rules/words-case.ts'
import { DESK_WORDS } from '../rules/words-desk.ts'
import { FACT_KINDS } from '../rules/words-fact.ts'
import { ActDialog } from './act-dialog.tsx'
import type { CaseView } from './answers.ts'
import { findPrimary } from './case-actions.ts'
import './desk.css'
import './case.css'
import './composer.css'
import { Composer, type Mode } from './case-composer.tsx'
import { Evidence } from './case-evidence.tsx'
import { entriesOf } from './case-fact.tsx'
import { CaseFacts } from './case-facts.tsx'
import { CaseActions, CaseTitle, Stages } from './case-head.tsx'
import { Seven } from './case-steps.tsx'
import { Waiting } from './case-waiting.tsx'
import { moveTo, neighboursOf } from './desk-place.ts'
import { useNames } from './reference.ts'

export function CasePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const query = useQuery({ queryKey: ['case', id], queryFn: () => get<CaseView>(`/api/complaints/${id}`) })
  if (query.data === undefined) {
    return (
      <PageFrame title="">
        <Awaited query={query} rows={12}>
          {() => null}
        </Awaited>
      </PageFrame>
    )
  }
  return <Whole key={query.data.id} of={query.data} />
}

const KINDS = Object.entries(FACT_KINDS).map(([kind, words]) => ({ kind, words }))

function Whole({ of }: { of: CaseView }) {
  const say = useWords(CASE_WORDS)
  const language = useLanguage()
  const names = useNames()
  const [mode, setMode] = useState<Mode>('note')
  const work = useWork(of)
  const { go } = useNeighbours(of)
  const composer = useRef<HTMLDivElement>(null)
  const compose = (next: Mode) => {
    setMode(next)
    requestAnimationFrame(() => composer.current?.querySelector<HTMLElement>('textarea, input')?.focus())
  }
  useActions([
    { id: 'claim', say: DESK_WORDS['key.claim'], key: { code: 'KeyC' }, run: () => work.begin('claim') },
    { id: 'note', say: DESK_WORDS['key.note'], key: { code: 'KeyN' }, run: () => compose('note') },
    { id: 'contact', say: DESK_WORDS['key.contact'], key: { code: 'KeyL' }, run: () => compose('contact') },
    {
      id: 'done',
      say: DESK_WORDS['key.done'],
      key: { code: 'KeyE' },
      run: () => work.primary !== null && work.begin(work.primary, true),
    },
    { id: 'next', say: DESK_WORDS['key.next'], key: { code: 'KeyJ' }, run: () => go('after') },
    { id: 'previous', say: DESK_WORDS['key.previous'], key: { code: 'KeyK' }, run: () => go('before') },
    { id: 'back', say: DESK_WORDS['key.back'], key: { code: 'KeyU' }, run: () => go('list') },
  ])
  return (
    <PageFrame
      name={of.number}
      title={<CaseTitle of={of} />}
      note={<Stages of={of} />}
      actions={<CaseActions of={of} primary={work.primary} begin={work.begin} back={() => go('list')} />}
    >
      <Waiting of={of} names={names} begin={work.begin} />
      <Columns
        left={
          <>
            <CaseFacts of={of} names={names} />
            <Evidence of={of} onSent={work.refresh} />
          </>
        }
        right={
          <>
            <Clocks clocks={of.clocks} />
            <Seven taken={of.steps} />
          </>
        }
      >
        <Panel title={say('story')}>
          <div ref={composer}>
            <Composer of={of} mode={mode} change={setMode} onDone={work.refresh} />
          </div>
          <Timeline entries={entriesOf(of.timeline, { language, names })} kinds={KINDS} />
        </Panel>
      </Columns>
      {work.begun && (
        <ActDialog noun={work.begun.noun} of={of} onClose={work.end} onDone={() => work.finish(() => go('on'))} />
      )}
    </PageFrame>
  )
}

/** Those that still run stand open; what is finished is there on demand. */
function Clocks(props: { clocks: readonly ClockAnswer[] }) {
  const say = useWords(CASE_WORDS)
  const isOpen = (clock: ClockAnswer) => ['running', 'overdue', 'paused'].includes(clock.state)
  const finished = props.clocks.filter(clock => !isOpen(clock))
  return (
    <Panel title={say('clocks')}>
      <ClockPanel clocks={props.clocks.filter(isOpen)} />
      {finished.length > 0 && (
        <details className="clocks-finished">
          <summary>{say('clocksFinished', { n: finished.length })}</summary>
          <ClockPanel clocks={finished} />
        </details>
      )}
    </Panel>
  )
}

function useWork(of: CaseView) {
  const queries = useQueryClient()
  const me = useSession().person.id
  const [begun, setBegun] = useState<{ noun: Noun; next: boolean } | null>(null)
  const refresh = () => {
    queries.invalidateQueries({ queryKey: ['case', of.id] })
    queries.invalidateQueries({ queryKey: ['desk'] })
    queries.invalidateQueries({ queryKey: ['desk-counts'] })
    queries.invalidateQueries({ queryKey: ['approvals'] })
  }
  const begin = (noun: Noun, next = false) => {
    if (of.allowed.some(each => each.noun === noun && each.ok)) setBegun({ noun, next })
  }
  const finish = (next: () => void) => {
    const goOn = begun?.next === true
    setBegun(null)
    refresh()
    if (goOn) next()
  }
  return { begun, begin, end: () => setBegun(null), finish, refresh, primary: findPrimary(of, me) }
}

/** The way through the list this case was opened from; the next case is fetched before it is asked for. */
function useNeighbours(of: CaseView) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const near = neighboursOf(of.id)
  useEffect(() => {
    moveTo(of.id)
    if (near.after === null) return
    const after = near.after
    queries.prefetchQuery({ queryKey: ['case', after], queryFn: () => get<CaseView>(`/api/complaints/${after}`) })
  }, [of.id, near.after, queries])
  // At either end of the list J and K stay; only work that is done goes on, at the end back to the list.
  const go = (where: 'before' | 'after' | 'on' | 'list') => {
    const id = { before: near.before, after: near.after, on: near.after, list: null }[where]
    if (id !== null) navigate({ to: `/complaints/${id}` as never })
    else if (where === 'on' || where === 'list') backTo(near.list ?? '/desk', navigate)
  }
  return { go }
}

function backTo(list: string, navigate: ReturnType<typeof useNavigate>): void {
  const [path = '/desk', query = ''] = list.split('?')
  navigate({ to: path as never, search: Object.fromEntries(new URLSearchParams(query)) as never })
}
