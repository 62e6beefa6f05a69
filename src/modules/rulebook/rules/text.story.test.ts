// What may be drafted: every pack and calendar the product came with, and nothing that could not run.

import { describe, expect, it } from 'vitest'
import { CURRENT_EDITIONS } from '../../../kernel/calendar-editions.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { Duty, Rulebook, RulePack } from '../../../kernel/rule-pack.ts'
import { getDay } from '../../../kernel/time.ts'
import { readCalendar } from './calendar-fault.ts'
import { calendarDraft, packDraft } from './contract.ts'
import { readPack } from './pack-fault.ts'
import { differenceOf } from './reach.ts'
import type { CalendarState, PackState } from './record.ts'
import { shelfOf, withText } from './shelf.ts'

const wording = { zh: '文', en: 'text' }
const source = { code: 'Rule 1', zh: '第一条', en: 'Rule 1' }
const duty: Duty = {
  name: 'answer',
  title: wording,
  owner: 'bank',
  basis: 'law',
  unit: 'natural-day',
  limit: 15,
  source,
  startOn: ['received'],
  metBy: ['told'],
  endedBy: ['withdrawn'],
}
const FIRST: RulePack = {
  id: 'BANK',
  version: '1',
  title: wording,
  effectiveFrom: getDay('2020-01-01'),
  effectiveTo: null,
  zone: 'Asia/Shanghai',
  calendar: 'CN',
  articles: {},
  duties: [duty],
  order: {
    opening: 'received',
    facts: {
      received: { title: wording, in: ['unopened', 'open', 'finished'], to: 'open' },
      paused: { title: wording, in: ['open'], needs: ['reason'] },
      told: { title: wording, in: ['open'], to: 'finished' },
      withdrawn: { title: wording, in: ['open'], to: 'finished' },
      'called-back': { title: wording, in: ['finished'] },
      asked: { title: wording, in: ['unopened'] },
    },
  },
}
const book: Rulebook = { packs: [FIRST], calendars: Object.values(CURRENT_EDITIONS) }

const { order: _order, ...rest } = FIRST
const SECOND = { ...rest, version: '2', effectiveFrom: '2027-01-01' }

/** The field and the code of what is wrong, or `kept`. */
function draft(change: Record<string, unknown> = {}, inDuty: Record<string, unknown> = {}): string {
  const text = { ...SECOND, duties: [{ ...duty, ...inDuty }], ...change }
  const read = packDraft.safeParse(text)
  if (!read.success) return read.error.issues.map(issue => issue.path.join('.')).join(' ')
  const kept = readPack(read.data, book)
  return isRefusal(kept) ? `${kept.field} ${kept.key}` : 'kept'
}

describe('a new version of a pack', () => {
  it('is kept when it is whole, later, and can run', () => {
    expect(draft()).toBe('kept')
    expect(draft({ order: FIRST.order, standing: { state: 'built-in' } })).toBe('kept')
  })

  it('names the place of an empty selector (trap 15)', () => {
    expect(draft({}, { startOn: [] })).toBe('duties.0.startOn')
    expect(draft({}, { metBy: [] })).toBe('duties.0.metBy nothing-meets')
    expect(draft({ duties: [] })).toBe('duties')
    expect(draft({}, { pauses: [] })).toBe('duties.0.pauses')
  })

  it('has for every duty the article it stands on', () => {
    expect(draft({}, { source: undefined })).toBe('duties.0.source')
    expect(draft({}, { source: { ...source, code: ' ' } })).toBe('duties.0.source.code')
  })

  it('leaves no clock in a state without an exit (trap 19)', () => {
    expect(draft({}, { endedBy: ['paused'] })).toBe('duties.0.endedBy.0 pause-finishes')
    expect(draft({}, { startOn: ['told'], metBy: ['asked'] })).toBe('duties.0.startOn.0 dead-state')
    expect(draft({}, { startOn: ['told'], metBy: ['called-back'] })).toBe('kept')
    expect(draft({}, { metBy: ['answered'] })).toBe('duties.0.metBy.0 fact-unknown')
    expect(draft({}, { startOn: ['received'], metBy: ['received'] })).toBe('duties.0.startOn starts-and-finishes')
    const extension = { title: wording, source, approver: wording, notice: 'policy' }
    expect(draft({}, { extensions: [{ ...extension, tier: 'complex', total: 15 }] })).toBe(
      'duties.0.extensions extends-nothing',
    )
    expect(draft({}, { extensions: [{ ...extension, tier: 'special', total: 60, after: 'complex' }] })).toBe(
      'duties.0.extensions extension-unreachable',
    )
  })

  it('begins later than the one before it, which then ends the day before', () => {
    expect(draft({ effectiveFrom: '2020-01-01' })).toBe('effectiveFrom not-later')
    const text = readPack(packDraft.parse(SECOND), book)
    const versions = withText(book, { record: 'pack', text } as PackState).packs
    expect(versions.map(each => [each.version, each.effectiveFrom, each.effectiveTo])).toEqual([
      ['1', '2020-01-01', '2026-12-31'],
      ['2', '2027-01-01', null],
    ])
    expect(versions[1]?.order).toBe(FIRST.order)
  })

  it('does not turn natural days into working days by a slip: the unit changes with its article', () => {
    expect(draft({}, { unit: 'working-day' })).toBe('duties.0.unit unit-changed')
    expect(draft({}, { unit: 'working-day', source: { ...source, code: 'Rule 2' } })).toBe('kept')
    expect(draft({}, { unit: 'day' })).toBe('duties.0.unit')
  })

  it('does not change what belongs to the product: zone, order of facts, which pack leads', () => {
    expect(draft({ zone: 'Europe/London' })).toBe('zone zone-fixed')
    expect(draft({ order: { opening: 'told', facts: {} } })).toBe('order order-fixed')
    expect(draft({ leads: true })).toBe('leads leads-fixed')
    expect(draft({ id: 'OTHER' })).toBe('id pack-unknown')
    expect(draft({ calendar: 'MOON' })).toBe('calendar calendar-unknown')
    expect(draft({ colour: 'red' })).toBe('')
  })
})

