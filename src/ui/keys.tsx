// Shortcuts: by physical key, silent while an input method composes and inside anything editable.
//
// useKeys([{ code: 'KeyJ', say: words.next, run: next }])          while the component is on screen
// { code: 'KeyK', mod: true, say, run }                            Ctrl or ⌘; works inside inputs too
// keyName({ code: 'KeyK', mod: true }) → 'Ctrl K' or '⌘ K'         for tooltips
// <KeyHint code="KeyJ" />                                          a small key cap

import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Wording } from '../kernel/words.ts'
import { usePreferences } from './language.tsx'

export interface KeyChord {
  /** The physical key, `event.code`: full-width mode and keyboard layouts do not move it. */
  readonly code: string
  /** With Ctrl, or ⌘ on a Mac. */
  readonly mod?: boolean
  readonly shift?: boolean
  readonly alt?: boolean
}

export interface KeyBinding extends KeyChord {
  readonly say: Wording
  readonly run: () => void
  /** Not shown in the help (second keys for the same thing). */
  readonly quiet?: boolean
  /** Belongs to the whole application rather than to the page. */
  readonly everywhere?: boolean
}

/** What of a keyboard event decides; a plain value, so that tests need no browser. */
export interface KeyPress {
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
  readonly keyCode: number
}

/** Whether a press means this chord. Composition (also the 229 of older engines) never does; plain keys never inside editables. */
export function meansChord(
  press: KeyPress,
  chord: KeyChord,
  place: { editable: boolean; singleKeys: boolean },
): boolean {
  if (press.isComposing || press.keyCode === 229 || press.code !== chord.code) return false
  const mod = press.ctrlKey || press.metaKey
  if (mod !== (chord.mod ?? false)) return false
  if (press.shiftKey !== (chord.shift ?? false) || press.altKey !== (chord.alt ?? false)) return false
  return chord.mod === true || chord.code === 'Escape' || (place.singleKeys && !place.editable)
}

/** `J`, `Shift J`, `Ctrl K`, on a Mac `⌘ K`. */
export function keyName(chord: KeyChord, mac: boolean = isMac()): string {
  const parts = [
    chord.mod ? (mac ? '⌘' : 'Ctrl') : '',
    chord.alt ? 'Alt' : '',
    chord.shift ? 'Shift' : '',
    capOf(chord.code),
  ]
  if (chord.code === 'Slash' && chord.shift) return '?'
  return parts.filter(part => part !== '').join(' ')
}

/** Registers shortcuts while the component is on screen. The newest registration of a chord wins. */
export function useKeys(bindings: readonly KeyBinding[], when = true): void {
  const latest = useRef(bindings)
  latest.current = bindings
  useEffect(() => (when ? register(latest) : undefined), [when])
}

/** Listens on the window; once, in the shell. `on` says whether single keys work. */
export function useKeyListening(on: boolean): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event, on)
    // Before the control that has the focus: a list would open at Ctrl Enter instead of sending the form.
    const hearFirst = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey) && press(event, on)
    window.addEventListener('keydown', hearFirst, true)
    window.addEventListener('keydown', hear)
    return () => {
      window.removeEventListener('keydown', hearFirst, true)
      window.removeEventListener('keydown', hear)
    }
  }, [on])
}

/** Every shortcut that works now, for the help overlay. */
export function useKeyList(): readonly KeyBinding[] {
  useSyncExternalStore(follow, () => registered)
  return registered.flatMap(entry => entry.current).filter(binding => !binding.quiet)
}

/** A key cap, quiet; nothing when the person has switched single keys off. */
export function KeyHint(props: KeyChord) {
  const { keys } = usePreferences()
  if (!keys && !props.mod) return null
  return <kbd className="key">{keyName(props)}</kbd>
}

/** Enter that only ends a composition must not submit: true when this Enter is meant. */
export function meansEnter(event: { key: string; nativeEvent: { isComposing: boolean; keyCode: number } }): boolean {
  return event.key === 'Enter' && !event.nativeEvent.isComposing && event.nativeEvent.keyCode !== 229
}

type Entry = { readonly current: readonly KeyBinding[] }

let registered: readonly Entry[] = []
const followers = new Set<() => void>()

function register(entry: Entry): () => void {
  registered = [...registered, entry]
  for (const follower of followers) follower()
  return () => {
    registered = registered.filter(other => other !== entry)
    for (const follower of followers) follower()
  }
}

function follow(follower: () => void): () => void {
  followers.add(follower)
  return () => followers.delete(follower)
}

function press(event: KeyboardEvent, singleKeys: boolean): void {
  if (event.defaultPrevented) return
  // While a dialog is open, the page beneath must not act on single keys.
  const editable = isEditable(event.target) || document.querySelector('[aria-modal="true"]') !== null
  for (const entry of [...registered].reverse()) {
    const binding = entry.current.find(each => meansChord(event, each, { editable, singleKeys }))
    if (!binding) continue
    event.preventDefault()
    event.stopPropagation()
    binding.run()
    return
  }
}

function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable || target.closest('input, textarea, select, [role="combobox"], [role="listbox"]') !== null
  )
}

const CAPS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Slash: '/',
  Period: '.',
  Comma: ',',
  BracketLeft: '[',
  BracketRight: ']',
}

function capOf(code: string): string {
  return CAPS[code] ?? code.replace(/^(Key|Digit)/, '')
}

function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
}
