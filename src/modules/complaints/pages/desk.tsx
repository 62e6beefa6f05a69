// The desk: views with their counts, the list by time left, filters in the address, a preview that needs no leaving.

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useActions } from '../../../ui/action.ts'
import { address, get, newKey, post } from '../../../ui/api.ts'
import { type Chosen, FilterBar, useFilters } from '../../../ui/filters.tsx'
import { useLanguage, usePreferences, useWords } from '../../../ui/language.tsx'
import { PageFrame } from '../../../ui/page.tsx'
import { usePages } from '../../../ui/paging.ts'
import { mayEnter, useSession } from '../../../ui/session.tsx'
import { useWide } from '../../../ui/shell.tsx'
import { problemSentence } from '../../../ui/state.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Noun } from '../rules/contract.ts'
import { DESK_WORDS, type DeskKey } from '../rules/words-desk.ts'
import { ActDialog } from './act-dialog.tsx'
import type { CaseView, DeskCounts, DeskItem } from './answers.ts'
import { findPrimary } from './case-actions.ts'
import './desk.css'
import { columnsOf, KeyStrip } from './desk-column.tsx'
import { findPlace, keepPlace } from './desk-place.ts'
import { filtersOf, questionOf, VIEWS, type View, viewOf } from './desk-view.ts'
import { ExportButton } from './export-list.tsx'
import { Preview } from './preview.tsx'
import { type Names, useNames } from './reference.ts'

export function Desk() {
  const say = useWords(DESK_WORDS)
  const navigate = useNavigate()
  const session = useSession()
  const { largeType, language } = usePreferences()
  const names = useNames()
  const desk = useDesk(names)
  const wide = useWide('(min-width: 1180px)')
  const narrow = useWide('(max-width: 760px)')
  const [previewing, setPreviewing] = useState(true)
  const act = useDeskActs(desk)
  useActions([
    { id: 'claim', say: DESK_WORDS['key.claim'], key: { code: 'KeyC' }, run: act.claim },
    { id: 'note', say: DESK_WORDS['key.note'], key: { code: 'KeyN' }, run: act.note },
    { id: 'done', say: DESK_WORDS['key.done'], key: { code: 'KeyE' }, run: act.done },
    { id: 'find', say: DESK_WORDS['key.search'], key: { code: 'Slash' }, run: focusSearch },
    { id: 'preview', say: DESK_WORDS['key.preview'], key: { code: 'KeyP' }, run: () => setPreviewing(!previewing) },
    {
      id: 'register',
      say: DESK_WORDS['key.register'],
      key: { code: 'KeyR' },
      run: () => navigate({ to: '/complaints/new' as never }),
    },
  ])
  const shown = wide && previewing
  return (
    <PageFrame
      title={say('title')}
      fill
      actions={
        <>
          {mayEnter(session, 'export') && <ExportButton query={desk.question} />}
          {mayEnter(session, 'intake') && (
            <Button type="primary" onClick={() => navigate({ to: '/complaints/new' as never })}>
              {say('register')}
            </Button>
          )}
        </>
      }
    >
      <div className="desk" data-preview={shown}>
        <div className="desk-list" ref={desk.box}>
          <ViewTabs view={desk.view} counts={desk.counts} change={desk.changeView} />
          <FilterBar filters={desk.shownFilters} chosen={desk.chosen} change={desk.change}>
            <Button type="text" aria-expanded={desk.more} onClick={desk.turnMore}>
              {say(desk.more ? 'fewerFilters' : 'moreFilters')}
            </Button>
          </FilterBar>
          <Table<DeskItem>
            label={say('list')}
            columns={columnsOf(say, { place: narrow ? 'phone' : shown ? 'beside' : 'wide', largeType, language })}
            rows={desk.rows}
            rowKey={item => item.id}
            cursor={desk.cursor}
            onCursor={item => (narrow ? desk.open(item.id) : desk.move(item.id))}
            onOpen={item => desk.open(item.id)}
            {...(!narrow && { hint: () => <KeyStrip /> })}
            keys
            height="fill"
            sorting={{ sort: desk.sort, onSort: desk.changeSort }}
            empty={emptyOf(desk, say)}
          />
        </div>
        {shown && (
          <aside className="desk-preview" aria-label={say('preview')}>
            <Preview id={desk.cursor} names={names} act={act.begin} open={desk.open} />
          </aside>
        )}
      </div>
      {act.begun && <ActDialog noun={act.begun.noun} of={act.begun.of} onClose={act.end} onDone={act.finished} />}
    </PageFrame>
  )
}

/** How many filters stand in the row before "more" is asked for. */
const FIRST_FILTERS = 4

type Desk = ReturnType<typeof useDesk>

function useDesk(names: Names) {
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Readonly<Record<string, string>>
  const filters = useMemo(() => filtersOf(names), [names])
  const { chosen, change } = useFilters(filters)
  const [more, setMore] = useState(false)
  const shownFilters = filters.filter((filter, index) => more || index < FIRST_FILTERS || chosen[filter.key])
  const view = viewOf(search.view)
  const sort = search.sort ?? 'due'
  const question = questionOf(view, chosen, sort)
  const rows = usePages<DeskItem>(['desk', question], after => address('/api/desk', { ...question, limit: 50, after }))
  const counts = useQuery({
    queryKey: ['desk-counts'],
    queryFn: () => get<DeskCounts>('/api/desk/counts'),
    refetchInterval: 60_000,
  })
  const here = `/desk${address('', search)}`
  const place = usePlace(here, rows.items)
  return {
    view,
    sort,
    shownFilters,
    more,
    turnMore: () => setMore(!more),
    chosen,
    change,
    question,
    rows,
    counts: counts.data,
    ...place,
    changeView: (next: View) => navigate({ to: '.', search: { view: next } as never }),
    changeSort: (next: string) => navigate({ to: '.', search: { ...search, sort: next } as never, replace: true }),
    open: (id: string) => {
      place.leave()
      navigate({ to: `/complaints/${id}` as never })
    },
  }
}

