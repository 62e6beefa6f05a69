// The words of the audit's pages.

import type { Words } from '../../../kernel/words.ts'

export const PAGE = {
  title: { zh: '台账核查', en: 'The ledger' },
  facts: { zh: '事实', en: 'Facts' },
  readings: { zh: '阅览记录', en: 'Who read what' },
  seals: { zh: '封存与核验', en: 'Seals and verification' },
  lists: { zh: '台账', en: 'Lists' },

  purposeTitle: { zh: '先说明核查目的', en: 'State the purpose first' },
  purposeText: {
    zh: '查询台账本身也会留痕：谁、何时、为何查询了什么。',
    en: 'A search of the ledger is itself recorded: who, when, why and for what.',
  },
  purpose: { zh: '核查目的', en: 'Purpose' },
  purposeHelp: {
    zh: '例如：2026 年一季度投诉处理时效专项检查',
    en: 'For example: inspection of handling times, first quarter of 2026',
  },
  purposeGo: { zh: '开始核查', en: 'Begin' },
  purposeNow: { zh: '目的：{purpose}', en: 'Purpose: {purpose}' },
  purposeOther: { zh: '更换目的', en: 'Another purpose' },

  module: { zh: '模块', en: 'Module' },
  complaints: { zh: '投诉', en: 'Complaints' },
  identity: { zh: '机构与人员', en: 'Organisation' },
  case: { zh: '案件', en: 'Case' },
  actor: { zh: '何人', en: 'Who' },
  type: { zh: '何事', en: 'What' },
  days: { zh: '日期', en: 'Days' },
  at: { zh: '时间', en: 'When' },
  version: { zh: '序号', en: 'No.' },
  hash: { zh: '摘要值', en: 'Hash' },
  body: { zh: '内容（已脱敏）', en: 'Content (masked)' },
  noBody: {
    zh: '系统管理员只能看到发生了什么，看不到内容。',
    en: 'An administrator sees that it happened, not what was said.',
  },
  factsEmpty: { zh: '没有符合条件的事实', en: 'No fact matches' },
  factsEmptyText: { zh: '放宽筛选条件，或换一个时间段。', en: 'Widen the filters, or choose other days.' },
  readingsEmpty: { zh: '没有符合条件的阅览记录', en: 'No reading matches' },
  act: { zh: '行为', en: 'Act' },
  subject: { zh: '对象', en: 'Subject' },
  close: { zh: '关闭', en: 'Close' },

  opened: { zh: '打开', en: 'opened' },
  listed: { zh: '列出', en: 'listed' },
  searched: { zh: '查询', en: 'searched' },
  revealed: { zh: '查看原文', en: 'unmasked' },
  printed: { zh: '打印', en: 'printed' },
  exported: { zh: '导出', en: 'exported' },
  downloaded: { zh: '下载', en: 'downloaded' },

  no: { zh: '编号', en: 'No.' },
  leaves: { zh: '封存案件', en: 'Cases sealed' },
  root: { zh: '根摘要', en: 'Root' },
  previous: { zh: '前一封存', en: 'Seal before' },
  sealsEmpty: { zh: '尚未封存', en: 'Nothing sealed yet' },
  sealsEmptyText: {
    zh: '系统定时封存自上次以来变动的案件。',
    en: 'Cases changed since the last seal are sealed by the clock.',
  },
  verify: { zh: '核验全部链条与封存', en: 'Verify every chain and seal' },
  verifying: { zh: '正在核验', en: 'Verifying' },
  verified: {
    zh: '核验通过：{facts} 条事实、{cases} 条链、{seals} 次封存，均与登记时一致。',
    en: 'All is as it was written: {facts} facts, {cases} chains, {seals} seals.',
  },
  differs: { zh: '核验未通过：{first}', en: 'Verification failed: {first}' },
} satisfies Words

export const ACTS = ['opened', 'listed', 'searched', 'revealed', 'printed', 'exported', 'downloaded'] as const
export const MODULES = ['complaints', 'identity'] as const
