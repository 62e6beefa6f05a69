// Which rule packs a matter comes under, and which version of each a case keeps from its beginning.

import type { Refusal } from '../../../kernel/refusal.ts'
import type { Rulebook } from '../../../kernel/rule-pack.ts'
import { dayOf, type Instant } from '../../../kernel/time.ts'
import type { Pinned, SealedRegistration } from './complaint.ts'
import type { Matter } from './vocabulary.ts'

export const LEADING_PACK = 'CN-NFRA-2020-3'
export const PBC_PACK = 'CN-PBC-2020-5'

/** The packs a matter comes under by law and by the rules of the house. */
const PACKS_OF: Record<Matter, readonly string[]> = {
  complaint: [LEADING_PACK, 'HOUSE'],
  inquiry: ['HOUSE-MATTER'],
  suggestion: ['HOUSE-MATTER'],
  praise: ['HOUSE-MATTER'],
  report: ['HOUSE-MATTER'],
  petition: ['HOUSE-MATTER'],
  other: ['HOUSE-MATTER'],
}

/** The packs of a registration: those it names, else those the law gives it. */
export function packsOf(
  command: Pick<SealedRegistration, 'packs' | 'matterType' | 'channel' | 'outsideNumbers'>,
): readonly string[] {
  if (command.packs) return command.packs
  const packs = PACKS_OF[command.matterType]
  const transferred = command.channel === 'pbc-12363' || command.outsideNumbers.some(each => each.body === 'pbc')
  // No.5 Art. 43: a complaint that the central bank transfers has a clock of its own beside No.3.
  return transferred && command.matterType === 'complaint' ? [...packs, PBC_PACK] : packs
}

/** The version of each pack in force on the day of receipt, and the newest edition of its calendar. */
export function pin(packs: readonly string[], receivedAt: Instant, answers: Rulebook): Pinned[] | Refusal {
  const day = dayOf(receivedAt)
  const pinned: Pinned[] = []
  for (const id of packs) {
    const versions = answers.packs.filter(each => each.id === id)
    const inForce = versions.filter(
      each => each.effectiveFrom <= day && (each.effectiveTo === null || day <= each.effectiveTo),
    )
    // A complaint older than the first version is still measured by it.
    const pack = inForce.at(-1) ?? versions[0]
    if (!pack) return { refused: 'invalid', key: 'no-such-pack', field: 'packs', values: { pack: id, day } }
    const editions = pack.calendar ? answers.calendars.filter(each => each.calendar === pack.calendar) : []
    pinned.push({ pack: id, version: pack.version, calendarEdition: editions.at(-1)?.id ?? null })
  }
  return pinned
}
