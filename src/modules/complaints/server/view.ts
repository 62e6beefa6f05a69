// The whole case in one answer: the state and every fact, masked, with names, clocks and what may be done now.

import type { Actor } from '../../../kernel/actor.ts'
import { commandsIn } from '../../../kernel/chart.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { Organisation } from '../../../kernel/organisation.ts'
import type { Rulebook } from '../../../kernel/rule-pack.ts'
import type { SealedText } from '../../../kernel/sealed.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Language } from '../../../kernel/words.ts'
import type { Answers } from '../rules/answers.ts'
import { chart } from '../rules/chart.ts'
import type { ClockTold } from '../rules/clock-contract.ts'
import { tellClock } from '../rules/clock-explanation.ts'
import { clocksOf } from '../rules/clocks.ts'
import type { Complaint, Holder, Party } from '../rules/complaint.ts'
import { isOneOf } from '../rules/who.ts'
import type { CaseFile, FactRow } from './store.ts'

export interface Reader {
  readonly actor: Actor
  readonly now: Instant
  readonly language: Language
  readonly answers: Answers
}

/** What a page of the case shows. Sealed text is left out, masked text stands in its place. */
export function caseView(file: CaseFile, reader: Reader) {
  const { complaint: c, facts } = file
  const names = namesFrom(reader.answers.organisation, reader.language)
  const clocks = toldClocks(c, reader)
  return {
    id: c.id,
    number: c.number,
    version: c.version,
    state: c.status,
    before: c.before,
    matterType: c.matterType,
    channel: c.channel,
    title: c.title,
    instants: { happenedAt: c.happenedAt, spokeAt: c.spokeAt, receivedAt: c.receivedAt, registeredAt: c.registeredAt },
    parties: c.parties.map(partyView),
    requests: c.requests.map(each => ({ no: each.no, text: each.text.masked, amountMinor: each.amountMinor })),
    text: c.text.masked,
    product: c.product,
    codes: c.codes,
    level: c.level,
    amountMinor: c.amountMinor,
    respondents: { people: c.respondents.people.map(names.person), units: c.respondents.units.map(names.unit) },
    complainants: c.complainants,
    flags: c.flags,
    outsideNumbers: c.outsideNumbers,
    regimes: c.regimes,
    firstOwner: c.firstOwner && names.holder(c.firstOwner),
    owner: names.holder(c.owner),
    handover: handoverView(c, names, clocks),
    handovers: c.handovers,
    returns: c.returns,
    extended: c.extended,
    pending: pendingView(c, names),
    attempts: c.attempts,
    connected: c.connected,
    steps: c.steps,
    decision: decisionView(c, names),
    told: c.told,
    recheck: c.recheck,
    rectification: c.rectification,
    files: filesIn(facts, names),
    cycle: c.cycle,
    closedAt: c.closedAt,
    retainUntil: c.retainUntil,
    source: c.source,
    clocks,
    timeline: facts.map(fact => factView(fact, names)),
    allowed: allowedFor(c, reader),
    related: file.related,
  }
}

/** Every clock of a complaint with its explanation in the reader's language. */
export function toldClocks(
  complaint: Complaint,
  reader: Pick<Reader, 'now' | 'language'> & { answers: Rulebook },
): ClockTold[] {
  const { now, language, answers } = reader
  return clocksOf(complaint, now, answers).flatMap((clock: Clock) => {
    const pack = answers.packs.find(each => each.id === clock.pack && each.version === clock.version)
    return pack ? [tellClock(clock, { pack, now, language })] : []
  })
}

/** A value with each sealed text in it replaced by its masked form. The value given is changed: it was just read and is shown once. */
export function masked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isSealed(value)) return value.masked
  const members = value as Record<string, unknown>
  for (const name in members) {
    const member = members[name]
    if (typeof member === 'object' && member !== null) members[name] = masked(member)
  }
  return value
}

export function isSealed(value: unknown): value is SealedText {
  return typeof value === 'object' && value !== null && 'sealed' in value && 'masked' in value && 'person' in value
}

