// The front door of the department of people and units.

import type { Department } from '../../platform/department.ts'
import { rules } from './rules/identity.ts'
import { words } from './rules/words.ts'
import { accessRoutes } from './server/access-routes.ts'
import { peopleRoutes } from './server/people-routes.ts'
import { unitRoutes } from './server/unit-routes.ts'

export { FOUNDING, HEAD_OFFICE } from './rules/authority.ts'
export { type Directory, openDirectory } from './server/directory.ts'
export { createFirstAdministrator, ensureDefaultOrganisation } from './server/founding.ts'

export const identity: Department = {
  name: 'identity',
  rules: rules as unknown as NonNullable<Department['rules']>,
  words,
  routes(server, house) {
    unitRoutes(server, house)
    peopleRoutes(server, house)
    accessRoutes(server, house)
  },
}
