// The timeline's sentences: each fact as an inspector would write it down, with its kind, and what of it is quoted.

import type { Wording } from '../../../kernel/words.ts'
import type { FactType } from './complaint.ts'

/** The kinds by which a timeline is filtered. */
export const FACT_KINDS = {
  contact: { zh: '联系', en: 'Contacts' },
  note: { zh: '备注', en: 'Notes' },
  notice: { zh: '告知', en: 'Notices' },
  flow: { zh: '流转', en: 'Flow' },
  approval: { zh: '审批', en: 'Approvals' },
  evidence: { zh: '证据', en: 'Evidence' },
  clock: { zh: '时限', en: 'Clock' },
} as const satisfies Readonly<Record<string, Wording>>
export type FactKind = keyof typeof FACT_KINDS

export interface FactWords extends Wording {
  readonly kind: FactKind
  /** `inward`: never leaves the bank. `outward`: went to the consumer. */
  readonly place?: 'inward' | 'outward'
  /** A member of the body that chooses a sentence of `FACT_VARIANTS`. */
  readonly by?: string
  /** Members quoted below the sentence; a label stands before each but the first. */
  readonly quotes?: readonly string[]
}

/** One sentence per fact. Places are members of its body, said in words; what is missing reads "—". */
export const FACT_WORDS: Readonly<Record<FactType, FactWords>> = {
  registered: { kind: 'flow', zh: '登记投诉，渠道：{channel}', en: 'Registered the complaint, by {channel}' },
  'history-entered': {
    kind: 'flow',
    zh: '导入历史案件，原结论：{outcome}',
    en: 'Entered a closed case, outcome: {outcome}',
    quotes: ['source'],
  },
  claimed: { kind: 'flow', zh: '接单', en: 'Took the case' },
  noted: { kind: 'note', place: 'inward', zh: '备注', en: 'Note', quotes: ['text'] },
  contacted: {
    kind: 'contact',
    by: 'outcome',
    zh: '{medium}联系：{outcome}',
    en: 'Contact by {medium}: {outcome}',
    quotes: ['text'],
  },
  'evidence-added': {
    kind: 'evidence',
    zh: '加入证据《{name}》（{kind}）',
    en: 'Added evidence “{name}” ({kind})',
    quotes: ['text'],
  },
  'supplement-requested': {
    kind: 'notice',
    place: 'outward',
    zh: '请消费者补充：{items}',
    en: 'Asked the consumer for: {items}',
    quotes: ['reason', 'override'],
  },
  supplemented: { kind: 'flow', zh: '收到补充材料', en: 'Received what was asked for', quotes: ['text'] },
  'supplement-lapsed': {
    kind: 'clock',
    zh: '补充期限已过，按现有材料继续办理',
    en: 'The time for material is over; the case goes on with what is known',
  },
  'declination-proposed': {
    kind: 'approval',
    zh: '拟不予办理：{reason}，待复核',
    en: 'Proposed to decline: {reason}; awaits a second person',
    quotes: ['text', 'legalNote'],
  },
  declined: {
    kind: 'approval',
    place: 'outward',
    zh: '不予办理：{reason}',
    en: 'Declined: {reason}',
    quotes: ['text', 'opinion'],
  },
  'declination-refused': { kind: 'approval', zh: '不同意“不予办理”', en: 'Refused to decline it', quotes: ['reason'] },
  'reclassification-proposed': {
    kind: 'approval',
    zh: '拟转为{to}，待复核',
    en: 'Proposed to treat it as: {to}; awaits a second person',
    quotes: ['reason'],
  },
  reclassified: { kind: 'approval', zh: '转为{to}', en: 'Reclassified as: {to}', quotes: ['opinion'] },
  'reclassification-refused': {
    kind: 'approval',
    zh: '不同意转为其他事项',
    en: 'Refused to reclassify',
    quotes: ['reason'],
  },
  merged: {
    kind: 'flow',
    zh: '并入 {into}，统计件数不变',
    en: 'Merged into {into}; the count is unchanged',
    quotes: ['reason'],
  },
  restarted: {
    kind: 'clock',
    zh: '确认有新的事实和理由，期限自收到之日重新计算',
    en: 'New facts and reasons: the limit begins again from their receipt',
    quotes: ['text', 'reason'],
  },
  withdrawn: {
    kind: 'flow',
    zh: '消费者撤回投诉（{verifiedBy}），处理程序当日终止',
    en: 'The consumer withdrew ({verifiedBy}); the procedure ends the same day',
    quotes: ['text'],
  },
  assigned: {
    kind: 'flow',
    zh: '分派给 {handler}，等级：{level}，分类：{codes}',
    en: 'Assigned to {handler}; level: {level}; codes: {codes}',
  },
  'handed-over': {
    kind: 'flow',
    zh: '转办：{from} → {to}，待接',
    en: 'Handed over: {from} → {to}, awaiting acceptance',
    quotes: ['reason', 'told'],
  },
  accepted: {
    kind: 'flow',
    zh: '接受转办，声明与本件无直接利害关系',
    en: 'Accepted the hand-over and declared no direct interest',
  },
  returned: { kind: 'flow', zh: '退回：{reason}', en: 'Returned: {reason}', quotes: ['text'] },
  'handover-lapsed': {
    kind: 'clock',
    zh: '无人接单，期限届满，自动退回',
    en: 'Nobody accepted in time; it came back by itself',
  },
  flagged: { kind: 'flow', by: 'on', zh: '标记：{flag}', en: 'Marked: {flag}', quotes: ['reason'] },
  'major-declared': {
    kind: 'flow',
    zh: '列为重大消费投诉，已通知高级管理人员',
    en: 'Declared a major complaint; the executive was informed',
    quotes: ['reason'],
  },
  'regulator-number-added': {
    kind: 'flow',
    zh: '加挂外部编号 {number}（{body}）',
    en: 'Added outside number {number} ({body})',
  },
  'regulator-replied': {
    kind: 'notice',
    zh: '就 {number} 回复监管',
    en: 'Replied to the regulator on {number}',
    quotes: ['text'],
  },
  'correction-proposed': {
    kind: 'approval',
    zh: '拟更正{field}，待复核',
    en: 'Proposed to correct the {field}; awaits a second person',
    quotes: ['value', 'reason'],
  },
  corrected: {
    kind: 'approval',
    zh: '更正{field}，时限随之重算',
    en: 'Corrected the {field}; the clocks follow',
    quotes: ['value', 'opinion'],
  },
  'correction-refused': { kind: 'approval', zh: '不同意更正', en: 'Refused the correction', quotes: ['reason'] },
  'investigation-begun': { kind: 'flow', zh: '开始核实', en: 'Began to investigate', quotes: ['plan'] },
  'negotiation-begun': { kind: 'flow', zh: '与消费者协商', en: 'Began to negotiate', quotes: ['proposal'] },
  'extension-requested': {
    kind: 'approval',
    zh: '申请延期：{tier}',
    en: 'Asked for an extension: {tier}',
    quotes: ['grounds'],
  },
  'extension-approved': {
    kind: 'approval',
    zh: '同意延期：{tier}',
    en: 'Approved the extension: {tier}',
    quotes: ['opinion'],
  },
  extended: { kind: 'clock', zh: '延期生效：{tier}', en: 'Extended: {tier}', quotes: ['grounds'] },
  'extension-told': {
    kind: 'notice',
    place: 'outward',
    zh: '告知消费者延期：{channel}',
    en: 'Told the consumer of the extension: {channel}',
  },
  'extension-refused': { kind: 'approval', zh: '不同意延期', en: 'Refused the extension', quotes: ['reason'] },
  'appraisal-begun': {
    kind: 'clock',
    place: 'outward',
    zh: '委托 {institution} 鉴定，期限暂停，已告知消费者',
    en: 'Commissioned {institution}; the limit pauses, the consumer was told',
  },
  'appraisal-ended': {
    kind: 'clock',
    zh: '鉴定结束，期限恢复计算',
    en: 'The appraisal ended; the limit runs again',
    quotes: ['result'],
  },
  'mediation-begun': {
    kind: 'clock',
    zh: '双方向 {body} 申请调解，期限暂停',
    en: 'Both sides applied to {body} for mediation; the limit pauses',
  },
  'mediation-ended': {
    kind: 'clock',
    zh: '调解结束：{result}，期限恢复计算',
    en: 'Mediation ended: {result}; the limit runs again',
    quotes: ['agreement', 'document'],
  },
  'decision-drafted': {
    kind: 'approval',
    zh: '拟定处理决定：{finding}，{relief}',
    en: 'Drafted the decision: {finding}; {relief}',
    quotes: ['verification', 'basis'],
  },
  'decision-approved': { kind: 'approval', zh: '批准处理决定', en: 'Approved the decision', quotes: ['opinion'] },
  'decision-returned': { kind: 'approval', zh: '退回处理决定', en: 'Returned the decision', quotes: ['reason'] },
  told: {
    kind: 'notice',
    place: 'outward',
    zh: '告知消费者处理决定：{channel}',
    en: 'Told the consumer the decision: {channel}',
    quotes: ['lateReason'],
  },
  'called-back': { kind: 'contact', by: 'outcome', zh: '回访', en: 'Called back', quotes: ['text'] },
  'recheck-requested': {
    kind: 'flow',
    zh: '收到书面核查申请',
    en: 'Received a written request for re-check',
    quotes: ['grounds'],
  },
  'recheck-decided': {
    kind: 'notice',
    place: 'outward',
    zh: '核查决定：{result}，已告知消费者',
    en: 'Re-check decided: {result}; the consumer was told',
    quotes: ['process', 'timeLimit', 'outcome'],
  },
  'redo-ordered': { kind: 'flow', zh: '重新处理，交 {handler}', en: 'To be handled anew by {handler}' },
  closed: { kind: 'flow', zh: '结案', en: 'Closed', quotes: ['text'] },
  'rectification-begun': {
    kind: 'flow',
    zh: '启动溯源整改，责任人 {owner}，{dueOn} 前完成',
    en: 'Rectification begun; {owner}, by {dueOn}',
    quotes: ['problem'],
  },
  'rectification-verified': { kind: 'flow', zh: '整改经验证', en: 'Rectification verified', quotes: ['evidence'] },
  archived: { kind: 'flow', zh: '归档，质检通过', en: 'Archived; quality check passed', quotes: ['qualityCheck'] },
  reopened: { kind: 'flow', zh: '重新办理：{ground}', en: 'Reopened: {ground}', quotes: ['reason', 'order'] },
  'came-near': { kind: 'clock', zh: '{duty}：临近期限', en: '{duty}: the limit comes near' },
  'fell-due': { kind: 'clock', zh: '{duty}：今日到期', en: '{duty}: due today' },
  'fell-overdue': { kind: 'clock', zh: '{duty}：已逾期', en: '{duty}: overdue' },
  'came-to-end': { kind: 'clock', zh: '{duty}：期限届满', en: '{duty}: the time is over' },
  'policy-adopted': { kind: 'clock', zh: '按新的规则版本重算时限', en: 'Clocks computed again under new rules' },
}

