// Words in the making, kept on this computer until they are sent; all of them leave with the person who signs out.

const PREFIX = 'xiaobao.draft.'

/** The draft of this name, or null. */
export function readDraft(name: string): Record<string, unknown> | null {
  try {
    const text = localStorage.getItem(PREFIX + name)
    const draft: unknown = text === null ? null : JSON.parse(text)
    return typeof draft === 'object' && draft !== null ? (draft as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Keeps a draft without its secret fields; empty ones are dropped. False when there is nothing to keep or the browser refuses. */
export function keepDraft(name: string, values: Readonly<Record<string, unknown>>, secret: readonly string[]): boolean {
  const kept = Object.fromEntries(
    Object.entries(values).filter(
      ([key, value]) => !secret.includes(key) && value !== undefined && value !== null && value !== '',
    ),
  )
  try {
    if (Object.keys(kept).length === 0) localStorage.removeItem(PREFIX + name)
    else localStorage.setItem(PREFIX + name, JSON.stringify(kept))
    return Object.keys(kept).length > 0
  } catch {
    return false
  }
}

export function dropDraft(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name)
  } catch {
    return
  }
}

/** Drafts may hold what a consumer said: nobody who signs in next may find them. */
export function dropAllDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
  } catch {
    return
  }
}
