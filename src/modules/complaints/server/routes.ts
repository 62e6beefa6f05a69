// The rooms of complaints on the wire.

import type { FastifyInstance } from 'fastify'
import type { House } from '../../../platform/department.ts'
import { clockRoutes } from './clock-routes.ts'
import { commandRoutes } from './command-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { importPresetRoutes } from './import-preset-routes.ts'
import { importRoutes } from './import-routes.ts'
import { publicRoutes } from './public-routes.ts'
import { readRoutes } from './read-routes.ts'
import { referenceRoutes } from './reference-routes.ts'

export function routes(server: FastifyInstance, house: House): void {
  readRoutes(server, house)
  commandRoutes(server, house)
  fileRoutes(server, house)
  clockRoutes(server, house)
  exportRoutes(server, house)
  referenceRoutes(server, house)
  publicRoutes(server, house)
  importRoutes(server, house)
  importPresetRoutes(server, house)
}