/** Sentences chosen by a member: `contacted/no-answer`. */
export const FACT_VARIANTS: Readonly<Record<string, Wording>> = {
  'contacted/connected': {
    zh: '{direction}，{medium}接通，{minutes} 分钟',
    en: '{direction} by {medium}, connected, {minutes} min',
  },
  'contacted/no-answer': {
    zh: '{medium}联系未接通（计为尝试，不计为联系）',
    en: 'No answer by {medium} (an attempt, not a contact)',
  },
  'contacted/sent': { zh: '{direction}，{medium}已发出', en: '{direction} by {medium}, sent' },
  'contacted/met': { zh: '当面沟通', en: 'Met in person' },
  'flagged/true': { zh: '标记：{flag}', en: 'Marked: {flag}' },
  'flagged/false': { zh: '取消标记：{flag}', en: 'Mark removed: {flag}' },
  'called-back/reached': {
    zh: '回访，满意程度 {satisfaction} 分（满分 5 分）',
    en: 'Called back; satisfaction {satisfaction} of 5',
  },
  'called-back/no-answer': { zh: '回访未接通', en: 'Called back; no answer' },
}

export const DIRECTION_WORDS: Readonly<Record<'out' | 'in', Wording>> = {
  out: { zh: '去电去函', en: 'To the consumer' },
  in: { zh: '来电来函', en: 'From the consumer' },
}

/** Who acted, where it was not a person of the bank. */
export const ACTOR_WORDS: Readonly<Record<string, Wording>> = {
  timer: { zh: '计时器', en: 'the clock' },
  consumer: { zh: '消费者', en: 'the consumer' },
  neighbour: { zh: '系统', en: 'the system' },
  program: { zh: '接口', en: 'a program' },
  import: { zh: '导入', en: 'the import' },
}