export type Names = ReturnType<typeof namesFrom>

/** Names of people and units in the reader's language; one that is not known reads as its code. */
export function namesFrom(organisation: Organisation, language: Language) {
  const person = (id: string) => ({ id, name: organisation.findPerson(id)?.name ?? id })
  const unit = (path: string) => {
    const name = organisation.findUnit(path)?.name
    return { path, name: name ? (language === 'zh-CN' ? name.zh : name.en) : path }
  }
  const holder = (of: Holder) => ({ unit: unit(of.unit), person: of.person === null ? null : person(of.person) })
  return { person, unit, holder }
}

// The first fact's parties, requests and words stand in the state, and a page shows them from there.
const IN_THE_STATE = ['parties', 'requests', 'text', 'respondents', 'outsideNumbers']

function factView(fact: FactRow, names: Names) {
  if (fact.version === 1) for (const name of IN_THE_STATE) delete (fact.body as Record<string, unknown>)[name]
  const at = fact.by.indexOf(':')
  const kind = at < 0 ? fact.by : fact.by.slice(0, at)
  const id = at < 0 ? '' : fact.by.slice(at + 1)
  const by = { id, kind, name: kind === 'person' || kind === 'program' ? names.person(id).name : '' }
  return { version: fact.version, at: new Date(fact.at).toISOString(), by, type: fact.type, body: masked(fact.body) }
}

function partyView(party: Party, index: number) {
  const { role, kind, authority, birthYear } = party
  const seen = (text: SealedText | null) => text?.masked ?? null
  return {
    index,
    role,
    kind,
    authority,
    birthYear,
    name: seen(party.name),
    phone: seen(party.phone),
    identityNumber: seen(party.identityNumber),
    account: seen(party.account),
    email: seen(party.email),
    address: seen(party.address),
  }
}

function handoverView({ handover }: Complaint, names: Names, clocks: readonly ClockTold[]) {
  if (!handover) return null
  const { no, from, to, at, reason } = handover
  return {
    no,
    from: names.unit(from.unit),
    to: names.unit(to.unit),
    toPerson: to.person && names.person(to.person),
    at,
    reason,
    dueAt: clocks.find(clock => clock.duty === 'handover-acceptance')?.dueAt ?? null,
  }
}

function decisionView({ decision }: Complaint, names: Names) {
  if (!decision) return null
  const approvedBy = decision.approvedBy && names.person(decision.approvedBy)
  return { ...decision, by: names.person(decision.by), approvedBy, body: masked(decision.body) }
}

function pendingView(complaint: Complaint, names: Names) {
  const entries = Object.entries(complaint.pending).map(([kind, pending]) => [
    kind,
    {
      by: names.person(pending.by),
      at: pending.at,
      body: masked(pending.body),
      approvedBy: pending.approvedBy && names.person(pending.approvedBy),
    },
  ])
  return Object.fromEntries(entries)
}

function filesIn(facts: readonly FactRow[], names: Names) {
  return facts
    .filter(fact => fact.type === 'evidence-added')
    .map(fact => ({
      sha256: fact.body.file,
      name: fact.body.name,
      type: fact.body.mediaType,
      bytes: fact.body.bytes,
      kind: fact.body.kind,
      at: new Date(fact.at).toISOString(),
      by: fact.by.startsWith('person:') ? names.person(fact.by.slice('person:'.length)) : null,
    }))
}

const NOT_ON_THE_WIRE = new Set(['registration', 'history', 'alarm', 'policy-adoption'])

// One line for each noun that the state allows: whether this reader may, else why not.
function allowedFor(complaint: Complaint, { actor, answers }: Reader) {
  return commandsIn(chart, complaint.status)
    .filter(row => !NOT_ON_THE_WIRE.has(row.command))
    .map(row =>
      isOneOf(row.by, { actor, complaint, answers })
        ? { noun: row.command, ok: true as const }
        : { noun: row.command, ok: false as const, reason: 'not-for-you' },
    )
}
