// The demonstration bank as commands to the department of people and units: opened and hired through the door.

import { getOrgPath } from '../kernel/org.ts'
import { type Day, dayOf, type Instant, plusDays } from '../kernel/time.ts'
import type { IdentityCommand } from '../modules/identity/rules/identity.ts'
import { personCase } from '../modules/identity/rules/person.ts'
import { unitCase } from '../modules/identity/rules/unit.ts'
import { getUnit, postsOf, units } from './bank.ts'
import { type Colleague, staff } from './staff.ts'

export interface OrganisationStep {
  readonly caseId: string
  readonly command: IdentityCommand
}

/** Every unit from the head office down, then every person, then what they are to one another. */
export function organisationSteps(now: Instant): OrganisationStep[] {
  const today = dayOf(now)
  return [
    ...units.map(({ path, kind, zh, en, validFrom }) => ({
      caseId: unitCase(path),
      command: { type: 'open-unit' as const, path, name: { zh, en }, kind, from: validFrom },
    })),
    ...units.flatMap(({ path, validTo }) =>
      validTo === null
        ? []
        : [{ caseId: unitCase(path), command: { type: 'close-unit' as const, on: validTo, successor: null } }],
    ),
    ...staff.map(each => ({ caseId: personCase(each.id), command: hiring(each) })),
    ...staff.flatMap(each => relations(each, today).map(command => ({ caseId: personCase(each.id), command }))),
  ]
}

function hiring(colleague: Colleague): IdentityCommand {
  const posts = postsOf(colleague).map(({ role, unit }, index) => ({
    role,
    unit,
    main: index === 0,
    from: getUnit(unit).validFrom,
    to: null,
  }))
  return {
    type: 'hire',
    account: colleague.id.slice('p-'.length),
    name: colleague.zh,
    isProgram: false,
    language: 'zh-CN',
    from: getUnit(getOrgPath(colleague.unit)).validFrom,
    posts,
  }
}

function relations(colleague: Colleague, today: Day): IdentityCommand[] {
  const { approvalLevel, manager, relatives, leave } = colleague
  const commands: IdentityCommand[] = []
  if (approvalLevel > 0) commands.push({ type: 'set-approval-level', level: approvalLevel })
  if (manager !== null || relatives.length > 0) commands.push({ type: 'declare-relations', manager, relatives })
  if (leave) {
    const from = plusDays(today, -leave.daysBefore)
    const to = plusDays(today, leave.daysAfter)
    commands.push({ type: 'enter-absence', from, to })
    commands.push({ type: 'appoint-stand-in', person: leave.standIn, from, to })
  }
  return commands
}
