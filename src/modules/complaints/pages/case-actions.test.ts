// Every command of a complaint has a form, and what the form sends is what the command accepts.

import { describe, expect, it } from 'vitest'
import { bodies, NOUNS, type Noun } from '../rules/contract.ts'
import type { CaseView } from './answers.ts'
import { FORMS, findHindrance, findPrimary, GROUPS } from './case-actions.ts'
import { type ActField, bodyOf, isShown, startOf } from './case-field.ts'

// Evidence is sent as a file, and the server makes its command.
const FORMED = NOUNS.filter(noun => noun !== 'evidence')
const FILE = 'a'.repeat(64)
const SAMPLES: Readonly<Record<ActField['kind'], unknown>> = {
  line: '沪调〔2026〕12 号',
  text: '事实清楚，依据充分。',
  choice: null,
  choices: null,
  person: 'p-lijing',
  unit: 'HO.SH',
  instant: '2026-03-01T02:00:00.000Z',
  day: '2026-03-16',
  money: 120.5,
  number: 6,
  check: true,
  sworn: true,
  items: '授权委托书原件\n\n继承公证书',
  answers: [{ request: 1, finding: 'upheld', answer: '全额退还。' }],
  codes: { a: 'A03', b: 'B04', c: 'C08' },
  party: 0,
  product: 'WM-NET',
  stars: 4,
  evidence: FILE,
}

function sampleOf(field: ActField): unknown {
  const first = Object.keys(field.choices ?? {})[0]
  if (field.kind === 'choice') return first
  return field.kind === 'choices' ? [first] : SAMPLES[field.kind]
}

function put(values: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first = '', ...rest] = path
  if (rest.length === 0) values[first] = value
  else {
    values[first] ??= {}
    put(values[first] as Record<string, unknown>, rest, value)
  }
}

function filled(fields: readonly ActField[], only: (field: ActField) => boolean): Record<string, unknown> {
  const values = startOf(fields)
  for (const field of fields)
    if (isShown(field, values) && only(field)) put(values, field.name.split('.'), sampleOf(field))
  return values
}

describe('the forms of the commands', () => {
  it.each(FORMED)('%s is accepted when every field is filled in', noun => {
    const body = bodyOf(
      FORMS[noun],
      filled(FORMS[noun], () => true),
    )
    expect(bodies[noun].safeParse(body).error?.issues ?? []).toEqual([])
  })

  it.each(FORMED)('%s is accepted with the needed fields alone', noun => {
    const body = bodyOf(
      FORMS[noun],
      filled(FORMS[noun], field => field.needed === true),
    )
    expect(bodies[noun].safeParse(body).error?.issues ?? []).toEqual([])
  })

  it('an amount typed in yuan goes out in fen, lines go out as items, blanks not at all', () => {
    const fields: readonly ActField[] = [
      { name: 'reliefMinor', kind: 'money' },
      { name: 'items', kind: 'items' },
      { name: 'text', kind: 'text' },
    ]
    expect(bodyOf(fields, { reliefMinor: 0.29, items: ' 甲 \n\n乙', text: '   ' })).toEqual({
      reliefMinor: 29,
      items: [{ item: '甲' }, { item: '乙' }],
    })
  })

  it('every command that the composer does not give is in the menu once', () => {
    const inMenu = GROUPS.flatMap(group => group.nouns)
    const composed: readonly Noun[] = ['note', 'contact', 'evidence']
    expect([...inMenu].sort()).toEqual(NOUNS.filter(noun => !composed.includes(noun)).sort())
  })
})

describe('what is offered next', () => {
  const handler = { id: 'p-lijing', name: '李静' }
  const ground = {
    state: 'assigned',
    attempts: 0,
    connected: false,
    pending: {},
    extended: {},
    handover: null,
    decision: null,
    timeline: [],
    owner: { unit: { path: 'HO.SH', name: '上海分行' }, person: handler },
    allowed: [
      { noun: 'investigation', ok: true },
      { noun: 'extension-approval', ok: true },
      { noun: 'claim', ok: true },
    ],
  } as unknown as CaseView

  it('nobody is told to investigate before the consumer was called', () => {
    expect(findHindrance('investigation', ground, handler.id)).toBe('contactFirst')
    expect(findPrimary({ ...ground, attempts: 1 }, handler.id)).toBe('investigation')
  })

  it('whoever asked for an extension is not offered to approve it', () => {
    const pending = { extension: { by: handler, at: '2026-03-01T02:00:00.000Z', body: {}, approvedBy: null } }
    const asked = { ...ground, pending } as unknown as CaseView
    expect(findHindrance('extension-approval', asked, handler.id)).toBe('ownProposal')
    expect(findPrimary(asked, 'p-wangmin')).toBe('extension-approval')
  })

  it('an extension is told once, and then no more', () => {
    const told = {
      ...ground,
      extended: { 'CN-NFRA-2020-3': 'complex' },
      timeline: [{ version: 7, type: 'extended' }],
    } as unknown as CaseView
    expect(findHindrance('extension-notice', told, handler.id)).toBeNull()
    const after = {
      ...told,
      timeline: [...told.timeline, { version: 8, type: 'extension-told' }],
    } as unknown as CaseView
    expect(findHindrance('extension-notice', after, handler.id)).toBe('nothing')
  })

  it('the handler is not offered to take a case that is already theirs', () => {
    expect(findHindrance('claim', ground, handler.id)).toBe('nothing')
    expect(findHindrance('claim', ground, 'p-wangmin')).toBeNull()
  })
})
