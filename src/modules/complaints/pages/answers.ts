// What the server answers to the pages of complaints, as types; personal data in it is masked already.

import type { Day, Instant } from '../../../kernel/time.ts'
import type { ClockAnswer } from '../../../ui/clock-reading.ts'
import type { FactType } from '../rules/complaint.ts'
import type { Noun } from '../rules/contract.ts'
import type { Channel, Flag, Matter, NoticeChannel, PartyRole, Status, Tier } from '../rules/vocabulary.ts'

export interface PersonName {
  readonly id: string
  readonly name: string
}

export interface UnitName {
  readonly path: string
  readonly name: string
}

/** A line of the desk. */
export interface DeskItem {
  readonly module: string
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: Status
  readonly open: boolean
  readonly owner: PersonName | null
  readonly ownerUnit: UnitName | null
  readonly openedAt: Instant
  readonly dueAt: Instant | null
  readonly dueDuty: string | null
  readonly flags: readonly Flag[]
  readonly channel: Channel
  readonly matterType: Matter
  readonly product: string | null
  readonly extended: '' | Tier
  readonly returns: number
  readonly paused: boolean
}

/** Counts stop at 1000; 1001 means "1000+". */
export interface DeskCounts {
  readonly views: Readonly<Record<string, number>>
  readonly overdue: number
  readonly today: number
  readonly soon: number
}

export interface PartyView {
  readonly index: number
  readonly role: PartyRole
  readonly kind: 'person' | 'organisation'
  readonly name: string | null
  readonly phone: string | null
  readonly identityNumber: string | null
  readonly account: string | null
  readonly email: string | null
  readonly address: string | null
  readonly authority: string | null
  readonly birthYear: number | null
}

export interface FileView {
  readonly sha256: string
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly kind: string
  readonly at: Instant
  readonly by: PersonName | null
}

/** A fact as a timeline shows it. */
export interface FactView {
  readonly version: number
  readonly at: Instant
  readonly by: { readonly id: string; readonly name: string; readonly kind: string }
  readonly type: FactType
  readonly body: Readonly<Record<string, unknown>>
}

export type Allowed =
  | { readonly noun: Noun; readonly ok: true }
  | { readonly noun: Noun; readonly ok: false; readonly reason: string }

export interface PendingView {
  readonly by: PersonName
  readonly at: Instant
  readonly body: Readonly<Record<string, unknown>>
  readonly approvedBy: PersonName | string | null
}

export type PendingName = 'extension' | 'declination' | 'reclassification' | 'correction'

export interface DecisionBody {
  readonly answers: readonly { readonly request: number; readonly finding: string; readonly answer: string }[]
  readonly verification: string
  readonly basis: string
  readonly remedies: readonly string[]
  readonly finding: string
  readonly relief: string
  readonly reliefMinor?: number
  readonly responsibility: { readonly ours: boolean; readonly cause: string }
  readonly legalCheck?: string
}

export interface DecisionView {
  readonly by: PersonName | string
  readonly at: Instant
  readonly round: number
  readonly body: DecisionBody
  readonly mediated: boolean
  readonly returned: { readonly by: PersonName | string; readonly reason: string } | null
  readonly approvedBy: PersonName | string | null
}

export interface HandoverView {
  readonly no: number
  readonly from: UnitName | string
  readonly to: UnitName | string
  readonly at: Instant
  readonly reason: string
  readonly dueAt: Instant | null
}

export interface CaseView {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly state: Status
  readonly before: Status | null
  readonly matterType: Matter
  readonly channel: Channel
  readonly title: string
  readonly instants: {
    readonly happenedAt: Instant | null
    readonly spokeAt: Instant | null
    readonly receivedAt: Instant
    readonly registeredAt: Instant
  }
  readonly parties: readonly PartyView[]
  readonly requests: readonly { readonly no: number; readonly text: string; readonly amountMinor: number | null }[]
  readonly text: string
  readonly product: string | null
  readonly codes: { readonly a?: string; readonly b?: string; readonly c?: string }
  readonly level: 'ordinary' | 'complex' | 'major'
  readonly amountMinor: number | null
  readonly respondents: { readonly people: readonly PersonName[]; readonly units: readonly UnitName[] }
  readonly complainants: number
  readonly flags: readonly Flag[]
  readonly outsideNumbers: readonly {
    readonly body: string
    readonly number: string
    readonly receivedAt: Instant
    readonly replyDueOn: Day | null
    readonly repliedAt: Instant | null
  }[]
  readonly regimes: readonly {
    readonly pack: string
    readonly version: string
    readonly calendarEdition: string | null
  }[]
  readonly firstOwner: { readonly unit: UnitName; readonly person: PersonName | null } | null
  readonly owner: { readonly unit: UnitName; readonly person: PersonName | null }
  readonly handover: HandoverView | null
  readonly handovers: number
  readonly returns: number
  readonly extended: Readonly<Record<string, Tier>>
  readonly pending: Readonly<Partial<Record<PendingName, PendingView>>>
  readonly attempts: number
  readonly connected: boolean
  readonly steps: readonly string[]
  readonly decision: DecisionView | null
  readonly told: {
    readonly at: Instant
    readonly deliveredAt: Instant | null
    readonly channel: NoticeChannel
    readonly late: boolean
  } | null
  readonly files: readonly FileView[]
  readonly cycle: number
  readonly clocks: readonly ClockAnswer[]
  readonly timeline: readonly FactView[]
  readonly allowed: readonly Allowed[]
  readonly related: readonly {
    readonly id: string
    readonly number: string
    readonly state: Status
    readonly title: string
  }[]
}

/** What a command answers. */
export interface CommandAnswer {
  readonly id: string
  readonly number: string
  readonly state: Status
  readonly version?: number
  readonly clocks: readonly ClockAnswer[]
}

export interface ApprovalItem {
  readonly case: DeskItem
  readonly kind: 'decision' | PendingName
  readonly by: PersonName
  readonly at: Instant
  readonly proposal: Readonly<Record<string, unknown>>
  readonly clock: ClockAnswer | null
}
