// The rulebook put together: what the product came with, then what was published, in the order in which it counts.

import type { CalendarEdition } from '../../../kernel/calendar.ts'
import type { Rulebook, RulePack } from '../../../kernel/rule-pack.ts'
import { plusDays } from '../../../kernel/time.ts'
import type { PackText, TextState } from './record.ts'

/**
 * Versions of a pack stand in the order of their first days, each ending the day before the next begins; editions of a
 * calendar in the order of publication, so that the last one is the one new cases keep.
 */
export function shelfOf(builtIn: Rulebook, texts: readonly TextState[]): Rulebook {
  return texts
    .filter(each => each.status === 'published')
    .toSorted((a, b) => order(a.publishedAt, b.publishedAt) || order(a.text.id, b.text.id))
    .reduce(withText, builtIn)
}

/** The rulebook with one more text in it, also a draft: as it would be were it published now. */
export function withText(book: Rulebook, state: TextState): Rulebook {
  return state.record === 'pack' ? withPack(book, state.text) : withEdition(book, state.text)
}

/** The newest version of a pack, or null for a pack that nobody knows. */
export function newestVersion(book: Rulebook, id: string): RulePack | null {
  return book.packs.findLast(each => each.id === id) ?? null
}

/** The newest edition of a calendar, or null for a calendar that nobody knows. */
export function newestEdition(book: Rulebook, calendar: string): CalendarEdition | null {
  return book.calendars.findLast(each => each.calendar === calendar) ?? null
}

function withPack(book: Rulebook, text: PackText): Rulebook {
  const first = book.packs.find(each => each.id === text.id)
  if (!first || book.packs.some(each => each.id === text.id && each.version === text.version)) return book
  const added: RulePack = { ...text, order: first.order, effectiveTo: null }
  const versions = [...book.packs.filter(each => each.id === text.id), added].toSorted((a, b) =>
    order(a.effectiveFrom, b.effectiveFrom),
  )
  const ended = versions.map((each, index) => {
    const next = versions[index + 1]
    return next ? { ...each, effectiveTo: plusDays(next.effectiveFrom, -1) } : each
  })
  return { ...book, packs: [...book.packs.filter(each => each.id !== text.id), ...ended] }
}

function withEdition(book: Rulebook, edition: CalendarEdition): Rulebook {
  if (book.calendars.some(each => each.id === edition.id)) return book
  return { ...book, calendars: [...book.calendars, edition] }
}

function order(one: string | null, other: string | null): number {
  return (one ?? '') < (other ?? '') ? -1 : (one ?? '') > (other ?? '') ? 1 : 0
}
