// What can be done from here by name: pages register their actions, the palette lists them.
//
// useActions([{ id: 'claim', say: words.claim, key: { code: 'KeyC' }, run: claim }])     also registers the key
// useActions(actions, when)                                                             while `when` holds

import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Wording } from '../kernel/words.ts'
import { type KeyChord, useKeys } from './keys.tsx'

export interface Action {
  readonly id: string
  readonly say: Wording
  readonly run: () => void
  readonly key?: KeyChord
  readonly everywhere?: boolean
}

/** Offers actions in the palette, and on their keys, while the component is on screen. */
export function useActions(actions: readonly Action[], when = true): void {
  const latest = useRef(actions)
  latest.current = actions
  const bindings = useMemo(
    () =>
      actions.flatMap(action =>
        action.key ? [{ ...action.key, say: action.say, run: action.run, everywhere: action.everywhere === true }] : [],
      ),
    [actions],
  )
  useKeys(bindings, when)
  useEffect(() => (when ? offer(latest) : undefined), [when])
}

/** What is offered now, the newest page's first. */
export function useOfferedActions(): readonly Action[] {
  return useSyncExternalStore(follow, () => offered).flatMap(entry => entry.current)
}

type Entry = { readonly current: readonly Action[] }

let offered: readonly Entry[] = []
const followers = new Set<() => void>()

function offer(entry: Entry): () => void {
  put([entry, ...offered])
  return () => put(offered.filter(other => other !== entry))
}

function put(entries: readonly Entry[]): void {
  offered = entries
  for (const follower of followers) follower()
}

function follow(follower: () => void): () => void {
  followers.add(follower)
  return () => followers.delete(follower)
}
