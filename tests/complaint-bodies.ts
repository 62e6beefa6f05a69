// One lawful body for every noun of a complaint, for tests that try each door.

import type { Noun } from '../src/modules/complaints/rules/contract.ts'
import { CODES, COMPLAINT, DECISION } from './bank.ts'

type Body = Readonly<Record<string, unknown>>

const proof: Body = { channel: 'posted', reference: 'EMS 9001' }
const file = 'a'.repeat(64)

export const BODIES: Readonly<Record<Noun, Body>> = {
  claim: {},
  'supplement-request': { items: [{ item: '转账对方的姓名' }], reason: '银行查不到对方是谁' },
  supplement: { text: '补充说明' },
  declination: { reason: 'not-our-product', text: '不是本行产品' },
  'declination-approval': {},
  'declination-refusal': { reason: '是本行代销' },
  reclassification: { to: 'inquiry', reason: '只是询问利率' },
  'reclassification-approval': {},
  'reclassification-refusal': { reason: '有明确诉求' },
  merger: { into: 'c-other', reason: '同一事项' },
  'new-facts': { text: '找到了录音', reason: '此前没有的证据' },
  withdrawal: { text: '不再投诉', verifiedBy: 'phone' },
  assignment: { handler: 'p-wangmin', level: 'ordinary', codes: CODES },
  handover: { toUnit: 'HO.SH.XB', reason: '由分行消保部办理' },
  acceptance: { noInterest: true },
  return: { reason: 'not-our-unit', text: '不归本部门' },
  flagging: { flag: 'elderly', on: true, reason: '七十一岁' },
  'regulator-number': { body: 'nfra', number: '12378-0001' },
  'regulator-reply': { number: '12378-0001', text: '已办结' },
  correction: { field: 'product', value: '稳利两年', reason: '录错产品' },
  'correction-approval': {},
  'correction-refusal': { reason: '原值正确' },
  note: { text: '内部备注' },
  contact: { direction: 'out', medium: 'phone', outcome: 'connected', text: '听取经过' },
  evidence: { file, name: 'slip.png', mediaType: 'image/png', bytes: 10 },
  investigation: { plan: '调取双录' },
  negotiation: { proposal: '退还手续费' },
  extension: { tier: 'complex', grounds: '需要调取影像' },
  'extension-approval': {},
  'extension-refusal': { reason: '理由不足' },
  'extension-notice': proof,
  appraisal: { institution: '司法鉴定所', reference: '委托 1', told: proof },
  'appraisal-end': { result: '签名属实' },
  mediation: { body: '调解中心', complainantAgreed: true, application: '申请 1' },
  'mediation-end': { result: 'failed', document: '终止通知' },
  decision: DECISION,
  approval: {},
  'approval-refusal': { reason: '依据不足' },
  notice: proof,
  'call-back': { outcome: 'reached', satisfaction: 4 },
  recheck: { grounds: '不服', inWriting: true },
  'recheck-decision': { result: 'uphold', process: '合规', timeLimit: '在期限内', outcome: '适当', notice: proof },
  redo: { handler: 'p-zhaojun' },
  closure: { accepted: true, satisfactionAsked: true, promises: 'none', codes: CODES },
  rectification: { problem: '风险揭示没有读完', owner: 'p-wangmin', dueOn: '2026-04-30' },
  'rectification-verification': { evidence: '抽查二十笔' },
  archive: { qualityCheck: '齐全' },
  reopening: { ground: 'own-error', reason: '漏答一项诉求' },
}

export const REGISTRATION: Body = COMPLAINT
