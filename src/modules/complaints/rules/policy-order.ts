// The facts that the clocks of a complaint read, and the order in which they make sense.

import type { FactOrder, FactRule, Phase } from '../../../kernel/rule-pack.ts'

const OPEN: readonly Phase[] = ['open']
const FINISHED: readonly Phase[] = ['finished']
const SINCE_RECEIPT: readonly Phase[] = ['open', 'finished']
// What an authority does before the complaint reaches the bank (No.3 Art. 33, No.5 Art. 43).
const ANY: readonly Phase[] = ['unopened', 'open', 'finished']

/** How the case stands to its answer: facts that decide it, end it, or open it again. */
const COURSE: Readonly<Record<string, FactRule>> = {
  // An authority may transfer a complaint that the bank has answered already: under that authority's pack it is received
  // then, and is answered again.
  received: { title: { zh: '收到投诉', en: 'complaint received' }, in: ANY, to: 'open' },
  extended: { title: { zh: '延长期限', en: 'limit extended' }, in: OPEN, needs: ['tier'] },
  paused: { title: { zh: '暂停计时', en: 'clock paused' }, in: OPEN, needs: ['reason'] },
  resumed: { title: { zh: '恢复计时', en: 'clock resumed' }, in: OPEN },
  'new-facts': { title: { zh: '收到新的事实和理由', en: 'new facts and reasons received' }, in: OPEN },
  told: { title: { zh: '告知处理决定', en: 'decision told' }, in: OPEN, to: 'finished' },
  withdrawn: { title: { zh: '收到撤回投诉', en: 'withdrawal received' }, in: OPEN, to: 'finished' },
  declined: { title: { zh: '告知不予办理', en: 'told that it is declined' }, in: OPEN, to: 'finished' },
  merged: { title: { zh: '合并处理', en: 'merged with an earlier complaint' }, in: OPEN, to: 'finished' },
  reclassified: { title: { zh: '转为其他事项', en: 'reclassified as another matter' }, in: OPEN, to: 'finished' },
  resolved: { title: { zh: '投诉人认可已解决', en: 'accepted as resolved' }, in: OPEN, to: 'finished' },
  concluded: { title: { zh: '原系统已办结', en: 'closed in the system it came from' }, in: OPEN, to: 'finished' },
  reopened: { title: { zh: '重新办理', en: 'reopened' }, in: FINISHED, to: 'open', needs: ['ground'] },
  'recheck-requested': { title: { zh: '收到核查申请', en: 're-check requested' }, in: FINISHED },
  'recheck-told': { title: { zh: '告知核查决定', en: 're-check decision told' }, in: FINISHED },
}

/** What is done with the complaint inside the institution, and said to the person. */
const HANDLING: Readonly<Record<string, FactRule>> = {
  acknowledged: { title: { zh: '书面回执', en: 'acknowledged' }, in: SINCE_RECEIPT },
  attempted: { title: { zh: '联系未接通', en: 'contact attempted, not answered' }, in: SINCE_RECEIPT },
  contacted: { title: { zh: '联系上投诉人', en: 'complainant contacted' }, in: SINCE_RECEIPT },
  'message-received': { title: { zh: '收到投诉人留言', en: 'message received' }, in: SINCE_RECEIPT },
  'handed-over': { title: { zh: '移交', en: 'handed over' }, in: SINCE_RECEIPT },
  accepted: { title: { zh: '接手', en: 'hand-over accepted' }, in: SINCE_RECEIPT },
  returned: { title: { zh: '退回移交', en: 'hand-over returned' }, in: SINCE_RECEIPT },
  assigned: { title: { zh: '分派处理人', en: 'assigned' }, in: OPEN },
  investigated: { title: { zh: '开始核实', en: 'investigation begun' }, in: OPEN },
  found: { title: { zh: '核实完毕', en: 'findings recorded' }, in: OPEN },
  drafted: { title: { zh: '拟定处理意见', en: 'decision drafted' }, in: OPEN },
  'draft-refused': { title: { zh: '退回重拟', en: 'draft sent back' }, in: OPEN },
  approved: { title: { zh: '审批通过', en: 'decision approved' }, in: OPEN },
  'delay-explained': { title: { zh: '书面说明延迟', en: 'delay explained in writing' }, in: OPEN },
  'called-back': { title: { zh: '回访', en: 'called back' }, in: FINISHED },
  'supplement-requested': { title: { zh: '请求补充材料', en: 'supplement requested' }, in: OPEN },
  supplemented: { title: { zh: '收到补充材料', en: 'supplement received' }, in: SINCE_RECEIPT },
  'mediation-agreed': { title: { zh: '调解协议生效', en: 'mediation agreement in effect' }, in: SINCE_RECEIPT },
  'judicially-confirmed': { title: { zh: '申请司法确认', en: 'judicial confirmation applied for' }, in: SINCE_RECEIPT },
}

