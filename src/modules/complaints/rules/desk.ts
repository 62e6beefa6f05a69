// The line a complaint has on the desk: what a list shows, who may see it, what finds it.

import type { DeskLine } from '../../../kernel/module.ts'
import type { OrgPath } from '../../../kernel/org.ts'
import { scopesOf } from '../../../kernel/org.ts'
import type { Rulebook } from '../../../kernel/rule-pack.ts'
import type { Instant } from '../../../kernel/time.ts'
import { clocksOf, leadingClock } from './clocks.ts'
import type { Complaint } from './complaint.ts'

/** The desk line at an instant, with the duty that is due first. */
export function deskLine(complaint: Complaint, now: Instant, rulebook: Rulebook): DeskLine {
  const clocks = complaint.closedAt === null ? clocksOf(complaint, now, rulebook) : []
  const leading = leadingClock(clocks)
  const calls = clocks.some(clock => clock.duty === 'call-back' && clock.metAt === null && clock.endedAt === null)
  return {
    number: complaint.number,
    title: complaint.title,
    state: complaint.status,
    open: complaint.closedAt === null,
    owner: complaint.owner.person,
    ownerUnit: complaint.owner.unit,
    openedAt: complaint.receivedAt,
    dueAt: leading?.dueAt ?? null,
    dueDuty: leading?.duty ?? null,
    scopes: scopesOfComplaint(complaint),
    tags: [...tagsOf(complaint), ...(leading?.state === 'paused' ? ['paused'] : []), ...(calls ? ['call-back'] : [])],
    text: complaint.version <= 2 ? textOf(complaint) : null,
  }
}

/** Who may see a complaint: the line of every unit that holds or held it, and the people with a part in it. */
export function scopesOfComplaint(complaint: Complaint): string[] {
  const { owner, firstOwner, handover, handlers } = complaint
  const units: OrgPath[] = [owner.unit]
  if (firstOwner) units.push(firstOwner.unit)
  if (handover) units.push(handover.to.unit, handover.from.unit)
  const people = [owner.person, firstOwner?.person ?? null, handover?.to.person ?? null, ...handlers]
  return scopesOf({ units, people: people.filter(each => each !== null) })
}

function tagsOf(complaint: Complaint): string[] {
  const { channel, matterType, product, flags, extended, pending, regimes, owner, handover, firstOwner, returns } =
    complaint
  const tags = [`channel:${channel}`, `matter:${matterType}`, `level:${complaint.level}`]
  if (product) tags.push(`product:${product}`)
  for (const flag of flags) tags.push(`flag:${flag}`)
  for (const { pack } of regimes) tags.push(`pack:${pack}`)
  for (const [pack, tier] of Object.entries(extended)) tags.push(`extended:${tier}`, `extended:${pack}`)
  for (const kind of Object.keys(pending)) tags.push(`pending:${kind}`)
  for (const person of new Set(complaint.parties.map(party => party.person))) tags.push(`customer:${person}`)
  if (owner.person === null) tags.push('unclaimed')
  if (handover) tags.push(handover.to.person ? `to-person:${handover.to.person}` : `to-unit:${handover.to.unit}`)
  if (firstOwner?.person) tags.push(`first:${firstOwner.person}`)
  if (returns > 0) tags.push('returned', `returns:${Math.min(returns, 9)}`)
  if (complaint.status === 'decision-draft' && complaint.decision?.returned === null) tags.push('awaits:decision')
  if (pending.extension?.approvedBy === null) tags.push(`awaits:extension:${String(pending.extension.body.tier)}`)
  for (const kind of ['declination', 'reclassification', 'correction'] as const)
    if (pending[kind]) tags.push(`awaits:${kind}`)
  if (complaint.rung.some(each => each.includes('/decision/') && each.includes('/overdue@'))) tags.push('overdue')
  return tags
}

function textOf({ number, requests, text, product }: Complaint): string {
  return [number, ...requests.map(each => each.text.masked), text.masked, product ?? ''].join('\n')
}
