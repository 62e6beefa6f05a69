// The front door of the complaints department.

import type { Department } from '../../platform/department.ts'
import { complaintRules } from './rules/rules.ts'
import { PUBLIC_WORDS } from './rules/words-consumer.ts'
import { IMPORT_REFUSAL_WORDS } from './rules/words-import.ts'
import { REFUSAL_WORDS } from './rules/words-refusal.ts'
import { importJob } from './server/import-job.ts'
import { routes } from './server/routes.ts'

export { RULE_PACKS } from './rules/policy.ts'
export { gatherAnswers } from './server/gather.ts'
export { importFile } from './server/import-command.ts'
export { publishBank } from './server/publication.ts'
export { replayFile } from './server/replay-command.ts'
export { sealRegistration, sealWords } from './server/sealing.ts'

export const complaints: Department = {
  name: 'complaints',
  rules: complaintRules as unknown as NonNullable<Department['rules']>,
  words: { ...REFUSAL_WORDS, ...PUBLIC_WORDS, ...IMPORT_REFUSAL_WORDS },
  routes,
  jobs: house => [importJob(house)],
}
