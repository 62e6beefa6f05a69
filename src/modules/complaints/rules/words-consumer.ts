// The consumer's words: short sentences that somebody of seventy reads once and understands, in both languages.

import type { Wording, Words } from '../../../kernel/words.ts'
import type { StepKey, Way } from './contract-public.ts'
import type { Status } from './vocabulary.ts'

export const FRAME_WORDS = {
  service: { zh: '投诉与查询', en: 'Complaints' },
  largeType: { zh: '大字', en: 'Large type' },
  language: { zh: 'English', en: '中文' },
  languageName: { zh: '切换到英文', en: 'Switch to Chinese' },
  phoneLine: { zh: '想直接和人说话？请打电话', en: 'Rather talk to someone? Call us' },
  onYourCard: { zh: '银行卡背面的客服电话', en: 'the number on the back of your bank card' },
  phoneFree: { zh: '办理投诉不收任何费用。', en: 'Complaining costs nothing.' },
  offline: {
    zh: '现在没有网络。您填的内容都存在这台手机上，有网络后再提交即可。',
    en: 'There is no network. What you wrote is kept on this phone; send it when the network is back.',
  },
  noNetwork: { zh: '没有连上网络，请稍后再试一次。', en: 'The network did not answer. Please try again in a moment.' },
  tooMany: {
    zh: '尝试的次数太多，请过 {minutes} 分钟再试，或者打电话给我们。',
    en: 'Too many attempts. Please try again in {minutes} {minutes|minute|minutes}, or call us.',
  },
  fault: {
    zh: '银行的系统出了问题，没有办成。请稍后再试，或者打电话给我们。',
    en: 'Something broke at the bank and it was not done. Please try again later, or call us.',
  },
  back: { zh: '上一步', en: 'Back' },
  home: { zh: '回到首页', en: 'Back to the start' },
  loading: { zh: '请稍候', en: 'One moment' },
  lost: { zh: '没有这个页面', en: 'There is no such page' },
  lostText: { zh: '请回到首页，或者打电话给我们。', en: 'Go back to the start, or call us.' },
} satisfies Readonly<Record<string, Wording>>

export const HOME_WORDS = {
  title: { zh: '您想做什么？', en: 'What would you like to do?' },
  file: { zh: '提出投诉', en: 'Make a complaint' },
  fileText: { zh: '大约五分钟，不用注册，可以中途停下', en: 'About five minutes, no account, pause whenever you like' },
  track: { zh: '查询进度', en: 'See how far it is' },
  trackText: { zh: '用编号和查询码', en: 'With your number and code' },
  draft: { zh: '您有一份没有写完的投诉', en: 'You have a complaint half written' },
  draftText: { zh: '{when} 存在这台手机上。', en: 'Kept on this phone since {when}.' },
  goOn: { zh: '继续填写', en: 'Go on writing' },
  drop: { zh: '删除', en: 'Delete' },
  dropAsk: {
    zh: '确定删除这份没有写完的投诉？删除后找不回来。',
    en: 'Delete what you wrote? It cannot be brought back.',
  },
  dropYes: { zh: '确定删除', en: 'Yes, delete' },
  dropNo: { zh: '留着', en: 'Keep it' },
  mine: { zh: '这台手机上提交过的投诉', en: 'Sent from this phone' },
  mineText: {
    zh: '编号和查询码留在这台手机上，方便您查询。如果不是您自己的手机，请删除。',
    en: 'Number and code stay on this phone so that you can look. If it is not your own phone, delete them.',
  },
  forget: { zh: '从这台手机上删除 {number}', en: 'Delete {number} from this phone' },
  forgetShort: { zh: '删除', en: 'Delete' },
  sentOn: { zh: '{day} 提交', en: 'sent {day}' },
  what: { zh: '提交以后会怎样', en: 'What happens then' },
  what1: { zh: '您会得到一个编号和一个查询码。', en: 'You get a number and a code.' },
  what2: { zh: '会有专人联系您，把事情问清楚。', en: 'Someone will call you to understand the matter.' },
  what3: {
    zh: '银行自收到之日起 15 日内答复您；情况复杂的可以延长，最长 60 日，并会告诉您。',
    en: 'The bank answers within 15 days of receipt. A complex matter may take longer, at most 60 days, and you are told.',
  },
  law: {
    zh: '依据：《银行业保险业消费投诉处理管理办法》第十八条',
    en: 'By Article 18 of the Measures for Handling Consumer Complaints in Banking and Insurance',
  },
} satisfies Readonly<Record<string, Wording>>

