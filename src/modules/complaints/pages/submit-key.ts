// Ctrl or ⌘ with Enter sends a form, also out of a text of many lines.

import type { RefObject } from 'react'
import { useKeys } from '../../../ui/keys.tsx'
import { CASE_WORDS } from '../rules/words-case.ts'

/** Sends the form inside `box`. On a page only while the focus is in it; in a dialog (`alone`) always, nothing else can be meant. */
export function useSubmitKey(box: RefObject<HTMLElement | null>, alone = false): void {
  const run = () => {
    const meant = alone || box.current?.contains(document.activeElement)
    if (meant) box.current?.querySelector('form')?.requestSubmit()
  }
  useKeys([{ code: 'Enter', mod: true, say: CASE_WORDS.keySubmit, run, quiet: true }])
}
