// What each fact means for the complaint: one line of the table per fact, nothing decided here.

import type { OrgPath } from '../../../kernel/org.ts'
import type { SealedText } from '../../../kernel/sealed.ts'
import type { Instant } from '../../../kernel/time.ts'
import { adopted } from './adoption.ts'
import { clockFactsOf } from './clock-fact.ts'
import { rungMark } from './clocks.ts'
import type { Complaint, Decision, FactType, Holder, Pending, PendingKind, Pinned, RecordedFact } from './complaint.ts'
import { begin } from './evolve-registration.ts'
import type { Flag, Matter, NoticeChannel, Status, Tier } from './vocabulary.ts'

/** The complaint after a fact. Throws `TypeError` when the first fact is not one that begins a case. */
export function evolve(state: Complaint | null, fact: RecordedFact): Complaint {
  if (state === null) return begin(fact)
  const change = changes[fact.type]
  const clocks = clockFactsOf(fact, state)
  return {
    ...state,
    ...change(fact, state),
    version: fact.version,
    ...(clocks && { clockFacts: clocks }),
  }
}

type Change = (fact: RecordedFact, state: Complaint) => Partial<Complaint>

const nothing: Change = () => ({})
const to =
  (status: Status): Change =>
  () => ({ status })
const paused =
  (status: Status): Change =>
  (_fact, state) => ({ status, before: state.status })
const asks =
  (kind: PendingKind): Change =>
  (fact, state) => ({ pending: { ...state.pending, [kind]: pendingOf(fact) } })
const drops =
  (kind: PendingKind): Change =>
  (_fact, state) => ({ pending: without(state.pending, kind) })
const rang: Change = (fact, state) => ({
  rung: [...state.rung, rungMark({ key: text(fact, 'key'), at: text(fact, 'rungFor') as Instant })],
})

