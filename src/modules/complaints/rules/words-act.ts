// What a person can do with a complaint: the verb on the button, and a line that says what follows from it.

import type { Wording } from '../../../kernel/words.ts'
import type { Noun } from './contract.ts'

export interface ActWords extends Wording {
  /** What happens then, where the verb alone does not say it. */
  readonly effect?: Wording
}

export const ACT_WORDS: Readonly<Record<Noun, ActWords>> = {
  claim: {
    zh: '接单',
    en: 'Take it',
    effect: { zh: '您成为本件的承办人。', en: 'You become the handler of this case.' },
  },
  'supplement-request': {
    zh: '请消费者补充',
    en: 'Ask for material',
    effect: {
      zh: '期限继续计算，不因等待材料而暂停。本机构能查到的，不得要求消费者提供（3 号令第十三条）。',
      en: 'The limit keeps running. What the bank can look up must not be asked for (No.3 Art. 13).',
    },
  },
  supplement: { zh: '收到补充', en: 'Material received' },
  declination: {
    zh: '不予办理',
    en: 'Decline',
    effect: {
      zh: '须经另一人复核，并告知提出人。',
      en: 'A second person must agree, and the person who filed is told.',
    },
  },
  'declination-approval': { zh: '同意不予办理', en: 'Agree to decline' },
  'declination-refusal': { zh: '不同意', en: 'Do not decline' },
  reclassification: {
    zh: '转其他事项',
    en: 'Reclassify',
    effect: { zh: '须经另一人复核。', en: 'A second person must agree.' },
  },
  'reclassification-approval': { zh: '同意转出', en: 'Agree to reclassify' },
  'reclassification-refusal': { zh: '不同意', en: 'Do not reclassify' },
  merger: {
    zh: '合并',
    en: 'Merge',
    effect: {
      zh: '期限以先收到的一件为准，统计件数不变。',
      en: 'The earlier case’s limit holds; the count is unchanged.',
    },
  },
  'new-facts': {
    zh: '新的事实',
    en: 'New facts',
    effect: {
      zh: '确认后，期限自收到新材料之日重新计算（3 号令第十八条）。',
      en: 'Once confirmed the limit begins again from their receipt (No.3 Art. 18).',
    },
  },
  withdrawal: {
    zh: '撤回',
    en: 'Withdrawal',
    effect: {
      zh: '收到撤回之日，处理程序终止（3 号令第十五条）。',
      en: 'The procedure ends the day the withdrawal is received (No.3 Art. 15).',
    },
  },
  assignment: {
    zh: '分派',
    en: 'Assign',
    effect: {
      zh: '与本件有直接利害关系的人员须回避（3 号令第十七条）。',
      en: 'Nobody with a direct interest may handle it (No.3 Art. 17).',
    },
  },
  handover: {
    zh: '转办',
    en: 'Hand over',
    effect: { zh: '对方接单之前，仍由您负责。', en: 'You stay responsible until it is accepted.' },
  },
  acceptance: { zh: '接受转办', en: 'Accept' },
  return: { zh: '退回', en: 'Return' },
  flagging: { zh: '标记', en: 'Mark' },
  'regulator-number': { zh: '加挂外部编号', en: 'Outside number' },
  'regulator-reply': { zh: '回复监管', en: 'Reply to regulator' },
  correction: {
    zh: '更正',
    en: 'Correct',
    effect: {
      zh: '原记录保留；须经另一人复核，时限随之重算。',
      en: 'The record stays; a second person must agree, then the clocks follow.',
    },
  },
  'correction-approval': { zh: '同意更正', en: 'Agree to correct' },
  'correction-refusal': { zh: '不同意', en: 'Do not correct' },
  note: { zh: '备注', en: 'Note' },
  contact: { zh: '联系记录', en: 'Contact' },
  evidence: { zh: '加入证据', en: 'Add evidence' },
  investigation: { zh: '开始核实', en: 'Investigate' },
  negotiation: { zh: '协商', en: 'Negotiate' },
  extension: {
    zh: '延期',
    en: 'Extend',
    effect: {
      zh: '情况复杂，可延至 30 日；情况特别复杂的，经上级机构或总行高级管理人员批准并告知消费者，可再延 30 日（3 号令第十八条）。',
      en: 'Complex: 30 days in all. Especially complex: 30 more, approved by the superior institution or an executive of the head office, and told to the consumer (No.3 Art. 18).',
    },
  },
  'extension-approval': { zh: '同意延期', en: 'Approve extension' },
  'extension-refusal': { zh: '不同意延期', en: 'Refuse extension' },
  'extension-notice': {
    zh: '告知延期',
    en: 'Tell of extension',
    effect: { zh: '告知消费者之后，延期才生效。', en: 'The extension counts once the consumer is told.' },
  },
  appraisal: {
    zh: '委托鉴定',
    en: 'Appraisal',
    effect: { zh: '期限暂停，须及时告知消费者。', en: 'The limit pauses; the consumer must be told.' },
  },
  'appraisal-end': { zh: '鉴定结束', en: 'End appraisal' },
  mediation: {
    zh: '申请调解',
    en: 'Mediation',
    effect: {
      zh: '双方同意并共同申请，期限暂停（3 号令第二十三条）。',
      en: 'Both sides agreed and applied; the limit pauses (No.3 Art. 23).',
    },
  },
  'mediation-end': { zh: '调解结束', en: 'End mediation' },
  decision: {
    zh: '拟定决定',
    en: 'Draft decision',
    effect: {
      zh: '四项必备内容：处理决定、核实情况、依据和理由、救济途径（3 号令第十八条、第十九条）。',
      en: 'Four parts are required: decision, verification, grounds, remedies (No.3 Art. 18, 19).',
    },
  },
  approval: { zh: '批准', en: 'Approve' },
  'approval-refusal': { zh: '退回修改', en: 'Return for revision' },
  notice: {
    zh: '告知决定',
    en: 'Tell the decision',
    effect: {
      zh: '邮寄以寄出、短信以发出、电话以拨出之时为准（3 号令第二十一条）。',
      en: 'Posting, sending or calling within the limit counts (No.3 Art. 21).',
    },
  },
  'call-back': { zh: '回访', en: 'Call back' },
  recheck: {
    zh: '受理核查',
    en: 'Re-check',
    effect: {
      zh: '30 日内作出核查决定，由未参与原处理的人员办理（3 号令第二十条）。',
      en: 'Decided in 30 days by somebody with no part in the first decision (No.3 Art. 20).',
    },
  },
  'recheck-decision': { zh: '核查决定', en: 'Decide re-check' },
  redo: { zh: '重新处理', en: 'Handle anew' },
  closure: { zh: '结案', en: 'Close' },
  rectification: { zh: '溯源整改', en: 'Rectify' },
  'rectification-verification': { zh: '验证整改', en: 'Verify' },
  archive: { zh: '归档', en: 'Archive' },
  reopening: { zh: '重新办理', en: 'Reopen' },
}
