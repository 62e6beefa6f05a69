// The words of the command forms that a field's own name does not say, the groups of the menu and the stages of a case.

import type { Words } from '../../../kernel/words.ts'

export const FORM_WORDS = {
  toldBy: { zh: '告知方式', en: 'Told by' },
  sentAt: { zh: '寄出、发出或拨出时间', en: 'Posted, sent or called at' },
  proof: { zh: '送达证明', en: 'Proof of delivery' },
  commissionNumber: { zh: '委托书编号', en: 'Number of the commission' },
  mediationBody: { zh: '调解组织', en: 'Mediation body' },
  findingOverall: { zh: '总体认定', en: 'Finding overall' },
  lateHelp: { zh: '超过期限告知的，必须写明。', en: 'Required when the notice is late.' },
  recheckOutcome: { zh: '对处理结果的核查', en: 'On the result' },
  itemsHelp: {
    zh: '每行一项。账户、合同、交易和录音录像由本机构自行调取。',
    en: 'One per line. Accounts, contracts, transactions and recordings are the bank’s own to look up.',
  },
  overrideHelp: { zh: '仅在本机构确实无法查到时填写。', en: 'Only where the bank truly cannot look it up.' },
  explanation: { zh: '向提出人的说明', en: 'Explanation to the person who filed' },
  newFacts: { zh: '新的事实', en: 'The new facts' },
  whyNew: { zh: '为什么不是重复投诉', en: 'Why this is not the same complaint again' },
  withdrawalWords: { zh: '撤回的意思表示', en: 'What the consumer said' },
  rightName: { zh: '正确的姓名', en: 'The right name' },
  groupHolding: { zh: '承办', en: 'Holding' },
  groupHandling: { zh: '办理', en: 'Handling' },
  groupSecond: { zh: '复核审批', en: 'Second person' },
  groupNotices: { zh: '告知与外部', en: 'Notices and authorities' },
  groupEnding: { zh: '核查、结案与整改', en: 'Re-check, closing, rectification' },
  stageRegistered: { zh: '登记', en: 'Registered' },
  stageAssigned: { zh: '分派', en: 'Assigned' },
  stageInvestigated: { zh: '核实', en: 'Investigated' },
  stageNegotiated: { zh: '协商', en: 'Negotiated' },
  stageDrafted: { zh: '拟定', en: 'Drafted' },
  stageApproved: { zh: '审批', en: 'Approved' },
  stageTold: { zh: '告知', en: 'Told' },
  stageClosed: { zh: '结案', en: 'Closed' },
} satisfies Words

export const CALL_WORDS = {
  reached: { zh: '已接通', en: 'Reached' },
  'no-answer': { zh: '未接通', en: 'No answer' },
} satisfies Words