export const TRACK_WORDS = {
  title: { zh: '查询进度', en: 'See how far it is' },
  number: { zh: '编号', en: 'Number' },
  numberHelp: { zh: '例如 TS-2026-000812', en: 'Such as TS-2026-000812' },
  code: { zh: '查询码', en: 'Code' },
  codeHelp: {
    zh: '提交时给您的 10 位字母和数字，大小写都可以',
    en: 'The ten letters and digits you were given; capitals do not matter',
  },
  look: { zh: '查询', en: 'Look' },
  numberWrong: {
    zh: '编号不完整。它像这样：TS-2026-000812。',
    en: 'The number is not complete. It looks like TS-2026-000812.',
  },
  codeWrong: {
    zh: '查询码应为 10 位字母和数字，请对照您抄下的再看一遍。',
    en: 'The code has ten letters and digits. Please compare it with your note.',
  },
  noMatch: {
    zh: '编号和查询码对不上。请再核对一遍；查询码找不到了，可以打电话给我们，核对身份后为您查询。',
    en: 'Number and code do not match. Please check them; if the code is lost, call us and we will look after confirming who you are.',
  },
  lost: {
    zh: '查询码找不到了？请打电话给我们，核对身份后为您查询。',
    en: 'Code lost? Call us; we look for you after confirming who you are.',
  },
  again: { zh: '刷新', en: 'Refresh' },
  other: { zh: '查询另一件', en: 'Look for another' },
  answerBy: { zh: '银行最晚应在这一天答复您', en: 'The bank must answer by' },
  daysLeft: { zh: '还有 {n} 天', en: '{n} {n|day|days} left' },
  lastDay: { zh: '就是今天', en: 'that is today' },
  daysLate: { zh: '已经晚了 {n} 天', en: '{n} {n|day|days} late' },
  lateText: {
    zh: '银行没有按期答复您。您可以打电话催办，也可以拨打金融监管热线 12378。',
    en: 'The bank did not answer in time. Call us to press for it, or call the regulator’s line 12378.',
  },
  pausedText: {
    zh: '这段时间不计入期限，结束后日期会往后推。',
    en: 'This time does not count; the date moves when it is over.',
  },
  answeredOn: { zh: '{day} 已答复您', en: 'Answered on {day}' },
  law: {
    zh: '依据：《银行业保险业消费投诉处理管理办法》第十八条',
    en: 'By Article 18 of the Measures for Handling Consumer Complaints in Banking and Insurance',
  },
  extendedComplex: { zh: '{day}延长过期限，原因：情况复杂。', en: 'Extended on {day}, because the matter is complex.' },
  extendedSpecial: {
    zh: '{day}再次延长期限，原因：情况特别复杂或者有其他特殊原因，已经上级批准。之后不能再延。',
    en: 'Extended again on {day}, approved above, as especially complex or for a special reason. No further extension is possible.',
  },
  story: { zh: '到现在为止', en: 'So far' },
  times: { zh: '（{n} 次）', en: ' ({n} times)' },
  ways: { zh: '您可以做的', en: 'What you can do' },
  notSatisfied: { zh: '如果不满意', en: 'If you are not satisfied' },
  askedTitle: { zh: '请您补充', en: 'Please add' },
  askedWhy: { zh: '为什么要：{reason}', en: 'Why: {reason}' },
  askedNote: { zh: '补充期间，银行的答复期限照常计算。', en: 'The bank’s time goes on while we wait.' },
  supplementLabel: { zh: '您要补充的话', en: 'What you want to add' },
  supplementSend: { zh: '提交补充', en: 'Send it' },
  supplementSent: { zh: '补充的内容收到了。', en: 'We have received it.' },
  supplementEmpty: {
    zh: '请写上要补充的话。照片可以在下面另外添加。',
    en: 'Please write what you want to add. Photos can be added below.',
  },
  photosTitle: { zh: '补照片', en: 'Add photos' },
  photosSend: { zh: '提交照片（{n} 张）', en: 'Send {n} {n|photo|photos}' },
  photosSent: { zh: '{n} 张照片收到了。', en: '{n} {n|photo|photos} received.' },
  withdraw: { zh: '撤回投诉', en: 'Withdraw the complaint' },
  withdrawTitle: { zh: '确定要撤回吗？', en: 'Withdraw it?' },
  withdrawText: {
    zh: '撤回后，银行当天停止办理，不再给您答复。以后您还可以重新提出。撤不撤回由您自己决定，任何人不得勉强。',
    en: 'The bank stops the same day and gives no answer. You may complain again later. It is your own choice; nobody may press you.',
  },
  withdrawReason: { zh: '想说明原因吗？（可不填）', en: 'Would you like to say why? (optional)' },
  withdrawCode: { zh: '请再输入一次查询码，确认是您本人', en: 'Enter your code once more to confirm that it is you' },
  withdrawCodeOther: {
    zh: '和刚才查询时用的不一样，请再看一遍。',
    en: 'It differs from the one you looked with. Please check it.',
  },
  withdrawYes: { zh: '撤回', en: 'Withdraw' },
  withdrawNo: { zh: '不撤回', en: 'Keep it going' },
} satisfies Readonly<Record<string, Wording>>