const changes: Readonly<Record<FactType, Change>> = {
  registered: nothing,
  'history-entered': nothing,
  claimed: (fact, state) => claimedBy(personOf(fact), fact, state),
  noted: nothing,
  contacted: (fact, state) => contacted(fact, state),
  'evidence-added': (fact, state) => ({ files: [...state.files, text(fact, 'file')] }),
  'supplement-requested': (_fact, state) => ({ status: 'supplement', before: state.status }),
  supplemented: to('registered'),
  'supplement-lapsed': to('registered'),
  'declination-proposed': asks('declination'),
  declined: (fact, state) => ({ status: 'declined', ...drops('declination')(fact, state) }),
  'declination-refused': drops('declination'),
  'reclassification-proposed': asks('reclassification'),
  reclassified: (fact, state) => ({
    status: 'reclassified',
    matterType: text(fact, 'to') as Matter,
    ...drops('reclassification')(fact, state),
  }),
  'reclassification-refused': drops('reclassification'),
  merged: fact => ({ status: 'merged', mergedInto: text(fact, 'into'), handover: null }),
  restarted: (_fact, state) => anew(state),
  withdrawn: () => ({ status: 'withdrawn', handover: null, pending: {} }),
  assigned: (fact, state) => ({
    status: 'assigned',
    ...heldBy({ unit: text(fact, 'unit') as OrgPath, person: text(fact, 'handler') }, state),
    ...(fact.level ? { level: fact.level as Complaint['level'] } : {}),
    ...coded(fact),
    handover: null,
  }),
  'handed-over': (fact, state) => ({
    handovers: state.handovers + 1,
    handover: {
      no: state.handovers + 1,
      from: state.owner,
      to: { unit: text(fact, 'toUnit') as OrgPath, person: (fact.toPerson as string | undefined) ?? null },
      at: fact.at,
      reason: text(fact, 'reason'),
    },
  }),
  accepted: (fact, state) => ({
    status: 'assigned',
    ...heldBy({ unit: text(fact, 'unit') as OrgPath, person: personOf(fact) }, state),
    handover: null,
  }),
  returned: (_fact, state) => ({ handover: null, returns: state.returns + 1 }),
  'handover-lapsed': (_fact, state) => ({ handover: null, returns: state.returns + 1 }),
  flagged: (fact, state) => ({ flags: flagsAfter(state, fact.flag as Flag, fact.on === true) }),
  'major-declared': (_fact, state) => ({ level: 'major', flags: flagsAfter(state, 'major', true) }),
  'regulator-number-added': (fact, state) => ({
    outsideNumbers: [
      ...state.outsideNumbers,
      {
        body: text(fact, 'body'),
        number: text(fact, 'number'),
        receivedAt: fact.receivedAt as Instant,
        replyDueOn: (fact.replyDueOn as Complaint['outsideNumbers'][number]['replyDueOn'] | undefined) ?? null,
        repliedAt: null,
      },
    ],
    regimes: [...state.regimes, ...((fact.regimes as readonly Pinned[] | undefined) ?? [])],
  }),
  'regulator-replied': (fact, state) => ({
    outsideNumbers: state.outsideNumbers.map(each =>
      each.number === fact.number ? { ...each, repliedAt: fact.repliedAt as Instant } : each,
    ),
  }),
  'correction-proposed': asks('correction'),
  corrected: (fact, state) => ({ ...corrected(fact, state), ...drops('correction')(fact, state) }),
  'correction-refused': drops('correction'),
  'investigation-begun': to('investigating'),
  'negotiation-begun': to('negotiating'),
  'extension-requested': asks('extension'),
  'extension-approved': (fact, state) => approvedStep(fact, state),
  extended: (fact, state) => ({
    extended: { ...state.extended, [text(fact, 'pack')]: fact.tier as Tier },
    ...drops('extension')(fact, state),
  }),
  'extension-told': nothing,
  'extension-refused': drops('extension'),
  'appraisal-begun': paused('paused-appraisal'),
  'appraisal-ended': (_fact, state) => ({ status: state.before ?? 'investigating', before: null }),
  'mediation-begun': paused('paused-mediation'),
  'mediation-ended': (fact, state) =>
    fact.result === 'agreement' ? mediated(fact, state) : { status: 'negotiating', before: null },
  'decision-drafted': (fact, state) => ({ status: 'decision-draft', decision: draftOf(fact, state), ...coded(fact) }),
  'decision-approved': (fact, state) => ({
    status: 'decision-approved',
    decision: state.decision && { ...state.decision, approvedBy: personOf(fact), approvedAt: fact.at },
  }),
  'decision-returned': (fact, state) => ({
    decision: state.decision && { ...state.decision, returned: { by: personOf(fact), reason: text(fact, 'reason') } },
  }),
  told: fact => ({
    status: 'notified',
    told: {
      at: fact.toldAt as Instant,
      deliveredAt: (fact.deliveredAt as Instant | null) ?? null,
      channel: fact.channel as NoticeChannel,
      late: fact.late === true,
    },
  }),
  'called-back': nothing,
  'recheck-requested': fact => ({
    status: 'recheck',
    recheck: { receivedAt: fact.receivedAt as Instant, result: null },
  }),
  'recheck-decided': (fact, state) => ({
    status: 'recheck-decided',
    recheck: state.recheck && { ...state.recheck, result: fact.result as 'uphold' | 'change' | 'redo' },
  }),
  'redo-ordered': (fact, state) => ({
    ...anew(state),
    status: 'assigned',
    ...heldBy({ unit: text(fact, 'unit') as OrgPath, person: text(fact, 'handler') }, state),
  }),
  closed: fact => ({
    status: 'closed',
    closedAt: fact.at,
    retainUntil: fact.retainUntil as Complaint['retainUntil'],
    ...coded(fact),
  }),
  'rectification-begun': fact => ({
    status: 'rectifying',
    rectification: {
      owner: text(fact, 'owner'),
      dueOn: fact.dueOn as NonNullable<Complaint['rectification']>['dueOn'],
    },
  }),
  'rectification-verified': () => ({ status: 'closed', rectification: null }),
  archived: to('archived'),
  reopened: (fact, state) =>
    fact.ground === 'own-error' ? { status: 'registered', told: null, closedAt: null, decision: null } : anew(state),
  'came-near': rang,
  'fell-due': rang,
  'fell-overdue': rang,
  'came-to-end': rang,
  'policy-adopted': adopted,
}

