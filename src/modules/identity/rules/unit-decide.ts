// May this unit be opened, renamed, closed: the tree never has a hole, and nobody's post is left hanging.

import type { Actor } from '../../../kernel/actor.ts'
import { isWithin, type OrgPath, parentOf } from '../../../kernel/org.ts'
import type { Organisation } from '../../../kernel/organisation.ts'
import { assertNever, forbid, invalid, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { mayAdminister } from './authority.ts'
import type { UnitCommand, UnitFact, UnitState } from './unit.ts'

type Place = { readonly actor: Actor; readonly organisation: Organisation }

/** The facts of a command to a unit. Refusals: unit-exists, unit-parent, unit-unknown, unit-closed, unit-not-empty, … */
export function decideUnit(state: UnitState | null, command: UnitCommand, place: Place): readonly UnitFact[] | Refusal {
  if (command.type === 'open-unit') return open(state, command, place)
  if (state === null) return refuse('unit-unknown')
  if (!mayAdminister(place.actor, state.path)) return forbid('not-your-unit', { unit: state.path })
  switch (command.type) {
    case 'rename-unit':
      return [{ type: 'unit-renamed', name: command.name }]
    case 'close-unit':
      return close(state, command, place.organisation)
    default:
      return assertNever(command)
  }
}

function open(
  state: UnitState | null,
  command: Extract<UnitCommand, { type: 'open-unit' }>,
  { actor, organisation }: Place,
): readonly UnitFact[] | Refusal {
  const { path, name, kind, from } = command
  if (!mayAdminister(actor, path)) return forbid('not-your-unit', { unit: path })
  if (state !== null) return refuse('unit-exists', { unit: path })
  const parent = parentOf(path)
  if ((kind === 'head-office') !== (parent === null)) return invalid('kind', 'head-office-alone')
  if (parent === null) {
    if (organisation.units.length > 0) return refuse('head-office-exists')
  } else {
    const above = organisation.findUnit(parent)
    if (!above) return invalid('path', 'unit-parent', { unit: parent })
    if (above.validFrom > from || (above.validTo !== null && above.validTo < from)) {
      return invalid('from', 'unit-parent-closed', { unit: parent, day: from })
    }
  }
  return [{ type: 'unit-opened', path, name, kind, from }]
}

function close(
  state: UnitState,
  { on, successor }: Extract<UnitCommand, { type: 'close-unit' }>,
  organisation: Organisation,
): readonly UnitFact[] | Refusal {
  if (state.validTo !== null) return refuse('unit-closed', { unit: state.path, day: state.validTo })
  if (state.kind === 'head-office') return refuse('head-office-stays')
  if (on < state.validFrom) return invalid('on', 'closed-before-opened', { day: state.validFrom })
  if (successor !== null) {
    const next = organisation.findUnit(successor)
    if (!next || isWithin({ path: successor, root: state.path })) return invalid('successor', 'successor-unknown')
    if (!next.isOpen) return invalid('successor', 'successor-closed', { unit: successor })
  }
  const below = unitBelow(organisation, { path: state.path, on })
  if (below) return refuse('units-below', { unit: below, day: on })
  const held = organisation.people.filter(person => person.posts.some(post => post.unit === state.path)).length
  if (held > 0 && successor === null) return refuse('posts-held', { count: held })
  return [{ type: 'unit-closed', on, successor }]
}

function unitBelow(organisation: Organisation, place: { path: OrgPath; on: string }): OrgPath | null {
  const found = organisation.units.find(
    unit =>
      unit.path !== place.path &&
      isWithin({ path: unit.path, root: place.path }) &&
      (unit.validTo === null || unit.validTo > place.on),
  )
  return found?.path ?? null
}
