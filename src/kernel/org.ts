// Organisation paths: where a unit stands in the tree, and who may look at what because of it.

declare const brand: unique symbol

/** A unit's place in the tree, from the head office down: `HO`, `HO.SH`, `HO.SH.PD`. */
export type OrgPath = string & { readonly [brand]: 'OrgPath' }

const PATH_TEXT = /^[A-Z0-9]+(\.[A-Z0-9]+)*$/

/** The path a text means. Throws `RangeError` when it is not one. */
export function getOrgPath(text: string): OrgPath {
  if (!PATH_TEXT.test(text)) throw new RangeError(`not an organisation path: ${text}`)
  return text as OrgPath
}

/** The unit above, or null for the head office. */
export function parentOf(path: OrgPath): OrgPath | null {
  const end = path.lastIndexOf('.')
  return end < 0 ? null : (path.slice(0, end) as OrgPath)
}

/** The path and every unit above it, nearest last: `HO`, `HO.SH`, `HO.SH.PD`. */
export function lineOf(path: OrgPath): OrgPath[] {
  const parts = path.split('.')
  return parts.map((_, index) => parts.slice(0, index + 1).join('.') as OrgPath)
}

/** Whether `path` is `root` or stands below it. */
export function isWithin(place: { path: OrgPath; root: OrgPath }): boolean {
  return place.path === place.root || place.path.startsWith(`${place.root}.`)
}

/** Whether `upper` stands strictly above `lower`: the superior institution of No.3 Art. 18 and 20. */
export function isSuperior(pair: { upper: OrgPath; lower: OrgPath }): boolean {
  return pair.lower.startsWith(`${pair.upper}.`)
}

/** The scopes that let a reader of any of these units, or one of these people, see a case. */
export function scopesOf(who: { units: readonly OrgPath[]; people: readonly string[] }): string[] {
  const scopes = new Set<string>(who.units.flatMap(lineOf))
  for (const person of who.people) scopes.add(`person:${person}`)
  return [...scopes].sort()
}
