// The rules of the rulebook, as the door calls them.

import type { Context, DeskLine, Rules } from '../../../kernel/module.ts'
import { assertNever, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Instant } from '../../../kernel/time.ts'
import { decideRecomputation } from './decide-recomputation.ts'
import { decideText } from './decide-text.ts'
import {
  evolve,
  type RulebookAnswers,
  type RulebookCommand,
  type RulebookFact,
  type RulebookState,
  type Subject,
} from './record.ts'

export const rules: Rules<RulebookState, RulebookCommand, RulebookFact, RulebookAnswers> = {
  module: 'rulebook',
  table: 'rulebook.record',
  sequence: null,
  ring: () => ({ type: 'ring' }),
  decide,
  evolve,
  desk: deskLine,
  // A version comes into force by its date, which is asked of the day; nothing has to ring.
  alarms: () => [],
  hears: {},
}

function decide(
  state: RulebookState | null,
  command: RulebookCommand,
  context: Context<RulebookAnswers>,
): readonly RulebookFact[] | Refusal {
  switch (command.type) {
    case 'ring':
      return []
    case 'draft-pack':
    case 'draft-calendar':
    case 'publish':
    case 'withdraw':
      return state?.record === 'recomputation' ? refuse('text-unknown') : decideText(state, command, context)
    case 'ask':
    case 'preview':
    case 'order':
    case 'finish':
      return state !== null && state.record !== 'recomputation'
        ? refuse('recomputation-unknown')
        : decideRecomputation(state, command, context)
    default:
      return assertNever(command)
  }
}

const NOTHING_DUE = { owner: null, ownerUnit: 'HO', dueAt: null, dueDuty: null, scopes: ['HO'] } as const

function deskLine(state: RulebookState): DeskLine {
  const tags = [`record:${state.record}`]
  if (state.record === 'recomputation') {
    const number = `${nameOf(state.subject)} ${state.id}`
    const open = state.stage !== 'applied'
    return {
      ...NOTHING_DUE,
      number,
      title: number,
      state: state.stage,
      open,
      openedAt: state.askedAt,
      tags,
      text: null,
    }
  }
  const isPack = state.record === 'pack'
  const number = isPack ? `${state.text.id} ${state.text.version}` : state.text.id
  const title = isPack ? state.text.title.zh : state.text.source
  const openedAt: Instant = state.draftedAt
  return {
    ...NOTHING_DUE,
    ...{ number, title, openedAt, tags },
    state: state.status,
    open: state.status === 'draft',
    text: `${number} ${title}`,
  }
}

function nameOf(subject: Subject): string {
  return subject.kind === 'pack' ? `${subject.pack} ${subject.version}` : subject.edition
}
