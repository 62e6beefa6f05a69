// The front door of the complaints department.

import type { Department } from '../../platform/department.ts'
import { complaintRules } from './rules/rules.ts'
import { REFUSAL_WORDS } from './rules/words-refusal.ts'
import { routes } from './server/routes.ts'

export { RULE_PACKS } from './rules/policy.ts'
export { gatherAnswers } from './server/gather.ts'

export const complaints: Department = {
  name: 'complaints',
  rules: complaintRules as unknown as NonNullable<Department['rules']>,
  words: REFUSAL_WORDS,
  routes,
}
