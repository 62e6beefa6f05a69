// The query of an address as plain text, `?state=open&from=2026-01-01..`: readable, and the same as the server's own.

/** `?a=1&b=x` to `{ a: '1', b: 'x' }`; of a name that comes twice the last counts. */
export function readSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

/** The other way, with its `?`; empty, null and undefined are left out. Commas and dots stay readable. */
export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '')
  if (kept.length === 0) return ''
  const query = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString()
  return `?${query.replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')}`
}
