// The rule packs of complaints, by name.

import type { RulePack } from '../../../kernel/rule-pack.ts'
import type { Day } from '../../../kernel/time.ts'
import { ISO_10002, UK_DISP, UK_PAYMENTS, US_CFPB } from './policy-abroad.ts'
import { CN_NFRA, CN_PBC } from './policy-china.ts'
import { HOUSE, HOUSE_MATTER } from './policy-house.ts'
import { CN_ADMINISTRATIVE, CN_PETITION } from './policy-routes.ts'

/** Every version of every pack; a new version is added, none is altered. */
export const RULE_PACKS: readonly RulePack[] = [
  CN_NFRA,
  CN_PBC,
  HOUSE,
  HOUSE_MATTER,
  CN_PETITION,
  CN_ADMINISTRATIVE,
  UK_DISP,
  UK_PAYMENTS,
  US_CFPB,
  ISO_10002,
]

/**
 * The version of a pack that was in force on `receivedOn`, which a case keeps; the newest when no day is given.
 * A day before the first version finds that first one. Null for an unknown pack. `packs` has the versions in order.
 */
export function findRulePack(id: string, receivedOn?: Day, packs: readonly RulePack[] = RULE_PACKS): RulePack | null {
  const versions = packs.filter(pack => pack.id === id)
  const inForce = versions.filter(pack => receivedOn === undefined || pack.effectiveFrom <= receivedOn)
  return inForce.at(-1) ?? versions[0] ?? null
}

/** The pinned version of a pack. Throws `RangeError` when there is none. */
export function getRulePack(pinned: { id: string; version: string }): RulePack {
  const pack = RULE_PACKS.find(one => one.id === pinned.id && one.version === pinned.version)
  if (!pack) throw new RangeError(`no rule pack ${pinned.id} version ${pinned.version}`)
  return pack
}
