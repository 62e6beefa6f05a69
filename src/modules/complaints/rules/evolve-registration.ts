// How a complaint begins: what the first fact makes of nothing.

import type { OrgPath } from '../../../kernel/org.ts'
import type { SealedText } from '../../../kernel/sealed.ts'
import type { Day, Instant } from '../../../kernel/time.ts'
import { clockFactsOf } from './clock-fact.ts'
import type { Complaint, Holder, OutsideNumber, Party, Pinned, RecordedFact, SealedParty } from './complaint.ts'
import { retainUntil } from './retention.ts'
import type { Channel, Flag, Matter } from './vocabulary.ts'

/** The complaint after `registered` or `history-entered`. Throws `TypeError` for any other fact. */
export function begin(fact: RecordedFact): Complaint {
  if (fact.type !== 'registered' && fact.type !== 'history-entered')
    throw new TypeError(`no case begins with ${fact.type}`)
  const closedAt = fact.type === 'history-entered' ? (fact.closedAt as Instant) : null
  const firstOwner = holder(fact.firstUnit, fact.firstOwner)
  const owner: Holder = { unit: fact.unit as OrgPath, person: (fact.owner as string | null) ?? null }
  const state: Complaint = {
    id: String(fact.id),
    number: String(fact.number),
    version: fact.version,
    status: closedAt ? 'closed' : 'registered',
    matterType: fact.matterType as Matter,
    channel: fact.channel as Channel,
    happenedAt: fact.happenedAt as Instant | null,
    spokeAt: fact.spokeAt as Instant | null,
    receivedAt: fact.receivedAt as Instant,
    registeredAt: fact.at,
    registeredBy: fact.by,
    parties: (fact.parties as readonly SealedParty[]).map(partyOf),
    requests: (fact.requests as readonly { text: SealedText; amountMinor?: number }[]).map((each, index) => ({
      no: index + 1,
      text: each.text,
      amountMinor: each.amountMinor ?? null,
    })),
    text: fact.text as SealedText,
    title: String(fact.title),
    product: (fact.product as string | undefined) ?? null,
    codes: (fact.codes as Complaint['codes'] | undefined) ?? {},
    amountMinor: (fact.amountMinor as number | undefined) ?? null,
    respondents: (fact.respondents as Complaint['respondents'] | undefined) ?? { people: [], units: [] },
    complainants: Number(fact.complainants),
    flags: [...((fact.vulnerable as readonly Flag[] | undefined) ?? [])],
    outsideNumbers: outsideNumbersOf(fact),
    regimes: fact.regimes as readonly Pinned[],
    firstOwner,
    owner,
    ...UNTOUCHED,
    closedAt,
    retainUntil: closedAt && retainUntil(closedAt),
    source: (fact.source as Complaint['source'] | undefined) ?? null,
  }
  return { ...state, clockFacts: clockFactsOf(fact, state) ?? [] }
}

/** What nothing has happened to yet. */
const UNTOUCHED = {
  before: null,
  level: 'ordinary',
  handover: null,
  handovers: 0,
  returns: 0,
  handlers: [],
  pending: {},
  extended: {},
  attempts: 0,
  connected: false,
  steps: [],
  decision: null,
  told: null,
  recheck: null,
  files: [],
  rectification: null,
  mergedInto: null,
  cycle: 1,
  clockFacts: [],
  rung: [],
} as const satisfies Partial<Complaint>

function holder(unit: unknown, person: unknown): Holder | null {
  return typeof unit === 'string' ? { unit: unit as OrgPath, person: (person as string | null) ?? null } : null
}

function partyOf(party: SealedParty): Party {
  return {
    role: party.role,
    kind: party.kind,
    name: party.name ?? null,
    phone: party.phone ?? null,
    identityNumber: party.identityNumber ?? null,
    account: party.account ?? null,
    email: party.email ?? null,
    address: party.address ?? null,
    authority: party.authority ?? null,
    birthYear: party.birthYear ?? null,
    person: party.person,
  }
}

function outsideNumbersOf(fact: RecordedFact): OutsideNumber[] {
  const given =
    (fact.outsideNumbers as
      | readonly { body: string; number: string; receivedAt?: string; replyDueOn?: string }[]
      | undefined) ?? []
  return given.map(each => ({
    body: each.body,
    number: each.number,
    receivedAt: (each.receivedAt ?? fact.receivedAt) as Instant,
    replyDueOn: (each.replyDueOn as Day | undefined) ?? null,
    repliedAt: null,
  }))
}
