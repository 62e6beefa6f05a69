// The product's time in the browser: what the server said last, carried on by the monotonic clock, never the PC's own date.

import { useSyncExternalStore } from 'react'
import { epochMs, findInstant, type Instant, instantOf } from '../kernel/time.ts'

const TICK_MS = 15_000

let anchor = { server: performance.timeOrigin, local: 0 }
let spoken = read()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | null = null

/** The product's present, fresh to 15 seconds; components that show it are drawn again when it moves. */
export function useNow(): Instant {
  return useSyncExternalStore(subscribe, () => spoken)
}

/** The product's present, outside a component. */
export function presentInstant(): Instant {
  return read()
}

/** Keeps the server's time (header `X-Xiaobao-Now` or `now` of the session). In the time machine it runs ahead of the PC. */
export function keepServerTime(text: string | null | undefined): void {
  const instant = text ? findInstant(text) : null
  if (instant === null) return
  const moved = Math.abs(epochMs(read()) - epochMs(instant)) > 1000
  if (!moved) return
  anchor = { server: epochMs(instant), local: performance.now() }
  tell()
}

function read(): Instant {
  return instantOf(Math.floor(anchor.server + performance.now() - anchor.local))
}

function tell(): void {
  spoken = read()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tell, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0 || timer === null) return
    clearInterval(timer)
    timer = null
  }
}
