// A vault that keeps in memory what it was just told: thousands of scripted commands need not ask for the same key again.

import type { Pen, Vault } from '../platform/vault.ts'

const KEPT = 20_000

/** For building the demonstration only, where every word was invented: keys and clear texts stay in memory meanwhile. */
export function rememberingVault(vault: Vault): Vault {
  const pens = new Map<string, Pen>()
  const clear = new Map<string, string>()
  const remember = (pen: Pen): Pen => {
    const kept: Pen = {
      ...pen,
      seal(text) {
        const sealed = pen.seal(text)
        // Names are opened again with every later command; long texts are not.
        if (text.length <= 30) {
          if (clear.size >= KEPT) clear.clear()
          clear.set(sealed, text)
        }
        return sealed
      },
    }
    if (pens.size >= KEPT) pens.clear()
    pens.set(pen.personId, { ...kept, toKeep: null })
    return kept
  }
  return {
    ...vault,
    penFor: async (numbers, now) => remember(await vault.penFor(numbers, now)),
    async penOf(personId) {
      const known = pens.get(personId)
      if (known) return known
      const pen = await vault.penOf(personId)
      return pen && remember(pen)
    },
    reveal: async (personId, sealed) => clear.get(sealed) ?? vault.reveal(personId, sealed),
  }
}
