// Stories of complaints, dated line by line, as a head of department would tell them.

import { describe, expect, it } from 'vitest'
import { idOf, openDesk, registrationOf, said } from '../../../../tests/complaint-desk.ts'

const codes = { a: 'A0101', b: 'B04', c: 'C08' }
const decision = {
  type: 'decision',
  answers: [{ request: 1, finding: 'upheld', answer: said('退还本金') }],
  verification: said('经核实，销售时确有不当表述。'),
  basis: '产品说明书与录音',
  remedies: ['recheck', 'mediation', 'arbitration', 'litigation'],
  finding: 'upheld',
  relief: 'money',
  reliefMinor: 1_000_000,
  responsibility: { ours: true, cause: '销售话术不当' },
}
const call = { type: 'contact', direction: 'out', medium: 'phone', outcome: 'connected', steps: [{ step: 'listen' }] }

/** A complaint that the branch department has begun to investigate. */
function investigating() {
  const desk = openDesk()
  desk.does('2026-03-01 10:00', '李静', registrationOf())
  desk.does('2026-03-01 10:30', '李静', { type: 'handover', toUnit: 'HO.SH.XB', reason: '涉及理财销售' })
  desk.does('2026-03-02 09:10', '王敏', { type: 'acceptance', noInterest: true })
  desk.does('2026-03-02 09:20', '王敏', call)
  desk.does('2026-03-02 09:30', '王敏', { type: 'investigation' })
  return desk
}

