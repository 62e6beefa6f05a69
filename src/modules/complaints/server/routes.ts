// The rooms of complaints on the wire.

import type { FastifyInstance } from 'fastify'
import type { House } from '../../../platform/department.ts'
import { clockRoutes } from './clock-routes.ts'
import { commandRoutes } from './command-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { readRoutes } from './read-routes.ts'

export function routes(server: FastifyInstance, house: House): void {
  readRoutes(server, house)
  commandRoutes(server, house)
  fileRoutes(server, house)
  clockRoutes(server, house)
  exportRoutes(server, house)
}
