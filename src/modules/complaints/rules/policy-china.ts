// The limits of Chinese law on complaints, each with its article: the orders of the two regulators.

import type { Duty, PauseRule, RulePack } from '../../../kernel/rule-pack.ts'
import { getDay } from '../../../kernel/time.ts'
import { COMPLAINT_ORDER, ENDINGS } from './policy-order.ts'
import { CIVIL_CODE_203, MEDIATION_LAW_33, no3, no5, no9 } from './policy-source.ts'

const RESTARTS = ['reopened/new-facts', 'reopened/order']

/** The only two grounds of No.3: outside appraisal (Art. 18) and mediation (Art. 23). Waiting for papers is none. */
export const APPRAISAL_AND_MEDIATION: readonly PauseRule[] = [
  {
    reason: 'appraisal',
    title: { zh: '鉴定、检测、评估', en: 'appraisal, testing or assessment' },
    source: no3(18, 2),
  },
  { reason: 'mediation', title: { zh: '调解', en: 'mediation' }, source: no3(23) },
]

const NFRA_DECISION: Duty = {
  name: 'decision',
  title: { zh: '作出并告知处理决定', en: 'Decide and tell' },
  owner: 'bank',
  basis: 'law',
  unit: 'natural-day',
  limit: 15,
  source: no3(18),
  // No.3 Art. 18 para. 3: new facts and reasons begin the limit again from receipt of the new material.
  startOn: ['received', 'new-facts', ...RESTARTS],
  continuesOn: ['reopened/own-error'],
  metBy: ['told'],
  // No.3 Art. 15: the procedure ends on the day the withdrawal is received.
  endedBy: [...ENDINGS, 'resolved'],
  extensions: [
    {
      tier: 'complex',
      title: { zh: '情况复杂', en: 'complex case' },
      total: 30,
      source: no3(18),
      // No.3 names no approver for this step.
      approver: { zh: '投诉处理部门负责人（内部要求）', en: 'head of the complaint department (house rule)' },
      notice: 'policy',
    },
    {
      tier: 'special',
      title: { zh: '情况特别复杂或者有其他特殊原因', en: 'especially complex case or other special reason' },
      total: 60,
      after: 'complex',
      source: no3(18),
      approver: {
        zh: '上级机构或者总行高级管理人员',
        en: 'superior institution or senior executive of the head office',
      },
      notice: 'required',
    },
  ],
  pauses: APPRAISAL_AND_MEDIATION,
}

const NFRA_RECHECK: readonly Duty[] = [
  {
    name: 'recheck-window',
    title: { zh: '投诉人申请核查', en: 'Apply for a re-check' },
    owner: 'consumer',
    basis: 'law',
    unit: 'natural-day',
    limit: 30,
    source: no3(20),
    startOn: ['told'],
    // The window opens when the decision is received, which may be later than when it was told in time (Art. 21).
    startAt: 'deliveredAt',
    notFor: 'head',
    metBy: ['recheck-requested'],
    endedBy: ['reopened'],
    lapses: true,
    admits: [
      {
        fact: 'recheck-requested',
        until: 'due',
        refusals: {
          absent: {
            code: 'recheck-not-open',
            zh: '只有对分支机构作出的处理决定才能申请核查',
            en: 'A re-check can be requested only of a decision that a branch has made',
          },
          over: {
            code: 'recheck-window-over',
            zh: '申请核查的期限已过',
            en: 'The time to request a re-check has passed',
          },
          used: {
            code: 'recheck-requested-already',
            zh: '已经申请过核查',
            en: 'A re-check has been requested already',
          },
        },
      },
    ],
  },
  {
    name: 'recheck',
    title: { zh: '作出并告知核查决定', en: 'Decide the re-check and tell' },
    owner: 'bank',
    basis: 'law',
    unit: 'natural-day',
    limit: 30,
    source: no3(20),
    startOn: ['recheck-requested'],
    metBy: ['recheck-told'],
    endedBy: ['reopened'],
    admits: [
      {
        fact: 'recheck-told',
        until: 'finish',
        refusals: {
          absent: { code: 'recheck-not-requested', zh: '没有核查申请', en: 'No re-check has been requested' },
          over: { code: 'recheck-over', zh: '核查期限已过', en: 'The time for the re-check has passed' },
          used: {
            code: 'recheck-told-already',
            zh: '核查决定已经告知',
            en: 'The re-check decision has been told already',
          },
        },
      },
    ],
  },
]

const REGULATOR_REPLY = {
  name: 'regulator-reply',
  title: { zh: '向监管部门反馈', en: 'Reply to the regulator' },
  owner: 'bank',
  basis: 'law',
  unit: 'natural-day',
  limit: 0,
  limitFrom: 'dueOn',
  startOn: ['received', 'regulator-asked'],
  parallel: true,
  metBy: ['regulator-replied'],
  endedBy: [],
} as const satisfies Omit<Duty, 'source'>

