// Limits of other countries and of the international standard, for institutions abroad: the same engine, other data.

import type { Duty, RulePack, Source } from '../../../kernel/rule-pack.ts'
import { getDay } from '../../../kernel/time.ts'
import { COMPLAINT_ORDER, ENDINGS } from './policy-order.ts'
import { house } from './policy-source.ts'

const RESTARTS = ['reopened/new-facts', 'reopened/order']
const BANK = { owner: 'bank', basis: 'law' } as const

function disp(rule: string): Source {
  return {
    code: `DISP ${rule}`,
    zh: `英国金融行为监管局《投诉处理规则》DISP ${rule}`,
    en: `FCA Handbook, DISP ${rule}`,
  }
}

const UK = {
  version: '1',
  effectiveFrom: getDay('2016-06-30'),
  effectiveTo: null,
  zone: 'Europe/London',
  calendar: 'UK',
  order: COMPLAINT_ORDER,
  articles: { received: disp('1.6.1'), extended: disp('1.6.2'), paused: disp('1.6.2'), told: disp('1.6.2') },
} as const

const UK_ACKNOWLEDGEMENT: Duty = {
  name: 'acknowledgement',
  title: { zh: '书面确认收到', en: 'Acknowledge' },
  owner: 'bank',
  // DISP 1.6.1 says "promptly"; five business days is the institution's number.
  basis: 'policy',
  unit: 'working-day',
  limit: 5,
  source: disp('1.6.1'),
  startOn: ['received'],
  metBy: ['acknowledged', 'told', 'resolved'],
  endedBy: ENDINGS,
}

const UK_QUICK_PATH: Duty = {
  name: 'summary-resolution',
  title: { zh: '三个工作日内解决', en: 'Resolve by summary communication' },
  owner: 'bank',
  basis: 'law',
  unit: 'working-day',
  limit: 3,
  source: disp('1.5.1'),
  startOn: ['received'],
  metBy: ['resolved'],
  endedBy: ['told', ...ENDINGS],
  // A way that may be taken, not a duty: when it lapses the final response stays due.
  lapses: true,
  admits: [
    {
      fact: 'resolved',
      until: 'due',
      refusals: {
        absent: { code: 'not-open', zh: '投诉尚未收到', en: 'The complaint has not been received' },
        over: {
          code: 'summary-resolution-over',
          zh: '三个工作日已过，须出具最终答复',
          en: 'The third business day has passed, so a final response is due',
        },
        used: { code: 'resolved-already', zh: '已经解决', en: 'It has been resolved already' },
      },
    },
  ],
}

const OMBUDSMAN: Duty = {
  name: 'ombudsman-window',
  title: { zh: '向金融申诉专员申诉', en: 'Refer to the ombudsman' },
  owner: 'consumer',
  basis: 'law',
  unit: 'natural-day',
  limit: 0,
  months: 6,
  source: disp('1.6.2'),
  startOn: ['told'],
  metBy: [],
  endedBy: ['reopened'],
  lapses: true,
}

const UK_FINAL_RESPONSE: Duty = {
  ...BANK,
  name: 'final-response',
  title: { zh: '最终答复', en: 'Final response' },
  unit: 'natural-day',
  // Eight weeks.
  limit: 56,
  source: disp('1.6.2'),
  startOn: ['received', ...RESTARTS],
  continuesOn: ['reopened/own-error'],
  // 1.6.2(2): at eight weeks a letter that says why not, when, and that the ombudsman may be asked now, is enough.
  metBy: ['told', 'delay-explained'],
  endedBy: ['resolved', ...ENDINGS],
}

export const UK_DISP: RulePack = {
  ...UK,
  id: 'UK-FCA-DISP',
  title: { zh: '英国金融行为监管局投诉处理规则', en: 'UK FCA DISP' },
  duties: [UK_ACKNOWLEDGEMENT, UK_QUICK_PATH, UK_FINAL_RESPONSE, OMBUDSMAN],
}

