// Which rooms of the product a role opens: the menu is drawn from it, and each room's own routes decide again.

import type { Role } from '../../../kernel/actor.ts'

const ROOMS: Readonly<Record<Role, readonly string[]>> = {
  clerk: ['desk', 'intake', 'reveal'],
  handler: ['desk', 'intake', 'reveal', 'export'],
  supervisor: ['desk', 'intake', 'approvals', 'import', 'rule-packs', 'reveal', 'export'],
  approver: ['desk', 'approvals', 'reveal', 'export'],
  executive: ['desk', 'approvals', 'rule-packs', 'export'],
  inspector: ['desk', 'rule-packs', 'organisation', 'audit', 'reveal', 'export'],
  admin: ['organisation', 'rule-packs', 'import', 'tokens', 'audit'],
  archivist: ['desk', 'archive', 'reveal', 'export'],
}

export function capabilitiesOf(roles: readonly Role[]): string[] {
  return [...new Set(roles.flatMap(role => ROOMS[role]))].sort()
}
