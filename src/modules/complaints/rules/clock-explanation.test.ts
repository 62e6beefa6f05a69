// What a program or an inspector gets to read: the answer of a clock explanation, and why one is refused.

import { describe, expect, it } from 'vitest'
import { at } from '../../../../tests/clock-story.ts'
import { CURRENT_EDITIONS } from '../../../kernel/calendar-editions.ts'
import { isClockRefusal } from '../../../kernel/clock-refusal.ts'
import { clockAnswer, clockQuestion } from './clock-contract.ts'
import { explainClocks } from './clock-explanation.ts'
import { RULE_PACKS } from './policy.ts'

const RECEIVED = { type: 'received', at: '2026-03-01T10:00:00+08:00' }
const context = { now: at('2026-03-20 12:00'), packs: RULE_PACKS, calendars: CURRENT_EDITIONS }

function ask(body: object) {
  return explainClocks(clockQuestion.parse({ pack: 'CN-NFRA-2020-3', ...body }), context)
}

function told(body: object) {
  const answer = ask(body)
  if (isClockRefusal(answer)) throw new RangeError(answer.code)
  return clockAnswer.strict().parse(answer).clocks
}

function refused(body: object) {
  const answer = ask(body)
  if (!isClockRefusal(answer)) throw new RangeError('accepted')
  return answer
}

