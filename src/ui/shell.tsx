// The staff shell: side menu, top bar, notice, the page. It folds to icons below 1440 and hides behind a button on a phone.
//
// <Shell pages path go find personActions notice onSignedOut>page</Shell>     once, in pages.tsx
// Pages do not use it: they stand in <PageFrame> and offer their actions with useActions().

import { FontSizeOutlined, MenuOutlined, QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { onNetworkAway } from './api.ts'
import { keyName, useKeyListening, useKeys } from './keys.tsx'
import { usePreferences, useWords } from './language.tsx'
import { Menu } from './menu.tsx'
import type { StaffPage } from './page.tsx'
import type { Found } from './palette.tsx'
import { PersonMenu } from './person-menu.tsx'
import { SchemeSwitch } from './scheme-switch.tsx'
import './shell.css'
import { Notice } from './state.tsx'
import { KIT } from './words.ts'

const CommandPalette = lazy(() => import('./palette.tsx').then(module => ({ default: module.CommandPalette })))
const KeysHelp = lazy(() => import('./keys-help.tsx').then(module => ({ default: module.KeysHelp })))

export interface ShellProps {
  /** The pages this person may open, in the order of the menu. */
  readonly pages: readonly StaffPage[]
  /** The address now, for the menu's mark. */
  readonly path: string
  readonly go: (to: string) => void
  readonly find: (text: string, signal: AbortSignal) => Promise<readonly Found[]>
  /** A line above the page: the time machine, the database away. */
  readonly notice?: ReactNode
  readonly onChangePassword: () => void
  readonly onSignedOut: () => void
  readonly children: ReactNode
}

export function Shell(props: ShellProps) {
  const say = useWords(KIT)
  const { keys, menu } = usePreferences()
  const [finding, setFinding] = useState(false)
  const [helping, setHelping] = useState(false)
  const [menuShown, setMenuShown] = useState(false)
  const wide = useWide('(min-width: 1440px)')
  const folded = menu === 'auto' ? !wide : menu === 'folded'
  useKeyListening(keys)
  useKeys([
    { code: 'KeyK', mod: true, say: KIT.keyPalette, run: () => setFinding(true), everywhere: true },
    { code: 'Slash', shift: true, say: KIT.keyHelp, run: () => setHelping(true), everywhere: true },
  ])
  return (
    <div className="shell" data-folded={folded} data-menu={menuShown ? 'shown' : 'hidden'}>
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <Menu pages={props.pages} path={props.path} go={props.go} folded={folded} leave={() => setMenuShown(false)} />
      <div className="shell-body">
        <header className="bar">
          <Button
            className="bar-menu"
            type="text"
            icon={<MenuOutlined />}
            aria-label={say('menu')}
            aria-expanded={menuShown}
            onClick={() => setMenuShown(!menuShown)}
          />
          <SearchButton open={() => setFinding(true)} />
          <span className="bar-space" />
          <Switches help={() => setHelping(true)} />
          <PersonMenu onChangePassword={props.onChangePassword} onSignedOut={props.onSignedOut} />
        </header>
        <NetworkNotice />
        {props.notice}
        <main id="content" tabIndex={-1}>
          {props.children}
        </main>
      </div>
      {menuShown && (
        <button type="button" className="veil" aria-label={say('close')} onClick={() => setMenuShown(false)} />
      )}
      <Suspense>
        {finding && (
          <CommandPalette open onClose={() => setFinding(false)} pages={props.pages} find={props.find} go={props.go} />
        )}
        {helping && <KeysHelp onClose={() => setHelping(false)} />}
      </Suspense>
    </div>
  )
}

function SearchButton(props: { open: () => void }) {
  const say = useWords(KIT)
  return (
    <button type="button" className="bar-search" onClick={props.open}>
      <SearchOutlined aria-hidden="true" />
      <span>{say('search')}</span>
      <span className="key" aria-hidden="true">
        {keyName({ code: 'KeyK', mod: true })}
      </span>
    </button>
  )
}

/** Language, light or dark, large type: also on the sign-in page. */
export function Switches(props: { help?: () => void }) {
  const say = useWords(KIT)
  const { language, largeType, change } = usePreferences()
  return (
    <div className="switches">
      <Button
        type="text"
        lang={language === 'en' ? 'zh-CN' : 'en'}
        onClick={() => change({ language: language === 'en' ? 'zh-CN' : 'en' })}
      >
        {say('languageSwitch')}
      </Button>
      <SchemeSwitch />
      <Tooltip title={say('largeType')}>
        <Button
          type="text"
          icon={<FontSizeOutlined />}
          aria-label={say('largeType')}
          aria-pressed={largeType}
          onClick={() => change({ largeType: !largeType })}
        />
      </Tooltip>
      {props.help && (
        <Tooltip title={`${say('keysHelp')}  ?`}>
          <Button
            className="bar-help"
            type="text"
            icon={<QuestionCircleOutlined />}
            aria-label={say('keysHelp')}
            onClick={props.help}
          />
        </Tooltip>
      )}
    </div>
  )
}

function NetworkNotice() {
  const say = useWords(KIT)
  const [away, setAway] = useState(() => !navigator.onLine)
  useEffect(() => {
    const gone = () => setAway(true)
    const back = () => setAway(false)
    window.addEventListener('offline', gone)
    window.addEventListener('online', back)
    const stop = onNetworkAway(setAway)
    return () => {
      window.removeEventListener('offline', gone)
      window.removeEventListener('online', back)
      stop()
    }
  }, [])
  return away ? <Notice tone="today">{say('networkAway')}</Notice> : null
}

/** Whether the window meets a media query, followed as it changes. */
export function useWide(query: string): boolean {
  const [wide, setWide] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const list = matchMedia(query)
    const follow = () => setWide(list.matches)
    list.addEventListener('change', follow)
    return () => list.removeEventListener('change', follow)
  }, [query])
  return wide
}
