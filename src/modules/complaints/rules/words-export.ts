// The words of an exported list.

import type { Wording } from '../../../kernel/words.ts'

export const EXPORT_WORDS = {
  sheet: { zh: '投诉清单', en: 'Complaints' },
  mark: {
    zh: '导出人：{person}　时间：{at}　用途：{purpose}　内部资料，注意保密',
    en: 'Exported by {person} at {at} for: {purpose}. Internal, keep confidential.',
  },
  columns: [
    { zh: '编号', en: 'Number' },
    { zh: '诉求摘要', en: 'Claim' },
    { zh: '事项', en: 'Matter' },
    { zh: '来源渠道', en: 'Channel' },
    { zh: '状态', en: 'State' },
    { zh: '承办机构', en: 'Unit' },
    { zh: '承办人', en: 'Handler' },
    { zh: '收到时间', en: 'Received' },
    { zh: '最近到期', en: 'Next due' },
    { zh: '到期事项', en: 'Duty due' },
  ] satisfies readonly Wording[],
} as const