describe('an explanation', () => {
  it('tells every step with its article, in Chinese', () => {
    const facts = [
      RECEIVED,
      { type: 'extended', at: '2026-03-10T10:00:00+08:00', tier: 'complex' },
      { type: 'paused', at: '2026-03-11T09:00:00+08:00', reason: 'mediation' },
      { type: 'resumed', at: '2026-03-15T09:00:00+08:00' },
    ]
    const [decision] = told({ facts, now: '2026-03-20T12:00:00+08:00' })
    const order = '《银行业保险业消费投诉处理管理办法》（银保监会令2020年第3号）'
    expect(decision?.explanation).toBe(
      `收到投诉：2026年3月1日 10:00（北京时间，下同）。当日不计入，自2026年3月2日起按自然日计算，期限15日，依据${order}第十八条。` +
        `2026年3月10日 10:00因情况复杂延长，期限改为自起算日起共30日，依据${order}第十八条。` +
        `2026年3月11日 09:00至2026年3月15日 09:00因调解暂停，不计入4日，依据${order}第二十三条。` +
        '最后一日为2026年4月4日（星期六），须在当日结束前完成。' +
        '最后一日是休息日；如按《民法典》第二百零三条顺延，为2026年4月7日。本期限不顺延，该日期仅供参考。' +
        '截至2026年3月20日 12:00，已计15日，还剩15日。',
    )
  })

  it('tells the same in English', () => {
    const facts = [RECEIVED, { type: 'told', at: '2026-03-18T10:00:00+08:00', level: 'head' }]
    const [decision, ...others] = told({ facts, now: '2026-03-20T12:00:00+08:00', language: 'en' })
    expect(others).toEqual([])
    expect(decision).toMatchObject({ title: 'Decide and tell', state: 'met-late', metBy: 'told', remaining: -2 })
    expect(decision?.explanation).toBe(
      'Complaint received on 1 March 2026 at 10:00 (Beijing time throughout). That day is not counted; the days run from ' +
        '2 March 2026, weekends and holidays included, for 15 days: CBIRC Order No. 3 of 2020, Art. 18. ' +
        'The last day is Monday, 16 March 2026, to its end. It was met on 18 March 2026 at 10:00 by "decision told", late by 2 days.',
    )
  })

  it.each([
    [
      '已经暂停',
      [{ type: 'paused', at: '2026-03-05T10:00:00+08:00', reason: 'appraisal' }],
      '至今未恢复，已有15日不计入',
    ],
    ['逾期', [], '仍未完成，已逾期4日'],
    ['逾期后暂停', [{ type: 'paused', at: '2026-03-18T10:00:00+08:00', reason: 'mediation' }], '该次暂停不影响期限'],
    ['撤回', [{ type: 'withdrawn', at: '2026-03-05T10:00:00+08:00' }], '因“收到撤回投诉”终止，不再计时'],
    ['逾期后撤回', [{ type: 'withdrawn', at: '2026-03-18T10:00:00+08:00' }], '终止时已逾期2日'],
    [
      '新事实',
      [{ type: 'new-facts', at: '2026-03-18T10:00:00+08:00' }],
      '此前第1轮自2026年3月1日起算，最后一日为2026年3月16日，届时已经逾期',
    ],
    [
      '差错',
      [
        { type: 'told', at: '2026-03-11T10:00:00+08:00' },
        { type: 'reopened', at: '2026-03-19T10:00:00+08:00', ground: 'own-error' },
      ],
      '因本机构差错重新办理，视同未办结',
    ],
  ])('says what happened: %s', (_name, facts, sentence) => {
    const [decision] = told({ facts: [RECEIVED, ...facts] })
    expect(decision?.explanation).toContain(sentence)
  })

  it('says that a limit is the institution’s own, and that a date is provisional', () => {
    const facts = [
      { ...RECEIVED, at: '2026-12-25T10:00:00+08:00' },
      { type: 'investigated', at: '2026-12-30T10:00:00+08:00' },
    ]
    const clocks = told({ pack: 'HOUSE', facts, now: '2026-12-30T12:00:00+08:00' })
    const investigation = clocks.find(clock => clock.duty === 'investigation')
    expect(investigation?.explanation).toContain('这是本机构的内部要求')
    expect(investigation?.explanation).toContain('有关年份的放假安排尚未公布')
    expect(investigation).toMatchObject({ provisional: true, calendarEdition: 'CN-2026.1' })
  })

  it('marks a civil day in an unpublished year, and has no such mark otherwise', () => {
    const [published] = told({ facts: [RECEIVED] })
    expect(published).not.toHaveProperty('civilProvisional')
    const [unpublished] = told({
      facts: [{ ...RECEIVED, at: '2026-12-20T10:00:00+08:00' }],
      now: '2026-12-21T10:00:00+08:00',
    })
    expect(unpublished).toMatchObject({ civilProvisional: true, civilDueOn: '2027-01-04', provisional: false })
  })

  it('leaves no place unfilled, in either language, whatever the state', () => {
    const facts = [
      RECEIVED,
      { type: 'handed-over', at: '2026-03-02T10:00:00+08:00' },
      { type: 'paused', at: '2026-03-05T10:00:00+08:00', reason: 'appraisal' },
      { type: 'paused', at: '2026-03-06T10:00:00+08:00', reason: 'mediation' },
      { type: 'regulator-asked', at: '2026-03-06T10:00:00+08:00', dueOn: '2026-03-25' },
      { type: 'new-facts', at: '2026-03-10T10:00:00+08:00' },
    ]
    for (const language of ['zh-CN', 'en']) {
      const clocks = told({
        pack: ['CN-NFRA-2020-3', 'CN-PBC-2020-5', 'HOUSE', 'UK-FCA-DISP', 'US-CFPB', 'ISO-10002'],
        facts,
        language,
      })
      expect(clocks.length).toBeGreaterThan(8)
      expect(clocks.map(clock => clock.explanation).filter(text => /[{}]|undefined|NaN/.test(text))).toEqual([])
    }
  })
})

