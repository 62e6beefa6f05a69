// The demonstration's year: its mix, its order, and that the house carries out every scripted command.

import { beforeAll, describe, expect, it } from 'vitest'
import { getInstant } from '../kernel/time.ts'
import { writeYear } from './life.ts'
import { GROUP, SURGE } from './occasion.ts'
import type { PlainRegistration, Script } from './plot.ts'
import { rehearse, rehearseOrganisation } from './rehearsal.ts'
import { staff } from './staff.ts'

const now = getInstant('2026-11-22T15:00:00+08:00')
const wish = { seed: 'tinglan', now, cases: 2_000 }

let year: Script[] = []
beforeAll(() => {
  year = writeYear(wish)
})

const registrationOf = (script: Script) => script.steps[0]!.body as PlainRegistration
const share = (of: (script: Script) => boolean) => year.filter(of).length / year.length

describe('the year of the demonstration bank', () => {
  it('is the same year for the same seed and day, and another one for another seed', () => {
    const small = { ...wish, cases: 60 }
    expect(writeYear(small)).toEqual(writeYear(small))
    expect(writeYear({ ...small, seed: 'other' })).not.toEqual(writeYear(small))
  })

  it('has its two thousand complaints in twelve months, registered in order of time', () => {
    expect(year.length).toBeGreaterThanOrEqual(1_990)
    expect(year.length).toBeLessThanOrEqual(2_000)
    const times = year.map(script => script.steps[0]!.at)
    expect(times).toEqual([...times].sort())
    expect(times[0]! > getInstant('2025-11-20T00:00:00+08:00')).toBe(true)
    expect(new Set(year.map(script => script.id)).size).toBe(year.length)
  })

  it('scripts nothing after its first day, and nothing before the step that comes earlier', () => {
    for (const { steps } of year) {
      for (const [index, step] of steps.entries()) {
        expect(step.at <= now).toBe(true)
        if (index > 0) expect(step.at >= steps[index - 1]!.at).toBe(true)
      }
    }
  })

  it('comes in through many channels, the telephone before all, some by way of the regulators', () => {
    const channels = new Set(year.map(script => registrationOf(script).channel))
    expect(channels.size).toBeGreaterThanOrEqual(12)
    const hotline = share(script => registrationOf(script).channel === 'hotline')
    expect(hotline).toBeGreaterThan(0.3)
    expect(hotline).toBeLessThan(0.5)
    const transferred = share(script => (registrationOf(script).outsideNumbers ?? []).length > 0)
    expect(transferred).toBeGreaterThan(0.08)
    expect(transferred).toBeLessThan(0.25)
  })

  it('has other matters than complaints, some agents, some firms, some callers without a name', () => {
    expect(new Set(year.map(script => registrationOf(script).matterType)).size).toBe(6)
    const parties = year.flatMap(script => registrationOf(script).parties)
    expect(parties.some(party => party.role === 'agent' && party.authority)).toBe(true)
    expect(parties.some(party => party.kind === 'organisation')).toBe(true)
    expect(parties.some(party => party.name === undefined)).toBe(true)
  })

  it('has people who come back', () => {
    const times = new Map<string, number>()
    for (const script of year) {
      const phone = registrationOf(script).parties[0]!.phone ?? ''
      times.set(phone, (times.get(phone) ?? 0) + 1)
    }
    expect([...times.values()].filter(count => count > 1).length).toBeGreaterThan(50)
  })

  it('has one group complaint of twenty-three people with five representatives, face to face', () => {
    const groups = year.filter(script => script.plan === 'group')
    expect(groups).toHaveLength(1)
    const group = registrationOf(groups[0]!)
    expect(group.parties).toHaveLength(GROUP.people)
    expect(group.parties.filter(party => party.role === 'representative')).toHaveLength(5)
    expect(group.jointFaceToFace).toBe(true)
  })

  it('has a surge of one cause in one branch in the last three weeks', () => {
    const recent = getInstant('2026-11-01T00:00:00+08:00')
    const count = (from: string, to: string) =>
      year.filter(
        script =>
          script.situation === SURGE.situation &&
          script.steps[0]!.at >= from &&
          script.steps[0]!.at < to &&
          script.branch === SURGE.branch,
      ).length
    expect(count(recent, now)).toBeGreaterThan(30)
    expect(count(recent, now)).toBeGreaterThan(3 * count(getInstant('2026-10-11T00:00:00+08:00'), recent))
  })

  it('gives the visitor’s own accounts work of every kind', () => {
    const nounsOf = (person: string) =>
      new Set(year.flatMap(script => script.steps.filter(step => step.by === person).map(step => step.noun)))
    expect([...nounsOf('p-clerk')]).toEqual(expect.arrayContaining(['registration', 'handover', 'contact']))
    expect([...nounsOf('p-handler')]).toEqual(
      expect.arrayContaining(['acceptance', 'investigation', 'decision', 'notice']),
    )
    expect([...nounsOf('p-supervisor')]).toEqual(expect.arrayContaining(['assignment', 'extension-approval']))
    expect([...nounsOf('p-approver')]).toEqual(expect.arrayContaining(['approval', 'approval-refusal']))
    expect([...nounsOf('p-executive')]).toContain('extension-approval')
    expect([...nounsOf('p-archivist')]).toEqual(['archive'])
  })
})

describe('the rehearsal of the demonstration', () => {
  it('opens every unit and hires everybody, and nobody is above themselves', () => {
    const organisation = rehearseOrganisation(now)
    expect(organisation.people).toHaveLength(staff.length)
    expect(staff.length).toBeGreaterThanOrEqual(60)
    expect(organisation.units.filter(unit => unit.kind === 'branch')).toHaveLength(4)
    expect(organisation.findPerson('p-ding-yunshu')?.isAway).toBe(true)
    expect(organisation.findActor('p-guan-yuelin')?.standsInFor).toContain('p-ding-yunshu')
  })

  it('is carried out by the rules of the house without one refusal, and leaves cases in many states', async () => {
    const scripts = writeYear({ ...wish, cases: 300 })
    const played = [...(await rehearse(scripts, now)).values()]
    expect(played.flatMap(each => each.refused)).toEqual([])
    expect(played).toHaveLength(scripts.length)
    const states = new Map<string, number>()
    for (const { state } of played) states.set(state!.status, (states.get(state!.status) ?? 0) + 1)
    expect(states.size).toBeGreaterThanOrEqual(8)
    const ended = (states.get('closed') ?? 0) + (states.get('archived') ?? 0)
    expect(ended / played.length).toBeGreaterThan(0.6)
    expect(
      played.some(each => each.state!.rung.some(mark => mark.includes('decision') && mark.includes('overdue'))),
    ).toBe(true)
  }, 60_000)
})
