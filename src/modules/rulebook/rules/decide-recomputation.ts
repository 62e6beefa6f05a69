// May a re-computation be asked, and may it be applied: after its preview, by a second person, once.

import type { Context } from '../../../kernel/module.ts'
import { forbid, invalid, missing, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { dayOf, type Instant } from '../../../kernel/time.ts'
import { isHouse, mayDraft, mayPublish } from './authority.ts'
import type {
  RecomputationState,
  RulebookAnswers,
  RulebookCommand,
  RulebookFact,
  Subject,
  TextState,
} from './record.ts'

type Decided = readonly RulebookFact[] | Refusal
type Command = Extract<RulebookCommand, { type: 'ask' | 'preview' | 'order' | 'finish' }>

/** The facts of a command to a re-computation. Refusals: text-unknown, reason-needed, not-previewed, second-person, applied-already, … */
export function decideRecomputation(
  state: RecomputationState | null,
  command: Command,
  context: Context<RulebookAnswers>,
): Decided {
  const { actor } = context
  if (command.type === 'ask') return state === null ? ask(command, context) : refuse('asked-already')
  if (state === null) return missing('recomputation-unknown')
  if (command.type === 'order') return order(state, context)
  if (!isHouse(actor)) return forbid('house-alone')
  // The work may run twice, after a kill; its end is written once.
  if (command.type === 'preview')
    return state.stage === 'asked' ? [{ type: 'recomputation-previewed', effects: command.effects }] : []
  return state.stage === 'ordered' ? [{ type: 'recomputation-applied', ...command.result }] : []
}

function ask(command: Extract<Command, { type: 'ask' }>, { actor, answers }: Context<RulebookAnswers>): Decided {
  const { organisation } = answers
  if (!mayDraft(actor, organisation) && !mayPublish(actor, organisation)) return forbid('not-a-publisher')
  const { id, subject, scope, reason } = command
  if (subject.kind === 'pack' && scope === 'open-cases' && reason === null) return invalid('reason', 'reason-needed')
  const round = roundOf(subject, answers)
  if (round === null) return invalid(subject.kind === 'pack' ? 'version' : 'edition', 'text-unknown')
  return [{ type: 'recomputation-asked', id, subject, scope, reason, round }]
}

function order(state: RecomputationState, { actor, answers, now }: Context<RulebookAnswers>): Decided {
  if (!mayPublish(actor, answers.organisation)) return forbid('not-a-publisher')
  if (state.stage === 'asked') return refuse('not-previewed')
  if (state.stage !== 'previewed') return refuse('applied-already')
  if (state.askedBy === actor.id) return refuse('second-person')
  const text = findText(state.subject, answers.texts)
  if (text?.status === 'draft') return refuse('not-published')
  // What was seen must be what is applied: a draft that was written anew, or withdrawn, was never previewed.
  if ((text?.round ?? 0) !== state.round || text?.status === 'withdrawn') return refuse('preview-outdated')
  return findTooEarly(state.subject, { answers, now }) ?? [{ type: 'recomputation-ordered' }]
}

// An open case does not come under a version before the version is law.
function findTooEarly(subject: Subject, at: { answers: RulebookAnswers; now: Instant }): Refusal | null {
  if (subject.kind === 'calendar') return null
  const pack = at.answers.rulebook.packs.find(each => each.id === subject.pack && each.version === subject.version)
  if (!pack) return invalid('version', 'text-unknown')
  return pack.effectiveFrom > dayOf(at.now, pack.zone) ? refuse('not-in-force', { day: pack.effectiveFrom }) : null
}

/** Which draft of a text stands; 0 for one the product came with, null for none. */
function roundOf(subject: Subject, { texts, rulebook }: RulebookAnswers): number | null {
  const text = findText(subject, texts)
  if (text) return text.status === 'withdrawn' ? null : text.round
  const isBuiltIn =
    subject.kind === 'pack'
      ? rulebook.packs.some(each => each.id === subject.pack && each.version === subject.version)
      : rulebook.calendars.some(each => each.id === subject.edition)
  return isBuiltIn ? 0 : null
}

/** The text that a subject names, among those that were ever written. */
export function findText(subject: Subject, texts: readonly TextState[]): TextState | null {
  const found = texts.find(({ record, text }) => {
    if (subject.kind === 'calendar') return record === 'calendar' && text.id === subject.edition
    return record === 'pack' && text.id === subject.pack && 'version' in text && text.version === subject.version
  })
  return found ?? null
}
