// Where a person was in a list: the row, the scroll and the order, so that the list keeps its place and a case knows its neighbours.

interface Place {
  readonly address: string
  readonly cursor: string | null
  readonly scroll: number
  readonly ids: readonly string[]
}

const kept = new Map<string, Place>()
let last: Place | null = null
const MOST_LISTS = 20

/** The place kept for a list by its address, or null. */
export function findPlace(address: string): Place | null {
  return kept.get(address) ?? null
}

/** Keeps a part of a list's place; the list becomes the one that a case goes on in. */
export function keepPlace(address: string, part: Partial<Omit<Place, 'address'>>): void {
  const before = kept.get(address) ?? { address, cursor: null, scroll: 0, ids: [] }
  const place = { ...before, ...part }
  kept.delete(address)
  kept.set(address, place)
  const [oldest] = kept.keys()
  if (kept.size > MOST_LISTS && oldest !== undefined) kept.delete(oldest)
  last = place
}

/** The cases before and after this one in the list it was opened from, and where that list is. */
export function neighboursOf(id: string): {
  readonly before: string | null
  readonly after: string | null
  readonly list: string | null
} {
  const at = last?.ids.indexOf(id) ?? -1
  if (last === null || at < 0) return { before: null, after: null, list: last?.address ?? null }
  return { before: last.ids[at - 1] ?? null, after: last.ids[at + 1] ?? null, list: last.address }
}

/** The case is where the person is now: the list will stand on it when they return. */
export function moveTo(id: string): void {
  if (last?.ids.includes(id)) keepPlace(last.address, { cursor: id })
}
