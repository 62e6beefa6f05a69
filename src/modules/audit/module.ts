// The front door of the audit: it has no cases and decides nothing; it reads the ledger.

import type { Department } from '../../platform/department.ts'
import { words } from './rules/words.ts'
import { auditRoutes } from './server/routes.ts'

export const audit: Department = {
  name: 'audit',
  rules: null,
  words,
  routes: auditRoutes,
}
