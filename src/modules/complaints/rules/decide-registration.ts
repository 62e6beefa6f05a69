// The first word: a complaint is registered, or a closed one of another system is entered with its history.

import type { Context } from '../../../kernel/module.ts'
import type { OrgPath } from '../../../kernel/org.ts'
import { isRefusal, type Refusal } from '../../../kernel/refusal.ts'
import { dayOf, findInstant, type Instant } from '../../../kernel/time.ts'
import type { Answers } from './answers.ts'
import type { CommandOf, SealedRegistration } from './complaint.ts'
import { packsOf, pin } from './pack-choice.ts'
import type { Decided } from './scene.ts'
import { MAJOR_COMPLAINANTS } from './vocabulary.ts'

const HEAD_OFFICE = 'HO' as OrgPath

export function register(command: CommandOf<'registration'>, context: Context<Answers>): Decided {
  const times = fourInstants(command, context.now)
  if (isRefusal(times)) return times
  const { actor, answers, number, now } = context
  const { type: _type, unit: given, ...words } = command
  const unit = (given ?? actor.unit ?? HEAD_OFFICE) as OrgPath
  if (given && !answers.organisation.findUnit(given)) return { refused: 'invalid', key: 'no-such-unit', field: 'unit' }
  const regimes = pin(packsOf(command), times.receivedAt, answers)
  if (isRefusal(regimes)) return regimes
  const keeps = actor.kind === 'person' && actor.unit === unit
  const registered = {
    type: 'registered' as const,
    ...words,
    ...times,
    number: readableNumber(now, number),
    unit,
    firstOwner: actor.kind === 'person' ? actor.id : null,
    firstUnit: actor.kind === 'person' ? (actor.unit ?? unit) : null,
    owner: keeps ? actor.id : null,
    regimes,
    title: titleOf(command),
  }
  const major = command.jointFaceToFace && command.complainants >= MAJOR_COMPLAINANTS
  // No.3 Art. 29: twenty complainants together, face to face, make a major complaint.
  return major ? [registered, { type: 'major-declared', reason: 'joint-complaint' }] : [registered]
}

export function enterHistory(command: CommandOf<'history'>, context: Context<Answers>): Decided {
  const { registration } = command
  const regimes = pin(packsOf(registration), command.receivedAt, context.answers)
  if (isRefusal(regimes)) return regimes
  if (command.toldAt && command.toldAt < command.receivedAt)
    return { refused: 'invalid', key: 'before-received', field: 'toldAt' }
  if (command.closedAt > context.now) return { refused: 'invalid', key: 'later-than-now', field: 'closedAt' }
  const { unit, ...words } = registration
  return [
    {
      type: 'history-entered',
      ...words,
      id: command.id,
      happenedAt: null,
      spokeAt: null,
      receivedAt: command.receivedAt,
      toldAt: command.toldAt,
      closedAt: command.closedAt,
      outcome: command.outcome,
      source: command.source,
      remarks: command.remarks,
      number: readableNumber(command.receivedAt, context.number),
      unit: unit ?? HEAD_OFFICE,
      firstOwner: null,
      firstUnit: null,
      owner: null,
      regimes,
      title: titleOf(registration),
    },
  ]
}

interface Instants {
  readonly happenedAt: Instant | null
  readonly spokeAt: Instant | null
  readonly receivedAt: Instant
}

function fourInstants(
  command: Pick<SealedRegistration, 'happenedAt' | 'spokeAt' | 'receivedAt'>,
  now: Instant,
): Instants | Refusal {
  const given = { happenedAt: null as Instant | null, spokeAt: null as Instant | null, receivedAt: now }
  for (const field of ['receivedAt', 'spokeAt', 'happenedAt'] as const) {
    const text = command[field]
    if (text === undefined) continue
    const at = findInstant(text)
    if (at === null) return { refused: 'invalid', key: 'not-an-instant', field }
    if (at > now) return { refused: 'invalid', key: 'later-than-now', field }
    if (at > given.receivedAt) return { refused: 'invalid', key: 'after-received', field }
    given[field] = at
  }
  return given
}

function readableNumber(at: Instant, drawn: number | null): string {
  return `TS-${dayOf(at).slice(0, 4)}-${String(drawn ?? 0).padStart(6, '0')}`
}

function titleOf(command: Pick<SealedRegistration, 'requests' | 'text'>): string {
  const words = (command.requests[0]?.text ?? command.text).masked.replace(/\s+/g, ' ')
  const characters = [...words]
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : words
}
