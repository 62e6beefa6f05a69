// Presets: those of the product, and mappings that people kept.

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { invalid, missing, refuse } from '../../../kernel/refusal.ts'
import type { House } from '../../../platform/department.ts'
import { actorOf } from '../../../platform/guard.ts'
import { importPreset } from '../rules/import-preset.ts'
import { findPreset } from '../rules/import-preset-list.ts'
import { IMPORT_ROLES } from './import-routes.ts'
import { deletePreset, listPresets, savePreset } from './import-store.ts'

const place = z.object({ id: z.string().max(40) })

export function importPresetRoutes(plain: FastifyInstance, house: House): void {
  const server = plain.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/api/import-presets',
    { config: { roles: IMPORT_ROLES, says: { zh: '导入预设。', en: 'The presets of imports.' } } },
    async () => {
      const presets = await listPresets(house.pool)
      return { items: presets.map(preset => ({ ...preset, own: findPreset(preset.id) === null })) }
    },
  )
  server.put(
    '/api/import-presets/:id',
    {
      config: { roles: IMPORT_ROLES, says: { zh: '保存预设。', en: 'Keeps a preset.' } },
      schema: { params: place, body: importPreset },
    },
    async (request, reply) => {
      const { id } = request.params
      if (findPreset(id)) return reply.refuse(refuse('preset-of-product'))
      if (request.body.id !== id) return reply.refuse(invalid('id', 'value-not-allowed'))
      await savePreset(house.pool, request.body, { actor: actorOf(request).id, at: house.clock.now() })
      return request.body
    },
  )
  server.delete(
    '/api/import-presets/:id',
    { config: { roles: IMPORT_ROLES, says: { zh: '删除预设。', en: 'Deletes a preset.' } }, schema: { params: place } },
    async (request, reply) => {
      const { id } = request.params
      if (findPreset(id)) return reply.refuse(refuse('preset-of-product'))
      return (await deletePreset(house.pool, id)) ? reply.code(204).send() : reply.refuse(missing())
    },
  )
}
