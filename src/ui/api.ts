// Speaking with the server: JSON in and out, problems as typed errors, a lost session told once to whoever listens.
//
// await get<Case>('/api/complaints/C-1')             post(path, body, { key: newKey() }) sends Idempotency-Key
// await upload<Evidence>('/api/files', file, onProgress, signal)
// catch (error) { if (isProblem(error)) error.code, error.status, error.fields }

import { keepServerTime } from './now.ts'

/** RFC 9457 as the server answers it; `status` 0 and code `network` when nobody answered. */
export interface Problem extends Error {
  readonly problem: true
  readonly status: number
  readonly code: string
  /** A sentence for the officer, in their language. */
  readonly detail: string
  readonly source: string | null
  /** Bad input: what is wrong, by field. */
  readonly fields: readonly FieldProblem[]
  /** The number of the request, to be quoted to whoever runs the system. */
  readonly instance: string | null
}

export interface FieldProblem {
  /** `parties.0.name` */
  readonly field: string
  readonly reason: string
}

export interface Sending {
  /** The Idempotency-Key; the same for a retry of the same intention. */
  readonly key?: string
  readonly signal?: AbortSignal
}

export function get<Answer>(path: string, sending: Sending = {}): Promise<Answer> {
  return send('GET', path, undefined, sending)
}

export function post<Answer>(path: string, body?: unknown, sending: Sending = {}): Promise<Answer> {
  return send('POST', path, body ?? {}, sending)
}

export function put<Answer>(path: string, body: unknown, sending: Sending = {}): Promise<Answer> {
  return send('PUT', path, body, sending)
}

/** DELETE; named for what it does, since `delete` is a word of the language. */
export function remove<Answer>(path: string, sending: Sending = {}): Promise<Answer> {
  return send('DELETE', path, undefined, sending)
}

/** A new Idempotency-Key. Make it once per intention, beside the form's values, not per click. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Path with its query; empty, null and undefined values are left out. */
export function address(path: string, query: Readonly<Record<string, string | number | null | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

export function isProblem(error: unknown): error is Problem {
  return error instanceof Error && 'problem' in error && error.problem === true
}

/** Called whenever the server says that nobody is signed in (401), except by the sign-in itself. Returns how to stop listening. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener)
  return () => signedOut.delete(listener)
}

/** Called when the server cannot be reached (true) and when it answers again (false). Returns how to stop listening. */
export function onNetworkAway(listener: (away: boolean) => void): () => void {
  networkAway.add(listener)
  return () => networkAway.delete(listener)
}

const signedOut = new Set<() => void>()
const networkAway = new Set<(away: boolean) => void>()

function tellNetwork(away: boolean): void {
  for (const listener of networkAway) listener(away)
}

// The server answers problems in the language of the page, which may differ from the browser's.
function headers(): Record<string, string> {
  return { accept: 'application/json', 'accept-language': document.documentElement.lang || 'zh-CN' }
}

async function send<Answer>(method: string, path: string, body: unknown, sending: Sending): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        ...headers(),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(sending.key && { 'idempotency-key': sending.key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(sending.signal && { signal: sending.signal }),
    })
  } catch (error) {
    if (sending.signal?.aborted) throw error
    tellNetwork(true)
    throw problemOf(0, { code: 'network' })
  }
  tellNetwork(false)
  keepServerTime(response.headers.get('x-xiaobao-now'))
  const text = await response.text()
  if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as Answer
  throw refused(response.status, text, path)
}

/** Sends one file as multipart field `file`, telling the share sent (0 to 1). XMLHttpRequest, because fetch cannot tell. */
export function upload<Answer>(
  path: string,
  file: File,
  progress: (share: number) => void,
  signal?: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value)
    request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total)
    request.onerror = () => reject(problemOf(0, { code: 'network' }))
    request.onabort = () => reject(problemOf(0, { code: 'stopped' }))
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText || 'null') as Answer)
      else reject(refused(request.status, request.responseText, path))
    }
    signal?.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}

function refused(status: number, text: string, path: string): Problem {
  if (status === 401 && path !== '/api/session') for (const listener of signedOut) listener()
  return problemOf(status, parse(text))
}

function parse(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function problemOf(status: number, body: Readonly<Record<string, unknown>>): Problem {
  const word = (name: string) => (typeof body[name] === 'string' ? (body[name] as string) : null)
  const detail = word('detail') ?? word('title') ?? ''
  return Object.assign(new Error(detail || `${status}`), {
    problem: true as const,
    status,
    code: word('code') ?? (status === 0 ? 'network' : `http-${status}`),
    detail,
    source: word('source'),
    fields: fieldsOf(body.fields),
    instance: word('instance'),
  })
}

function fieldsOf(fields: unknown): FieldProblem[] {
  if (!Array.isArray(fields)) return []
  return fields.flatMap((item: { field?: unknown; reason?: unknown }) =>
    typeof item.field === 'string' ? [{ field: item.field, reason: String(item.reason ?? '') }] : [],
  )
}