function coded(fact: RecordedFact): Partial<Complaint> {
  return fact.codes ? { codes: fact.codes as Complaint['codes'] } : {}
}

function text(fact: RecordedFact, member: string): string {
  return String(fact[member] ?? '')
}

function personOf(fact: RecordedFact): string {
  return fact.by.slice(fact.by.indexOf(':') + 1)
}

function pendingOf(fact: RecordedFact): Pending {
  const { type: _type, at, by: _by, version: _version, ...body } = fact
  return { by: personOf(fact), at, body, approvedBy: null }
}

function without(pending: Complaint['pending'], kind: PendingKind): Complaint['pending'] {
  const { [kind]: _gone, ...rest } = pending
  return rest
}

function approvedStep(fact: RecordedFact, state: Complaint): Partial<Complaint> {
  const { extension } = state.pending
  return extension ? { pending: { ...state.pending, extension: { ...extension, approvedBy: personOf(fact) } } } : {}
}

// 首问负责: the first person to take an unclaimed case is its first owner, and stays so.
function claimedBy(person: string, fact: RecordedFact, state: Complaint): Partial<Complaint> {
  const owner = { unit: state.owner.unit, person }
  return fact.first === true ? { firstOwner: owner, ...heldBy(owner, state) } : heldBy(owner, state)
}

function heldBy(owner: Holder, state: Complaint): Partial<Complaint> {
  const handlers =
    owner.person && !state.handlers.includes(owner.person) ? [...state.handlers, owner.person] : state.handlers
  return { owner, handlers }
}

function contacted(fact: RecordedFact, state: Complaint): Partial<Complaint> {
  const steps = (fact.steps as readonly { step: string }[] | undefined) ?? []
  return {
    attempts: state.attempts + (fact.direction === 'out' ? 1 : 0),
    connected: state.connected || fact.attempt !== true,
    steps: [...new Set([...state.steps, ...steps.map(each => each.step)])],
  }
}

function flagsAfter(state: Complaint, flag: Flag, on: boolean): readonly Flag[] {
  const others = state.flags.filter(each => each !== flag)
  return on ? [...others, flag] : others
}

function corrected(fact: RecordedFact, state: Complaint): Partial<Complaint> {
  if (fact.field !== 'party') return { [text(fact, 'field')]: fact.value }
  return {
    parties: state.parties.map((party, index) =>
      index === fact.party ? { ...party, name: fact.name as SealedText } : party,
    ),
  }
}

function draftOf(fact: RecordedFact, state: Complaint): Decision {
  const { type: _type, at, by: _by, version: _version, round, ...body } = fact
  return {
    by: personOf(fact),
    at,
    round: Number(round),
    body: body as unknown as Decision['body'],
    mediated: state.decision?.mediated ?? false,
    returned: null,
    approvedBy: null,
    approvedAt: null,
  }
}

// Row 14b: a mediation agreement is the draft; the handler completes the notice, the approver sees that it was mediated.
function mediated(fact: RecordedFact, state: Complaint): Partial<Complaint> {
  const empty = { ...draftOf(fact, state), round: state.decision?.round ?? 0, mediated: true }
  return {
    status: 'decision-draft',
    before: null,
    decision: { ...empty, returned: { by: personOf(fact), reason: 'mediated' } },
  }
}

function anew(state: Complaint): Partial<Complaint> {
  return {
    status: 'registered',
    before: null,
    cycle: state.cycle + 1,
    extended: {},
    pending: {},
    handover: null,
    decision: null,
    told: null,
    recheck: null,
    closedAt: null,
    attempts: 0,
    connected: state.connected,
  }
}