describe('a complaint from its first word to its lawful answer', () => {
  it('goes from the counter to the department, is extended, approved, told and closed', () => {
    const desk = openDesk()
    expect(desk.does('2026-03-01 10:00', '李静', registrationOf())).toEqual(['registered'])
    expect(desk.state?.number).toBe('TS-2026-000001')
    expect(desk.clock('2026-03-01 10:00', 'decision')).toEqual({ state: 'running', dueOn: '2026-03-16' })
    expect(
      desk.does('2026-03-01 10:30', '李静', { type: 'handover', toUnit: 'HO.SH.XB', reason: '涉及理财销售' }),
    ).toEqual(['handed-over'])
    expect(desk.state?.owner.person).toBe(idOf('李静'))
    expect(desk.does('2026-03-02 09:10', '王敏', { type: 'acceptance', noInterest: true })).toEqual(['accepted'])
    expect(desk.state?.owner.person).toBe(idOf('王敏'))
    expect(desk.state?.firstOwner?.person).toBe(idOf('李静'))
    expect(desk.does('2026-03-02 09:15', '王敏', { type: 'investigation' })).toBe('contact-first')
    expect(desk.does('2026-03-02 09:20', '王敏', call)).toEqual(['contacted'])
    expect(desk.does('2026-03-02 09:30', '王敏', { type: 'investigation' })).toEqual(['investigation-begun'])
    expect(
      desk.does('2026-03-12 16:00', '王敏', { type: 'extension', tier: 'complex', grounds: '须调取录音' }),
    ).toEqual(['extension-requested'])
    expect(desk.does('2026-03-12 16:10', '王敏', { type: 'extension-approval' })).toBe('not-for-you')
    expect(desk.does('2026-03-13 09:00', '刘芳', { type: 'extension-approval' })).toEqual([
      'extension-approved',
      'extended',
    ])
    expect(desk.clock('2026-03-13 09:00', 'decision')).toEqual({ state: 'running', dueOn: '2026-03-31' })
    expect(desk.does('2026-03-20 10:00', '王敏', decision)).toEqual(['decision-drafted'])
    expect(desk.does('2026-03-20 14:00', '孙伟', { type: 'approval-refusal', reason: '依据不足' })).toEqual([
      'decision-returned',
    ])
    expect(desk.does('2026-03-20 14:10', '孙伟', { type: 'approval' })).toBe('no-draft')
    expect(desk.does('2026-03-21 10:00', '王敏', decision)).toEqual(['decision-drafted'])
    expect(desk.does('2026-03-21 11:00', '孙伟', { type: 'approval' })).toEqual(['decision-approved'])
    expect(desk.does('2026-03-21 15:00', '王敏', { type: 'notice', channel: 'phone' })).toEqual(['told'])
    expect(desk.clock('2026-03-21 15:00', 'decision')?.state).toBe('met')
    expect(desk.does('2026-03-23 10:00', '财富', { type: 'call-back', outcome: 'reached', satisfaction: 4 })).toEqual([
      'called-back',
    ])
    const closing = { type: 'closure', accepted: false, satisfactionAsked: true, promises: 'done' }
    expect(desk.does('2026-03-24 10:00', '王敏', closing)).toBe('codes-first')
    expect(desk.does('2026-03-24 10:00', '王敏', { ...closing, codes })).toBe('recheck-window-open')
    expect(desk.does('2026-04-21 10:00', '王敏', { ...closing, codes })).toEqual(['closed'])
    expect(desk.state?.retainUntil).toBe('2031-04-21')
    expect(desk.rings('2026-06-01 00:00')).toEqual([])
    expect(desk.does('2026-04-22 10:00', '档案', { type: 'archive', qualityCheck: '抽检合格' })).toEqual(['archived'])
    expect(desk.does('2026-04-23 10:00', '王敏', { type: 'note', text: said('补记') })).toBe('not-in-chart')
  })

  it('an answer that comes late is overdue once, and only once, and says why it is late', () => {
    const desk = investigating()
    expect(desk.rings('2026-03-17 00:00')).toContain('fell-overdue')
    expect(desk.rings('2026-03-17 00:05')).toEqual([])
    desk.does('2026-03-17 10:00', '王敏', decision)
    desk.does('2026-03-17 11:00', '孙伟', { type: 'approval' })
    expect(desk.does('2026-03-17 12:00', '王敏', { type: 'notice', channel: 'phone' })).toBe('late-reason-needed')
    expect(
      desk.does('2026-03-17 12:00', '王敏', { type: 'notice', channel: 'phone', lateReason: '录音调取延误' }),
    ).toEqual(['told'])
    expect(desk.clock('2026-03-17 12:00', 'decision')?.state).toBe('met-late')
  })

  it('a hand-over that nobody accepts comes back by itself and is counted', () => {
    const desk = openDesk()
    desk.does('2026-03-02 09:30', '李静', registrationOf())
    desk.does('2026-03-02 10:00', '李静', { type: 'handover', toUnit: 'HO.SH.XB', reason: '请接' })
    expect(desk.rings('2026-03-02 13:00')).not.toContain('handover-lapsed')
    expect(desk.rings('2026-03-02 16:00')).toContain('handover-lapsed')
    expect(desk.state?.handover).toBeNull()
    expect(desk.state?.returns).toBe(1)
    expect(desk.state?.owner.person).toBe(idOf('李静'))
  })

  it('a second extension needs the superior institution, and counts only when the consumer was told', () => {
    const desk = investigating()
    expect(desk.does('2026-03-10 09:00', '王敏', { type: 'extension', tier: 'special', grounds: '跨省' })).not.toEqual([
      'extension-requested',
    ])
    desk.does('2026-03-10 09:00', '王敏', { type: 'extension', tier: 'complex', grounds: '跨省' })
    desk.does('2026-03-10 10:00', '刘芳', { type: 'extension-approval' })
    desk.does('2026-03-25 09:00', '王敏', { type: 'extension', tier: 'special', grounds: '等待司法文书' })
    expect(desk.does('2026-03-25 10:00', '刘芳', { type: 'extension-approval' })).toBe('approver-level')
    expect(desk.does('2026-03-25 11:00', '何平', { type: 'extension-approval' })).toEqual(['extension-approved'])
    expect(desk.clock('2026-03-25 11:00', 'decision')?.dueOn).toBe('2026-03-31')
    expect(desk.does('2026-03-26 09:00', '王敏', { type: 'extension-notice', channel: 'sms' })).toEqual([
      'extension-told',
      'extended',
    ])
    expect(desk.clock('2026-03-26 09:00', 'decision')?.dueOn).toBe('2026-04-30')
  })

  it('mediation stops the statutory clock and its end lets it go on', () => {
    const desk = openDesk()
    desk.does('2026-03-01 10:00', '李静', registrationOf())
    desk.does('2026-03-01 10:30', '李静', { type: 'handover', toUnit: 'HO.SH.XB', reason: '转办' })
    desk.does('2026-03-02 09:10', '王敏', { type: 'acceptance', noInterest: true })
    expect(
      desk.does('2026-03-10 10:00', '王敏', {
        type: 'mediation',
        body: '上海金融消费纠纷调解中心',
        complainantAgreed: true,
        application: '申请书 12 号',
      }),
    ).toEqual(['mediation-begun'])
    expect(desk.clock('2026-03-15 10:00', 'decision')?.state).toBe('paused')
    expect(
      desk.does('2026-03-20 10:00', '王敏', { type: 'mediation-end', result: 'failed', document: '终止通知' }),
    ).toEqual(['mediation-ended'])
    expect(desk.clock('2026-03-20 10:00', 'decision')).toEqual({ state: 'running', dueOn: '2026-03-26' })
    expect(desk.state?.status).toBe('negotiating')
  })

  it('the person complained of, their line, their relatives and their outlet keep away from the case', () => {
    const desk = openDesk()
    desk.does(
      '2026-03-01 10:00',
      '李静',
      registrationOf({ respondents: { people: [idOf('陈磊')], units: ['HO.SH.CY'] } }),
    )
    expect(
      desk.does('2026-03-01 11:00', '李静', {
        type: 'handover',
        toUnit: 'HO.SH.XB',
        toPerson: idOf('赵军'),
        reason: '转办',
      }),
    ).toBe('recusal-relative')
    expect(
      desk.does('2026-03-01 11:00', '刘芳', { type: 'assignment', handler: idOf('陈磊'), level: 'ordinary', codes }),
    ).toBe('recusal-complained-of')
    expect(
      desk.does('2026-03-01 11:00', '刘芳', { type: 'assignment', handler: idOf('周敏'), level: 'ordinary', codes }),
    ).toBe('recusal-line')
    expect(
      desk.does('2026-03-01 11:00', '刘芳', { type: 'assignment', handler: idOf('李静'), level: 'ordinary', codes }),
    ).toBe('recusal-unit')
    desk.does('2026-03-01 11:10', '李静', { type: 'handover', toUnit: 'HO.SH.XB', reason: '转办' })
    expect(desk.does('2026-03-02 09:00', '赵军', { type: 'acceptance', noInterest: true })).toBe('recusal-relative')
    expect(desk.does('2026-03-02 09:00', '王敏', { type: 'acceptance', noInterest: true })).toEqual(['accepted'])
  })

  it('an unanswered call is an attempt and meets no clock; three of them allow the unreachable notice', () => {
    const desk = investigating()
    const attempt = { ...call, outcome: 'no-answer' }
    desk.does('2026-03-03 10:00', '王敏', decision)
    desk.does('2026-03-03 11:00', '孙伟', { type: 'approval' })
    expect(desk.does('2026-03-03 12:00', '王敏', { type: 'notice', channel: 'unreachable' })).toBe('attempts-first')
    for (const day of ['04', '05', '06']) desk.does(`2026-03-${day} 10:00`, '王敏', attempt)
    expect(desk.does('2026-03-06 12:00', '王敏', { type: 'notice', channel: 'unreachable' })).toEqual(['told'])
    const fresh = openDesk()
    fresh.does('2026-03-01 10:00', '李静', registrationOf())
    fresh.does('2026-03-01 11:00', '李静', attempt)
    expect(fresh.clock('2026-03-01 12:00', 'first-contact')?.state).toBe('running')
  })

  it('a complaint that the central bank transferred has two clocks, and an extension in one never moves the other', () => {
    const desk = openDesk()
    desk.does(
      '2026-03-05 10:00',
      '李静',
      registrationOf({
        channel: 'pbc-12363',
        receivedAt: '2026-03-01T10:00:00+08:00',
        outsideNumbers: [{ body: 'pbc', number: 'RH-1', receivedAt: '2026-03-04T10:00:00.000+08:00' }],
      }),
    )
    expect(desk.clock('2026-03-05 10:00', 'decision', 'CN-NFRA-2020-3')?.dueOn).toBe('2026-03-16')
    expect(desk.clock('2026-03-05 10:00', 'decision', 'CN-PBC-2020-5')?.dueOn).toBe('2026-03-19')
    desk.does('2026-03-05 11:00', '刘芳', { type: 'assignment', handler: idOf('王敏'), level: 'complex', codes })
    desk.does('2026-03-10 11:00', '王敏', {
      type: 'extension',
      tier: 'complex',
      grounds: '复杂',
      pack: 'CN-PBC-2020-5',
    })
    desk.does('2026-03-10 12:00', '刘芳', { type: 'extension-approval' })
    expect(desk.clock('2026-03-10 12:00', 'decision', 'CN-PBC-2020-5')?.dueOn).toBe('2026-05-03')
    expect(desk.clock('2026-03-10 12:00', 'decision', 'CN-NFRA-2020-3')?.dueOn).toBe('2026-03-16')
  })

  it('new facts begin the limit again without the extension; withdrawal ends it the same day', () => {
    const desk = investigating()
    desk.does('2026-03-10 09:00', '王敏', { type: 'extension', tier: 'complex', grounds: '复杂' })
    desk.does('2026-03-10 10:00', '刘芳', { type: 'extension-approval' })
    expect(
      desk.does('2026-03-12 10:00', '刘芳', { type: 'new-facts', text: said('新录音'), reason: '新证据' }),
    ).toEqual(['restarted'])
    expect(desk.clock('2026-03-12 10:00', 'decision')).toEqual({ state: 'running', dueOn: '2026-03-27' })
    expect(desk.state?.status).toBe('registered')
    expect(
      desk.does('2026-03-13 10:00', '消费者', { type: 'withdrawal', text: said('不投诉了'), verifiedBy: 'code' }),
    ).toEqual(['withdrawn'])
    expect(desk.clock('2026-03-13 10:00', 'decision')?.state).toBe('ended')
  })

  it('a mistyped receipt is corrected by a second person, and the clocks follow', () => {
    const desk = openDesk()
    desk.does('2026-03-05 10:00', '李静', registrationOf())
    expect(
      desk.does('2026-03-05 11:00', '李静', {
        type: 'correction',
        field: 'receivedAt',
        value: '2026-03-01T10:00:00+08:00',
        reason: '录入错误',
      }),
    ).toEqual(['correction-proposed'])
    expect(desk.does('2026-03-05 11:10', '李静', { type: 'correction-approval' })).toBe('not-for-you')
    expect(desk.does('2026-03-05 12:00', '周敏', { type: 'correction-approval' })).toEqual(['corrected'])
    expect(desk.clock('2026-03-05 12:00', 'decision')?.dueOn).toBe('2026-03-16')
  })

  it('a branch’s decision can be re-checked by the superior institution, by somebody who took no part', () => {
    const desk = investigating()
    desk.does('2026-03-03 10:00', '王敏', decision)
    desk.does('2026-03-03 11:00', '孙伟', { type: 'approval' })
    desk.does('2026-03-03 12:00', '王敏', { type: 'notice', channel: 'handed-over' })
    expect(
      desk.does('2026-03-20 12:00', '消费者', { type: 'recheck', grounds: said('金额不对'), inWriting: true }),
    ).toEqual(['recheck-requested'])
    expect(desk.clock('2026-03-20 12:00', 'recheck')?.dueOn).toBe('2026-04-19')
    const outcome = {
      type: 'recheck-decision',
      result: 'redo',
      process: '合规',
      timeLimit: '未超期',
      outcome: '重新核算',
      notice: { channel: 'phone' },
    }
    expect(desk.does('2026-03-25 12:00', '孙伟', outcome)).toBe('not-for-you')
    expect(desk.does('2026-03-25 12:00', '高远', outcome)).toEqual(['recheck-decided'])
    expect(desk.does('2026-03-25 13:00', '高远', { type: 'redo', handler: idOf('王敏') })).toBe('redo-by-another')
    expect(desk.does('2026-03-25 13:00', '高远', { type: 'redo', handler: idOf('财富') })).toEqual(['redo-ordered'])
    expect(desk.state?.status).toBe('assigned')
    expect(desk.clock('2026-03-25 13:00', 'decision')?.dueOn).toBe('2026-04-09')
  })
})
