// What every answer tells the browser about itself: where scripts may come from, and that nothing may be guessed or framed.

import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Clock } from './clock.ts'

/** Pages get the whole set of helmet; answers of the interface are not pages and get what matters for them, cheaply. */
export async function sendHeaders(server: FastifyInstance, clock: Clock): Promise<void> {
  await server.register(helmet, { ...FOR_PAGES, global: false })
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    const isAnswer = request.url.startsWith('/api/') && !request.url.startsWith('/api/docs')
    // Pages count down by the product's clock, which in the demonstration may run ahead of the machine's.
    if (isAnswer) reply.headers(FOR_ANSWERS).header('x-xiaobao-now', clock.now())
    else await reply.helmet()
  })
}

const FOR_ANSWERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none';frame-ancestors 'none';sandbox",
  'x-content-type-options': 'nosniff',
} as const

// antd writes its styles into the page at run time; scripts and everything else come from this address alone.
const FOR_PAGES = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'", 'data:'],
      'media-src': ["'self'", 'blob:'],
      'connect-src': ["'self'"],
      'worker-src': ["'self'", 'blob:'],
      'manifest-src': ["'self'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      'base-uri': ["'none'"],
    },
  },
  // Whoever puts TLS before the product decides how long browsers shall insist on it.
  strictTransportSecurity: false,
  crossOriginEmbedderPolicy: false,
} as const