// The forwarding limit binds the regulator and is never taken off the institution's own days.
const REGULATOR_FORWARD = {
  name: 'regulator-forward',
  title: { zh: '监管部门转办', en: 'Forward by the regulator' },
  owner: 'regulator',
  basis: 'law',
  unit: 'working-day',
  limit: 7,
  metBy: ['transferred', 'received'],
  endedBy: ['withdrawn'],
} as const satisfies Omit<Duty, 'source' | 'startOn'>

const MAJOR_REPORTS: readonly Duty[] = [
  {
    name: 'major-report',
    title: { zh: '重大投诉首次报告', en: 'First report of a major complaint' },
    owner: 'bank',
    // No.9 Art. 50 says "promptly"; the number is the institution's.
    basis: 'policy',
    unit: 'natural-minute',
    limit: 1440,
    source: no9(50),
    startOn: ['major-flagged'],
    metBy: ['major-reported', 'major-written'],
    endedBy: [],
  },
  {
    name: 'major-written-report',
    title: { zh: '重大投诉书面报告', en: 'Written report of a major complaint' },
    owner: 'bank',
    basis: 'policy',
    unit: 'working-day',
    limit: 3,
    source: no9(50),
    startOn: ['major-flagged'],
    metBy: ['major-written'],
    endedBy: [],
  },
]

const JUDICIAL_CONFIRMATION: Duty = {
  name: 'judicial-confirmation',
  title: { zh: '双方共同申请司法确认', en: 'Apply jointly for judicial confirmation' },
  owner: 'consumer',
  basis: 'law',
  unit: 'natural-day',
  limit: 30,
  source: MEDIATION_LAW_33,
  startOn: ['mediation-agreed'],
  metBy: ['judicially-confirmed'],
  endedBy: [],
  lapses: true,
}

/** What every pack of Chinese law has in common. */
export const CHINA = {
  zone: 'Asia/Shanghai',
  calendar: 'CN',
  restDays: CIVIL_CODE_203,
  order: COMPLAINT_ORDER,
} as const

export const CN_NFRA: RulePack = {
  ...CHINA,
  id: 'CN-NFRA-2020-3',
  version: '1',
  title: { zh: '银保监会令2020年第3号', en: 'CBIRC Order No. 3 of 2020' },
  effectiveFrom: getDay('2020-03-01'),
  effectiveTo: null,
  leads: true,
  articles: {
    received: no3(18),
    extended: no3(18),
    paused: no3(18, 2),
    'new-facts': no3(18, 3),
    told: no3(18),
    withdrawn: no3(15),
    declined: no3(18, 4),
    merged: no3(18, 3),
    'recheck-requested': no3(20),
    'recheck-told': no3(20),
  },
  duties: [
    NFRA_DECISION,
    ...NFRA_RECHECK,
    { ...REGULATOR_REPLY, source: no3(36) },
    { ...REGULATOR_FORWARD, source: no3(33), startOn: ['regulator-received'] },
    ...MAJOR_REPORTS,
    JUDICIAL_CONFIRMATION,
  ],
}

export const CN_PBC: RulePack = {
  ...CHINA,
  id: 'CN-PBC-2020-5',
  version: '1',
  title: { zh: '人民银行令〔2020〕第5号', en: 'PBC Order No. 5 of 2020' },
  effectiveFrom: getDay('2020-11-01'),
  effectiveTo: null,
  articles: { received: no5(43), extended: no5(43), paused: no5(43), told: no5(43) },
  duties: [
    {
      name: 'decision',
      title: { zh: '答复投诉人', en: 'Answer the complainant' },
      owner: 'bank',
      basis: 'law',
      unit: 'natural-day',
      limit: 15,
      source: no5(43),
      // No.5 speaks neither of pauses nor of a new limit for new facts, so it gives neither; only a case reopened
      // after its answer counts anew.
      startOn: ['received', ...RESTARTS],
      continuesOn: ['reopened/own-error'],
      metBy: ['told'],
      endedBy: [...ENDINGS, 'resolved'],
      extensions: [
        {
          tier: 'complex',
          title: { zh: '情况复杂', en: 'complex case' },
          total: 60,
          source: no5(43),
          approver: { zh: '本机构投诉处理工作负责人', en: 'head of complaint work of the institution' },
          notice: 'required',
        },
      ],
    },
    { ...REGULATOR_REPLY, source: no5(44) },
    // Art. 43: where the regulator asked for a supplement, its days count from when that is complete.
    { ...REGULATOR_FORWARD, source: no5(43), startOn: ['regulator-received', 'regulator-supplemented'] },
  ],
}
