// What the pages are called in the menu, the palette and the window's title.

import type { Words } from '../kernel/words.ts'

export const PAGE_NAMES = {
  complaints: { zh: '投诉', en: 'Complaints' },
  register: { zh: '登记投诉', en: 'Register' },
  approvals: { zh: '审批', en: 'Approvals' },
  rules: { zh: '规则与日历', en: 'Rules' },
  import: { zh: '导入', en: 'Import' },
  complaint: { zh: '投诉案件', en: 'Complaint' },
  people: { zh: '机构与人员', en: 'Organisation' },
  tokens: { zh: '程序令牌', en: 'Program tokens' },
  audit: { zh: '台账核查', en: 'Ledger' },
} satisfies Words
