// The side menu: pages in groups, the present one marked, icons alone when folded.

import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import type { MouseEvent } from 'react'
import { fill } from '../kernel/words.ts'
import { usePreferences, useWords } from './language.tsx'
import { Mark } from './mark.tsx'
import type { MenuGroup, StaffPage } from './page.tsx'
import { KIT } from './words.ts'

const GROUPS: readonly MenuGroup[] = ['work', 'insight', 'settings']

export function Menu(props: {
  pages: readonly StaffPage[]
  path: string
  folded: boolean
  go: (to: string) => void
  /** After a choice, on a phone. */
  leave: () => void
}) {
  const say = useWords(KIT)
  const { change } = usePreferences()
  const groups = GROUPS.map(group => props.pages.filter(page => page.menu?.group === group)).filter(
    pages => pages.length > 0,
  )
  const name = say(props.folded ? 'unfoldMenu' : 'foldMenu')
  return (
    <nav className="menu" aria-label={say('menu')}>
      <p className="menu-name">
        <Mark />
        <span>{say('product')}</span>
      </p>
      <div className="menu-groups">
        {groups.map(pages => (
          <ul key={pages[0]?.path}>
            {pages.map(page => (
              <li key={page.path}>
                <Entry {...props} page={page} />
              </li>
            ))}
          </ul>
        ))}
      </div>
      <button
        type="button"
        className="menu-fold"
        aria-label={name}
        title={name}
        onClick={() => change({ menu: props.folded ? 'open' : 'folded' })}
      >
        {props.folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
      </button>
    </nav>
  )
}

function Entry(props: { page: StaffPage; path: string; folded: boolean; go: (to: string) => void; leave: () => void }) {
  const { language } = usePreferences()
  const { page, path } = props
  const here = path === page.path || path.startsWith(`${page.path}/`)
  const label = fill(page.words, language)
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    props.leave()
    props.go(page.path)
  }
  return (
    <Tooltip title={props.folded ? label : ''} placement="right">
      <a href={page.path} className="menu-entry" aria-current={here ? 'page' : undefined} onClick={follow}>
        {page.menu?.icon}
        <span>{label}</span>
      </a>
    </Tooltip>
  )
}
