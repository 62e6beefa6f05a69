// What the audit says.

import type { Words } from '../../../kernel/words.ts'

export const words: Words = {
  'day-form': { zh: '应为日期，例如 2026-03-01', en: 'must be a date such as 2026-03-01' },
  'case-without-module': { zh: '按案件查询时须同时指定模块', en: 'a case is named together with its module' },
  'cursor-form': { zh: '翻页位置无效，请从第一页重新查询', en: 'is not a place in this list; begin at the first page' },
  'verification-busy': { zh: '核验正在进行，请待其完成。', en: 'A verification is under way; wait until it is done.' },
}
