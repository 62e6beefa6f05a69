// The wire: one server for the pages, the programs' interface and the figures; rooms of the departments are hung into it.

import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, type FastifySchema } from 'fastify'
import { z } from 'zod'
import type { Refusal } from '../kernel/refusal.ts'
import type { Words } from '../kernel/words.ts'
import { isPageAddress, sendFirstPage, serveBundle } from './browser-bundle.ts'
import { type Clock, randomId, systemClock } from './clock.ts'
import type { Department, House } from './department.ts'
import { FILE_WORDS } from './files.ts'
import { postGuard } from './guard.ts'
import { sendHeaders } from './headers.ts'
import { httpWords } from './http-words.ts'
import { BadInput } from './input-reasons.ts'
import { logRequest } from './log.ts'
import type { Metrics } from './metrics.ts'
import { describeInterface, serveInterface } from './openapi.ts'
import { problemOf, problemOfError, Stopped, sendProblem } from './problem.ts'
import { createSignIn, type SignIn } from './sign-in.ts'
import { signInRoutes } from './sign-in-routes.ts'

export interface HttpParts {
  readonly house: House
  readonly departments: readonly Department[]
  readonly metrics: Metrics
  /** The folder of the built pages, or null where there are none (tests of doors). */
  readonly pages?: string | null
  /** Believe `X-Forwarded-Proto` and `X-Forwarded-For`: only behind a proxy that sets them. */
  readonly trustProxy?: boolean
  /** The machine's own clock, for sessions and waits. */
  readonly machineClock?: Clock
}

export interface Http {
  readonly server: FastifyInstance
  readonly signIn: SignIn
  /** From now on `/api/health` answers 200. */
  setReady(): void
  /** Tells the address, `http://127.0.0.1:7800`. */
  listen(at: { host: string; port: number }): Promise<string>
  /** Takes no new request, answers those that are under way, closes. */
  stop(): Promise<void>
}

const JSON_MOST_BYTES = 2 * 1024 * 1024
const UPLOAD_MOST_BYTES = 200 * 1024 * 1024

/** Builds the wire over the house. Nothing listens yet. */
export async function buildHttp(parts: HttpParts): Promise<Http> {
  const { house } = parts
  const server = fastify({
    bodyLimit: JSON_MOST_BYTES,
    trustProxy: parts.trustProxy ?? false,
    genReqId: () => randomId(),
    requestIdHeader: false,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    // The wire writes its own line: the framework's holds addresses.
    logger: false,
  })
  const signIn = createSignIn({
    pool: house.pool,
    clock: parts.machineClock ?? systemClock,
    log: house.log,
    isInService: async person => (await house.answers.actorOf(person)) !== null,
  })
  const state = { ready: false, stopping: false }
  server.decorate('signIn', signIn)
  observe(server, parts)
  readBodies(server)
  answerProblems(server, parts)
  await sendHeaders(server, house.clock)
  await server.register(cookie)
  await server.register(multipart, { limits: { fileSize: UPLOAD_MOST_BYTES, files: 10, fields: 50, parts: 60 } })
  postGuard(server, { signIn, answers: house.answers })
  await describeInterface(server)
  machineRoutes(server, parts.metrics, state)
  await server.register(async scope => signInRoutes(scope, house))
  for (const department of parts.departments) await server.register(async scope => hang(scope, department, house))
  serveInterface(server)
  await serveBundle(server, parts.pages ?? null)
  await server.ready()
  return {
    server,
    signIn,
    setReady: () => {
      state.ready = true
    },
    listen: at => server.listen(at),
    async stop() {
      state.stopping = true
      await server.close()
    },
  }
}

// Which department a route belongs to is known from the scope in which it was hung.
function hang(scope: FastifyInstance, department: Department, house: House): void {
  scope.addHook('onRoute', route => {
    route.config = { ...route.config, department: department.name }
  })
  department.routes(scope, house)
}

