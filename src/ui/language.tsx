// How this person reads: language, light or dark, large type, keys; kept in the browser and, when signed in, with the person.
//
// <PreferencesProvider>…</PreferencesProvider>   once, around everything (both bundles; no antd here)
// const { language, scheme, largeType, keys, change } = usePreferences()
// const say = useWords(WORDS); say('title', { n: 3 })   a sentence out of a department's words

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { fill, type Language, type Values, type Wording } from '../kernel/words.ts'
import type { Scheme } from './palette.ts'

export interface Preferences {
  readonly language: Language
  readonly scheme: 'auto' | Scheme
  readonly largeType: boolean
  /** Whether single-key shortcuts work. */
  readonly keys: boolean
  /** The side menu: by the width of the window, or as the person left it. */
  readonly menu: 'auto' | 'open' | 'folded'
}

interface Reading extends Preferences {
  /** The scheme on screen, `auto` resolved. */
  readonly shown: Scheme
  /** Changes some preferences here and, when `keep` is given to the provider, with the person. */
  change(part: Partial<Preferences>): void
  /** Takes over what the server keeps for this person, without sending it back. */
  adopt(part: Partial<Preferences>): void
}

const STORE = 'xiaobao.preferences'
const FIRST: Preferences = { language: 'zh-CN', scheme: 'auto', largeType: false, keys: true, menu: 'auto' }
const Place = createContext<Reading | null>(null)

/** `keep` is called with every change the person makes (the staff app sends it to the server). */
export function PreferencesProvider(props: { children: ReactNode; keep?: (preferences: Preferences) => void }) {
  const { keep } = props
  const [held, setHeld] = useState<Preferences>(readKept)
  const systemDark = useSystemDark()
  const shown: Scheme = held.scheme === 'auto' ? (systemDark ? 'dark' : 'light') : held.scheme

  useEffect(() => {
    const root = document.documentElement
    root.lang = held.language
    root.dataset.scheme = shown
    root.dataset.type = held.largeType ? 'large' : 'normal'
  }, [held.language, held.largeType, shown])

  const adopt = useCallback((part: Partial<Preferences>) => {
    setHeld(before => store({ ...before, ...known(part) }))
  }, [])
  const change = useCallback(
    (part: Partial<Preferences>) => {
      const next = store({ ...held, ...part })
      setHeld(next)
      keep?.(next)
    },
    [held, keep],
  )
  const reading = useMemo<Reading>(() => ({ ...held, shown, change, adopt }), [held, shown, change, adopt])
  return <Place value={reading}>{props.children}</Place>
}

export function usePreferences(): Reading {
  const reading = useContext(Place)
  if (reading === null) throw new TypeError('no PreferencesProvider above')
  return reading
}

/** The reader's language. */
export function useLanguage(): Language {
  return usePreferences().language
}

export type Say<Key extends string> = (key: Key, values?: Values) => string

/** A function that says a key of these words in the reader's language. */
export function useWords<Key extends string>(words: Readonly<Record<Key, Wording>>): Say<Key> {
  const language = useLanguage()
  return useCallback((key, values) => fill(words[key], language, values), [words, language])
}

function readKept(): Preferences {
  try {
    return { ...FIRST, ...known(JSON.parse(localStorage.getItem(STORE) ?? '{}')) }
  } catch {
    return FIRST
  }
}

// A browser may refuse storage (private windows); the choice then lives as long as the page.
function store(preferences: Preferences): Preferences {
  try {
    localStorage.setItem(STORE, JSON.stringify(preferences))
  } catch {
    return preferences
  }
  return preferences
}

function known(part: Partial<Preferences>): Partial<Preferences> {
  return {
    ...((part.language === 'zh-CN' || part.language === 'en') && { language: part.language }),
    ...((part.scheme === 'auto' || part.scheme === 'light' || part.scheme === 'dark') && { scheme: part.scheme }),
    ...(typeof part.largeType === 'boolean' && { largeType: part.largeType }),
    ...(typeof part.keys === 'boolean' && { keys: part.keys }),
    ...((part.menu === 'auto' || part.menu === 'open' || part.menu === 'folded') && { menu: part.menu }),
  }
}

function useSystemDark(): boolean {
  const [dark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches)
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)')
    const follow = () => setDark(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return dark
}
