// The presets that come with the product: three public files of other institutions, and a bank's own ledger.

import type { ImportPreset } from './import-preset.ts'
import { STANDARD } from './import-preset-standard.ts'

/** 289 complaints of the Dutch employee-insurance agency (BPI Challenge 2016). */
const UWV: ImportPreset = {
  id: 'uwv',
  title: { zh: '荷兰雇员保险局投诉（BPI 2016）', en: 'UWV complaints (BPI Challenge 2016)' },
  formats: ['csv', 'xlsx'],
  zone: 'Europe/Amsterdam',
  language: 'en',
  packs: ['ISO-10002'],
  why: {
    zh: '荷兰行政机构的投诉不受中国办法约束；以 ISO 10002 的一般标准衡量。',
    en: 'Complaints to a Dutch agency are under no Chinese order; they are measured by the general standard, ISO 10002.',
  },
  fields: {
    reference: { as: 'text', from: ['ComplaintID'] },
    // The file names its channels by number and explains none of them.
    channel: { as: 'constant', value: 'other' },
    receivedAt: { as: 'instant', from: ['ContactDate'] },
    request: { as: 'text', from: ['ComplaintTopic_EN', 'ComplaintTheme_EN'] },
    text: { as: 'text', from: ['ComplaintTheme_EN', 'ComplaintSubtheme_EN', 'ComplaintTopic_EN'], join: ' — ' },
    product: { as: 'text', from: ['ComplaintTheme_EN'] },
    // A number that names a customer is sealed, and found again only whole.
    account: { as: 'text', from: ['CustomerID'] },
  },
  remarks: {
    dossier: { as: 'text', from: ['ComplaintDossierID'] },
    channel: { as: 'text', from: ['ContactChannelID'] },
    office: { as: 'text', from: ['Office_U'] },
    ageCategory: { as: 'text', from: ['AgeCategory'] },
    gender: { as: 'text', from: ['Gender'] },
  },
  closed: null,
  checks: [],
  notes: [
    {
      zh: '文件没有答复日期和办结日期，各件均按未办结登记；渠道只有编号而无说明，记为“其他”。',
      en: 'The file has no date of answer or closing, so every row enters open; its channels are numbers without a key and become “other”.',
    },
  ],
}

const TIMELY_NO = ['No', 'false']

