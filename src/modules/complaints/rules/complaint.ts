// A complaint as its facts have made it: the state, the commands that may be given to it, the facts that can happen.

import type { Named, Pinned, Recorded } from '../../../kernel/module.ts'
import type { OrgPath } from '../../../kernel/org.ts'
import type { Fact as ClockFact } from '../../../kernel/rule-pack.ts'
import type { SealedBody, SealedText } from '../../../kernel/sealed.ts'
import type { Day, Instant } from '../../../kernel/time.ts'
import type { Body, Noun, Registration } from './contract.ts'
import type { Channel, Flag, Matter, NoticeChannel, PartyRole, Status, Tier } from './vocabulary.ts'

export type { Pinned } from '../../../kernel/module.ts'

/** What a case kept until other regimes were adopted, and the clocks that were finished by then and stay under it. */
export interface Adoption {
  readonly at: Instant
  readonly regimes: readonly Pinned[]
  /** `CN-NFRA-2020-3/decision/1`: pack, duty, cycle. */
  readonly finished: readonly string[]
}

export interface Party {
  readonly role: PartyRole
  readonly kind: 'person' | 'organisation'
  readonly name: SealedText | null
  readonly phone: SealedText | null
  readonly identityNumber: SealedText | null
  readonly account: SealedText | null
  readonly email: SealedText | null
  readonly address: SealedText | null
  readonly authority: string | null
  readonly birthYear: number | null
  /** The person in the vault whose key seals this party's data. */
  readonly person: string
}

export interface Request {
  readonly no: number
  readonly text: SealedText
  readonly amountMinor: number | null
}

/** Who holds the case: a unit, and a person of it once somebody took it. */
export interface Holder {
  readonly unit: OrgPath
  readonly person: string | null
}

export interface Handover {
  readonly no: number
  readonly from: Holder
  readonly to: Holder
  readonly at: Instant
  readonly reason: string
}

/** A step that waits for a second person. */
export interface Pending {
  readonly by: string
  readonly at: Instant
  /** What was asked for, as the command said it. */
  readonly body: Readonly<Record<string, unknown>>
  /** When the second person agreed, for the steps that then still wait for proof. */
  readonly approvedBy: string | null
}

export type PendingKind = 'declination' | 'reclassification' | 'extension' | 'correction'

export interface Decision {
  readonly by: string
  readonly at: Instant
  readonly round: number
  readonly body: SealedBody<Body<'decision'>>
  readonly mediated: boolean
  readonly returned: { readonly by: string; readonly reason: string } | null
  readonly approvedBy: string | null
  readonly approvedAt: Instant | null
}

export interface Told {
  readonly at: Instant
  readonly deliveredAt: Instant | null
  readonly channel: NoticeChannel
  readonly late: boolean
}

export interface OutsideNumber {
  readonly body: string
  readonly number: string
  readonly receivedAt: Instant
  readonly replyDueOn: Day | null
  readonly repliedAt: Instant | null
}

