// Every "no" and every fault on the wire has one shape: RFC 9457, in the reader's language, with a stable code.

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../kernel/refusal.ts'
import { fill, type Language, say, type Values, type Words } from '../kernel/words.ts'
import { httpWords } from './http-words.ts'
import { BadInput, type FieldReason, reasonsOf } from './input-reasons.ts'
import { DatabaseAway } from './pool.ts'

/** The body of `application/problem+json`. `instance` is the number of the request, to be quoted to whoever runs the system. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly instance: string
  readonly fields?: readonly FieldReason[]
  /** The article that says no, where there is one. */
  readonly source?: string
}

/** Stops a request before its route: only the edge throws it, and only the edge answers it. */
export class Stopped extends Error {
  readonly status: number
  readonly code: string
  readonly values: Values

  constructor(status: number, code: string, values: Values = {}) {
    super(code)
    this.status = status
    this.code = code
    this.values = values
  }
}

const STATUS = { conflict: 409, invalid: 400, forbidden: 403, missing: 404 } as const

/** How a refusal is answered, in the words of the department that refused. */
export function problemOf(refusal: Refusal, at: { language: Language; words: Words; instance: string }): Problem {
  const detail = refusal.wording ? fill(refusal.wording, at.language) : sentence(at, refusal.key, refusal.values)
  return {
    ...frame(STATUS[refusal.refused], refusal.key, detail, at),
    ...(refusal.field !== undefined && {
      // Rules may say `facts[1].at`; on the wire a path has one form.
      fields: [{ field: refusal.field.replace(/\[(\d+)\]/g, '.$1'), code: refusal.key, reason: detail }],
    }),
    ...(refusal.source !== undefined && { source: refusal.source }),
  }
}

/** How whatever was thrown is answered; `fault` says whether it must be logged as one. Nothing of the error's own text is told. */
export function problemOfError(
  error: unknown,
  at: { language: Language; words: Words; instance: string },
): { problem: Problem; fault: boolean; retryAfter: number | null } {
  const { status, code, values } = kindOf(error)
  const problem = {
    ...frame(status, code, sentence(at, code, values), at),
    ...(error instanceof BadInput && { fields: reasonsOf(error, at.language, at.words) }),
  }
  const seconds = values?.seconds
  const retryAfter = status === 503 ? 2 : status === 429 ? Number(seconds ?? 1) : null
  return { problem, fault: status === 500, retryAfter }
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  if (request.method === 'HEAD') return reply.code(problem.status).send()
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem)
}

// The wire's own errors by their code: the framework's sentences are never shown.
const FRAMEWORK: Readonly<Record<string, { status: number; code: string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'body-too-large' },
  FST_REQ_FILE_TOO_LARGE: { status: 413, code: 'body-too-large' },
  FST_FILES_LIMIT: { status: 413, code: 'body-too-large' },
  FST_PARTS_LIMIT: { status: 413, code: 'body-too-large' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 403, code: 'content-type' },
  FST_INVALID_MULTIPART_CONTENT_TYPE: { status: 403, code: 'content-type' },
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, code: 'malformed-json' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { status: 400, code: 'malformed-json' },
  FST_ERR_BAD_URL: { status: 404, code: 'not-found' },
}

function kindOf(error: unknown): { status: number; code: string; values?: Values } {
  if (error instanceof Stopped) return error
  if (error instanceof BadInput) return { status: 400, code: 'invalid-input' }
  if (error instanceof DatabaseAway) return { status: 503, code: 'database-away' }
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const known = FRAMEWORK[code]
  if (known) return known
  // The framework's own parser of JSON throws a SyntaxError with 400 and no code.
  if (error instanceof SyntaxError && 'statusCode' in error && error.statusCode === 400) {
    return { status: 400, code: 'malformed-json' }
  }
  return { status: 500, code: 'fault' }
}

function frame(status: number, code: string, detail: string, at: { language: Language; instance: string }) {
  const title = say(httpWords, at.language, `status-${status}`)
  return { type: `urn:xiaobao:problem:${code}`, title, status, code, detail, instance: at.instance }
}

function sentence(at: { language: Language; words: Words }, key: string, values?: Values): string {
  const words = at.words[key] ? at.words : httpWords
  return say(words, at.language, key, values)
}