/** One sentence: what is happening now. */
export const NOW_WORDS: Readonly<Record<Status, Wording>> = {
  registered: {
    zh: '我们已收到您的投诉，正在安排专人办理。',
    en: 'We have your complaint and are giving it to the right person.',
  },
  supplement: { zh: '我们需要您补充一些材料，请看下面。', en: 'We need something more from you; please see below.' },
  declined: { zh: '这件事我们不能办理，原因已经告诉您。', en: 'We cannot handle this; you were told why.' },
  reclassified: {
    zh: '这件事已转为其他方式办理，原因已经告诉您。',
    en: 'This is being handled in another way; you were told why.',
  },
  assigned: {
    zh: '已有专人负责您的投诉，马上开始核实。',
    en: 'Someone is responsible for your complaint and will begin to look into it.',
  },
  investigating: { zh: '我们正在核实您说的情况。', en: 'We are looking into what you told us.' },
  negotiating: { zh: '我们正在和您商量解决办法。', en: 'We are talking with you about a solution.' },
  'paused-appraisal': {
    zh: '正在请外部专门机构鉴定，等待结果。',
    en: 'An outside expert is examining it; we await the result.',
  },
  'paused-mediation': { zh: '正在由调解组织调解。', en: 'A mediation body is mediating.' },
  'decision-draft': {
    zh: '事情已经查清，我们正在写给您的答复。',
    en: 'The facts are clear; we are writing our answer.',
  },
  'decision-approved': { zh: '答复已经定下，马上通知您。', en: 'The answer is decided and will reach you shortly.' },
  notified: { zh: '我们已经答复您。', en: 'We have answered you.' },
  withdrawn: { zh: '您已撤回这件投诉，办理已经停止。', en: 'You withdrew this complaint and it has ended.' },
  merged: {
    zh: '这件投诉已并入您先前的那一件，一起办理。',
    en: 'This complaint was joined to your earlier one and is handled with it.',
  },
  recheck: { zh: '上级机构正在重新核查原来的答复。', en: 'The institution above is re-checking the answer.' },
  'recheck-decided': { zh: '核查已经有了结果，并已告诉您。', en: 'The re-check is decided and you were told.' },
  closed: { zh: '这件投诉已经办结。', en: 'This complaint is closed.' },
  rectifying: {
    zh: '这件投诉已经办结，我们正在改正发现的问题。',
    en: 'This complaint is closed; we are correcting what was wrong.',
  },
  archived: { zh: '这件投诉已经办结并归档。', en: 'This complaint is closed and filed.' },
}

