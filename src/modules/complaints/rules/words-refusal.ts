// Every "no" of the complaint in words: what happened, why, and what to do.

import type { Words } from '../../../kernel/words.ts'

export const REFUSAL_WORDS: Words = {
  'not-in-chart': {
    zh: '本件现在的状态（{state}）不能进行此操作。',
    en: 'The case cannot take this step in its present state ({state}).',
  },
  'not-for-you': { zh: '您在本件中没有进行此操作的权限。', en: 'Your part in this case does not include this step.' },
  'request-reused': {
    zh: '这个幂等键已用于另一份内容，请换一个键。',
    en: 'This Idempotency-Key was used with another body; use a new one.',
  },
  'claimed-already': { zh: '已由他人接单。', en: 'Somebody has taken the case already.' },
  'bank-holds-this': {
    zh: '“{item}”本机构自己能查到，不得要求消费者提供；确需提供的，请写明理由。',
    en: 'The bank holds “{item}” itself and may not ask for it; if it must, give the reason.',
  },
  'pending-already': {
    zh: '同一事项已有申请待另一人复核。',
    en: 'A request of this kind already waits for a second person.',
  },
  'pending-first': {
    zh: '本件有待复核的申请，请先处理。',
    en: 'A request on this case waits for a second person; settle it first.',
  },
  'nothing-pending': { zh: '没有待复核的申请。', en: 'Nothing waits for a second person.' },
  'second-person': { zh: '须由提出人以外的另一人复核。', en: 'Somebody other than the person who asked must decide.' },
  'approved-already': { zh: '该申请已经批准。', en: 'This request has been approved already.' },
  'not-approved-yet': { zh: '申请尚未批准，不能告知。', en: 'The request is not approved yet, so it cannot be told.' },
  'approver-level': {
    zh: '再次延期须由上级机构或者总行高级管理人员批准。',
    en: 'A second extension needs the superior institution or a senior executive of the head office.',
  },
  'nothing-extended': { zh: '本件没有延期，无须告知。', en: 'The case has not been extended.' },
  'legal-note-needed': {
    zh: '以其他理由不予办理的，须附法律意见。',
    en: 'Declining for another reason needs a legal note.',
  },
  'same-matter-type': { zh: '本件已是该类事项。', en: 'The case is of that kind already.' },
  'merge-target-missing': { zh: '找不到要并入的投诉。', en: 'The case to merge into was not found.' },
  'merge-target-not-open': { zh: '要并入的投诉已经办结，不能合并。', en: 'The case to merge into is no longer open.' },
  'merge-other-complainant': {
    zh: '不是同一投诉人，不能合并。',
    en: 'The complainants differ, so the cases cannot be merged.',
  },
  'handover-open': {
    zh: '第 {no} 次转办尚未被接受，不能再转。',
    en: 'Hand-over no. {no} is still waiting; it cannot be handed over again.',
  },
  'handover-to-own-unit': {
    zh: '不能转给本部门；请直接分派到人。',
    en: 'A hand-over to the same unit makes no sense; name a person.',
  },
  'no-handover': { zh: '没有待接受的转办。', en: 'No hand-over is waiting.' },
  'flag-as-it-is': { zh: '标记没有变化。', en: 'The mark is already as you ask.' },
  'number-known': { zh: '外部编号 {number} 已登记在本件。', en: 'Outside number {number} is already on the case.' },
  'replied-already': { zh: '编号 {number} 已经反馈。', en: 'Number {number} has been answered already.' },
  'file-known': { zh: '文件“{name}”已在案卷中。', en: 'The file “{name}” is in the case already.' },
  'rectification-open': {
    zh: '整改尚未完成，不能归档。',
    en: 'A rectification is open, so the file cannot be archived.',
  },
  'litigation-open': { zh: '诉讼尚未结束，不能归档。', en: 'Litigation is pending, so the file cannot be archived.' },
  'contact-first': { zh: '请先联系投诉人并记录。', en: 'Contact the complainant and record it first.' },
  'request-unanswered': { zh: '第 {no} 项诉求没有答复。', en: 'Request {no} has no answer.' },
  'remedy-missing': { zh: '告知书缺少救济途径：{remedy}。', en: 'The notice lacks a remedy: {remedy}.' },
  'no-draft': { zh: '没有待审批的处理决定。', en: 'No decision waits for approval.' },
  'approver-handled': { zh: '您经办过本件，不能审批。', en: 'You handled this case, so you cannot approve it.' },
  'above-limit': {
    zh: '补偿金额超过您的审批权限，请提交上一级。',
    en: 'The amount is above your limit; it goes one level up.',
  },
  'legal-check-needed': {
    zh: '重大投诉的处理决定须先经法律审核。',
    en: 'The decision of a major complaint needs a legal check first.',
  },
  'attempts-first': {
    zh: '联系 3 次以上仍无法联系的，才能按无法联系处理；目前 {attempts} 次。',
    en: 'Unreachable needs three attempts; there {attempts|is|are} {attempts}.',
  },
  'reviewer-took-part': {
    zh: '您参与过本件的处理，不能核查。',
    en: 'You took part in the decision, so you cannot re-check it.',
  },
  'no-redo-ordered': { zh: '核查没有要求重新处理。', en: 'The re-check did not order a new handling.' },
  'redo-by-another': { zh: '重新处理须换一名承办人。', en: 'The new handling needs another handler.' },
  'satisfaction-first': { zh: '结案前须询问满意度。', en: 'Ask for satisfaction before closing.' },
  'regulator-first': {
    zh: '尚未向转办机关反馈（编号 {number}）。',
    en: 'The regulator has not been answered yet (number {number}).',
  },
  'codes-first': { zh: '渠道、业务、原因三项分类未填全。', en: 'The three codes are not complete.' },
  'redo-first': {
    zh: '核查要求重新处理，不能结案。',
    en: 'The re-check ordered a new handling; the case cannot be closed.',
  },
  'recheck-window-open': {
    zh: '核查申请期至 {dueOn}，期满或投诉人认可后才能结案。',
    en: 'The consumer may ask for a re-check until {dueOn}; close then, or when they accept.',
  },
  'recusal-complained-of': { zh: '被投诉人须回避本件。', en: 'The person complained of must keep away from the case.' },
  'recusal-line': {
    zh: '被投诉人的上级须回避本件。',
    en: 'The line manager of the person complained of must keep away.',
  },
  'recusal-relative': {
    zh: '被投诉人的亲属须回避本件。',
    en: 'A relative of the person complained of must keep away.',
  },
  'recusal-unit': { zh: '被投诉网点的人员须回避本件。', en: 'Staff of the outlet complained of must keep away.' },
  'not-an-instant': {
    zh: '不是有效的时间，须带时区，如 2026-03-01T10:00:00+08:00。',
    en: 'Not an instant with its offset, such as 2026-03-01T10:00:00+08:00.',
  },
  'later-than-now': { zh: '时间晚于现在。', en: 'This lies in the future.' },
  'after-received': { zh: '时间晚于收到投诉的时间。', en: 'This is later than the receipt of the complaint.' },
  'before-received': { zh: '时间早于收到投诉的时间。', en: 'This is earlier than the receipt of the complaint.' },
  'before-decision': { zh: '告知时间早于审批时间。', en: 'The notice is earlier than the approval.' },
  'before-told': { zh: '送达时间早于告知时间。', en: 'The delivery is earlier than the notice.' },
  'late-reason-needed': { zh: '已超过期限，须写明超期原因。', en: 'The notice is late; say why.' },
  'value-needed': { zh: '必填。', en: 'This is needed.' },
  'agreement-needed': { zh: '达成调解的，须填写协议内容。', en: 'An agreement needs its content.' },
  'no-such-person': { zh: '没有这名员工。', en: 'There is no such person.' },
  'no-such-unit': { zh: '没有这个机构。', en: 'There is no such unit.' },
  'no-such-pack': { zh: '没有这个规则包，或当日不生效。', en: 'There is no such rule pack in force.' },
  'no-such-number': { zh: '没有这个外部编号。', en: 'There is no such outside number.' },
  'no-such-party': { zh: '没有这名当事人。', en: 'There is no such party.' },
  'no-such-channel': { zh: '没有这个渠道。', en: 'There is no such channel.' },
  'no-such-request': { zh: '没有这项诉求。', en: 'There is no such request.' },
  'no-such-place': {
    zh: '分页位置无效，请从第一页重新查询。',
    en: 'This place in the list is not known; start again from the first page.',
  },
  'at-most-five-representatives': {
    zh: '代表不超过 5 人（3 号令第十二条）。',
    en: 'At most five representatives (No.3 Art. 12).',
  },
}
