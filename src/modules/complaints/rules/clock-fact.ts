// A complaint's facts in the language of the clocks: one line of the table per fact that a clock hears.

import type { Fact as ClockFact } from '../../../kernel/rule-pack.ts'
import type { Day, Instant } from '../../../kernel/time.ts'
import type { Complaint, FactType, OutsideNumber, Pinned, RecordedFact } from './complaint.ts'
import { LEADING_PACK, PBC_PACK } from './pack-choice.ts'

/** The clock facts after a fact, or null when no clock hears it. */
export function clockFactsOf(fact: RecordedFact, state: Complaint): readonly ClockFact[] | null {
  if (fact.type === 'corrected') return fact.field === 'receivedAt' ? movedReceipt(fact, state) : null
  const heard = table[fact.type]?.(fact, state) ?? []
  return heard.length === 0 ? null : heard.reduce(append, state.clockFacts)
}

/**
 * The facts with one more. What finishes a case may have reached the bank before something that was entered earlier:
 * steps of the work after that moment count for nothing, and are left out.
 */
export function append(facts: readonly ClockFact[], further: ClockFact): readonly ClockFact[] {
  const finishes = FINISHING.has(further.type)
  const kept = finishes ? facts.filter(each => each.at <= further.at || !WORK.has(each.type)) : facts
  return [...kept, further]
}

const FINISHING = new Set(['told', 'withdrawn', 'declined', 'merged', 'reclassified'])
const WORK = new Set([
  'handed-over',
  'accepted',
  'returned',
  'assigned',
  'investigated',
  'drafted',
  'draft-refused',
  'approved',
  'supplement-requested',
  'paused',
  'resumed',
])

type Hearing = (fact: RecordedFact, state: Complaint) => readonly ClockFact[]

const as =
  (type: string, details: Partial<ClockFact> = {}): Hearing =>
  fact => [{ type, at: fact.at, ...details }]
const dated =
  (type: string, member: string): Hearing =>
  fact => [{ type, at: fact[member] as Instant }]

const table: Readonly<Partial<Record<FactType, Hearing>>> = {
  registered: (_fact, state) => [
    ...state.regimes.map(regime => receipt(regime, state)),
    ...state.outsideNumbers.flatMap(number => asked(number, state.regimes)),
  ],
  'history-entered': (fact, state) => [
    ...state.regimes.map(regime => receipt(regime, state)),
    // A source that does not say when it answered leaves nothing to call late.
    fact.toldAt ? { type: 'told', at: fact.toldAt as Instant } : { type: 'concluded', at: fact.closedAt as Instant },
  ],
  contacted: fact => [
    {
      type: fact.attempt === true ? 'attempted' : fact.direction === 'in' ? 'message-received' : 'contacted',
      at: fact.contactedAt as Instant,
    },
  ],
  'supplement-requested': as('supplement-requested'),
  supplemented: as('supplemented'),
  declined: as('declined'),
  reclassified: as('reclassified'),
  merged: as('merged'),
  restarted: dated('new-facts', 'receivedAt'),
  withdrawn: dated('withdrawn', 'receivedAt'),
  assigned: as('assigned'),
  'handed-over': as('handed-over'),
  accepted: fact => [
    { type: 'accepted', at: fact.at },
    { type: 'assigned', at: fact.at },
  ],
  returned: as('returned'),
  'handover-lapsed': as('returned'),
  'major-declared': as('major-flagged'),
  'regulator-number-added': (fact, state) => {
    const number = fact as unknown as OutsideNumber
    const added = (fact.regimes as readonly Pinned[] | undefined) ?? []
    return [
      ...added.map(regime => ({ type: 'received', at: number.receivedAt, pack: regime.pack })),
      ...asked({ ...number, replyDueOn: number.replyDueOn ?? null }, [...state.regimes, ...added]),
    ]
  },
  'regulator-replied': (fact, state) => {
    const number = state.outsideNumbers.find(each => each.number === fact.number)
    const pack = number && packOf(number.body, state.regimes)
    return number?.replyDueOn && pack ? [{ type: 'regulator-replied', at: fact.repliedAt as Instant, pack }] : []
  },
  'investigation-begun': as('investigated'),
  extended: fact => [
    { type: 'extended', at: fact.at, tier: fact.tier as 'complex' | 'special', pack: String(fact.pack) },
  ],
  'appraisal-begun': as('paused', { reason: 'appraisal' }),
  'appraisal-ended': as('resumed', { reason: 'appraisal' }),
  'mediation-begun': as('paused', { reason: 'mediation' }),
  'mediation-ended': fact => [
    { type: 'resumed', at: fact.at, reason: 'mediation' },
    ...(fact.result === 'agreement' ? [{ type: 'mediation-agreed', at: fact.at }] : []),
  ],
  'decision-drafted': as('drafted'),
  'decision-returned': as('draft-refused'),
  'decision-approved': as('approved'),
  told: fact => [
    {
      type: 'told',
      at: fact.toldAt as Instant,
      level: fact.level as 'head' | 'branch',
      ...(fact.deliveredAt ? { deliveredAt: fact.deliveredAt as Instant } : {}),
    },
  ],
  'called-back': as('called-back'),
  'recheck-requested': dated('recheck-requested', 'receivedAt'),
  'recheck-decided': dated('recheck-told', 'toldAt'),
  'redo-ordered': fact => [
    { type: 'reopened', at: fact.at, ground: 'order' },
    { type: 'assigned', at: fact.at },
  ],
  reopened: fact => [{ type: 'reopened', at: fact.at, ground: fact.ground as 'own-error' | 'new-facts' | 'order' }],
}

// Under No.5 the clock starts when the transfer reached the bank, under the other packs when the bank first received it.
function receipt(regime: Pinned, state: Complaint): ClockFact {
  const transfer = state.outsideNumbers.find(each => each.body === 'pbc')
  const at = regime.pack === PBC_PACK && transfer ? transfer.receivedAt : state.receivedAt
  return { type: 'received', at, pack: regime.pack }
}

function asked(number: OutsideNumber, regimes: readonly Pinned[]): ClockFact[] {
  const pack = packOf(number.body, regimes)
  if (!number.replyDueOn || !pack) return []
  return [{ type: 'regulator-asked', at: number.receivedAt, dueOn: number.replyDueOn as Day, pack }]
}

function packOf(body: string, regimes: readonly Pinned[]): string | null {
  const wanted = body === 'pbc' ? PBC_PACK : LEADING_PACK
  return regimes.some(each => each.pack === wanted) ? wanted : null
}

function movedReceipt(fact: RecordedFact, state: Complaint): readonly ClockFact[] {
  const at = fact.value as Instant
  const transferred = state.outsideNumbers.some(each => each.body === 'pbc')
  return state.clockFacts.map(each =>
    each.type === 'received' && !(each.pack === PBC_PACK && transferred) ? { ...each, at } : each,
  )
}