export const STEP_WORDS: Readonly<Record<StepKey, Wording>> = {
  received: { zh: '收到您的投诉', en: 'We received your complaint' },
  assigned: { zh: '交给专人办理', en: 'Given to a person in charge' },
  talked: { zh: '和您谈过这件事', en: 'We spoke with you' },
  wrote: { zh: '给您发了消息', en: 'We sent you a message' },
  'called-in-vain': { zh: '给您打过电话，没有接通', en: 'We called and could not reach you' },
  'photo-added': { zh: '收到您的照片', en: 'We received your photo' },
  asked: { zh: '请您补充材料', en: 'We asked you for more' },
  supplemented: { zh: '收到您补充的内容', en: 'We received what you added' },
  'went-on': { zh: '没有等到补充，先按已有的情况继续办', en: 'Nothing came; we went on with what we know' },
  declined: { zh: '告诉您不能办理及原因', en: 'We told you that we cannot handle it, and why' },
  reclassified: { zh: '转为其他方式办理', en: 'Moved to another way of handling' },
  merged: { zh: '并入您先前的投诉', en: 'Joined to your earlier complaint' },
  restarted: { zh: '收到新的情况，期限重新计算', en: 'New facts came; the time began again' },
  withdrawn: { zh: '收到您的撤回', en: 'You withdrew' },
  investigating: { zh: '开始核实', en: 'We began to look into it' },
  negotiating: { zh: '开始和您商量', en: 'We began to talk about a solution' },
  'extended-complex': { zh: '情况复杂，延长期限', en: 'Extended, as the matter is complex' },
  'extended-special': { zh: '情况特别复杂，再次延长期限', en: 'Extended again, as it is especially complex' },
  'appraisal-begun': { zh: '交外部机构鉴定', en: 'Given to an outside expert' },
  'appraisal-ended': { zh: '鉴定有了结果', en: 'The expert has reported' },
  'mediation-begun': { zh: '开始调解', en: 'Mediation began' },
  'mediation-ended': { zh: '调解结束', en: 'Mediation ended' },
  answered: { zh: '答复您', en: 'We answered you' },
  'recheck-requested': { zh: '收到您的核查申请', en: 'You asked for a re-check' },
  'recheck-decided': { zh: '告诉您核查结果', en: 'You were told the result of the re-check' },
  redone: { zh: '上级要求重新办理', en: 'The institution above had it done again' },
  closed: { zh: '办结', en: 'Closed' },
  reopened: { zh: '重新办理', en: 'Opened again' },
}

/** What the person can do outside these pages. */
export const WAY_WORDS: Readonly<Record<Exclude<Way, 'photos' | 'supplement' | 'withdrawal'>, Wording>> = {
  recheck: {
    zh: '申请核查：最晚{day}，用书面方式向作出答复的机构的上级申请重新核查，30 日内会告诉您结果。',
    en: 'Ask for a re-check: in writing, by {day}, at the institution above the one that answered. You are told the result within 30 days.',
  },
  mediation: {
    zh: '申请调解：请当地的金融纠纷调解组织调解。',
    en: 'Ask for mediation at the local body for financial disputes.',
  },
  arbitration: {
    zh: '申请仲裁：合同里约定了仲裁的，可以向约定的仲裁机构申请。',
    en: 'Go to arbitration, if your contract agreed on it.',
  },
  litigation: { zh: '起诉：可以向人民法院起诉。', en: 'Go to court.' },
}

/** What the bank refuses a consumer with; part of the department's words. */
export const PUBLIC_WORDS: Words = {
  'public-for-whom': { zh: '请填写您替谁提出', en: 'say for whom you complain' },
  'public-too-many': {
    zh: '尝试的次数太多，请稍后再试，或者打电话给我们。',
    en: 'Too many attempts. Please try again later, or call us.',
  },
  'public-no-match': {
    zh: '编号和查询码对不上，请再核对一遍。',
    en: 'Number and code do not match. Please check them.',
  },
  'public-photo-only': { zh: '这里只能添加照片。', en: 'Only photos can be added here.' },
  'public-photos-full': {
    zh: '这件投诉的照片已经够多了（{most} 张）。还有要补的，请打电话给我们。',
    en: 'This complaint holds {most} photos, which is as many as we take here. Please call us about more.',
  },
}
