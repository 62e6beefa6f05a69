// The sentences in which a verification names the first difference it met.

import { fill, type Language, type Saying, type Words } from '../kernel/words.ts'

export interface Difference {
  readonly module: string | null
  readonly caseId: string | null
  readonly version: number | null
  readonly what: Saying
}

/** The difference as one sentence that an auditor can take to the case. */
export function sayDifference(difference: Difference, language: Language): string {
  const wording = VERIFY_WORDS[difference.what.key]
  return wording ? fill(wording, language, difference.what.values) : difference.what.key
}

export const VERIFY_WORDS: Words = {
  'fact-missing': {
    zh: '{module} 案件 {caseId}：缺少第 {version} 条事实，链条在此中断。',
    en: '{module} case {caseId}: fact {version} is missing; the chain breaks here.',
  },
  'fact-altered': {
    zh: '{module} 案件 {caseId}：第 {version} 条事实的内容、时间、操作人或校验值被改动。',
    en: '{module} case {caseId}: the content, time, actor or hash of fact {version} was altered.',
  },
  'fact-unfoldable': {
    zh: '{module} 案件 {caseId}：第 {version} 条事实无法按规则重放（{reason}）。',
    en: '{module} case {caseId}: the rules cannot replay fact {version} ({reason}).',
  },
  'row-missing': {
    zh: '{module} 案件 {caseId}：有 {version} 条事实，但没有案件行。',
    en: '{module} case {caseId}: it has {version} facts but no row.',
  },
  'row-version': {
    zh: '{module} 案件 {caseId}：案件行停在第 {found} 版，而事实到第 {version} 条。',
    en: '{module} case {caseId}: the row stands at version {found}, the facts at {version}.',
  },
  'row-hash': {
    zh: '{module} 案件 {caseId}：案件行的校验值与第 {version} 条事实不符。',
    en: '{module} case {caseId}: the hash of the row is not that of fact {version}.',
  },
  'row-state': {
    zh: '{module} 案件 {caseId}：案件行的内容与由 {version} 条事实推演的结果不符（{path}）。',
    en: '{module} case {caseId}: the row is not what its {version} facts amount to ({path}).',
  },
  'row-orphan': {
    zh: '{module} 案件 {caseId}：有案件行，但没有任何事实。',
    en: '{module} case {caseId}: it has a row but no fact.',
  },
  'desk-missing': {
    zh: '{module} 案件 {caseId}：工作台上没有这一案件。',
    en: '{module} case {caseId}: the desk has no line of it.',
  },
  'desk-differs': {
    zh: '{module} 案件 {caseId}：工作台的“{field}”与案件不符。',
    en: '{module} case {caseId}: the desk differs from the case in "{field}".',
  },
  'desk-orphan': {
    zh: '{module} 案件 {caseId}：工作台上有这一案件，但没有任何事实。',
    en: '{module} case {caseId}: the desk has a line of it, but there is no fact.',
  },
  'alarm-missing': {
    zh: '{module} 案件 {caseId}：应有的闹钟 {key}（{at}）不存在。',
    en: '{module} case {caseId}: the alarm {key} ({at}) that should be set is not.',
  },
  'alarm-added': {
    zh: '{module} 案件 {caseId}：多出闹钟 {key}（{at}），规则中没有。',
    en: '{module} case {caseId}: the alarm {key} ({at}) is set, but the rules set none such.',
  },
  'alarm-orphan': {
    zh: '{module} 案件 {caseId}：有闹钟，但没有任何事实。',
    en: '{module} case {caseId}: it has an alarm but no fact.',
  },
  'head-unmarked': {
    zh: '{module} 案件 {caseId}：第 {version} 条事实既未封存，也没有待封存的记号，不是由本系统写入的。',
    en: '{module} case {caseId}: fact {version} is neither sealed nor marked to be; the product did not write it.',
  },
  'mark-orphan': {
    zh: '{module} 案件 {caseId}：有待封存的记号（第 {version} 条），但相应事实不存在。',
    en: '{module} case {caseId}: it is marked to be sealed at fact {version}, but there is no such fact.',
  },
  'sealed-fact-missing': {
    zh: '{module} 案件 {caseId}：封存 {no} 记有第 {version} 条事实，数据库中已不存在。',
    en: '{module} case {caseId}: seal {no} holds fact {version}, which is gone from the database.',
  },
  'sealed-fact-differs': {
    zh: '{module} 案件 {caseId}：第 {version} 条事实与封存 {no} 所记不同。',
    en: '{module} case {caseId}: fact {version} is not what seal {no} holds.',
  },
  'seal-missing': { zh: '缺少封存 {no}。', en: 'Seal {no} is missing.' },
  'seal-altered': { zh: '封存 {no} 的“{field}”被改动。', en: 'Seal {no} was altered in "{field}".' },
  'readings-differ': {
    zh: '封存 {no} 所含的查阅记录（至第 {readingsTo} 号）有改动、缺失或增加。',
    en: 'The readings under seal {no} (up to number {readingsTo}) were changed, removed or added to.',
  },
  'leaf-orphan': {
    zh: '有属于封存 {no} 的条目，但没有这次封存。',
    en: 'There are leaves of seal {no}, but no such seal.',
  },
  'export-differs': {
    zh: '导出的封存文件 {file} 与数据库中的封存 {no} 不同，二者之一被改动。',
    en: 'The exported {file} differs from seal {no} in the database; one of them was altered.',
  },
  'export-without-seal': {
    zh: '存在导出的封存文件 {file}，而数据库中没有这次封存：数据库中的封存被删除，或数据库被换回旧的备份。',
    en: 'There is an exported {file}, but no such seal in the database: it was removed, or the database was put back to an older copy.',
  },
}