const YEAR = {
  holidays: [
    ['2027-01-01', '2027-01-03'],
    ['2027-02-05', '2027-02-11'],
    ['2027-05-01', '2027-05-05'],
    ['2027-10-01', '2027-10-07'],
  ] as unknown[],
  workdays: ['2027-01-30', '2027-02-14'],
}
const CN = Object.values(CURRENT_EDITIONS)[0]!
const KNOWN = Object.fromEntries(
  Object.entries(CN.years).map(([year, { holidays, makeUp }]) => [year, { holidays, workdays: makeUp }]),
)
const EDITION = { id: 'CN-2027.1', calendar: 'CN', zone: CN.zone, source: '国办发明电〔2026〕X号', hours: CN.hours }

function edition(year: Partial<typeof YEAR>, change: Record<string, unknown> = {}): string {
  const read = calendarDraft.safeParse({ ...EDITION, years: { ...KNOWN, 2027: { ...YEAR, ...year } }, ...change })
  if (!read.success) return read.error.issues.map(issue => issue.path.join('.')).join(' ')
  const kept = readCalendar(read.data, book)
  return isRefusal(kept) ? `${kept.field} ${kept.key}` : 'kept'
}

describe('a new edition of a calendar', () => {
  it('is kept when the year is whole, told by ranges or day by day', () => {
    expect(edition({})).toBe('kept')
    expect(edition({ holidays: [...YEAR.holidays, '2027-06-09'] })).toBe('kept')
  })

  it('has no year with holes, and none lost', () => {
    expect(edition({ holidays: YEAR.holidays.slice(1) })).toBe('years.2027.holidays year-incomplete')
    expect(edition({}, { years: { 2027: YEAR } })).toBe('years year-lost')
    expect(edition({}, { years: { ...KNOWN, 2028: { holidays: [], workdays: [] } } })).toBe('years.2028 year-gap')
    expect(edition({}, { source: '' })).toBe('source')
  })

  it('names the range or day that is wrong', () => {
    expect(edition({ holidays: [['2027-01-03', '2027-01-01']] })).toBe('years.2027.holidays.0 range-reversed')
    expect(edition({ holidays: [...YEAR.holidays, '2027-10-02'] })).toBe('years.2027.holidays.4 holiday-twice')
    expect(edition({ holidays: [...YEAR.holidays, '2028-01-01'] })).toBe('years.2027.holidays.4 other-year')
    expect(edition({ workdays: ['2027-02-06'] })).toBe('years.2027.workdays.0 workday-holiday')
    expect(edition({ workdays: ['2027-03-02'] })).toBe('years.2027.workdays.0 workday-weekday')
    expect(
      edition(
        {},
        {
          hours: [
            [540, 720],
            [700, 1000],
          ],
        },
      ),
    ).toBe('hours.1 hours-overlap')
  })

  it('has working days left: a calendar without them would search for ever (trap 17)', () => {
    expect(edition({ holidays: [['2027-01-01', '2027-10-31']], workdays: [] })).toBe('years.2027.holidays workdays-few')
  })

  it('shows day by day what it tells otherwise, and comes after those before it (trap 7)', () => {
    const text = readCalendar(calendarDraft.parse({ ...EDITION, years: { ...KNOWN, 2027: YEAR } }), book)
    if (isRefusal(text)) throw new Error(text.key)
    expect(differenceOf(text, CN)).toHaveLength(365)
    const published = { record: 'calendar', status: 'published', text } as CalendarState
    expect(shelfOf(book, [published]).calendars.map(each => each.id)).toEqual([
      ...book.calendars.map(e => e.id),
      text.id,
    ])
    expect(shelfOf(book, [{ ...published, status: 'draft' }])).toEqual(book)
  })
})