/** Complaints about payment services and electronic money: 15 business days, 35 after a holding reply. */
export const UK_PAYMENTS: RulePack = {
  ...UK,
  id: 'UK-FCA-DISP-PAYMENTS',
  title: { zh: '英国金融行为监管局投诉处理规则（支付业务）', en: 'UK FCA DISP, payment services' },
  duties: [
    UK_ACKNOWLEDGEMENT,
    UK_QUICK_PATH,
    {
      ...UK_FINAL_RESPONSE,
      unit: 'working-day',
      limit: 15,
      source: disp('1.6.2A'),
      metBy: ['told'],
      extensions: [
        {
          tier: 'complex',
          title: { zh: '特殊情况（已发延迟说明函）', en: 'exceptional circumstances, holding reply sent' },
          total: 35,
          source: disp('1.6.2A'),
          approver: { zh: '投诉处理负责人', en: 'head of complaints' },
          notice: 'required',
        },
      ],
    },
    OMBUDSMAN,
  ],
}

const PORTAL: Source = {
  code: 'CFPB Company Portal Manual',
  zh: '美国消费者金融保护局《公司门户手册》',
  en: 'CFPB Company Portal Manual',
}

export const US_CFPB: RulePack = {
  id: 'US-CFPB',
  version: '1',
  title: { zh: '美国消费者金融保护局投诉门户', en: 'US CFPB complaint portal' },
  effectiveFrom: getDay('2011-07-21'),
  effectiveTo: null,
  zone: 'America/New_York',
  calendar: null,
  order: COMPLAINT_ORDER,
  articles: { received: PORTAL, extended: PORTAL, paused: PORTAL, told: PORTAL },
  duties: [
    {
      ...BANK,
      name: 'final-response',
      title: { zh: '答复', en: 'Respond' },
      unit: 'natural-day',
      limit: 15,
      source: PORTAL,
      startOn: ['received', ...RESTARTS],
      continuesOn: ['reopened/own-error'],
      metBy: ['told'],
      endedBy: [...ENDINGS, 'resolved'],
      extensions: [
        {
          tier: 'complex',
          title: { zh: '标记为“处理中”', en: 'marked “In progress”' },
          total: 60,
          source: PORTAL,
          approver: { zh: '公司门户用户', en: 'portal user of the company' },
          notice: 'required',
        },
      ],
    },
  ],
}

const ISO_TARGETS = {
  acknowledgement: house({
    zh: '按ISO 10002第8.3条立即确认，以1个工作日为准',
    en: 'acknowledge at once (ISO 10002, 8.3), taken as 1 working day',
  }),
  response: house({
    zh: '按ISO 10002由组织自定，以30日为准',
    en: 'set by the organisation under ISO 10002, taken as 30 days',
  }),
}

export const ISO_10002: RulePack = {
  id: 'ISO-10002',
  version: '1',
  title: { zh: 'ISO 10002:2018 投诉处理指南', en: 'ISO 10002:2018' },
  effectiveFrom: getDay('2018-07-30'),
  effectiveTo: null,
  zone: 'Asia/Shanghai',
  calendar: 'CN',
  order: COMPLAINT_ORDER,
  articles: {},
  duties: [
    {
      name: 'acknowledgement',
      title: { zh: '确认收到', en: 'Acknowledge' },
      owner: 'bank',
      basis: 'policy',
      unit: 'working-day',
      limit: 1,
      source: ISO_TARGETS.acknowledgement,
      startOn: ['received'],
      metBy: ['acknowledged', 'contacted', 'told'],
      endedBy: [...ENDINGS, 'resolved'],
    },
    {
      name: 'final-response',
      title: { zh: '最终答复', en: 'Final response' },
      owner: 'bank',
      basis: 'policy',
      unit: 'natural-day',
      limit: 30,
      source: ISO_TARGETS.response,
      startOn: ['received', ...RESTARTS],
      continuesOn: ['reopened/own-error'],
      metBy: ['told'],
      endedBy: [...ENDINGS, 'resolved'],
      extensions: [
        {
          tier: 'complex',
          title: { zh: '情况复杂', en: 'complex case' },
          total: 60,
          source: ISO_TARGETS.response,
          approver: { zh: '投诉处理负责人', en: 'head of complaints' },
          notice: 'required',
        },
      ],
    },
  ],
}
