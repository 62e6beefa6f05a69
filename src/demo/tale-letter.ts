// Letters after one pattern, as agents sell them: nearly the same words from people who do not know one another.

import type { Chance } from '../platform/clock.ts'

const patterns: Readonly<Record<string, readonly string[]>> = {
  'hardship-plan': [
    '本人{name}系贵行信用卡持卡人，因突发变故导致收入中断，现已无力按期偿还。',
    '依据《商业银行信用卡业务监督管理办法》第七十条，本人多次致电协商，均被贵行以各种理由推诿拒绝，严重侵害消费者合法权益。',
    '现要求：一、立即停止一切形式的催收及第三方联系；二、停止计收利息、违约金；三、办理六十期个性化分期；四、书面承诺不上报征信。',
    '若贵行七日内不予答复，本人将向国家金融监督管理总局、中国人民银行及有关部门逐级反映，并追究相关人员责任。',
  ],
  'insurance-as-deposit': [
    '本人于贵行购买{p}时，销售人员未如实告知保险责任、免责条款及退保损失，存在虚假宣传、误导销售行为。',
    '上述行为违反《中华人民共和国保险法》第一百一十六条及监管规定，本人是在重大误解的情况下签字投保。',
    '现郑重要求：全额退还保费{y}，并按同期贷款利率支付利息；对违规销售人员予以处罚。',
    '请贵行三个工作日内由专人书面答复，本人拒绝电话沟通，一切联系以书面为准，否则将持续投诉并诉诸媒体。',
  ],
  'cash-advance': [
    '关于贵行违规收取费用、未明示年化利率一事，本人现正式投诉。',
    '贵行在办理{p}过程中未以显著方式向本人展示年化利率，违反中国人民银行公告〔2021〕第3号，侵害本人知情权、公平交易权。',
    '要求贵行：一、按一年期贷款市场报价利率重新核算；二、退还多收款项{y}；三、消除不良征信记录；四、提供全部录音及合同原件。',
    '本投诉人不接受调解，不接受电话回访，如逾期不回复视为默认，本人将依法向上级主管部门投诉举报。',
  ],
}

export function hasPattern(situation: string): boolean {
  return situation in patterns
}

/** One such letter, empty when agents sell none about this situation; two sentences at most differ from the pattern. */
export function patternLetter(chance: Chance, situation: string): string {
  const sentences = [...(patterns[situation] ?? [])]
  if (chance.fraction() < 0.4)
    sentences.push(chance.pick(['此致敬礼。', '投诉人：{name}，电话{phone}。', '附：身份证复印件，号码{id}。']))
  if (chance.fraction() < 0.3) sentences.unshift(chance.pick(['尊敬的领导：', '投诉函', '贵行负责人：']))
  return sentences.join('')
}
