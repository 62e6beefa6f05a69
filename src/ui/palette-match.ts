// Which actions and pages a few typed letters mean; pure.

/** Texts that hold every typed word, those that begin with the first one first; nothing typed means all, in their order. */
export function matching<Item>(items: readonly Item[], typed: string, textOf: (item: Item) => string): Item[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  if (words.length === 0) return [...items]
  const first = words[0] ?? ''
  const found = items.filter(item => words.every(word => textOf(item).toLowerCase().includes(word)))
  const begins = (item: Item) => (textOf(item).toLowerCase().startsWith(first) ? 0 : 1)
  return found.sort((one, other) => begins(one) - begins(other))
}