/** The public database of the US Consumer Financial Protection Bureau, structured columns. */
const CFPB: ImportPreset = {
  id: 'cfpb',
  title: { zh: '美国消费者金融保护局投诉库', en: 'CFPB consumer complaint database' },
  formats: ['csv', 'xlsx'],
  zone: 'America/New_York',
  language: 'en',
  packs: ['US-CFPB'],
  why: {
    zh: '美国消费者经监管门户提出的投诉，期限按《公司门户手册》。',
    en: 'Complaints sent through the US portal; their limits are those of the Company Portal Manual.',
  },
  fields: {
    // 3,165 rows have none: those are known by the file and the line.
    reference: { as: 'text', from: ['complaint_id'] },
    channel: {
      as: 'choice',
      from: ['submitted_via'],
      to: { Web: 'web', Phone: 'hotline', 'Postal mail': 'letter', Fax: 'letter', Email: 'email' },
      otherwise: 'other',
    },
    spokeAt: { as: 'instant', from: ['date_received'] },
    // The consumer spoke to the Bureau on date_received; the company's 15 days begin when the Bureau sent it on.
    receivedAt: { as: 'instant', from: ['date_sent'] },
    // The file has no date of response: a closed row is closed on the last date it has, and nobody is said to be told.
    closedAt: { as: 'instant', from: ['date_sent'] },
    outcome: { as: 'text', from: ['company_response'] },
    request: { as: 'text', from: ['issue'], otherwise: '(no issue given)' },
    text: { as: 'text', from: ['issue', 'sub_issue'], join: ' — ', otherwise: '(no issue given)' },
    product: { as: 'text', from: ['product'] },
    vulnerable: { as: 'choices', from: ['tags'], split: ',', to: { 'Older American': 'elderly' } },
  },
  remarks: {
    productRaw: { as: 'text', from: ['product_raw'] },
    subProduct: { as: 'text', from: ['sub_product'] },
    company: { as: 'text', from: ['company'] },
    state: { as: 'text', from: ['state'] },
    submittedVia: { as: 'text', from: ['submitted_via'] },
    dateReceived: { as: 'text', from: ['date_received'] },
    dateSent: { as: 'text', from: ['date_sent'] },
    timely: { as: 'text', from: ['timely'] },
    disputed: { as: 'text', from: ['disputed'] },
    tags: { as: 'text', from: ['tags'] },
    extract: { as: 'text', from: ['src'] },
  },
  closed: { from: ['company_response'], not: ['In progress'] },
  checks: [
    {
      kind: 'agree',
      id: 'untimely-response',
      title: {
        zh: '答复为“Untimely response”的，timely 标记应为否',
        en: 'A response of “Untimely response” goes with a timely flag of no',
      },
      when: { column: 'company_response', is: ['Untimely response'] },
      expect: { column: 'timely', is: TIMELY_NO },
    },
    {
      kind: 'order',
      id: 'sent-after-received',
      title: { zh: '转送公司的日期不早于收到日期', en: 'Sent to the company not before it was received' },
      earlier: 'date_received',
      later: 'date_sent',
    },
  ],
  notes: [
    {
      zh: '文件没有公司答复的日期，除“Untimely response”与 timely 标记是否一致外，是否超过 15 日或 60 日无从核对；已办结的各件以转送日期为办结日期，不记告知日期。',
      en: 'The file has no date of response. Beyond “Untimely response” against the timely flag, nothing can be checked: no span to hold against 15 or 60 days. Closed rows carry the date sent as their last known date, and no date of notice.',
    },
    {
      zh: 'timely 标记为否而答复不是“Untimely response”的，并不矛盾：逾期之后仍可答复。',
      en: 'A flag of no beside another response is no contradiction: a company may answer after its time.',
    },
  ],
}

/** Messages of citizens to a provincial government's platform, with or without the reply. */
const CITIZEN: ImportPreset = {
  id: 'citizen',
  title: { zh: '网络问政留言', en: 'Messages of citizens to the government' },
  formats: ['jsonl', 'csv', 'xlsx'],
  zone: 'Asia/Shanghai',
  language: 'zh-CN',
  packs: ['ISO-10002'],
  why: {
    zh: '留言对象是政府而非银行保险机构，不适用 3 号令；均早于 2022 年的《信访工作条例》，也不宜以后法衡量，故用 ISO 10002。',
    en: 'They are addressed to a government, so No.3 does not apply; all are older than the petition rules of 2022 and must not be measured by a later law. ISO 10002 is left.',
  },
  fields: {
    reference: { as: 'text', from: ['id'] },
    channel: { as: 'constant', value: 'web' },
    spokeAt: { as: 'instant', from: ['time'] },
    receivedAt: { as: 'instant', from: ['time'] },
    toldAt: { as: 'instant', from: ['reply_time'] },
    closedAt: { as: 'instant', from: ['reply_time'] },
    outcome: { as: 'constant', value: '已答复' },
    request: { as: 'text', from: ['title', 'text'] },
    // The reply names people as the message does: both are sealed.
    text: { as: 'text', from: ['text', 'reply'], join: '\n\n【原答复】' },
    product: { as: 'text', from: ['label'] },
  },
  remarks: {
    explained: { as: 'text', from: ['explained'] },
    complete: { as: 'text', from: ['complete'] },
  },
  closed: { from: ['reply_time'], filled: true },
  checks: [
    {
      kind: 'order',
      id: 'reply-after-message',
      title: { zh: '答复时间不早于留言时间', en: 'The reply is not earlier than the message' },
      earlier: 'time',
      later: 'reply_time',
    },
  ],
  notes: [
    {
      zh: '没有答复的留言按未办结登记。',
      en: 'A message without a reply enters open.',
    },
  ],
}

export const PRESETS: readonly ImportPreset[] = [STANDARD, UWV, CFPB, CITIZEN]

export function findPreset(id: string): ImportPreset | null {
  return PRESETS.find(each => each.id === id) ?? null
}
