// Every department of the house, one line each.

import { audit } from './modules/audit/module.ts'
import { complaints } from './modules/complaints/module.ts'
import { identity } from './modules/identity/module.ts'
import { rulebook } from './modules/rulebook/module.ts'
import type { Department } from './platform/department.ts'

export const departments: readonly Department[] = [identity, rulebook, complaints, audit]