describe('what is not answered', () => {
  it.each([
    ['a time without an offset', { facts: [{ type: 'received', at: '2026-03-01T10:00:00' }] }, ['facts', 0, 'at']],
    [
      'a day that does not exist',
      { facts: [{ type: 'received', at: '2026-02-30T10:00:00+08:00' }] },
      ['facts', 0, 'at'],
    ],
    ['an unknown fact', { facts: [RECEIVED, { type: 'thanked', at: RECEIVED.at }] }, ['facts', 1, 'type']],
    [
      'an unknown tier',
      { facts: [RECEIVED, { type: 'extended', at: RECEIVED.at, tier: 'third' }] },
      ['facts', 1, 'tier'],
    ],
    ['a name of the language itself', { facts: [{ type: 'constructor', at: RECEIVED.at }] }, ['facts', 0, 'type']],
  ])('%s is bad input and names its field', (_name, body, path) => {
    const parsed = clockQuestion.safeParse({ pack: 'CN-NFRA-2020-3', ...body })
    expect(parsed.error?.issues.map(issue => issue.path)).toEqual([path])
  })

  it.each([
    ['a fact later than now', { facts: [RECEIVED, { type: 'told', at: '2026-03-21T10:00:00+08:00' }] }, 'facts[1].at'],
    ['an extension without its tier', { facts: [RECEIVED, { type: 'extended', at: RECEIVED.at }] }, 'facts[1].tier'],
    ['a pause without its reason', { facts: [RECEIVED, { type: 'paused', at: RECEIVED.at }] }, 'facts[1].reason'],
    ['an unknown pack', { pack: 'CN-NFRA-2031-1', facts: [RECEIVED] }, 'pack'],
    ['a fact for an unknown pack', { facts: [{ ...RECEIVED, pack: 'X' }] }, 'facts[0].pack'],
    [
      'a delivery before the telling',
      { facts: [RECEIVED, { type: 'told', at: '2026-03-05T10:00:00Z', deliveredAt: '2026-03-04T10:00:00Z' }] },
      'facts[1].deliveredAt',
    ],
  ])('%s is bad input and names its field', (_name, body, field) => {
    expect(refused(body)).toMatchObject({ refusal: 'input', field })
  })

  it.each([
    [
      'a contact before receipt',
      [{ type: 'contacted', at: '2026-02-28T10:00:00+08:00' }, RECEIVED],
      'before-receipt',
      0,
    ],
    [
      'an extension after the decision',
      [RECEIVED, toldOn8(), { type: 'extended', at: day(9), tier: 'complex' }],
      'finished-already',
      2,
    ],
    ['a decision told twice', [RECEIVED, toldOn8(), { type: 'told', at: day(9) }], 'finished-already', 2],
    ['an end of a pause that never began', [RECEIVED, { type: 'resumed', at: day(9) }], 'not-paused', 1],
    [
      'the same pause twice',
      [
        RECEIVED,
        { type: 'paused', at: day(3), reason: 'mediation' },
        { type: 'paused', at: day(4), reason: 'mediation' },
      ],
      'paused-already',
      2,
    ],
    [
      'a third extension',
      [
        RECEIVED,
        { type: 'extended', at: day(3), tier: 'complex' },
        { type: 'extended', at: day(4), tier: 'special' },
        { type: 'extended', at: day(5), tier: 'special' },
      ],
      'extension-repeated',
      3,
    ],
    ['a reopening of what is open', [RECEIVED, { type: 'reopened', at: day(5), ground: 'order' }], 'too-early', 1],
  ])('%s is refused with the reason', (_name, facts, code, fact) => {
    const refusal = refused({ facts })
    expect(refusal).toMatchObject({ refusal: 'sequence', code, fact })
    expect(refusal.saying.zh).toMatch(/^[^{}]+。$/)
    expect(refusal.saying.en).toMatch(/^[^{}]+\.$/)
  })

  it('cites the article that says no, in both languages', () => {
    const refusal = refused({ facts: [RECEIVED, { type: 'extended', at: day(5), tier: 'special' }] })
    expect(refusal).toMatchObject({ code: 'extension-out-of-order', source: 'No.3 Art. 18' })
    expect(refusal.saying.zh).toContain('第十八条')
    expect(refusal.saying.en).toContain('Art. 18')
  })
})

function day(date: number): string {
  return `2026-03-${String(date).padStart(2, '0')}T10:00:00+08:00`
}

function toldOn8() {
  return { type: 'told', at: day(8) }
}
