// The institution's own limits on each step of a complaint: none is law, all are stricter than the law needs.

import type { Duty, RulePack } from '../../../kernel/rule-pack.ts'
import { getDay } from '../../../kernel/time.ts'
import { APPRAISAL_AND_MEDIATION } from './policy-china.ts'
import { COMPLAINT_ORDER, ENDINGS } from './policy-order.ts'
import { CIVIL_CODE_203, house } from './policy-source.ts'

const STEP = { owner: 'bank', basis: 'policy', pauses: APPRAISAL_AND_MEDIATION } as const
const FINISHES = ['told', ...ENDINGS, 'resolved'] as const

const HAND_OVER_REFUSALS = {
  absent: { code: 'handover-not-open', zh: '没有待接手的移交', en: 'No hand-over is waiting to be accepted' },
  over: { code: 'handover-over', zh: '移交的接手期限已过', en: 'The time to accept the hand-over has passed' },
  used: { code: 'handover-accepted-already', zh: '移交已经接手', en: 'The hand-over has been accepted already' },
} as const

const DUTIES: readonly Duty[] = [
  {
    ...STEP,
    name: 'first-contact',
    title: { zh: '首次联系投诉人', en: 'First contact' },
    unit: 'natural-minute',
    limit: 1440,
    // The regulator's notice of 2022-09-29 says "promptly"; 24 hours is the institution's number. A call that is not
    // answered, or an automatic reply, is no contact.
    source: house({ zh: '收到投诉后24小时内联系投诉人', en: 'contact the complainant within 24 hours of receipt' }),
    startOn: ['received'],
    metBy: ['contacted', 'told'],
    endedBy: [...ENDINGS, 'resolved'],
  },
  {
    ...STEP,
    name: 'handover-acceptance',
    title: { zh: '接手移交', en: 'Accept the hand-over' },
    unit: 'working-minute',
    limit: 240,
    source: house({ zh: '移交后4小时工作时间内接手', en: 'accept a hand-over within 4 working hours' }),
    startOn: ['handed-over'],
    metBy: ['accepted'],
    endedBy: ['returned', ...FINISHES],
    admits: [
      { fact: 'accepted', until: 'finish', refusals: HAND_OVER_REFUSALS },
      { fact: 'returned', until: 'finish', refusals: HAND_OVER_REFUSALS },
    ],
  },
  {
    ...STEP,
    name: 'assignment',
    title: { zh: '分派处理人', en: 'Assign a handler' },
    unit: 'working-minute',
    limit: 240,
    source: house({ zh: '收到后4小时工作时间内分派', en: 'assign within 4 working hours' }),
    startOn: ['received', 'reopened'],
    metBy: ['assigned'],
    endedBy: FINISHES,
  },
  {
    ...STEP,
    name: 'investigation',
    title: { zh: '核实', en: 'Investigate' },
    unit: 'working-day',
    limit: 5,
    source: house({ zh: '开始核实后5个工作日内完毕', en: 'finish within 5 working days of beginning' }),
    startOn: ['investigated'],
    metBy: ['found', 'drafted'],
    endedBy: FINISHES,
  },
  {
    ...STEP,
    name: 'drafting',
    title: { zh: '拟定处理意见', en: 'Draft the decision' },
    unit: 'working-day',
    limit: 2,
    source: house({ zh: '核实完毕或退回重拟后2个工作日内拟定', en: 'draft within 2 working days' }),
    startOn: ['found', 'draft-refused'],
    metBy: ['drafted'],
    endedBy: FINISHES,
  },
  {
    ...STEP,
    name: 'approval',
    title: { zh: '审批', en: 'Approve the decision' },
    unit: 'working-minute',
    limit: 480,
    source: house({ zh: '提交后8小时工作时间内审批', en: 'approve within 8 working hours' }),
    startOn: ['drafted'],
    metBy: ['approved'],
    endedBy: ['draft-refused', ...FINISHES],
  },
  {
    ...STEP,
    name: 'supplement',
    title: { zh: '投诉人补充材料', en: 'Supplement by the complainant' },
    // When it lapses the case goes on with the facts at hand; it is never closed for want of papers.
    owner: 'consumer',
    unit: 'working-day',
    limit: 5,
    source: house({ zh: '请求后5个工作日内补充', en: 'supplement within 5 working days' }),
    startOn: ['supplement-requested'],
    metBy: ['supplemented'],
    endedBy: FINISHES,
    lapses: true,
  },
  {
    ...STEP,
    name: 'call-back',
    title: { zh: '回访', en: 'Call back' },
    unit: 'working-day',
    limit: 3,
    source: house({ zh: '告知后3个工作日内回访', en: 'call back within 3 working days of telling' }),
    startOn: ['told'],
    metBy: ['called-back'],
    endedBy: ['reopened'],
  },
  {
    ...STEP,
    name: 'correction',
    title: { zh: '重新办理后的答复', en: 'Answer a reopened case' },
    // Beside the statutory clock, which goes on from first receipt, the quality of the second answer has its own.
    unit: 'working-day',
    limit: 5,
    source: house({ zh: '重新办理后5个工作日内答复', en: 'answer within 5 working days of reopening' }),
    startOn: ['reopened'],
    metBy: ['told'],
    endedBy: [...ENDINGS, 'resolved'],
  },
]

export const HOUSE: RulePack = {
  id: 'HOUSE',
  version: '1',
  title: { zh: '本机构内部时限', en: 'Internal limits' },
  effectiveFrom: getDay('2020-01-01'),
  effectiveTo: null,
  zone: 'Asia/Shanghai',
  calendar: 'CN',
  restDays: CIVIL_CODE_203,
  order: COMPLAINT_ORDER,
  articles: {},
  duties: DUTIES,
}

/** Inquiries, suggestions, praise, reports and petitions that reach the bank: none is a complaint under No.3, all get an answer. */
export const HOUSE_MATTER: RulePack = {
  id: 'HOUSE-MATTER',
  version: '1',
  title: { zh: '本机构其他事项答复时限', en: 'Limits for other matters' },
  effectiveFrom: getDay('2020-01-01'),
  effectiveTo: null,
  zone: 'Asia/Shanghai',
  calendar: 'CN',
  restDays: CIVIL_CODE_203,
  order: COMPLAINT_ORDER,
  articles: {},
  duties: [
    ...DUTIES.filter(duty => duty.name === 'first-contact' || duty.name === 'handover-acceptance'),
    {
      ...STEP,
      name: 'final-response',
      title: { zh: '答复', en: 'Answer' },
      unit: 'natural-day',
      limit: 15,
      source: house({ zh: '其他事项收到后15日内答复', en: 'answer other matters within 15 days' }),
      startOn: ['received', 'new-facts', 'reopened'],
      metBy: ['told'],
      endedBy: [...ENDINGS, 'resolved'],
    },
  ],
}