/** What passes between the institution and an authority. */
const AUTHORITY: Readonly<Record<string, FactRule>> = {
  'regulator-received': { title: { zh: '监管部门收到投诉', en: 'complaint received by the regulator' }, in: ANY },
  'regulator-supplemented': {
    title: { zh: '监管部门收到补正材料', en: 'supplement complete at the regulator' },
    in: ANY,
  },
  transferred: { title: { zh: '监管部门转办', en: 'transferred by the regulator' }, in: ANY },
  'regulator-asked': {
    title: { zh: '监管部门要求反馈', en: 'feedback asked by the regulator' },
    in: SINCE_RECEIPT,
    needs: ['dueOn'],
  },
  'regulator-replied': { title: { zh: '向监管部门反馈', en: 'feedback given to the regulator' }, in: SINCE_RECEIPT },
  'major-flagged': { title: { zh: '认定为重大投诉', en: 'found to be a major complaint' }, in: SINCE_RECEIPT },
  'major-reported': { title: { zh: '首次报告重大投诉', en: 'major complaint first reported' }, in: SINCE_RECEIPT },
  'major-written': { title: { zh: '书面报告重大投诉', en: 'major complaint reported in writing' }, in: SINCE_RECEIPT },
}

/** Petitions and administrative complaints have clocks of their own and are never mixed with those of No.3. */
const OTHER_ROUTES: Readonly<Record<string, FactRule>> = {
  'petition-answered': { title: { zh: '告知信访是否受理', en: 'petitioner told whether it is taken' }, in: OPEN },
  'petition-misdirected': { title: { zh: '收到错转信访', en: 'petition received by mistake' }, in: OPEN },
  'petition-objected': { title: { zh: '提出转送异议', en: 'objection to the transfer made' }, in: OPEN },
  'petition-taken': { title: { zh: '受理信访', en: 'petition taken' }, in: OPEN },
  'review-requested': { title: { zh: '收到复查申请', en: 'review requested' }, in: FINISHED },
  'review-told': { title: { zh: '告知复查意见', en: 'review opinion told' }, in: FINISHED },
  'second-review-requested': { title: { zh: '收到复核申请', en: 'second review requested' }, in: FINISHED },
  'second-review-told': { title: { zh: '告知复核意见', en: 'second review opinion told' }, in: FINISHED },
  'administrative-answered': { title: { zh: '行政部门处理并告知', en: 'handled and told by the authority' }, in: OPEN },
  'administrative-taken': { title: { zh: '行政部门受理', en: 'taken by the authority' }, in: OPEN },
  'administrative-mediated': { title: { zh: '行政调解结束', en: 'mediation by the authority ended' }, in: OPEN },
}

/** All facts of a complaint's clocks. A fact outside its phases is refused; one that no duty hears changes nothing. */
export const COMPLAINT_ORDER: FactOrder = {
  opening: 'received',
  facts: { ...COURSE, ...HANDLING, ...AUTHORITY, ...OTHER_ROUTES },
}

/** Facts that end the procedure without a decision. */
export const ENDINGS = ['withdrawn', 'declined', 'merged', 'reclassified', 'concluded'] as const
