// Ctrl K: every action of the page, every page, every case by number or words; arrows choose, Enter goes.
//
// <CommandPalette open onClose pages={…} find={async text => Found[]} go={to => navigate({ to })} />   once, by the shell

// biome-ignore-all lint/a11y/useSemanticElements: a <select> cannot hold two texts and a key per choice
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stays in the input, which names the choice
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the input hears the keys; Escape is the dialog's own

import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { fill } from '../kernel/words.ts'
import { type Action, useOfferedActions } from './action.ts'
import { KeyHint, meansEnter } from './keys.tsx'
import { useLanguage, useWords } from './language.tsx'
import type { StaffPage } from './page.tsx'
import './palette.css'
import { matching } from './palette-match.ts'
import { KIT } from './words.ts'

/** A record found by number or words. */
export interface Found {
  readonly id: string
  readonly title: string
  readonly note?: string
  /** Where it opens. */
  readonly to: string
}

export interface PaletteProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly pages: readonly StaffPage[]
  readonly find: (text: string, signal: AbortSignal) => Promise<readonly Found[]>
  readonly go: (to: string) => void
}

interface Item {
  readonly id: string
  readonly group: 'paletteActions' | 'paletteFound' | 'palettePages'
  readonly title: string
  readonly note?: string
  readonly action?: Action
  readonly run: () => void
}

export function CommandPalette(props: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const say = useWords(KIT)
  useEffect(() => {
    if (props.open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [props.open])
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={say('search')}
      aria-modal="true"
      onClose={props.onClose}
      onClick={event => event.target === dialog.current && props.onClose()}
    >
      {props.open && <Inside {...props} />}
    </dialog>
  )
}

function Inside(props: PaletteProps) {
  const say = useWords(KIT)
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const items = useItems(props, typed)
  const chosen = Math.min(at, items.length - 1)
  const run = (item: Item | undefined) => {
    if (item === undefined) return
    props.onClose()
    item.run()
  }
  const hear = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt(Math.max(0, Math.min(items.length - 1, chosen + step)))
    } else if (meansEnter(event)) run(items[chosen])
  }
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: a dialog opened by a key begins where one types
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={items.length > 0 ? `${id}-${chosen}` : undefined}
        aria-label={say('search')}
        placeholder={say('paletteHint')}
        value={typed}
        onChange={event => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={hear}
      />
      <div id={id} role="listbox" aria-label={say('search')} className="palette-list">
        {items.map((item, index) => (
          <Line
            key={item.id}
            id={`${id}-${index}`}
            item={item}
            head={items[index - 1]?.group !== item.group}
            here={index === chosen}
            run={() => run(item)}
          />
        ))}
      </div>
      {items.length === 0 && <p className="palette-none">{say('paletteNothing')}</p>}
      <p className="palette-foot">{say('paletteFoot')}</p>
    </>
  )
}

function Line(props: { id: string; item: Item; head: boolean; here: boolean; run: () => void }) {
  const say = useWords(KIT)
  const { item } = props
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (props.here) line.current?.scrollIntoView({ block: 'nearest' })
  }, [props.here])
  return (
    <>
      {props.head && (
        <div role="presentation" className="palette-group">
          {say(item.group)}
        </div>
      )}
      <div
        ref={line}
        id={props.id}
        role="option"
        aria-selected={props.here}
        className="palette-line"
        onClick={props.run}
      >
        <span>{item.title}</span>
        {item.note && <small>{item.note}</small>}
        {item.action?.key && <KeyHint {...item.action.key} />}
      </div>
    </>
  )
}

function useItems(props: PaletteProps, typed: string): Item[] {
  const language = useLanguage()
  const actions = useOfferedActions()
  const text = useSettled(typed.trim(), 150)
  const query = useQuery({
    queryKey: ['palette', text],
    queryFn: ({ signal }) => props.find(text, signal),
    enabled: text.length > 1,
    staleTime: 10_000,
  })
  const found = text.length > 1 ? (query.data ?? []) : []
  const byName = matching(actions, typed, action => fill(action.say, language))
  const pages = matching(props.pages, typed, page => `${page.words.zh} ${page.words.en}`)
  return [
    ...byName.map(action => ({
      id: `action ${action.id}`,
      group: 'paletteActions' as const,
      title: fill(action.say, language),
      action,
      run: action.run,
    })),
    ...found.map(each => ({
      id: `found ${each.id}`,
      group: 'paletteFound' as const,
      title: each.title,
      ...(each.note !== undefined && { note: each.note }),
      run: () => props.go(each.to),
    })),
    ...pages.map(page => ({
      id: `page ${page.path}`,
      group: 'palettePages' as const,
      title: fill(page.words, language),
      run: () => props.go(page.path),
    })),
  ]
}

// The server is asked once the typing rests, not for every letter.
function useSettled(text: string, ms: number): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ms)
    return () => clearTimeout(timer)
  }, [text, ms])
  return settled
}
