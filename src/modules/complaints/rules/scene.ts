// What a decision sees: the complaint, who asks, when, and what the neighbours said.

import type { Context } from '../../../kernel/module.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { findInstant, type Instant } from '../../../kernel/time.ts'
import type { Answers } from './answers.ts'
import type { CommandOf, CommandType, Complaint, Fact, Pending, PendingKind } from './complaint.ts'
import { findRecusal } from './who.ts'

export interface Scene extends Context<Answers> {
  readonly complaint: Complaint
}

export type Decided = readonly Fact[] | Refusal

/** One rule of the house: what follows from one command. */
export type Decider<T extends CommandType> = (command: CommandOf<T>, scene: Scene) => Decided

/** The command's own words, without its name: the body of the fact. */
export function wordsOf<C extends { type: string }>(command: C): Omit<C, 'type'> {
  const { type: _type, ...words } = command
  return words
}

/** An instant given by a person: now when left out, a refusal naming the field when it lies ahead. */
export function instantGiven(given: string | undefined, scene: Scene, field: string): Instant | Refusal {
  if (given === undefined) return scene.now
  const at = findInstant(given)
  if (at === null) return { refused: 'invalid', key: 'not-an-instant', field }
  return at > scene.now ? { refused: 'invalid', key: 'later-than-now', field } : at
}

/** The pending step of a kind, when the actor is not the one who asked for it (four eyes). */
export function findSecondPerson(scene: Scene, kind: PendingKind): Pending | Refusal {
  const pending = scene.complaint.pending[kind]
  if (!pending) return refuse('nothing-pending', { step: kind })
  return pending.by === scene.actor.id ? refuse('second-person', { step: kind }) : pending
}

/** Refuses when the person has a direct interest in the matter, at whatever entrance they come in. */
export function keepAway(person: string, scene: Scene): Refusal | null {
  return findRecusal(person, scene.complaint, scene.answers)
}
