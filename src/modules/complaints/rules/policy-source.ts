// How the articles behind the limits are named, short for tables and in full for letters and inspectors.

import type { Source } from '../../../kernel/rule-pack.ts'

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 《银行业保险业消费投诉处理管理办法》, CBIRC Order No. 3 of 2020. */
export function no3(article: number, paragraph?: number): Source {
  const part = paragraph ? `第${chinese(paragraph)}款` : ''
  return {
    code: `No.3 Art. ${article}`,
    zh: `《银行业保险业消费投诉处理管理办法》（银保监会令2020年第3号）第${chinese(article)}条${part}`,
    en: `CBIRC Order No. 3 of 2020, Art. ${article}${paragraph ? ` para. ${paragraph}` : ''}`,
  }
}

/** 《中国人民银行金融消费者权益保护实施办法》, PBC Order No. 5 of 2020. */
export function no5(article: number): Source {
  return {
    code: `No.5 Art. ${article}`,
    zh: `《中国人民银行金融消费者权益保护实施办法》（人民银行令〔2020〕第5号）第${chinese(article)}条`,
    en: `PBC Order No. 5 of 2020, Art. ${article}`,
  }
}

/** 《银行保险机构消费者权益保护管理办法》, CBIRC Order No. 9 of 2022. */
export function no9(article: number): Source {
  return {
    code: `No.9 Art. ${article}`,
    zh: `《银行保险机构消费者权益保护管理办法》（银保监会令2022年第9号）第${chinese(article)}条`,
    en: `CBIRC Order No. 9 of 2022, Art. ${article}`,
  }
}

/** 《信访工作条例》, 2022. */
export function petitionRules(article: number): Source {
  return {
    code: `XF Art. ${article}`,
    zh: `《信访工作条例》第${chinese(article)}条`,
    en: `Regulations on Petition Work (2022), Art. ${article}`,
  }
}

/** 《消费者权益保护法实施条例》, State Council Order No. 778. */
export function consumerRules(article: number): Source {
  return {
    code: `CPR Art. ${article}`,
    zh: `《消费者权益保护法实施条例》第${chinese(article)}条`,
    en: `Implementing Regulations of the Consumer Protection Law, Art. ${article}`,
  }
}

/** A limit that the institution set for itself; no legal text gives the number. */
export function house(subject: { zh: string; en: string }): Source {
  return {
    code: 'House rule',
    zh: `本机构内部要求：${subject.zh}`,
    en: `internal rule of the institution: ${subject.en}`,
  }
}

export const CIVIL_CODE_203: Source = {
  code: 'Civil Code Art. 203',
  zh: '《民法典》第二百零三条',
  en: 'Civil Code, Art. 203',
}

export const MEDIATION_LAW_33: Source = {
  code: 'People’s Mediation Law Art. 33',
  zh: '《人民调解法》第三十三条',
  en: 'People’s Mediation Law, Art. 33',
}

function chinese(number: number): string {
  const tens = Math.floor(number / 10)
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${NUMERALS[tens]}十`
  return `${ten}${NUMERALS[number % 10]}`
}
