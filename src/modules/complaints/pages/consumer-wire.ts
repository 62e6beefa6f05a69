// How the consumer's pages speak with the bank: a "no" comes back as a value in plain categories, never as an exception.

import type { Language } from '../../../kernel/words.ts'
import { keepServerTime } from '../../../ui/now.ts'
import type { Bank, Filed, Progress, PublicComplaint } from '../rules/contract-public.ts'

/** Why something was not done. `fields` are the names of what was not accepted. */
export interface No {
  readonly why: 'network' | 'throttled' | 'fields' | 'no-match' | 'key-used' | 'refused' | 'fault'
  readonly fields: readonly string[]
  /** The bank's own sentence, in the language of the page. */
  readonly detail: string
  readonly waitMinutes: number
}

export type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly no: No }

/** The case a person has proved to be theirs. */
export interface Key {
  readonly number: string
  readonly code: string
}

/** The language is given, because the page's own is set only after this is first asked. */
export function fetchBank(language: Language): Promise<Answer<Bank>> {
  return ask('GET', '/api/public/bank', { headers: { 'accept-language': language } })
}

/** Files once: the same key and body again give the same number and code. */
export function file(body: PublicComplaint, key: string): Promise<Answer<Filed>> {
  return ask('POST', '/api/public/complaints', { json: body, headers: { 'idempotency-key': key } })
}

export function fetchProgress(key: Key): Promise<Answer<Progress>> {
  // A receipt is a key with more in it; the bank takes no field that it did not ask for.
  return ask('POST', '/api/public/progress', { json: { number: key.number, code: key.code } })
}

export function sendPhoto(key: Key, photo: Blob, name: string): Promise<Answer<unknown>> {
  const form = new FormData()
  form.append('file', photo, name)
  return ask('POST', `${caseAddress(key)}/photos`, { form, headers: { 'x-tracking-code': key.code } })
}

export function sendSupplement(key: Key, text: string): Promise<Answer<unknown>> {
  return ask('POST', `${caseAddress(key)}/supplement`, { json: { code: key.code, text } })
}

export function sendWithdrawal(key: Key, text: string): Promise<Answer<unknown>> {
  return ask('POST', `${caseAddress(key)}/withdrawal`, { json: { code: key.code, ...(text && { text }) } })
}

function caseAddress(key: Key): string {
  return `/api/public/complaints/${encodeURIComponent(key.number)}`
}

interface Sending {
  readonly json?: unknown
  readonly form?: FormData
  readonly headers?: Record<string, string>
}

async function ask<Value>(method: string, path: string, sending: Sending = {}): Promise<Answer<Value>> {
  const body = sending.form ?? (sending.json === undefined ? undefined : JSON.stringify(sending.json))
  try {
    const response = await fetch(path, {
      method,
      credentials: 'omit',
      headers: {
        accept: 'application/json',
        'accept-language': document.documentElement.lang,
        ...(sending.json !== undefined && { 'content-type': 'application/json' }),
        ...sending.headers,
      },
      ...(body !== undefined && { body }),
    })
    keepServerTime(response.headers.get('x-xiaobao-now'))
    const answer = parsed(await response.text())
    return response.ok ? { ok: true, value: answer as Value } : { ok: false, no: noOf(response, answer) }
  } catch {
    return { ok: false, no: { why: 'network', fields: [], detail: '', waitMinutes: 0 } }
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

function noOf(response: Response, body: Record<string, unknown>): No {
  const fields = (Array.isArray(body.fields) ? body.fields : []) as { field?: unknown }[]
  return {
    why: whyOf(response.status, body.code),
    fields: fields.map(each => String(each.field).split(/[.[]/)[0] ?? ''),
    detail: typeof body.detail === 'string' ? body.detail : '',
    waitMinutes: Math.max(1, Math.ceil(Number(response.headers.get('retry-after') ?? 60) / 60)),
  }
}

function whyOf(status: number, code: unknown): No['why'] {
  if (code === 'request-reused') return 'key-used'
  if (status === 429) return 'throttled'
  if (status === 400 || status === 413) return 'fields'
  if (status === 404 || status === 403) return 'no-match'
  return status === 409 ? 'refused' : 'fault'
}
