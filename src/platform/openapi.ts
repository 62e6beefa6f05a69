// The description of the interface: OpenAPI 3.1 out of the schemas that also check the bodies, and a page to read it.

import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { languageAsked } from './language.ts'
import { type Description, referencePage } from './reference-page.ts'

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  instance: z.string(),
  fields: z.array(z.object({ field: z.string(), code: z.string(), reason: z.string() })).optional(),
  source: z.string().optional(),
})
const PROBLEM = {
  description: 'a refusal, in the language of the reader',
  content: { 'application/problem+json': { schema: problem } },
}

/** Must be hung before the routes it describes. */
export async function describeInterface(server: FastifyInstance): Promise<void> {
  server.addHook('onRoute', route => {
    if (!route.url.startsWith('/api/') || route.schema?.hide) return
    const { says, roles } = route.config ?? {}
    const noun = route.url.split('/')[2] ?? 'api'
    route.schema = {
      tags: [noun],
      ...(says && { summary: says.en, 'x-summary-zh': says.zh }),
      ...(roles && { 'x-roles': roles }),
      ...(route.config?.public && { security: [] }),
      ...route.schema,
      response: { ...(route.schema?.response as object | undefined), '4xx': PROBLEM },
    }
  })
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Xiaobao 消保',
        version: '1.0.0',
        description:
          'Every refusal and every fault is application/problem+json (RFC 9457) with a stable code. ' +
          'Instants are ISO 8601 with a zone; days are dates of Asia/Shanghai.',
      },
      components: {
        securitySchemes: {
          cookie: { type: 'apiKey', in: 'cookie', name: 'xiaobao_session' },
          bearer: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ cookie: [] }, { bearer: [] }],
    },
    transform: jsonSchemaTransform,
  })
}

/** `/api/openapi.json` for programs, `/api/docs` for people (`?language=en` or `zh-CN`). Both are written once. */
export function serveInterface(server: FastifyInstance): void {
  let description: Description | null = null
  const describe = () => {
    description ??= server.swagger() as unknown as Description
    return description
  }
  const config = { public: true }
  server.get('/api/openapi.json', { config, schema: { hide: true } }, async () => describe())
  server.get('/api/docs', { config, schema: { hide: true } }, async (request, reply) => {
    const { language } = request.query as { language?: string }
    const chosen =
      language === 'en' || language === 'zh-CN' ? language : languageAsked(request.headers['accept-language'])
    return reply.header('content-type', 'text/html; charset=utf-8').send(referencePage(describe(), chosen))
  })
}
