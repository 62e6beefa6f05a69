// Rule packs and calendars: every limit with its article; a new version, what it would move, and applying that once.

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { get } from '../../../ui/api.ts'
import { useWords } from '../../../ui/language.tsx'
import { PageFrame } from '../../../ui/page.tsx'
import { mayDo, useSession } from '../../../ui/session.tsx'
import { Awaited } from '../../../ui/state.tsx'
import { RULES_WORDS } from '../rules/words-rules.ts'
import './case.css'
import './desk.css'
import { useNames } from './reference.ts'
import type { CalendarView, PackView, RuleText } from './rule-answers.ts'
import { PublishDialog, WithdrawDialog } from './rule-draft.tsx'
import { AskDialog, Recomputations } from './rule-recompute.tsx'
import { CalendarPanel, PackPanel } from './rule-shelf.tsx'
import { RuleTextDialog } from './rule-text.tsx'
import './rules.css'

const SHELVES = ['packs', 'calendars', 'recomputations'] as const

type Doing = 'edit' | 'preview' | 'publish' | 'withdraw'

export function RulesPage() {
  const say = useWords(RULES_WORDS)
  const [shelf, setShelf] = useState<(typeof SHELVES)[number]>('packs')
  const [begun, setBegun] = useState<{ doing: Doing; text: RuleText } | null>(null)
  const packs = useQuery({ queryKey: ['rule-packs'], queryFn: () => get<readonly PackView[]>('/api/rule-packs') })
  const calendars = useQuery({ queryKey: ['calendars'], queryFn: () => get<readonly CalendarView[]>('/api/calendars') })
  const acts = (text: RuleText) => <Acts text={text} begin={doing => setBegun({ doing, text })} />
  const end = () => setBegun(null)
  return (
    <PageFrame title={say('title')} note={say('note')}>
      <nav className="desk-views" aria-label={say('title')}>
        {SHELVES.map(each => (
          <button
            key={each}
            type="button"
            aria-current={each === shelf ? 'page' : undefined}
            onClick={() => setShelf(each)}
          >
            {say(each)}
          </button>
        ))}
      </nav>
      {shelf === 'packs' && (
        <Awaited query={packs}>
          {all => (
            <div className="rules">
              {all.map(of => (
                <PackPanel key={`${of.id}:${of.version}`} pack={of} acts={acts({ kind: 'pack', of })} />
              ))}
            </div>
          )}
        </Awaited>
      )}
      {shelf === 'calendars' && (
        <Awaited query={calendars}>
          {all => (
            <div className="rules">
              {all.map(of => (
                <CalendarPanel key={of.id} edition={of} acts={acts({ kind: 'calendar', of })} />
              ))}
            </div>
          )}
        </Awaited>
      )}
      {shelf === 'recomputations' && <Recomputations />}
      {begun?.doing === 'edit' && <RuleTextDialog text={begun.text} onClose={end} />}
      {begun?.doing === 'preview' && <AskDialog text={begun.text} onClose={end} />}
      {begun?.doing === 'publish' && <PublishDialog text={begun.text} onClose={end} />}
      {begun?.doing === 'withdraw' && <WithdrawDialog text={begun.text} onClose={end} />}
    </PageFrame>
  )
}

/** An administrator drafts, a supervisor or executive of the head office puts in force: two people, and the server insists. */
function Acts(props: { text: RuleText; begin: (doing: Doing) => void }): ReactNode {
  const say = useWords(RULES_WORDS)
  const session = useSession()
  const drafts = mayDo(session, 'admin')
  const { units } = useNames()
  const ofHeadOffice = (path: string) =>
    ['head-office', 'department'].includes(units.find(unit => unit.path === path)?.kind ?? '')
  const publishes = session.roles.some(
    post =>
      (post.role === 'supervisor' || post.role === 'executive') &&
      post.unit.split('.').length <= 2 &&
      ofHeadOffice(post.unit),
  )
  const draft = props.text.of.standing?.state === 'draft'
  if (!drafts && !publishes) return null
  return (
    <span className="rules-acts">
      <Button onClick={() => props.begin('preview')}>{say('preview')}</Button>
      {drafts && draft && <Button onClick={() => props.begin('withdraw')}>{say('withdraw')}</Button>}
      {drafts && !draft && (
        <Button onClick={() => props.begin('edit')}>
          {say(props.text.kind === 'pack' ? 'newPack' : 'newCalendar')}
        </Button>
      )}
      {publishes && draft && (
        <Button type="primary" onClick={() => props.begin('publish')}>
          {say('publish')}
        </Button>
      )}
    </span>
  )
}