/** The row and the scroll of this list, found again on return. */
function usePlace(here: string, items: readonly DeskItem[]) {
  const box = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useState<string | null>(() => findPlace(here)?.cursor ?? null)
  const [at, setAt] = useState(here)
  if (at !== here) {
    setAt(here)
    setCursor(findPlace(here)?.cursor ?? null)
  }
  const ids = useMemo(() => items.map(item => item.id), [items])
  const known = cursor !== null && ids.includes(cursor)
  const current = known ? cursor : (ids[0] ?? null)
  const filled = ids.length > 0
  useEffect(() => {
    if (filled) keepPlace(here, { ids })
  }, [here, ids, filled])
  useLayoutEffect(() => {
    const grid = box.current?.querySelector<HTMLElement>('[role="grid"]')
    if (!filled || !grid || document.querySelector('dialog[open], .ant-modal-wrap')) return
    grid.scrollTop = findPlace(here)?.scroll ?? 0
    if (document.activeElement === document.body) grid.focus({ preventScroll: true })
  }, [here, filled])
  const move = useCallback(
    (id: string) => {
      setCursor(id)
      keepPlace(here, { cursor: id })
    },
    [here],
  )
  const leave = () => keepPlace(here, { scroll: box.current?.querySelector('[role="grid"]')?.scrollTop ?? 0 })
  return { box, cursor: current, move, leave }
}

/** The commands that a list gives without leaving it. */
function useDeskActs(desk: Desk) {
  const say = useWords(DESK_WORDS)
  const language = useLanguage()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const me = useSession().person.id
  const [begun, setBegun] = useState<{ noun: Noun; of: CaseView; next: boolean } | null>(null)
  const whole = async () => {
    const id = desk.cursor
    if (id === null) return null
    try {
      return await queries.fetchQuery({ queryKey: ['case', id], queryFn: () => get<CaseView>(`/api/complaints/${id}`) })
    } catch (error) {
      message.error(problemSentence(error, language))
      return null
    }
  }
  const begin = (noun: Noun, of: CaseView, next = false) => {
    const refusal = of.allowed.find(each => each.noun === noun)
    if (refusal && !refusal.ok) message.warning(/^[a-z-]+$/.test(refusal.reason) ? say('notForYou') : refusal.reason)
    else if (noun === 'claim') claimOf(of)
    else setBegun({ noun, of, next })
  }
  const claimOf = async (of: CaseView) => {
    try {
      await post(`/api/complaints/${of.id}/claim`, {}, { key: newKey() })
      message.success(say('claimed', { number: of.number }))
      refresh(of.id)
    } catch (error) {
      message.error(problemSentence(error, language))
    }
  }
  const refresh = (id: string) => {
    queries.invalidateQueries({ queryKey: ['case', id] })
    queries.invalidateQueries({ queryKey: ['desk'] })
    queries.invalidateQueries({ queryKey: ['desk-counts'] })
  }
  const finished = () => {
    if (begun === null) return
    const after = desk.rows.items[desk.rows.items.findIndex(item => item.id === begun.of.id) + 1]
    if (begun.next && after) desk.move(after.id)
    refresh(begun.of.id)
    setBegun(null)
  }
  return {
    begun,
    begin,
    end: () => setBegun(null),
    finished,
    claim: () => whole().then(of => of && begin(of.handover && acceptable(of) ? 'acceptance' : 'claim', of)),
    note: () => whole().then(of => of && begin('note', of)),
    done: () =>
      whole().then(of => {
        const primary = of && findPrimary(of, me)
        if (of && primary) begin(primary, of, true)
        else if (of) desk.open(of.id)
      }),
  }
}

function acceptable(of: CaseView): boolean {
  return of.allowed.some(each => each.noun === 'acceptance' && each.ok)
}

function ViewTabs(props: { view: View; counts: DeskCounts | undefined; change: (view: View) => void }) {
  const say = useWords(DESK_WORDS)
  const { counts } = props
  return (
    <nav className="desk-views" aria-label={say('views')}>
      {VIEWS.map(view => {
        const count = counts?.views[view]
        return (
          <button
            key={view}
            type="button"
            aria-current={view === props.view ? 'page' : undefined}
            onClick={() => props.change(view)}
          >
            {say(`view.${view}` as DeskKey)}
            {count !== undefined && <b data-zero={count === 0}>{count > 1000 ? say('thousandPlus') : count}</b>}
          </button>
        )
      })}
    </nav>
  )
}

function emptyOf(desk: { view: View; chosen: Chosen }, say: (key: DeskKey) => string) {
  if (Object.keys(desk.chosen).length > 0) return { title: say('empty'), text: say('emptyText') }
  if (desk.view === 'today') return { title: say('emptyToday'), text: say('emptyTodayText') }
  return { title: say('emptyView'), text: say('emptyViewText') }
}

function focusSearch(): void {
  document.querySelector<HTMLInputElement>('.filters-words input, input.filters-words')?.focus()
}
