// A small bank in memory for stories: people by name, a dated line per command, no database.

import { type Actor, TIMER } from '../src/kernel/actor.ts'
import { CURRENT_EDITIONS } from '../src/kernel/calendar-editions.ts'
import type { Recorded } from '../src/kernel/module.ts'
import { getOrgPath, type OrgPath } from '../src/kernel/org.ts'
import type { Organisation, PersonCard, UnitCard } from '../src/kernel/organisation.ts'
import { isRefusal } from '../src/kernel/refusal.ts'
import { findInstant, getDay, getInstant, type Instant } from '../src/kernel/time.ts'
import type { Answers, TargetView } from '../src/modules/complaints/rules/answers.ts'
import { clocksOf } from '../src/modules/complaints/rules/clocks.ts'
import type { Command, Complaint, Fact } from '../src/modules/complaints/rules/complaint.ts'
import { RULE_PACKS } from '../src/modules/complaints/rules/policy.ts'
import { complaintRules } from '../src/modules/complaints/rules/rules.ts'

const UNITS: readonly [string, UnitCard['kind']][] = [
  ['HO', 'head-office'],
  ['HO.XB', 'department'],
  ['HO.SH', 'branch'],
  ['HO.SH.XB', 'department'],
  ['HO.SH.WM', 'department'],
  ['HO.SH.CY', 'outlet'],
]

interface Staff {
  readonly unit: string
  readonly posts: readonly [PersonCard['posts'][number]['role'], string][]
  readonly level?: number
  readonly manager?: string
  readonly relatives?: readonly string[]
}

/** The people of the stories: one for each part in a case. */
const STAFF: Readonly<Record<string, Staff>> = {
  李静: { unit: 'HO.SH.CY', posts: [['clerk', 'HO.SH.CY']], manager: '周敏' },
  周敏: { unit: 'HO.SH.CY', posts: [['supervisor', 'HO.SH.CY']] },
  陈磊: { unit: 'HO.SH.CY', posts: [['clerk', 'HO.SH.CY']], manager: '周敏' },
  王敏: { unit: 'HO.SH.XB', posts: [['handler', 'HO.SH.XB']] },
  赵军: { unit: 'HO.SH.XB', posts: [['handler', 'HO.SH.XB']], relatives: ['陈磊'] },
  刘芳: { unit: 'HO.SH.XB', posts: [['supervisor', 'HO.SH']] },
  孙伟: { unit: 'HO.SH', posts: [['approver', 'HO.SH']], level: 2 },
  何平: { unit: 'HO', posts: [['executive', 'HO']], level: 4 },
  高远: { unit: 'HO.XB', posts: [['supervisor', 'HO']], level: 3 },
  档案: { unit: 'HO.SH', posts: [['archivist', 'HO.SH']] },
  财富: { unit: 'HO.SH.WM', posts: [['handler', 'HO.SH.WM']] },
}

/** The id of a person by name; ids on the wire are Latin, so each gets one. */
export function idOf(name: string): string {
  const place = Object.keys(STAFF).indexOf(name)
  if (place < 0) throw new RangeError(`nobody is called ${name}`)
  return `p-${place + 1}`
}

const organisation: Organisation = {
  day: getDay('2026-03-01'),
  units: UNITS.map(([path, kind]) => ({
    path: getOrgPath(path),
    name: { zh: path, en: path },
    kind,
    isOpen: true,
    validFrom: getDay('2020-01-01'),
    validTo: null,
    successor: null,
  })),
  people: Object.entries(STAFF).map(([name, staff]) => ({
    id: idOf(name),
    account: idOf(name),
    name,
    isProgram: false,
    language: 'zh-CN',
    isInService: true,
    unit: staff.unit as OrgPath,
    posts: staff.posts.map(([role, unit]) => ({ role, unit: unit as OrgPath })),
    approvalLevel: staff.level ?? 0,
    manager: staff.manager ? idOf(staff.manager) : null,
    relatives: (staff.relatives ?? []).map(idOf),
    isAway: false,
    standIns: [],
    capabilities: [],
  })),
  findUnit: path => organisation.units.find(unit => unit.path === path) ?? null,
  findPerson: id => organisation.people.find(person => person.id === id) ?? null,
  findActor: id => actorBy(id),
  peopleIn: () => [],
}

