// The front door of the rulebook: rule packs and calendars in versions, and what a new one does to open cases.

import type { Department } from '../../platform/department.ts'
import { rules } from './rules/rulebook.ts'
import { words } from './rules/words.ts'
import { calendarRoutes } from './server/calendar-routes.ts'
import { packRoutes } from './server/pack-routes.ts'
import { recomputationRoutes } from './server/recomputation-routes.ts'
import { recomputationKind } from './server/recompute.ts'

export { openShelf, type Shelf } from './server/shelf.ts'

export const rulebook: Department = {
  name: 'rulebook',
  rules: rules as unknown as NonNullable<Department['rules']>,
  words,
  routes(server, house) {
    packRoutes(server, house)
    calendarRoutes(server, house)
    recomputationRoutes(server, house)
  },
  jobs: house => [recomputationKind(house)],
}
