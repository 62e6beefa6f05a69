// The words of filing: one question a screen, the choices in plain words, and what is said when something is missing.

import type { Wording } from '../../../kernel/words.ts'
import type { Filer } from './contract-public.ts'

/** The screens in their order; each asks one question. */
export const SCREENS = ['story', 'product', 'date', 'requests', 'photos', 'contact', 'review'] as const
export type Screen = (typeof SCREENS)[number]

export const SCREEN_WORDS: Readonly<Record<Screen, { title: Wording; help: Wording }>> = {
  story: {
    title: { zh: '发生了什么事？', en: 'What happened?' },
    help: {
      zh: '想到什么写什么，说不全也没关系，我们会打电话问您。不方便打字，可以用键盘上的话筒说。',
      en: 'Write it as it comes; we will call you about the rest. If typing is hard, speak with the microphone of your keyboard.',
    },
  },
  product: {
    title: { zh: '和哪种业务有关？', en: 'Which service is it about?' },
    help: {
      zh: '选一个最接近的。说不准就选“不清楚”。',
      en: 'Choose the nearest. If you are not sure, choose “I do not know”.',
    },
  },
  date: {
    title: { zh: '事情是哪天发生的？', en: 'When did it happen?' },
    help: { zh: '记不清没有关系。', en: 'It does not matter if you do not remember.' },
  },
  requests: {
    title: { zh: '您希望银行怎么做？', en: 'What should the bank do?' },
    help: { zh: '可以选几项，也可以用自己的话写。', en: 'Choose as many as you like, or use your own words.' },
  },
  photos: {
    title: { zh: '有照片要给我们看吗？', en: 'Any photos to show us?' },
    help: {
      zh: '没有可以不加。银行自己有的合同、流水、录音，不用您提供。',
      en: 'You need none. Contracts, statements and recordings that the bank holds are not yours to bring.',
    },
  },
  contact: {
    title: { zh: '怎么联系您？', en: 'How do we reach you?' },
    help: {
      zh: '只用来办理这件投诉。银行里谁看过您的资料，都会留下记录。',
      en: 'Used for this complaint only. Whoever at the bank looks at it is recorded.',
    },
  },
  review: {
    title: { zh: '请您看一遍，没有错就提交', en: 'Read it once, then send it' },
    help: { zh: '哪里不对，点旁边的“修改”。', en: 'To change something, tap “Change” beside it.' },
  },
}