function actorBy(id: string): Actor {
  const person = organisation.people.find(each => each.id === id)
  if (!person) throw new RangeError(`no such person: ${id}`)
  return { kind: 'person', id, unit: person.unit, posts: person.posts, standsInFor: [] }
}

export function answersWith(target: TargetView | null = null): Answers {
  return { organisation, packs: RULE_PACKS, calendars: Object.values(CURRENT_EDITIONS), target }
}

/** Anything said: the stories have no secrets. */
export const said = (text: string) => ({ masked: text, sealed: `v1.${text}`, person: 'v-1' })

/** `2026-03-01 10:00` in Shanghai. */
export const at = (text: string): Instant => findInstant(`${text.replace(' ', 'T')}:00+08:00`) ?? getInstant(text)

export interface Desk {
  readonly state: Complaint | null
  readonly facts: readonly Recorded<Fact>[]
  /** One command by a person (by name), the consumer, the timer or an import; the types of its facts, or the refusal's code. */
  does(when: string, who: string, command: Record<string, unknown> & { type: string }): string[] | string
  clock(when: string, duty: string, pack?: string): { state: string; dueOn: string } | null
  /** Rings every alarm that is due at the time. */
  rings(when: string): string[]
}

export function openDesk(answers = answersWith()): Desk {
  let state: Complaint | null = null
  const facts: Recorded<Fact>[] = []
  let numbers = 0
  const actorNamed = (who: string): Actor => {
    if (who === '定时') return TIMER
    if (who === '消费者') return { kind: 'consumer', id: state?.id ?? '', unit: null, posts: [], standsInFor: [] }
    if (who === '系统') return { kind: 'neighbour', id: 'rulebook', unit: null, posts: [], standsInFor: [] }
    if (who === '导入') return { kind: 'import', id: 'import', unit: null, posts: [], standsInFor: [] }
    return actorBy(idOf(who))
  }
  const desk: Desk = {
    get state() {
      return state
    },
    facts,
    does(when, who, command) {
      const now = at(when)
      const actor = actorNamed(who)
      if (state === null) numbers += 1
      const decided = complaintRules.decide(state, command as unknown as Command, {
        now,
        actor,
        number: numbers,
        answers,
      })
      if (isRefusal(decided)) return decided.key
      for (const fact of decided) {
        const recorded = { ...fact, at: now, by: `${actor.kind}:${actor.id}`, version: facts.length + 1 }
        state = complaintRules.evolve(state, recorded)
        facts.push(recorded)
      }
      return decided.map(fact => fact.type)
    },
    clock(when, duty, pack) {
      if (!state) return null
      const clock = clocksOf(state, at(when), answers).find(
        each => each.duty === duty && (pack === undefined || each.pack === pack),
      )
      return clock ? { state: clock.state, dueOn: clock.dueOn } : null
    },
    rings(when) {
      if (!state) return []
      const now = at(when)
      const due = complaintRules.alarms(state, { now, answers }).filter(alarm => alarm.at <= now)
      return due.flatMap(alarm => desk.does(when, '定时', { type: 'alarm', key: alarm.key }))
    },
  }
  return desk
}

/** A registration as the door would see it. */
export function registrationOf(changes: Record<string, unknown> = {}): Record<string, unknown> & { type: string } {
  return {
    type: 'registration',
    id: 'c-1',
    channel: 'branch',
    matterType: 'complaint',
    parties: [{ role: 'complainant', kind: 'person', name: said('王*明'), person: 'v-1' }],
    requests: [{ text: said('退还本金') }],
    text: said('理财到期亏损，称承诺保本'),
    complainants: 1,
    jointFaceToFace: false,
    vulnerable: [],
    outsideNumbers: [],
    ...changes,
  }
}
