// The tracking code and the case number as people type them: ten characters without look-alikes, dashes and case forgiven.

/** Crockford's base 32: no I, L, O and U, so that nothing read over the telephone is mistaken. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_CHARACTERS = 10

/** The code of a digest: its first fifty bits. Throws `RangeError` when there are fewer than seven bytes. */
export function codeOf(digest: Uint8Array): string {
  if (digest.length < 7) throw new RangeError('a code needs fifty bits')
  const bits = digest.slice(0, 7).reduce((all, byte) => all * 256n + BigInt(byte), 0n) >> 6n
  return Array.from({ length: CODE_CHARACTERS }, (_, place) => {
    return ALPHABET[Number((bits >> BigInt(5 * (CODE_CHARACTERS - 1 - place))) & 31n)]
  }).join('')
}

/** What was typed as a code, or null when it cannot be one: `o1abc-defgh` is `01ABCDEFGH`. */
export function findCode(typed: string): string | null {
  const code = squeezed(typed).replaceAll('-', '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return code.length === CODE_CHARACTERS && [...code].every(each => ALPHABET.includes(each)) ? code : null
}

/** In two groups of five, as it is shown and read out. */
export function showCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/** What was typed as a number, or null when it cannot be one: `ts 2026 123` is `TS-2026-000123`. */
export function findNumber(typed: string): string | null {
  const parts = /^(?:TS)?-?(20\d{2})-?(\d{1,9})$/.exec(squeezed(typed))
  return parts ? `TS-${parts[1]}-${(parts[2] ?? '').padStart(6, '0')}` : null
}

// Full-width letters, every kind of dash, spaces: phones write them all.
function squeezed(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212\u30FC_]/g, '-')
    .replace(/\s+/g, '')
}
