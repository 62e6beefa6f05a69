// The words of the staff's intake: search first, the form, the result and the hand-over slip.

import type { Words } from '../../../kernel/words.ts'

export const INTAKE_WORDS = {
  title: { zh: '登记投诉', en: 'Register a complaint' },
  searchTitle: { zh: '先查这位客户', en: 'First, find the customer' },
  searchNote: {
    zh: '同一客户同一事项，应继续办理原来的一件，不重复登记。',
    en: 'The same customer and the same matter go on in the case there is; do not register it twice.',
  },
  by: { zh: '按', en: 'By' },
  byPhone: { zh: '电话', en: 'Telephone' },
  byIdentityNumber: { zh: '证件号码', en: 'Identity number' },
  byAccount: { zh: '账号', en: 'Account' },
  search: { zh: '查找', en: 'Find' },
  foundNone: {
    zh: '没有这位客户的在办或近期投诉，可以登记新的一件。',
    en: 'No open or recent complaint of this customer; a new one may be registered.',
  },
  found: { zh: '这位客户有 {n} 件投诉。', en: 'This customer has {n} {n|complaint|complaints}.' },
  hidden: {
    zh: '另有 {n} 件由其他单位办理，您无权查看。请联系上级消保部门。',
    en: '{n} more {n|is|are} held by other units and not open to you. Ask the department above.',
  },
  goOn: { zh: '继续这一件', en: 'Continue this one' },
  source: { zh: '来源与时间', en: 'Source and times' },
  parties: { zh: '当事人', en: 'Parties' },
  matter: { zh: '事项', en: 'The matter' },
  others: { zh: '被投诉方与特别情况', en: 'Respondents and special care' },
  first: { zh: '首问', en: 'First contact' },
  receivedHelp: {
    zh: '期限自本机构收到之日起算，留空即为现在。',
    en: 'The limit counts from receipt; empty means now.',
  },
  addAgent: { zh: '加代理人', en: 'Add an agent' },
  addHeir: { zh: '加继承人', en: 'Add an heir' },
  addRepresentative: { zh: '加代表人', en: 'Add a representative' },
  addComplainant: { zh: '加投诉人', en: 'Add a complainant' },
  addRequest: { zh: '加一项诉求', en: 'Add a request' },
  addOutside: { zh: '加外部编号', en: 'Add an outside number' },
  drop: { zh: '移除', en: 'Remove' },
  fiveOnly: { zh: '代表人不超过 5 名（3 号令第十二条）。', en: 'At most five representatives (No.3 Art. 12).' },
  nameHelp: { zh: '未提供姓名的，留空。', en: 'Leave empty when no name is given.' },
  notAsked: {
    zh: '账户、合同、交易和录音录像由本机构自行调取，不向消费者索要（3 号令第十三条）。',
    en: 'Accounts, contracts, transactions and recordings are looked up by the bank, never asked for (No.3 Art. 13).',
  },
  text: { zh: '投诉内容', en: 'The complaint' },
  textHelp: {
    zh: '按消费者的原话记录：时间、地点、人员、经过。',
    en: 'In the consumer’s own words: when, where, who, what.',
  },
  requestText: { zh: '诉求', en: 'Request' },
  requestHint: { zh: '例如：退还多收的年费', en: 'For example: refund the fee' },
  amount: { zh: '金额（元）', en: 'Amount (CNY)' },
  complainants: { zh: '投诉人数', en: 'Number of complainants' },
  joint: { zh: '共同当面提出', en: 'Jointly, face to face' },
  majorNote: {
    zh: '20 人以上共同当面提出的，列为重大消费投诉（3 号令第二十九条）。',
    en: 'Twenty or more, jointly and face to face, make a major complaint (No.3 Art. 29).',
  },
  told: { zh: '当场告知消费者的内容', en: 'What the consumer was told on the spot' },
  toldHelp: {
    zh: '印在转办单上，作为首问告知的凭证。',
    en: 'Printed on the hand-over slip as proof of what was said.',
  },
  submit: { zh: '登记', en: 'Register' },
  submitKey: { zh: 'Ctrl Enter 登记', en: 'Ctrl Enter registers' },
  key: { zh: '查找客户', en: 'Find the customer' },
  doneTitle: { zh: '已登记', en: 'Registered' },
  doneText: {
    zh: '请把编号告诉消费者。在对方接单之前，您是本件的首问负责人。',
    en: 'Give the number to the consumer. Until somebody accepts the case you stay responsible as the person first asked.',
  },
  open: { zh: '打开案件', en: 'Open the case' },
  again: { zh: '再登记一件', en: 'Register another' },
  print: { zh: '打印转办单', en: 'Print the slip' },
  slip: { zh: '消费投诉首问转办单', en: 'Hand-over slip of first contact' },
  slipNumber: { zh: '投诉编号', en: 'Number' },
  slipReceived: { zh: '收到时间', en: 'Received' },
  slipChannel: { zh: '渠道', en: 'Channel' },
  slipOwner: { zh: '首问负责人', en: 'First asked' },
  slipRequests: { zh: '诉求', en: 'Requests' },
  slipTold: { zh: '已告知消费者', en: 'The consumer was told' },
  slipBy: { zh: '处理决定最迟告知日', en: 'Decision to be told by' },
  slipSign: {
    zh: '移交人签字：　　　　　　　　接收人签字：　　　　　　　　日期：',
    en: 'Handed over by:                  Accepted by:                  Date:',
  },
} satisfies Words

export type IntakeKey = keyof typeof INTAKE_WORDS
