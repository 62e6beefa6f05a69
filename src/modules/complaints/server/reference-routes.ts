// GET /api/reference: the lists that forms and filters choose from.

import type { FastifyInstance } from 'fastify'
import type { House } from '../../../platform/department.ts'
import { BUSINESS_CODES, CHANNEL_CODES, REASON_CODES } from '../rules/taxonomy.ts'
import { CHANNELS, FLAGS, MATTERS, STATUSES } from '../rules/vocabulary.ts'

export function referenceRoutes(server: FastifyInstance, house: House): void {
  server.get(
    '/api/reference',
    { config: { says: { zh: '产品、分类代码和各类清单。', en: 'Products, codes and lists.' } } },
    async () => ({
      products: await productsOf(house),
      codes: { a: CHANNEL_CODES, b: BUSINESS_CODES, c: REASON_CODES },
      channels: CHANNELS,
      matters: MATTERS,
      flags: FLAGS,
      states: STATUSES,
    }),
  )
}

// What the bank sells, as it last published it; a bank that named nothing types its products.
async function productsOf(house: House): Promise<unknown> {
  const { rows } = await house.pool.query(`select value from platform.setting where name = 'products'`)
  return rows[0]?.value ?? []
}