export const FILING_WORDS = {
  step: { zh: '第 {n} 步，共 {all} 步', en: 'Step {n} of {all}' },
  next: { zh: '下一步', en: 'Next' },
  toReview: { zh: '改好了，回去核对', en: 'Done, back to the summary' },
  skip: { zh: '没有照片，下一步', en: 'No photos, next' },
  kept: {
    zh: '您填的内容会存在这台手机上，提交后自动删除。',
    en: 'What you write is kept on this phone and deleted once sent.',
  },
  notKept: {
    zh: '这台手机不允许保存，请一次填完。',
    en: 'This phone does not let us keep it; please finish in one go.',
  },
  storyLabel: { zh: '事情的经过', en: 'What happened' },
  storyMissing: { zh: '请写一两句话，说说发生了什么事。', en: 'Please write a sentence or two about what happened.' },
  tooLong: {
    zh: '太长了，请控制在 {most} 字以内。现在有 {n} 字。',
    en: 'That is too long: at most {most} characters, now {n}.',
  },
  productMissing: {
    zh: '请选一项。说不准就选“不清楚”。',
    en: 'Please choose one. If not sure, choose “I do not know”.',
  },
  dateUnknown: { zh: '记不清了', en: 'I do not remember' },
  dateToday: { zh: '今天', en: 'Today' },
  dateYesterday: { zh: '昨天', en: 'Yesterday' },
  dateOther: { zh: '更早，我来选日期', en: 'Earlier; I choose the day' },
  dateLabel: { zh: '日期', en: 'Day' },
  dateMissing: { zh: '请选一个日期；记不清就选“记不清了”。', en: 'Please choose a day, or “I do not remember”.' },
  dateAhead: { zh: '这一天还没有到，请再看一下。', en: 'That day is still to come. Please look again.' },
  requestOther: { zh: '用自己的话写', en: 'In your own words' },
  requestOtherHelp: { zh: '例如：退还 3 月多扣的 200 元', en: 'Such as: give back the 200 yuan taken in March' },
  requestMissing: {
    zh: '请至少选一项，或者用自己的话写一句。',
    en: 'Please choose at least one, or write a sentence.',
  },
  takePhoto: { zh: '拍照', en: 'Take a photo' },
  choosePhoto: { zh: '从手机里选', en: 'Choose from the phone' },
  photoCount: { zh: '已加 {n} 张，最多 {most} 张', en: '{n} of at most {most}' },
  photoNote: { zh: '照片里的拍摄地点会自动去掉。', en: 'The place where it was taken is removed.' },
  photoName: { zh: '第 {n} 张照片', en: 'Photo {n}' },
  photoRemove: { zh: '去掉第 {n} 张照片', en: 'Remove photo {n}' },
  photoRemoveShort: { zh: '去掉', en: 'Remove' },
  photoUnreadable: {
    zh: '有一张照片打不开，没有加上。请换一张，或者重新拍。',
    en: 'One picture could not be opened. Please choose another or take it again.',
  },
  photoFull: {
    zh: '最多 {most} 张，多出来的没有加上。提交后还可以在“查询进度”里补。',
    en: 'At most {most}; the rest was left out. You can add more later under “See how far it is”.',
  },
  filer: { zh: '您为谁提出？', en: 'For whom do you complain?' },
  forName: { zh: '本人的姓名（您替谁提出）', en: 'The name of the person you act for' },
  heirName: { zh: '逝者的姓名', en: 'The name of the person who died' },
  agentNote: {
    zh: '本人有困难，可以由您代办。我们会请您出示本人签名的委托书，现在不用准备。',
    en: 'You may act for someone who cannot. We will ask to see a letter they signed; nothing is needed now.',
  },
  heirNote: {
    zh: '继承人可以提出。我们会请您出示继承的证明，现在不用准备。',
    en: 'Heirs may complain. We will ask for proof of succession; nothing is needed now.',
  },
  forNameMissing: { zh: '请填写这个人的姓名。', en: 'Please give the name of this person.' },
  name: { zh: '您的姓名', en: 'Your name' },
  nameMissing: {
    zh: '请填写您的姓名，这样我们才知道是谁。',
    en: 'Please give your name, so that we know who you are.',
  },
  phone: { zh: '您的电话', en: 'Your telephone' },
  phoneHelp: { zh: '手机或者座机都可以，座机请带区号', en: 'Mobile, or landline with its area code' },
  phoneMissing: { zh: '请填写电话，我们要打电话给您。', en: 'Please give a telephone number; we will call you.' },
  phoneWrong: {
    zh: '这个电话好像不完整。手机是 11 位数字。',
    en: 'This number looks incomplete. A mobile number has 11 digits.',
  },
  identity: { zh: '身份证号（可不填）', en: 'Identity number (optional)' },
  identityWhy: {
    zh: '填了，核对身份会快一些；不填，我们在电话里核对。',
    en: 'It makes confirming who you are quicker; without it we ask by telephone.',
  },
  identityWrong: {
    zh: '身份证号不对，请对照证件看一遍，或者先不填。',
    en: 'This number is not right. Compare it with your card, or leave it out.',
  },
  care: { zh: '打电话时要我们注意什么？（可不选）', en: 'Anything to mind when we call? (optional)' },
  careElderly: { zh: '我年纪大了，请说慢一点', en: 'I am elderly; please speak slowly' },
  careDisabled: { zh: '我听、看或行动不方便', en: 'Hearing, seeing or moving is hard for me' },
  filerFor: { zh: '{filer}：{name}', en: '{filer}: {name}' },
  change: { zh: '修改', en: 'Change' },
  changeWhat: { zh: '修改：{what}', en: 'Change: {what}' },
  none: { zh: '没有', en: 'None' },
  photosN: { zh: '{n} 张', en: '{n} {n|photo|photos}' },
  notGiven: { zh: '没有填', en: 'Not given' },
  submit: { zh: '提交投诉', en: 'Send the complaint' },
  sending: { zh: '正在提交，请不要关闭', en: 'Sending; please keep this open' },
  truth: {
    zh: '请如实填写。这些资料只用来办理这件投诉。',
    en: 'Please tell it as it was. It is used for this complaint only.',
  },
  unsure: {
    zh: '上次提交没有得到回音。请再点一次“提交投诉”，同一件不会重复登记。要补充的话，提交以后还可以补。',
    en: 'The last attempt got no answer. Tap “Send the complaint” again; it will not be registered twice. You can add things afterwards.',
  },
  refused: { zh: '没有提交成功：有一项需要再看一下。', en: 'Not sent: something needs another look.' },
  fieldRefused: { zh: '这一项没有通过，请再看一下。', en: 'This was not accepted. Please look again.' },
  keyUsed: {
    zh: '银行已经收到您先前提交的那一份，和现在的内容不一样。请打电话给我们，报姓名和电话就能查到编号。',
    en: 'The bank already received an earlier version that differs from this one. Please call us; with your name and telephone we find the number.',
  },
  startOver: { zh: '另外提交一份', en: 'Send as a new complaint' },
  done: { zh: '您的投诉收到了', en: 'We have your complaint' },
  doneText: {
    zh: '请把下面两样抄下来或者存好，查询进度要用。',
    en: 'Please write down or keep these two; you need them to see how far it is.',
  },
  yourNumber: { zh: '编号', en: 'Number' },
  yourCode: { zh: '查询码', en: 'Code' },
  codeNote: {
    zh: '银行不留查询码，请收好。',
    en: 'The bank keeps no copy of the code; please keep it safe.',
  },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '复制好了', en: 'Copied' },
  copyFailed: { zh: '这台手机不能复制，请抄下来。', en: 'This phone cannot copy; please write it down.' },
  picture: { zh: '存成图片', en: 'Save as a picture' },
  pictureSaved: { zh: '图片存好了', en: 'Picture saved' },
  share: { zh: '发给家人', en: 'Send to family' },
  pictureTitle: { zh: '投诉回执', en: 'Complaint received' },
  photosSending: {
    zh: '正在发送照片，还剩 {n} 张，请不要关闭',
    en: 'Sending photos, {n} to go; please keep this open',
  },
  photosFailed: {
    zh: '有 {n} 张照片没有发出去，投诉已经登记好了。',
    en: '{n} {n|photo|photos} could not be sent; the complaint is registered.',
  },
  photosAgain: { zh: '再发一次照片', en: 'Send the photos again' },
  photosDone: { zh: '{n} 张照片已收到。', en: '{n} {n|photo|photos} received.' },
  seeProgress: { zh: '查看进度', en: 'See how far it is' },
} satisfies Readonly<Record<string, Wording>>

