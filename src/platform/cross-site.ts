// Other sites may not act in a signed-in person's name: the cookie is SameSite=Strict, and these two checks stand behind it.

import type { FastifyRequest } from 'fastify'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Why a request that changes something is refused, or null: `cross-site` or `content-type`, both 403. */
export function findTrespass(request: FastifyRequest): 'cross-site' | 'content-type' | null {
  if (READING.has(request.method)) return null
  const { origin } = request.headers
  if (origin !== undefined && hostOf(origin) !== request.host) return 'cross-site'
  return isBodyAllowed(request) ? null : 'content-type'
}

// A form of another site can only send urlencoded, multipart or plain text; none of the three reaches a command.
function isBodyAllowed(request: FastifyRequest): boolean {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type === undefined) return !hasBody(request)
  if (type === 'application/json') return true
  return type === 'multipart/form-data' && request.routeOptions.config.upload === true
}

function hasBody(request: FastifyRequest): boolean {
  const length = request.headers['content-length']
  return request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0')
}

// `null` (a sandboxed frame, a file) is an origin without a host and never equals ours.
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
