// What is wrong with a new version of a pack, with the place in the text: nothing that could not run is ever published.

import { canonical } from '../../../kernel/canonical.ts'
import { invalid, type Refusal } from '../../../kernel/refusal.ts'
import type { RulePack } from '../../../kernel/rule-pack.ts'
import { type Duty, type FactOrder, findPackFaults, type Phase, type Rulebook } from '../../../kernel/rule-pack.ts'
import type { Values } from '../../../kernel/words.ts'
import type { PackDraft } from './contract.ts'
import type { PackText } from './record.ts'
import { newestVersion } from './shelf.ts'

/**
 * The draft as it is kept, or the first fault with its path. Refusals name the field: pack-unknown, not-later, order-fixed,
 * zone-fixed, leads-fixed, calendar-unknown, unit-changed, and those of a duty that could never run or never end.
 */
export function readPack(draft: PackDraft, book: Rulebook): PackText | Refusal {
  const { order, effectiveTo: _end, standing: _shown, ...text } = draft
  const pack = text as PackText
  const before = newestVersion(book, pack.id)
  if (!before) return invalid('id', 'pack-unknown', { pack: pack.id })
  if (order !== undefined && canonical(order) !== canonical(before.order)) return invalid('order', 'order-fixed')
  return (
    findMisfit(pack, before, book) ??
    findFault({ ...pack, order: before.order, effectiveTo: null }) ??
    findDeadState(pack, before.order) ??
    pack
  )
}

/** Why a version may not follow the one in force before it, or null. Asked when it is drafted, and again when it is published. */
export function findMisfit(pack: PackText, before: RulePack, book: Rulebook): Refusal | null {
  if (pack.effectiveFrom <= before.effectiveFrom)
    return invalid('effectiveFrom', 'not-later', { version: before.version, day: before.effectiveFrom })
  if (pack.zone !== before.zone) return invalid('zone', 'zone-fixed', { zone: before.zone })
  // One pack leads; a mark that appeared or vanished would change which limit an extension without a name is for.
  if (pack.leads !== before.leads) return invalid('leads', 'leads-fixed')
  if (pack.calendar !== null && !book.calendars.some(each => each.calendar === pack.calendar))
    return invalid('calendar', 'calendar-unknown', { calendar: pack.calendar })
  return findChangedUnit(pack, before)
}

// 15 natural days and 15 working days are three weeks apart: a unit changes with its article, never by a slip of the pen.
function findChangedUnit(pack: PackText, before: RulePack): Refusal | null {
  for (const [index, duty] of pack.duties.entries()) {
    const old = before.duties.find(each => each.name === duty.name)
    if (old && old.unit !== duty.unit && old.source.code === duty.source.code)
      return invalid(`duties.${index}.unit`, 'unit-changed', { duty: duty.name, before: old.unit, after: duty.unit })
  }
  return null
}

const FAULTS: readonly { readonly says: RegExp; readonly key: string; readonly member: string }[] = [
  { says: /^named twice$/, key: 'duty-twice', member: 'name' },
  { says: /^nothing starts it$/, key: 'nothing-starts', member: 'startOn' },
  { says: /^nothing meets it$/, key: 'nothing-meets', member: 'metBy' },
  { says: /^no such fact: (?<fact>.+)$/, key: 'fact-unknown', member: '' },
  { says: /^(?<fact>\S+) both starts and finishes it$/, key: 'starts-and-finishes', member: 'startOn' },
  { says: /^(?<fact>\S+) starts and continues it$/, key: 'starts-and-continues', member: 'continuesOn' },
  { says: /^no limit$/, key: 'no-limit', member: 'limit' },
  { says: /^working time without a calendar$/, key: 'no-calendar', member: 'unit' },
  { says: /^a pause reason stands twice$/, key: 'pause-twice', member: 'pauses' },
  { says: /^extension (?<tier>\S+) does not extend$/, key: 'extends-nothing', member: 'extensions' },
  { says: /^extension (?<tier>\S+) is out of reach$/, key: 'extension-unreachable', member: 'extensions' },
]

// The kernel says what is wrong with which duty; here it gets its place in the text and its words.
function findFault(pack: RulePack): Refusal | null {
  const [first] = findPackFaults(pack)
  if (first === undefined) return null
  const name = first.slice(0, first.indexOf(': '))
  const said = first.slice(name.length + 2)
  const index = pack.duties.findLastIndex(each => each.name === name)
  const duty = pack.duties[index]
  const fault = FAULTS.find(each => each.says.test(said))
  if (!duty || !fault) return invalid('duties', 'pack-fault', { fault: first })
  const values: Values = { duty: name, ...(fault.says.exec(said)?.groups ?? {}) }
  return invalid(`duties.${index}.${fault.member || placeOf(duty, String(values.fact))}`, fault.key, values)
}

const LISTS = ['startOn', 'metBy', 'endedBy', 'continuesOn'] as const

function placeOf(duty: Duty, fact: string): string {
  const list = LISTS.find(each => duty[each]?.includes(fact)) ?? 'startOn'
  return `${list}.${duty[list]?.indexOf(fact) ?? 0}`
}

// A clock that a pause would end, or that no way through the facts leads out of, is a state without an exit.
function findDeadState(pack: PackText, order: FactOrder): Refusal | null {
  for (const [index, duty] of pack.duties.entries()) {
    for (const list of ['metBy', 'endedBy'] as const) {
      const at = duty[list].findIndex(each => each === 'paused' || each === 'resumed')
      if (at >= 0) return invalid(`duties.${index}.${list}.${at}`, 'pause-finishes', { duty: duty.name })
    }
    const strange = (duty.admits ?? []).findIndex(each => !order.facts[each.fact])
    if (strange >= 0)
      return invalid(`duties.${index}.admits.${strange}.fact`, 'fact-unknown', {
        duty: duty.name,
        fact: duty.admits?.[strange]?.fact ?? '',
      })
    const dead = duty.lapses ? -1 : duty.startOn.findIndex(start => !leadsOut(duty, start, order))
    if (dead >= 0) {
      const fact = duty.startOn[dead] ?? ''
      return invalid(`duties.${index}.startOn.${dead}`, 'dead-state', { duty: duty.name, fact })
    }
  }
  return null
}

function leadsOut(duty: Duty, start: string, order: FactOrder): boolean {
  const reached = phasesFrom(start, order)
  return duty.metBy.some(name => ruleOf(name, order)?.in.some(phase => reached.has(phase)))
}

function phasesFrom(start: string, order: FactOrder): ReadonlySet<Phase> {
  const rule = ruleOf(start, order)
  const reached = new Set<Phase>(rule?.to ? [rule.to] : rule?.in)
  for (let before = -1; before !== reached.size; ) {
    before = reached.size
    for (const each of Object.values(order.facts))
      if (each.to && each.in.some(phase => reached.has(phase))) reached.add(each.to)
  }
  return reached
}

function ruleOf(name: string, order: FactOrder) {
  return order.facts[name.split('/')[0] ?? '']
}
