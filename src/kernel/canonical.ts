// One text for one value, whatever order its keys came in: what is hashed must not depend on who stored it.

/**
 * Canonical JSON: keys sorted, no white space, `undefined` members left out (after RFC 8785). Throws `TypeError` for what JSON
 * would store as something else (a Date, a Map): its hash could never be computed again from what is stored.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(each => canonical(each === undefined ? null : each)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const kind = Object.getPrototypeOf(value)
    if (kind !== Object.prototype && kind !== null) throw new TypeError(`not plain data: ${kind.constructor?.name}`)
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
  }
  return JSON.stringify(value)
}
