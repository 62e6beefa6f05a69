// The pages: the built bundle from one folder, and its first page for every address that is a page of the product.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Serves the bundle of a folder, if it was built. Names with a hash are kept by browsers for a year, the first page never. */
export async function serveBundle(server: FastifyInstance, folder: string | null): Promise<void> {
  if (folder === null || !existsSync(join(folder, 'index.html'))) return
  // The pages themselves say nothing; whoever opens them signs in there.
  server.addHook('onRoute', route => {
    if (!route.url.startsWith('/api/')) route.config = { ...route.config, public: true }
  })
  await server.register(fastifyStatic, {
    root: folder,
    prefix: '/',
    wildcard: false,
    index: 'index.html',
    setHeaders(reply, path) {
      const kept = path.includes(`${folder}/assets/`)
      reply.header('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

/** Whether an unknown address is a page (`/complaints/TS-2026-000812`, `/consumer`), which the browser's own router knows. */
export function isPageAddress(request: FastifyRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const path = request.url.split('?')[0] ?? ''
  if (path.startsWith('/api/') || path === '/api' || path.startsWith('/assets/')) return false
  return !/\.[a-z0-9]{1,8}$/i.test(path)
}

/** Answers with the first page of the bundle, the consumer's for `/consumer`; false when there is no bundle. */
export function sendFirstPage(server: FastifyInstance, request: FastifyRequest, reply: FastifyReply): boolean {
  if (!server.hasReplyDecorator('sendFile')) return false
  const forConsumer = /^\/consumer(\/|\?|$)/.test(request.url)
  reply.header('cache-control', 'no-cache').sendFile(forConsumer ? 'consumer.html' : 'index.html')
  return true
}
