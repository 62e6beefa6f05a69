// What complaints can show on a neighbour's page: the complaints of a customer, a product or a unit, with their clocks.

import { Link } from '@tanstack/react-router'
import { fill } from '../../../kernel/words.ts'
import { address } from '../../../ui/api.ts'
import { Countdown } from '../../../ui/countdown.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { Panel } from '../../../ui/page.tsx'
import { usePages } from '../../../ui/paging.ts'
import { Failed, Loading } from '../../../ui/state.tsx'
import { STATE_WORDS } from '../rules/words.ts'
import { DESK_WORDS } from '../rules/words-desk.ts'
import type { DeskItem } from './answers.ts'
import './case.css'
import './desk.css'

const MOST = 5

/** `about` are parameters of the desk: `{ product: 'WM-NET' }`, `{ unit: 'HO.SH' }`. */
export function ComplaintsCard(props: { about: Readonly<Record<string, string>> }) {
  const say = useWords(DESK_WORDS)
  const language = useLanguage()
  const query = { module: 'complaints', sort: 'due', open: 'true', ...props.about }
  const rows = usePages<DeskItem>(['desk-card', query], after => address('/api/desk', { ...query, limit: MOST, after }))
  return (
    <Panel
      title={say('title')}
      actions={<Link to={address('/desk', { view: 'all', ...props.about }) as never}>{say('view.all')}</Link>}
    >
      {rows.loading && <Loading rows={3} />}
      {rows.error !== null && rows.items.length === 0 && <Failed error={rows.error} again={rows.again} />}
      {!rows.loading && rows.error === null && rows.items.length === 0 && <p className="quiet">{say('emptyView')}</p>}
      <ul className="related">
        {rows.items.slice(0, MOST).map(item => (
          <li key={item.id}>
            <Countdown
              clock={{ dueAt: item.dueAt, startedAt: item.openedAt, ...(item.paused && { state: 'paused' as const }) }}
            />{' '}
            <Link to={`/complaints/${item.id}` as never} className="number">
              {item.number}
            </Link>{' '}
            <small>{fill(STATE_WORDS[item.state], language)}</small>
            <div>{item.title}</div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