export interface Complaint {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly status: Status
  /** The state to which a pause, a supplement or a re-check returns. */
  readonly before: Status | null
  readonly matterType: Matter
  readonly channel: Channel
  readonly happenedAt: Instant | null
  readonly spokeAt: Instant | null
  readonly receivedAt: Instant
  readonly registeredAt: Instant
  readonly registeredBy: string
  readonly parties: readonly Party[]
  readonly requests: readonly Request[]
  readonly text: SealedText
  readonly title: string
  readonly product: string | null
  readonly codes: { readonly a?: string; readonly b?: string; readonly c?: string }
  readonly level: 'ordinary' | 'complex' | 'major'
  readonly amountMinor: number | null
  readonly respondents: { readonly people: readonly string[]; readonly units: readonly string[] }
  readonly complainants: number
  readonly flags: readonly Flag[]
  readonly outsideNumbers: readonly OutsideNumber[]
  readonly regimes: readonly Pinned[]
  /** Left out while the case keeps what it began with. */
  readonly adoptions?: readonly Adoption[]
  readonly firstOwner: Holder | null
  readonly owner: Holder
  readonly handover: Handover | null
  readonly handovers: number
  readonly returns: number
  readonly handlers: readonly string[]
  readonly pending: Readonly<Partial<Record<PendingKind, Pending>>>
  /** The tier in force of the decision clock in each pack. */
  readonly extended: Readonly<Record<string, Tier>>
  readonly attempts: number
  readonly connected: boolean
  readonly steps: readonly string[]
  readonly decision: Decision | null
  readonly told: Told | null
  readonly recheck: { readonly receivedAt: Instant; readonly result: 'uphold' | 'change' | 'redo' | null } | null
  readonly files: readonly string[]
  readonly rectification: { readonly owner: string; readonly dueOn: Day } | null
  readonly mergedInto: string | null
  readonly cycle: number
  /** The facts in the language of the clocks, derived and never written by hand. */
  readonly clockFacts: readonly ClockFact[]
  /** Alarms that have rung, `decision:overdue@2026-03-17T…`, so that each rings once. */
  readonly rung: readonly string[]
  readonly closedAt: Instant | null
  readonly retainUntil: Day | null
  /** The request ids of an import's source, or a program's own reference. */
  readonly source: { readonly system: string; readonly reference: string } | null
}

/** A party on its way in: sealed, with the person whose key sealed it. */
export type SealedParty = SealedBody<Registration['parties'][number]> & { readonly person: string }

export type SealedRegistration = Omit<SealedBody<Registration>, 'parties'> & {
  readonly parties: readonly SealedParty[]
}

/** The commands. All but the last four come over the wire, one noun each. */
export type Command =
  | { [N in Noun]: { readonly type: N } & SealedBody<Body<N>> }[Noun]
  | ({ readonly type: 'registration'; readonly id: string } & SealedRegistration)
  | { readonly type: 'alarm'; readonly key: string }
  | { readonly type: 'policy-adoption'; readonly regimes: readonly Pinned[]; readonly run: string }
  | ({ readonly type: 'history'; readonly id: string } & History)

/** A closed case of another system, entered whole with its own dates; it sets no alarms. */
export interface History {
  readonly registration: SealedRegistration
  readonly receivedAt: Instant
  readonly toldAt: Instant | null
  readonly closedAt: Instant
  readonly outcome: string
  readonly source: { readonly system: string; readonly reference: string }
  /** What the source says of itself and the preset checked: `{timely: "yes"}`. */
  readonly remarks: Readonly<Record<string, string>>
}

export type CommandType = Command['type']
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>

/** Past tense: what happened. The body is the command's, completed by what the rules decided. */
export const FACT_TYPES = [
  'registered',
  'history-entered',
  'claimed',
  'noted',
  'contacted',
  'evidence-added',
  'supplement-requested',
  'supplemented',
  'supplement-lapsed',
  'declination-proposed',
  'declined',
  'declination-refused',
  'reclassification-proposed',
  'reclassified',
  'reclassification-refused',
  'merged',
  'restarted',
  'withdrawn',
  'assigned',
  'handed-over',
  'accepted',
  'returned',
  'handover-lapsed',
  'flagged',
  'major-declared',
  'regulator-number-added',
  'regulator-replied',
  'correction-proposed',
  'corrected',
  'correction-refused',
  'investigation-begun',
  'negotiation-begun',
  'extension-requested',
  'extension-approved',
  'extended',
  'extension-told',
  'extension-refused',
  'appraisal-begun',
  'appraisal-ended',
  'mediation-begun',
  'mediation-ended',
  'decision-drafted',
  'decision-approved',
  'decision-returned',
  'told',
  'called-back',
  'recheck-requested',
  'recheck-decided',
  'redo-ordered',
  'closed',
  'rectification-begun',
  'rectification-verified',
  'archived',
  'reopened',
  'came-near',
  'fell-due',
  'fell-overdue',
  'came-to-end',
  'policy-adopted',
] as const
export type FactType = (typeof FACT_TYPES)[number]

export interface Fact extends Named {
  readonly type: FactType
  readonly [member: string]: unknown
}

export type RecordedFact = Recorded<Fact>
