// What the rules would say to a row, without a key, a number or a write: the same decision, thought through in memory.

import type { Actor } from '../../../kernel/actor.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { Instant } from '../../../kernel/time.ts'
import { sealBody } from '../../../platform/seal-body.ts'
import type { Pen } from '../../../platform/vault.ts'
import type { Answers } from '../rules/answers.ts'
import type { Command, Complaint, RecordedFact, SealedRegistration } from '../rules/complaint.ts'
import { registration } from '../rules/contract.ts'
import { FIELD_NAMES } from '../rules/import-preset.ts'
import type { ClosedRow, OpenRow, RowFault } from '../rules/import-row.ts'
import { complaintRules } from '../rules/rules.ts'

/** Why the door would refuse the row, or null. */
export function findRowFault(
  row: OpenRow | ClosedRow,
  seen: { now: Instant; actor: Actor; answers: Answers },
): RowFault | null {
  const { answers, now } = seen
  const { unit } = row.body
  if (unit && !answers.organisation.findUnit(unit)) return { field: 'unit', key: 'no-such-unit' }
  const command = commandOf(row, { id: 'trial', reference: 'trial', sealed: unsealed(row.body) })
  const decided = complaintRules.decide(null, command, { ...seen, number: 1 })
  if (isRefusal(decided)) {
    const field = FIELD_NAMES.find(each => each === decided.field) ?? 'row'
    return { field, key: decided.key, ...(decided.values && { values: decided.values }) }
  }
  try {
    let state: Complaint | null = null
    decided.forEach((fact, index) => {
      const recorded = { ...fact, at: now, by: 'import', version: index + 1 } as RecordedFact
      state = complaintRules.evolve(state, recorded)
    })
    if (state) complaintRules.alarms(state, { now, answers })
    return null
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { field: 'row', key: 'no-lawful-clock', values: { reason: error.message } }
  }
}

/** The command of a row: open cases are registered, closed ones enter whole. Its source goes with it. */
export function commandOf(
  row: OpenRow | ClosedRow,
  with_: { id: string; reference: string; sealed: SealedRegistration },
): Command {
  const source = { system: row.source.system, reference: with_.reference }
  const { remarks } = row
  if (row.kind === 'open') return { type: 'registration', id: with_.id, ...with_.sealed, source, remarks } as Command
  return {
    type: 'history',
    id: with_.id,
    registration: with_.sealed,
    receivedAt: row.receivedAt,
    toldAt: row.toldAt,
    closedAt: row.closedAt,
    outcome: row.outcome,
    source,
    remarks,
  }
}

const NO_PEN: Pen = { personId: 'trial', seal: () => '', toKeep: null }

function unsealed(body: OpenRow['body']): SealedRegistration {
  const sealed = sealBody(registration, body, { penAt: () => NO_PEN, mask: text => text }) as SealedRegistration
  return { ...sealed, parties: sealed.parties.map(party => ({ ...party, person: 'trial' })) }
}
