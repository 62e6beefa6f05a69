// A page of the staff: how it is registered, and the frame it stands in.
//
// <PageFrame title="…" note="…" actions={<Button/>}>…</PageFrame>       one subject, one primary action
// <PageFrame fill>                                                     the content takes the height of the window (lists)
// <Panel title="…" actions={…}>…</Panel>                               a part of a page: a title, a hairline, no box in a box
// <Columns left={…} right={…}>middle</Columns>                         three columns that fold under one another when narrow

import { type ReactNode, useEffect, useId } from 'react'
import type { Wording } from '../kernel/words.ts'
import { useWords } from './language.tsx'
import './page.css'
import { KIT } from './words.ts'

/** One line of the registry in pages.tsx. */
export interface StaffPage {
  /** `/people`, `/complaints/$number`. */
  readonly path: string
  readonly words: Wording
  /** The room that a post must open (`capabilities` of the session); null: everybody who signed in. The server decides again. */
  readonly room: string | null
  /** Its place in the menu, null for pages that are opened from others. */
  readonly menu: { readonly group: MenuGroup; readonly icon: ReactNode } | null
}

export type MenuGroup = 'work' | 'insight' | 'settings'

export function PageFrame(props: {
  title: ReactNode
  /** The window's title when `title` is not a plain text. */
  name?: string
  note?: ReactNode
  actions?: ReactNode
  fill?: boolean
  children: ReactNode
}) {
  const say = useWords(KIT)
  const name = props.name ?? (typeof props.title === 'string' ? props.title : '')
  const product = say('product')
  useEffect(() => {
    document.title = name === '' ? product : `${name} · ${product}`
  }, [name, product])
  return (
    <div className={props.fill ? 'page page-fill' : 'page'}>
      <header className="page-head">
        <div>
          <h1>{props.title}</h1>
          {props.note && <p>{props.note}</p>}
        </div>
        {props.actions && <div className="page-actions">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  )
}

export function Panel(props: { title: string; actions?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className="panel" aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{props.title}</h2>
        {props.actions}
      </header>
      {props.children}
    </section>
  )
}

export function Columns(props: { left?: ReactNode; right?: ReactNode; children: ReactNode }) {
  const shape = `${props.left ? 'l' : ''}m${props.right ? 'r' : ''}`
  return (
    <div className="columns" data-shape={shape}>
      {props.left && <div className="columns-side">{props.left}</div>}
      <div className="columns-middle">{props.children}</div>
      {props.right && <div className="columns-side">{props.right}</div>}
    </div>
  )
}
