// Where the person is: the part of the address after #, so that the phone's own back key leads one screen back.

import { useSyncExternalStore } from 'react'

/** `#/filing/story` is `['filing', 'story']`; the start is an empty list. */
export function useRoute(): readonly string[] {
  const hash = useSyncExternalStore(listen, () => location.hash)
  return hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter(part => part !== '')
}

/** Goes to a screen; `replacing` leaves no way back to the one before. */
export function go(route: readonly string[], way: 'on' | 'replacing' = 'on'): void {
  const address = `#/${route.join('/')}`
  if (way === 'replacing') {
    history.replaceState(null, '', address)
    dispatchEvent(new HashChangeEvent('hashchange'))
  } else {
    location.hash = address
  }
}

export function useOnline(): boolean {
  return useSyncExternalStore(listenNetwork, () => navigator.onLine)
}

function listen(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}

function listenNetwork(changed: () => void): () => void {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}