export const FILER_WORDS: Readonly<Record<Filer, Wording>> = {
  self: { zh: '为我自己', en: 'For myself' },
  agent: { zh: '替别人（受本人委托）', en: 'For someone who asked me to' },
  heir: { zh: '我是继承人', en: 'I am an heir' },
}

/** Plain words for what a bank sells; the staff choose the codes. */
export const PRODUCT_WORDS = [
  { key: 'deposit', zh: '存款、取款、银行卡、存折', en: 'Deposits, cash, bank card, passbook' },
  { key: 'transfer', zh: '转账、汇款、手机支付', en: 'Transfers and mobile payment' },
  { key: 'credit-card', zh: '信用卡', en: 'Credit card' },
  { key: 'wealth', zh: '理财、基金、贵金属', en: 'Wealth products, funds, gold' },
  { key: 'insurance', zh: '在银行买的保险', en: 'Insurance bought at the bank' },
  { key: 'mortgage', zh: '房贷', en: 'Mortgage' },
  { key: 'loan', zh: '其他贷款', en: 'Other loans' },
  { key: 'collection', zh: '催收、征信记录', en: 'Debt collection, credit record' },
  { key: 'online', zh: '手机银行、网上银行、自助机', en: 'Mobile and online banking, machines' },
  { key: 'service', zh: '网点或电话服务态度、排队', en: 'Service at a branch or by telephone' },
  { key: 'fee', zh: '收费', en: 'Fees' },
  { key: 'privacy', zh: '个人信息', en: 'Personal information' },
  { key: 'unknown', zh: '不清楚', en: 'I do not know' },
] as const

export const REQUEST_WORDS = [
  { key: 'refund', zh: '把钱退给我', en: 'Give my money back' },
  { key: 'damages', zh: '赔偿我的损失', en: 'Make good my loss' },
  { key: 'correct', zh: '改正错误的记录或信息', en: 'Correct a wrong record' },
  { key: 'complete', zh: '把没办成的事办好', en: 'Do what was left undone' },
  { key: 'stop', zh: '停止打电话、推销或不当催收', en: 'Stop the calls, selling or improper collection' },
  { key: 'explain', zh: '把事情解释清楚', en: 'Explain it clearly' },
  { key: 'apology', zh: '道歉', en: 'Apologise' },
] as const
