// Two other routes by which a complaint may come, petition and administrative complaint, each with clocks of its own.

import type { RulePack } from '../../../kernel/rule-pack.ts'
import { getDay } from '../../../kernel/time.ts'
import { CHINA } from './policy-china.ts'
import { ENDINGS } from './policy-order.ts'
import { consumerRules, petitionRules } from './policy-source.ts'

const TO_PETITIONER = { owner: 'bank', basis: 'law', unit: 'natural-day' } as const
const BY_PETITIONER = {
  owner: 'consumer',
  basis: 'law',
  unit: 'natural-day',
  limit: 30,
  endedBy: ['reopened'],
  lapses: true,
} as const

export const CN_PETITION: RulePack = {
  ...CHINA,
  id: 'CN-XF-2022',
  version: '1',
  title: { zh: '信访工作条例', en: 'Regulations on Petition Work' },
  effectiveFrom: getDay('2022-05-01'),
  effectiveTo: null,
  articles: {
    received: petitionRules(23),
    extended: petitionRules(34),
    paused: petitionRules(34),
    told: petitionRules(34),
  },
  duties: [
    {
      ...TO_PETITIONER,
      name: 'petition-answer',
      title: { zh: '告知信访人是否受理', en: 'Tell the petitioner whether it is taken' },
      limit: 15,
      source: petitionRules(23),
      startOn: ['received'],
      metBy: ['petition-answered', 'petition-taken', 'told'],
      endedBy: [...ENDINGS],
    },
    {
      ...TO_PETITIONER,
      name: 'petition-objection',
      title: { zh: '对错转提出异议', en: 'Object to a mistaken transfer' },
      unit: 'working-day',
      limit: 5,
      source: petitionRules(23),
      startOn: ['petition-misdirected'],
      metBy: ['petition-objected'],
      endedBy: [...ENDINGS],
    },
    {
      ...TO_PETITIONER,
      name: 'decision',
      title: { zh: '办结信访事项', en: 'Conclude the petition' },
      limit: 60,
      source: petitionRules(34),
      startOn: ['petition-taken'],
      metBy: ['told'],
      endedBy: [...ENDINGS],
      extensions: [
        {
          tier: 'complex',
          title: { zh: '情况复杂', en: 'complex case' },
          total: 90,
          source: petitionRules(34),
          approver: { zh: '本机关、单位负责人', en: 'head of the unit' },
          notice: 'required',
        },
      ],
    },
    {
      ...BY_PETITIONER,
      name: 'review-window',
      title: { zh: '信访人请求复查', en: 'Ask for a review' },
      source: petitionRules(35),
      startOn: ['told'],
      startAt: 'deliveredAt',
      metBy: ['review-requested'],
    },
    {
      ...TO_PETITIONER,
      name: 'review',
      title: { zh: '提出复查意见', en: 'Give the review opinion' },
      limit: 30,
      source: petitionRules(35),
      startOn: ['review-requested'],
      metBy: ['review-told'],
      endedBy: ['reopened'],
    },
    {
      ...BY_PETITIONER,
      name: 'second-review-window',
      title: { zh: '信访人请求复核', en: 'Ask for a second review' },
      source: petitionRules(36),
      startOn: ['review-told'],
      startAt: 'deliveredAt',
      metBy: ['second-review-requested'],
    },
    {
      ...TO_PETITIONER,
      name: 'second-review',
      title: { zh: '提出复核意见', en: 'Give the second review opinion' },
      limit: 30,
      source: petitionRules(36),
      startOn: ['second-review-requested'],
      metBy: ['second-review-told'],
      endedBy: ['reopened'],
    },
  ],
}

export const CN_ADMINISTRATIVE: RulePack = {
  ...CHINA,
  id: 'CN-CPR-2024',
  version: '1',
  title: { zh: '消费者权益保护法实施条例', en: 'Implementing Regulations of the Consumer Protection Law' },
  effectiveFrom: getDay('2024-07-01'),
  effectiveTo: null,
  articles: { received: consumerRules(46), paused: consumerRules(46) },
  duties: [
    {
      name: 'administrative-answer',
      title: { zh: '行政部门处理并告知', en: 'Handling and notice by the authority' },
      owner: 'regulator',
      basis: 'law',
      unit: 'working-day',
      limit: 7,
      source: consumerRules(46),
      startOn: ['received'],
      metBy: ['administrative-answered', 'administrative-taken'],
      endedBy: ['withdrawn'],
    },
    {
      name: 'administrative-mediation',
      title: { zh: '行政调解', en: 'Mediation by the authority' },
      owner: 'regulator',
      basis: 'law',
      unit: 'natural-day',
      limit: 60,
      source: consumerRules(46),
      startOn: ['administrative-taken'],
      metBy: ['administrative-mediated'],
      endedBy: ['withdrawn'],
      pauses: [
        { reason: 'appraisal', title: { zh: '鉴定、检测', en: 'appraisal or testing' }, source: consumerRules(46) },
      ],
    },
  ],
}
