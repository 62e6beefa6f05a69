// May this text be drafted, published, withdrawn: two people for what binds the bank, and nothing published ever changes.

import { canonical } from '../../../kernel/canonical.ts'
import type { Context } from '../../../kernel/module.ts'
import { forbid, invalid, missing, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Rulebook } from '../../../kernel/rule-pack.ts'
import { mayDraft, mayPublish } from './authority.ts'
import { findMisfit } from './pack-fault.ts'
import type { RulebookAnswers, RulebookCommand, RulebookFact, TextState } from './record.ts'
import { newestVersion } from './shelf.ts'

type Decided = readonly RulebookFact[] | Refusal
type TextCommand = Extract<RulebookCommand, { type: 'draft-pack' | 'draft-calendar' | 'publish' | 'withdraw' }>

/** The facts of a command to a text. Refusals: not-an-author, not-a-publisher, published-already, built-in, second-person, … */
export function decideText(
  state: TextState | null,
  command: TextCommand,
  { actor, answers }: Context<RulebookAnswers>,
): Decided {
  const { organisation, rulebook } = answers
  if (command.type === 'draft-pack' || command.type === 'draft-calendar') {
    return mayDraft(actor, organisation) ? draft(state, command, rulebook) : forbid('not-an-author')
  }
  if (state === null) return missing('text-unknown')
  if (state.status !== 'draft') return refuse(`${state.status}-already`, { text: nameOf(state) })
  if (command.type === 'withdraw') {
    const mayWithdraw = mayDraft(actor, organisation) || mayPublish(actor, organisation)
    return mayWithdraw ? [{ type: 'draft-withdrawn', reason: command.reason }] : forbid('not-an-author')
  }
  if (!mayPublish(actor, organisation)) return forbid('not-a-publisher')
  if (state.draftedBy === actor.id) return refuse('second-person')
  // By law a case keeps the version it began with: reaching further needs a word why.
  if (state.record === 'pack' && command.scope === 'open-cases' && command.reason === null)
    return invalid('reason', 'reason-needed')
  return findLateMisfit(state, rulebook) ?? [{ type: 'published', scope: command.scope, reason: command.reason }]
}

function draft(
  state: TextState | null,
  command: Extract<TextCommand, { type: 'draft-pack' | 'draft-calendar' }>,
  book: Rulebook,
): Decided {
  if (state?.status === 'published') return refuse('published-already', { text: nameOf(state) })
  if (command.type === 'draft-pack') {
    const { text } = command
    if (book.packs.some(each => each.id === text.id && each.version === text.version))
      return refuse('published-already', { text: `${text.id} ${text.version}` })
    return isSame(state, text) ? [] : [{ type: 'pack-drafted', text }]
  }
  const { text } = command
  if (book.calendars.some(each => each.id === text.id)) return refuse('published-already', { text: text.id })
  return isSame(state, text) ? [] : [{ type: 'calendar-drafted', text }]
}

// The same draft sent twice is one draft.
function isSame(state: TextState | null, text: TextState['text']): boolean {
  return state?.status === 'draft' && canonical(state.text) === canonical(text)
}

// Another version may have been published since this one was drafted.
function findLateMisfit(state: TextState, book: Rulebook): Refusal | null {
  if (state.record === 'calendar') return null
  const before = newestVersion(book, state.text.id)
  return before ? findMisfit(state.text, before, book) : invalid('id', 'pack-unknown', { pack: state.text.id })
}

function nameOf(state: TextState): string {
  return state.record === 'pack' ? `${state.text.id} ${state.text.version}` : state.text.id
}
