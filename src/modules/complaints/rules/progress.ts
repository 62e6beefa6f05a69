// What a consumer is told of their complaint: a fixed list of facts in plain words, and nothing that is not on the list.

import type { Clock } from '../../../kernel/clock.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Complaint, FactType } from './complaint.ts'
import type { Progress, ProgressStep, StepKey, Way } from './contract-public.ts'
import { OPEN, type Status } from './vocabulary.ts'

/** A fact of the ledger as far as its story may be told. */
export interface ToldFact {
  readonly type: string
  readonly at: Instant
  /** The signature of whoever did it: `consumer:C-7`, `person:p-lijing`. */
  readonly by: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface ProgressScene {
  readonly complaint: Complaint
  /** Oldest first. */
  readonly facts: readonly ToldFact[]
  readonly clocks: readonly Clock[]
  /** No.3 Art. 20 gives a re-check of a branch's decision only. */
  readonly isHeadOffice: boolean
  readonly phone: string
}

/** The page of progress as values; the pages put them into words. */
export function progressOf(scene: ProgressScene): Progress {
  const { complaint, facts, clocks } = scene
  const decision = answerClock(clocks)
  const answer = answerOf(complaint, decision)
  return {
    number: complaint.number,
    state: complaint.status,
    receivedAt: complaint.receivedAt,
    steps: stepsOf(facts),
    answerBy: answer === 'answered' || answer === 'ended' ? null : (decision?.dueOn ?? null),
    answer,
    answeredAt: complaint.told?.at ?? null,
    clocks: clocks
      .filter(clock => TOLD_DUTIES.includes(clock.duty))
      .map(({ duty, state, dueOn, source }) => ({ duty, state, dueOn, source })),
    extensions: facts.flatMap(({ type, at, body }) =>
      type === 'extended' ? [{ tier: body.tier === 'special' ? ('special' as const) : ('complex' as const), at }] : [],
    ),
    asked: askedOf(complaint.status, facts),
    canDo: waysOf(scene),
    phone: scene.phone,
  }
}

// Limits of the house (first contact, hand-over) are the bank's own affair.
const TOLD_DUTIES: readonly string[] = ['decision', 'recheck-window', 'recheck']

/** The clock of the bank's answer: under several regimes the earliest last day is the one it must keep. */
export function answerClock(clocks: readonly Clock[]): Clock | null {
  const decisions = clocks.filter(clock => clock.duty === 'decision' && clock.owner === 'bank')
  return decisions.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0] ?? null
}

function answerOf(complaint: Complaint, decision: Clock | null): Progress['answer'] {
  if (!(OPEN as readonly Status[]).includes(complaint.status)) return complaint.told ? 'answered' : 'ended'
  if (decision?.state === 'overdue') return 'late'
  return decision?.state === 'paused' ? 'paused' : 'due'
}

// What is missing here is never told: notes, hand-overs, proposals, flags, approvals, refusals among colleagues.
const TOLD: Readonly<Partial<Record<FactType, StepKey | ((fact: ToldFact) => StepKey | null)>>> = {
  registered: 'received',
  'history-entered': 'received',
  assigned: 'assigned',
  accepted: 'assigned',
  contacted: ({ body }) => (body.direction === 'in' ? null : contactStep(body.outcome)),
  'evidence-added': ({ by }) => (by.startsWith('consumer:') ? 'photo-added' : null),
  'supplement-requested': 'asked',
  supplemented: 'supplemented',
  'supplement-lapsed': 'went-on',
  declined: 'declined',
  reclassified: 'reclassified',
  merged: 'merged',
  restarted: 'restarted',
  withdrawn: 'withdrawn',
  'investigation-begun': 'investigating',
  'negotiation-begun': 'negotiating',
  extended: ({ body }) => (body.tier === 'special' ? 'extended-special' : 'extended-complex'),
  'appraisal-begun': 'appraisal-begun',
  'appraisal-ended': 'appraisal-ended',
  'mediation-begun': 'mediation-begun',
  'mediation-ended': 'mediation-ended',
  told: 'answered',
  'recheck-requested': 'recheck-requested',
  'recheck-decided': 'recheck-decided',
  'redo-ordered': 'redone',
  closed: 'closed',
  reopened: 'reopened',
}

function contactStep(outcome: unknown): StepKey | null {
  if (outcome === 'connected' || outcome === 'met') return 'talked'
  if (outcome === 'sent') return 'wrote'
  return outcome === 'no-answer' ? 'called-in-vain' : null
}

function stepsOf(facts: readonly ToldFact[]): ProgressStep[] {
  const steps: ProgressStep[] = []
  for (const fact of facts) {
    const told = TOLD[fact.type as FactType]
    const key = typeof told === 'function' ? told(fact) : told
    if (!key) continue
    const last = steps.at(-1)
    if (last?.key === key) steps[steps.length - 1] = { key, at: fact.at, times: last.times + 1 }
    else steps.push({ key, at: fact.at, times: 1 })
  }
  return steps
}

function askedOf(status: Status, facts: readonly ToldFact[]): Progress['asked'] {
  const asked = facts.findLast(fact => fact.type === 'supplement-requested')
  if (status !== 'supplement' || !asked) return null
  const items = Array.isArray(asked.body.items) ? asked.body.items : []
  return {
    items: items.flatMap((each: { item?: unknown }) => (typeof each.item === 'string' ? [each.item] : [])),
    reason: typeof asked.body.reason === 'string' ? asked.body.reason : '',
  }
}

function waysOf({ complaint, clocks, isHeadOffice }: ProgressScene): Progress['canDo'] {
  const { status } = complaint
  const open = (OPEN as readonly Status[]).includes(status)
  const window = clocks.find(clock => clock.duty === 'recheck-window')
  // No.3 Art. 20: within 30 days of receiving the decision, at the institution above.
  const mayRecheck = status === 'notified' && !isHeadOffice && window?.state === 'running'
  const ways: [Way, boolean][] = [
    ['supplement', status === 'supplement'],
    ['photos', open],
    ['withdrawal', open],
    ['recheck', mayRecheck],
    ['mediation', true],
    ['arbitration', !open],
    ['litigation', true],
  ]
  return ways.flatMap(([way, may]) => (may ? [{ way, by: way === 'recheck' && window ? window.dueOn : null }] : []))
}