const WATCHED: ReadonlySet<string> = new Set(['/api/health', '/metrics'])

function observe(server: FastifyInstance, { house, metrics }: HttpParts): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown'
    const answered = { method: request.method, route, status: reply.statusCode, ms: reply.elapsedTime }
    metrics.answered(answered)
    // Asked every few seconds by whoever watches the machine, and counted above.
    if (!WATCHED.has(route)) logRequest(house.log, { ...answered, requestId: request.id })
    done()
  })
}

function readBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error')
  server.removeContentTypeParser('text/plain')
  server.removeContentTypeParser('application/json')
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    // An empty body is an empty object, so that what is missing is named field by field.
    if (body === '') done(null, {})
    else
      parse(request, body as string, (error, value) =>
        done(error || !isKeepable(body as string, value) ? new Stopped(400, 'malformed-json') : null, value),
      )
  })
  server.setValidatorCompiler<z.ZodType>(({ schema, httpPart }) => {
    const strict = httpPart === 'body' ? closed(schema) : schema
    return input => {
      const read = strict.safeParse(input ?? {})
      return read.success ? { value: read.data } : { error: new BadInput(read.error.issues, input ?? {}) }
    }
  })
  // Replies are described, not parsed again: what the rules made is what is sent.
  server.setSerializerCompiler<FastifySchema>(() => data => JSON.stringify(data))
}

// The database keeps neither the character NUL nor half a surrogate pair; both come only by mistake or malice.
function isKeepable(body: string, value: unknown): boolean {
  if (!/\\u(0000|[dD][89a-fA-F])/.test(body)) return body.isWellFormed()
  // Written out again, a backslash that stands for itself is doubled: only an odd one begins an escape.
  return !/(?<!\\)(?:\\\\)*\\u(0000|d[89a-f])/.test(JSON.stringify(value))
}

// A field that nobody reads is a mistake of the sender, who must be told.
function closed(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodObject && schema.def.catchall === undefined ? schema.strict() : schema
}

function answerProblems(server: FastifyInstance, { house, departments }: HttpParts): void {
  const everywhere = { ...FILE_WORDS, ...httpWords }
  const words = new Map(departments.map(each => [each.name, { ...everywhere, ...each.words }]))
  const at = (request: FastifyRequest) => {
    const department = request.routeOptions.config?.department
    const own: Words = (department && words.get(department)) || everywhere
    return { language: request.language ?? 'zh-CN', words: own, instance: request.id }
  }
  server.decorateReply('refuse', function refuse(this: FastifyReply, refusal: Refusal) {
    return sendProblem(this.request, this, problemOf(refusal, at(this.request)))
  })
  server.setErrorHandler((error, request, reply) => {
    const { problem, fault, retryAfter } = problemOfError(error, at(request))
    if (fault) house.log.error({ error, route: request.routeOptions.url, requestId: request.id }, 'fault')
    if (retryAfter !== null) reply.header('retry-after', String(retryAfter))
    return sendProblem(request, reply, problem)
  })
  server.setNotFoundHandler((request, reply) => {
    if (isPageAddress(request) && sendFirstPage(server, request, reply)) return reply
    return sendProblem(request, reply, problemOfError(new Stopped(404, 'not-found'), at(request)).problem)
  })
}

function machineRoutes(
  server: FastifyInstance,
  metrics: Metrics,
  state: { readonly ready: boolean; readonly stopping: boolean },
): void {
  const open = { public: true }
  server.get('/api/health', { config: open, logLevel: 'silent', schema: { hide: true } }, async (_request, reply) => {
    const word = state.stopping ? 'stopping' : state.ready ? 'ready' : 'starting'
    if (word !== 'ready') reply.header('retry-after', '1')
    return reply.code(word === 'ready' ? 200 : 503).send({ status: word })
  })
  server.get('/metrics', { config: open, schema: { hide: true } }, async (_request, reply) =>
    reply.header('content-type', metrics.contentType).send(await metrics.text()),
  )
}
