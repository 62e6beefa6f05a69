// The words of complaints: every state, channel, role and choice has its Chinese and its English name here, once.

import type { Wording } from '../../../kernel/words.ts'
import type {
  Channel,
  CONTACT_MEDIA,
  CONTACT_OUTCOMES,
  CORRECTABLE,
  DECLINE_REASONS,
  EMOTIONS,
  FINDINGS,
  Flag,
  LEVELS,
  Matter,
  NoticeChannel,
  PartyRole,
  REGULATORS,
  RELIEFS,
  REMEDIES,
  REOPEN_GROUNDS,
  RETURN_REASONS,
  Status,
  Tier,
} from './vocabulary.ts'

type Said<Key extends string> = Readonly<Record<Key, Wording>>

/** The states by the names of the law's chart. */
export const STATE_WORDS: Said<Status> = {
  registered: { zh: '已登记', en: 'Registered' },
  supplement: { zh: '待补充', en: 'Awaiting material' },
  declined: { zh: '不予办理', en: 'Declined' },
  reclassified: { zh: '转其他事项', en: 'Reclassified' },
  assigned: { zh: '已分派', en: 'Assigned' },
  investigating: { zh: '核实中', en: 'Investigating' },
  negotiating: { zh: '协商中', en: 'Negotiating' },
  'paused-appraisal': { zh: '鉴定中', en: 'In appraisal' },
  'paused-mediation': { zh: '调解中', en: 'In mediation' },
  'decision-draft': { zh: '拟定', en: 'Decision drafted' },
  'decision-approved': { zh: '已审批', en: 'Decision approved' },
  notified: { zh: '已告知', en: 'Consumer told' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  merged: { zh: '已合并', en: 'Merged' },
  recheck: { zh: '核查中', en: 'Under re-check' },
  'recheck-decided': { zh: '核查已决', en: 'Re-check decided' },
  closed: { zh: '结案', en: 'Closed' },
  rectifying: { zh: '溯源整改中', en: 'Rectifying' },
  archived: { zh: '归档', en: 'Archived' },
}

export const CHANNEL_WORDS: Said<Channel> = {
  hotline: { zh: '客服热线', en: 'Hotline' },
  branch: { zh: '网点柜面', en: 'Branch counter' },
  web: { zh: '官方网站', en: 'Website' },
  app: { zh: '手机银行', en: 'Mobile app' },
  wechat: { zh: '微信', en: 'WeChat' },
  email: { zh: '电子邮件', en: 'E-mail' },
  letter: { zh: '来信', en: 'Letter' },
  visit: { zh: '来访', en: 'Visit' },
  'nfra-12378': { zh: '金融监管 12378 转办', en: 'NFRA 12378 transfer' },
  'pbc-12363': { zh: '人民银行 12363 转办', en: 'PBC 12363 transfer' },
  'government-12345': { zh: '政务热线 12345 转办', en: 'Government 12345 transfer' },
  'petition-office': { zh: '信访部门转办', en: 'Petition office transfer' },
  media: { zh: '媒体', en: 'Media' },
  other: { zh: '其他渠道', en: 'Another channel' },
}

export const MATTER_WORDS: Said<Matter> = {
  complaint: { zh: '投诉', en: 'Complaint' },
  inquiry: { zh: '咨询', en: 'Inquiry' },
  suggestion: { zh: '建议', en: 'Suggestion' },
  praise: { zh: '表扬', en: 'Praise' },
  report: { zh: '举报', en: 'Report of wrongdoing' },
  petition: { zh: '信访', en: 'Petition' },
  other: { zh: '其他事项', en: 'Another matter' },
}

export const ROLE_WORDS: Said<PartyRole> = {
  complainant: { zh: '投诉人', en: 'Complainant' },
  agent: { zh: '代理人', en: 'Agent' },
  heir: { zh: '继承人', en: 'Heir' },
  representative: { zh: '代表人', en: 'Representative' },
}

export const PARTY_KIND_WORDS: Said<'person' | 'organisation'> = {
  person: { zh: '个人', en: 'Person' },
  organisation: { zh: '单位', en: 'Organisation' },
}

export const TIER_WORDS: Said<Tier> = {
  complex: { zh: '情况复杂', en: 'complex' },
  special: { zh: '情况特别复杂或有其他特殊原因', en: 'especially complex or other special reason' },
}

export const LEVEL_WORDS: Said<(typeof LEVELS)[number]> = {
  ordinary: { zh: '一般', en: 'Ordinary' },
  complex: { zh: '复杂', en: 'Complex' },
  major: { zh: '重大', en: 'Major' },
}

export const FLAG_WORDS: Said<Flag> = {
  elderly: { zh: '老年人', en: 'Elderly' },
  disabled: { zh: '残障人士', en: 'Disabled' },
  minor: { zh: '未成年人', en: 'Minor' },
  major: { zh: '重大投诉', en: 'Major complaint' },
  litigation: { zh: '涉诉', en: 'In litigation' },
  'legal-hold': { zh: '法律保全', en: 'Legal hold' },
  'agent-signals': { zh: '疑似代理维权', en: 'Signs of an organised agent' },
}

export const DECLINE_WORDS: Said<(typeof DECLINE_REASONS)[number]> = {
  'not-consumer-or-agent': { zh: '非消费者本人或其代理人提出', en: 'Not from the consumer or an agent' },
  'not-our-product': { zh: '与本机构产品、服务无关', en: 'Not about our product or service' },
  'no-civil-claim': { zh: '没有民事权益诉求', en: 'No civil claim' },
  other: { zh: '其他', en: 'Other' },
}

export const FINDING_WORDS: Said<(typeof FINDINGS)[number]> = {
  upheld: { zh: '诉求成立', en: 'Upheld' },
  'partly-upheld': { zh: '部分成立', en: 'Partly upheld' },
  'not-upheld': { zh: '不成立', en: 'Not upheld' },
}

export const RELIEF_WORDS: Said<(typeof RELIEFS)[number]> = {
  money: { zh: '退款或补偿', en: 'Refund or compensation' },
  correction: { zh: '更正', en: 'Correction' },
  apology: { zh: '道歉', en: 'Apology' },
  explanation: { zh: '解释说明', en: 'Explanation' },
  none: { zh: '无', en: 'None' },
}

export const REMEDY_WORDS: Said<(typeof REMEDIES)[number]> = {
  recheck: { zh: '申请核查', en: 'Re-check' },
  mediation: { zh: '调解', en: 'Mediation' },
  arbitration: { zh: '仲裁', en: 'Arbitration' },
  litigation: { zh: '诉讼', en: 'Litigation' },
}

export const NOTICE_CHANNEL_WORDS: Said<NoticeChannel> = {
  'handed-over': { zh: '当面交付书面告知', en: 'Written notice handed over' },
  posted: { zh: '邮寄书面告知', en: 'Written notice posted' },
  sms: { zh: '短信', en: 'Text message' },
  email: { zh: '电子邮件', en: 'E-mail' },
  phone: { zh: '电话', en: 'Telephone' },
  agreed: { zh: '双方约定的方式', en: 'As agreed with the consumer' },
  unreachable: { zh: '无法联系（留存联系记录）', en: 'Unreachable (attempts on file)' },
}

export const MEDIUM_WORDS: Said<(typeof CONTACT_MEDIA)[number]> = {
  phone: { zh: '电话', en: 'telephone' },
  sms: { zh: '短信', en: 'text message' },
  email: { zh: '电子邮件', en: 'e-mail' },
  letter: { zh: '信函', en: 'letter' },
  wechat: { zh: '微信', en: 'WeChat' },
  'face-to-face': { zh: '面谈', en: 'meeting' },
}

export const OUTCOME_WORDS: Said<(typeof CONTACT_OUTCOMES)[number]> = {
  connected: { zh: '已接通', en: 'Connected' },
  sent: { zh: '已发出', en: 'Sent' },
  met: { zh: '已见面', en: 'Met' },
  'no-answer': { zh: '未接通', en: 'No answer' },
}

export const EMOTION_WORDS: Said<(typeof EMOTIONS)[number]> = {
  calm: { zh: '平稳', en: 'calm' },
  anxious: { zh: '焦虑', en: 'anxious' },
  dissatisfied: { zh: '不满', en: 'dissatisfied' },
  angry: { zh: '愤怒', en: 'angry' },
  agitated: { zh: '激动', en: 'agitated' },
}

export const RETURN_WORDS: Said<(typeof RETURN_REASONS)[number]> = {
  'not-our-unit': { zh: '不属于本单位职责', en: 'Not our unit’s matter' },
  'facts-missing': { zh: '移交材料不全', en: 'Facts missing' },
  recusal: { zh: '需要回避', en: 'Recusal' },
  'wrong-code': { zh: '分类有误', en: 'Wrongly classified' },
  other: { zh: '其他', en: 'Other' },
}

export const REOPEN_WORDS: Said<(typeof REOPEN_GROUNDS)[number]> = {
  'new-facts': { zh: '有新的事实和理由', en: 'New facts and reasons' },
  order: { zh: '监管或司法机关要求', en: 'Order of a regulator or court' },
  'own-error': { zh: '本机构处理有误', en: 'The bank’s own error' },
}

export const CORRECTABLE_WORDS: Said<(typeof CORRECTABLE)[number]> = {
  receivedAt: { zh: '收到时间', en: 'time of receipt' },
  happenedAt: { zh: '事件发生时间', en: 'time of the event' },
  spokeAt: { zh: '消费者提出时间', en: 'time at which the consumer spoke' },
  product: { zh: '产品', en: 'product' },
  channel: { zh: '渠道', en: 'channel' },
  party: { zh: '当事人姓名', en: 'name of a party' },
}

export const REGULATOR_WORDS: Said<(typeof REGULATORS)[number]> = {
  nfra: { zh: '国家金融监督管理总局', en: 'NFRA' },
  pbc: { zh: '中国人民银行', en: 'PBC' },
  'petition-office': { zh: '信访部门', en: 'Petition office' },
  government: { zh: '地方政府', en: 'Local government' },
  other: { zh: '其他机关', en: 'Another authority' },
}

export const EVIDENCE_WORDS: Said<
  'from-consumer' | 'contract' | 'transaction' | 'recording' | 'notice' | 'proof' | 'other'
> = {
  'from-consumer': { zh: '消费者提供', en: 'From the consumer' },
  contract: { zh: '合同协议', en: 'Contract' },
  transaction: { zh: '交易记录', en: 'Transaction record' },
  recording: { zh: '录音录像', en: 'Recording' },
  notice: { zh: '告知文书', en: 'Notice' },
  proof: { zh: '送达证明', en: 'Proof of delivery' },
  other: { zh: '其他', en: 'Other' },
}

export const RECHECK_WORDS: Said<'uphold' | 'change' | 'redo'> = {
  uphold: { zh: '维持', en: 'Upheld' },
  change: { zh: '变更', en: 'Changed' },
  redo: { zh: '责令重新处理', en: 'To be handled anew' },
}

export const PROMISE_WORDS: Said<'none' | 'done' | 'scheduled'> = {
  none: { zh: '没有承诺事项', en: 'Nothing was promised' },
  done: { zh: '承诺事项已办结', en: 'What was promised is done' },
  scheduled: { zh: '承诺事项已排期', en: 'What was promised is scheduled' },
}

export const VERIFIED_WORDS: Said<'phone' | 'face-to-face' | 'writing' | 'code'> = {
  phone: { zh: '电话核对', en: 'By telephone' },
  'face-to-face': { zh: '当面核对', en: 'Face to face' },
  writing: { zh: '书面签署', en: 'In writing' },
  code: { zh: '查询码核对', en: 'By tracking code' },
}

export const MEDIATION_WORDS: Said<'agreement' | 'failed'> = {
  agreement: { zh: '达成协议', en: 'Agreement' },
  failed: { zh: '未达成协议', en: 'No agreement' },
}

/** The duties of all packs by their one name. */
export const DUTY_WORDS: Readonly<Record<string, Wording>> = {
  'first-contact': { zh: '首次联系投诉人', en: 'First contact' },
  decision: { zh: '作出并告知处理决定', en: 'Decide and tell' },
  'recheck-window': { zh: '投诉人申请核查', en: 'Apply for a re-check' },
  recheck: { zh: '作出并告知核查决定', en: 'Decide the re-check and tell' },
  'regulator-reply': { zh: '向监管部门反馈', en: 'Reply to the regulator' },
  'major-report': { zh: '重大投诉首次报告', en: 'First report of a major complaint' },
  'major-written-report': { zh: '重大投诉书面报告', en: 'Written report of a major complaint' },
  acknowledgement: { zh: '确认受理', en: 'Acknowledgement' },
  'handover-acceptance': { zh: '接手移交', en: 'Accept the hand-over' },
  supplement: { zh: '投诉人补充材料', en: 'Supplement by the complainant' },
  'call-back': { zh: '回访', en: 'Call-back' },
  investigation: { zh: '核实', en: 'Investigation' },
  approval: { zh: '审批', en: 'Approval' },
  assignment: { zh: '分派处理人', en: 'Assign a handler' },
  'final-response': { zh: '最终答复', en: 'Final response' },
  'regulator-forward': { zh: '监管部门转办', en: 'Forward by the regulator' },
  'judicial-confirmation': { zh: '司法确认', en: 'Judicial confirmation' },
  drafting: { zh: '拟定处理意见', en: 'Drafting' },
  correction: { zh: '重新办理后的答复', en: 'Answer after reopening' },
  'petition-answer': { zh: '信访告知', en: 'Petition: told' },
  'petition-objection': { zh: '信访转送异议', en: 'Petition: objection' },
  'review-window': { zh: '申请复查期', en: 'Window for review' },
  review: { zh: '复查', en: 'Review' },
  'second-review-window': { zh: '申请复核期', en: 'Window for second review' },
  'second-review': { zh: '复核', en: 'Second review' },
  'administrative-answer': { zh: '行政处理告知', en: 'Answer of the authority' },
  'administrative-mediation': { zh: '行政调解', en: 'Mediation by the authority' },
  'summary-resolution': { zh: '快速解决', en: 'Summary resolution' },
  'ombudsman-window': { zh: '申诉专员受理期', en: 'Window for the ombudsman' },
}

/** The packs by the name an officer uses. */
export const PACK_WORDS: Readonly<Record<string, Wording>> = {
  'CN-NFRA-2020-3': { zh: '银保监会 3 号令', en: 'CBIRC Order No. 3 (2020)' },
  'CN-PBC-2020-5': { zh: '人民银行 5 号令', en: 'PBC Order No. 5 (2020)' },
  HOUSE: { zh: '本机构内部时限', en: 'The bank’s own limits' },
  'HOUSE-MATTER': { zh: '本机构其他事项时限', en: 'The bank’s limits for other matters' },
  'CN-XF-2022': { zh: '信访工作条例', en: 'Petition rules (2022)' },
  'CN-CPR-2024': { zh: '消费者权益保护法实施条例', en: 'Consumer protection rules (2024)' },
  'UK-FCA-DISP-PAYMENTS': { zh: '英国 FCA DISP（支付）', en: 'UK FCA DISP, payments' },
  'UK-FCA-DISP': { zh: '英国 FCA DISP', en: 'UK FCA DISP' },
  'US-CFPB': { zh: '美国 CFPB', en: 'US CFPB' },
  'ISO-10002': { zh: 'ISO 10002', en: 'ISO 10002' },
}
