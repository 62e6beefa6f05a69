// Who of the bank does what in a case: posts in the tree, limits of approval, and who must keep away (No.3 Art. 17).

import type { Role } from '../kernel/actor.ts'
import { getOrgPath, isWithin } from '../kernel/org.ts'
import { DAY_MS, type Instant, plusMs } from '../kernel/time.ts'
import { APPROVAL_LIMITS_MINOR } from '../modules/complaints/rules/answers.ts'
import type { Chance } from '../platform/clock.ts'
import { branchOf, findUnit, getColleague, holdersOf, managersOf } from './bank.ts'
import { type Colleague, staff } from './staff.ts'

/** Who is meant in a case, and who must not be. */
export interface Cast {
  readonly ownerUnit: string
  readonly respondents: readonly string[]
  /** People who may not act: they handled it, or asked for the step. */
  readonly not: readonly string[]
}

/** The stand-in of somebody who is away at a moment, or null when they are at work. */
export function awayOn(person: string, when: { at: Instant; now: Instant }): string | null {
  const leave = getColleague(person).leave
  if (!leave) return null
  const from = plusMs(when.now, -leave.daysBefore * DAY_MS)
  const to = plusMs(when.now, leave.daysAfter * DAY_MS)
  return when.at > from && when.at < to ? leave.standIn : null
}

/** Somebody who may handle the case in a unit, or null when everybody must keep away. */
export function castHandler(
  chance: Chance,
  unit: string,
  cast: Cast,
  when: { at: Instant; now: Instant },
): string | null {
  const fit = holdersOf({ role: 'handler', unit }).filter(each => isFree(each, cast) && awayOn(each.id, when) === null)
  if (fit.length === 0) return null
  // The visitor's own account has more than its share to show.
  return chance.weigh(fit.map(each => [each.id === 'p-handler' ? 2.2 : 1, each.id] as const))
}

/** The nearest supervisor over the unit that holds the case. */
export function castHead(cast: Cast): string {
  return nearest(over(['supervisor'], cast)).id
}

/** The nearest approver over the unit whose limit covers the relief. */
export function castApprover(cast: Cast, reliefMinor: number): string {
  const fit = over(['approver', 'executive'], cast).filter(each => {
    const limit = APPROVAL_LIMITS_MINOR[each.approvalLevel] ?? null
    return limit === null || limit >= reliefMinor
  })
  return nearest(fit).id
}

/**
 * Who grants the second extension: a senior executive of the head office, else for a branch somebody of the head office
 * (No.3 Art. 18). Null when the whole line must keep away.
 */
export function castSuperior(cast: Cast): string | null {
  const executives = staff.filter(each => each.posts.some(([role]) => role === 'executive') && isFree(each, cast))
  const [executive] = executives.toSorted((a, b) => Number(b.id === 'p-executive') - Number(a.id === 'p-executive'))
  if (executive) return executive.id
  const atBranch = branchOf(cast.ownerUnit) !== null
  return atBranch && isFree(getColleague('p-lin-shuwen'), cast) ? 'p-lin-shuwen' : null
}

/** Who examines a branch's decision for the head office, with no part in it so far (No.3 Art. 20). */
export function castReviewer(cast: Cast): string {
  const fit = ['p-he-lanting', 'p-lin-shuwen', 'p-executive'].map(getColleague).filter(each => isFree(each, cast))
  return (fit[0] ?? getColleague('p-wei-chengyue')).id
}

/** A clerk of the remote bank who has not had the case. */
export function castCaller(chance: Chance, cast: Cast): string {
  return chance.pick(holdersOf({ role: 'clerk', unit: 'HO.CS' }).filter(each => isFree(each, cast))).id
}

/** Somebody at the counter where it happened, to be complained of. */
export function castRespondent(chance: Chance, unit: string): string | null {
  const counter = holdersOf({ role: 'clerk', unit })
  return counter.length === 0 ? null : chance.pick(counter).id
}

function over(roles: readonly Role[], cast: Cast): (Colleague & { readonly reach: number })[] {
  const path = getOrgPath(cast.ownerUnit)
  return staff
    .filter(each => isFree(each, cast))
    .flatMap(each => {
      const reach = each.posts
        .filter(([role, unit]) => roles.includes(role) && isWithin({ path, root: getOrgPath(unit) }))
        .map(([, unit]) => unit.length)
      return reach.length === 0 ? [] : [{ ...each, reach: Math.max(...reach) }]
    })
}

function nearest<C extends { readonly reach: number; readonly approvalLevel: number }>(fit: readonly C[]): C {
  const [first] = [...fit].sort((a, b) => b.reach - a.reach || a.approvalLevel - b.approvalLevel)
  if (!first) throw new RangeError('nobody of the demonstration bank may do this')
  return first
}

function isFree(each: Colleague, cast: Cast): boolean {
  if (cast.not.includes(each.id) || cast.respondents.includes(each.id)) return false
  return cast.respondents.every(respondent => {
    const complained = getColleague(respondent)
    if (managersOf(respondent).includes(each.id)) return false
    if (complained.relatives.includes(each.id) || each.relatives.includes(respondent)) return false
    const narrow = findUnit(complained.unit)
    return narrow?.kind === 'branch' || each.unit !== complained.unit
  })
}
