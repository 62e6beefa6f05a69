// The preset for a bank's own ledger: the headings that complaint ledgers in China carry, in either language.

import type { ImportPreset } from './import-preset.ts'
import { CHANNELS, MATTERS, VULNERABILITIES } from './vocabulary.ts'

/** Each word of the product's own, and how ledgers write it. */
const itself = (names: readonly string[]) => Object.fromEntries(names.map(name => [name, name]))

const CHANNEL_WORDS_IN_LEDGERS = {
  ...itself(CHANNELS),
  客服热线: 'hotline',
  客服电话: 'hotline',
  电话: 'hotline',
  网点柜面: 'branch',
  网点: 'branch',
  柜面: 'branch',
  官方网站: 'web',
  网站: 'web',
  手机银行: 'app',
  微信: 'wechat',
  电子邮件: 'email',
  邮件: 'email',
  来信: 'letter',
  信函: 'letter',
  来访: 'visit',
  '12378': 'nfra-12378',
  金融监管转办: 'nfra-12378',
  '12363': 'pbc-12363',
  人民银行转办: 'pbc-12363',
  '12345': 'government-12345',
  政务热线: 'government-12345',
  信访: 'petition-office',
  媒体: 'media',
  其他: 'other',
}

const MATTER_WORDS_IN_LEDGERS = {
  ...itself(MATTERS),
  投诉: 'complaint',
  咨询: 'inquiry',
  建议: 'suggestion',
  表扬: 'praise',
  举报: 'report',
  信访: 'petition',
  其他: 'other',
}

const ENDED = ['办结时间', '办结日期', '结案时间', '结案日期', 'closedAt']

export const STANDARD: ImportPreset = {
  id: 'standard',
  title: { zh: '本机构投诉台账', en: 'A bank’s own complaint ledger' },
  formats: ['csv', 'xlsx', 'jsonl'],
  zone: 'Asia/Shanghai',
  language: 'zh-CN',
  packs: null,
  why: {
    zh: '本机构收到的事项，按法律规定的规则包。',
    en: 'Matters that this bank received come under the packs that the law gives them.',
  },
  fields: {
    reference: { as: 'text', from: ['投诉编号', '工单编号', '工单号', '编号', 'number', 'id'] },
    channel: {
      as: 'choice',
      from: ['投诉渠道', '受理渠道', '来源渠道', 'channel'],
      to: CHANNEL_WORDS_IN_LEDGERS,
    },
    matterType: {
      as: 'choice',
      from: ['事项类型', '工单类型', 'matterType'],
      to: MATTER_WORDS_IN_LEDGERS,
      otherwise: 'complaint',
    },
    happenedAt: { as: 'instant', from: ['业务发生时间', '发生时间', 'happenedAt'] },
    spokeAt: { as: 'instant', from: ['投诉提出时间', '来电时间', 'spokeAt'] },
    receivedAt: { as: 'instant', from: ['收到时间', '投诉时间', '受理时间', '收到日期', '受理日期', 'receivedAt'] },
    toldAt: { as: 'instant', from: ['告知时间', '答复时间', '告知日期', '答复日期', 'toldAt'] },
    closedAt: { as: 'instant', from: ENDED },
    outcome: { as: 'text', from: ['处理结果', '办结结果', 'outcome'], otherwise: '已办结' },
    text: { as: 'text', from: ['投诉内容', '诉求内容', '事项内容', 'text'] },
    request: { as: 'text', from: ['投诉请求', '客户诉求', '诉求', 'request'] },
    product: { as: 'text', from: ['产品名称', '产品', '业务类别', 'product'] },
    codeA: { as: 'text', from: ['渠道分类', 'codeA'] },
    codeB: { as: 'text', from: ['业务分类', 'codeB'] },
    codeC: { as: 'text', from: ['原因分类', 'codeC'] },
    amountMinor: { as: 'money', from: ['涉及金额', '涉及金额（元）', 'amount'], unit: 'yuan' },
    complainants: { as: 'number', from: ['投诉人数', 'complainants'] },
    unit: { as: 'text', from: ['机构代码', '受理机构代码', 'unit'] },
    name: { as: 'text', from: ['客户姓名', '投诉人', '姓名', 'name'] },
    phone: { as: 'text', from: ['联系电话', '手机号码', '电话', 'phone'] },
    identityNumber: { as: 'text', from: ['证件号码', '身份证号', 'identityNumber'] },
    account: { as: 'text', from: ['账号', '卡号', 'account'] },
    email: { as: 'text', from: ['电子邮箱', '邮箱', 'email'] },
    address: { as: 'text', from: ['联系地址', '地址', 'address'] },
    birthYear: { as: 'number', from: ['出生年份', 'birthYear'] },
    vulnerable: {
      as: 'choices',
      from: ['特殊群体', 'vulnerable'],
      split: '、',
      to: { ...itself(VULNERABILITIES), 老年人: 'elderly', 残疾人: 'disabled', 未成年人: 'minor' },
    },
    outsideBody: {
      as: 'choice',
      from: ['转办机构', 'outsideBody'],
      to: {
        金融监管总局: 'nfra',
        金融监管局: 'nfra',
        人民银行: 'pbc',
        信访局: 'petition-office',
        政府: 'government',
        nfra: 'nfra',
        pbc: 'pbc',
      },
      otherwise: 'other',
    },
    outsideNumber: { as: 'text', from: ['转办编号', '监管编号', 'outsideNumber'] },
    outsideReceivedAt: { as: 'instant', from: ['转办收到时间', 'outsideReceivedAt'] },
  },
  remarks: {
    overdueReason: { as: 'text', from: ['超期原因'] },
  },
  closed: { from: ENDED, filled: true },
  checks: [],
  notes: [],
}
