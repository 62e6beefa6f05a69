// What an import says of a file and of its rows, in both languages.

import type { Words } from '../../../kernel/words.ts'

/** Why a row did not come in. The rules' own refusals are said in their own words. */
export const IMPORT_FAULT_WORDS: Words = {
  'column-count': {
    zh: '列数不符：应为 {expected} 列，实为 {found} 列。',
    en: 'The row has {found} {found|column|columns} instead of {expected}.',
  },
  'bad-quoting': {
    zh: '引号不成对，或引号之后还有文字。',
    en: 'A quotation mark is not closed, or text follows a closed one.',
  },
  'bad-json': { zh: '不是完整的 JSON。', en: 'The line is not complete JSON.' },
  'not-an-object': { zh: '该行 JSON 不是对象。', en: 'The JSON of the line is not an object.' },
  'row-too-long': { zh: '该行超过 {most} 个字符。', en: 'The row is longer than {most} characters.' },
  garbled: { zh: '含有无法解码的字符。', en: 'The row holds signs that cannot be decoded.' },
  'formula-without-value': {
    zh: '单元格是公式且没有保存结果。',
    en: 'The cell is a formula without a stored result.',
  },
  'value-missing': { zh: '缺少此项。', en: 'This is missing.' },
  'not-a-date': { zh: '“{found}”不是可识别的日期。', en: '“{found}” is no date that can be read.' },
  'not-a-number': { zh: '“{found}”不是数字。', en: '“{found}” is not a number.' },
  'word-unknown': { zh: '对照表中没有“{found}”。', en: 'The mapping does not know “{found}”.' },
  'value-too-long': { zh: '超过 {most} 个字符。', en: 'This is longer than {most} characters.' },
  'value-not-allowed': { zh: '不是允许的值。', en: 'This value is not allowed.' },
  'closed-before-told': { zh: '办结早于告知或收到。', en: 'It was closed before it was received or told.' },
  'id-with-other-content': {
    zh: '该编号已用于内容不同的一行。',
    en: 'The same number was used for a row with other content.',
  },
  'no-lawful-clock': {
    zh: '各日期的先后不成立，无法计算期限：{reason}',
    en: 'No clock can be computed from these dates: {reason}',
  },
}

/** Why a file as a whole cannot be imported, or what is to be done first. */
export const IMPORT_REFUSAL_WORDS: Words = {
  'import-usage': {
    zh: '用法：xiaobao import --preset <standard|uwv|cfpb|citizen> [--trial] [--unit <机构>] <文件>',
    en: 'Usage: xiaobao import --preset <standard|uwv|cfpb|citizen> [--trial] [--unit <unit>] <file>',
  },
  'file-unreadable': {
    zh: '无法读取文件“{file}”（{reason}）。',
    en: 'The file “{file}” cannot be read ({reason}).',
  },
  'import-file-empty': { zh: '文件是空的。', en: 'The file is empty.' },
  'file-format-unknown': {
    zh: '不是 CSV、Excel（xlsx）或逐行 JSON 文件（可用 gzip 压缩）。',
    en: 'This is not a CSV, Excel (xlsx) or JSON-lines file (each may be gzipped).',
  },
  'file-format-not-of-preset': {
    zh: '文件是 {format} 格式，预设“{preset}”不接收。',
    en: 'The file is {format}, which the preset “{preset}” does not take.',
  },
  'columns-missing': {
    zh: '文件中没有预设所需的列：{fields}。文件的列有：{columns}。',
    en: 'The file has no column for: {fields}. Its columns are: {columns}.',
  },
  'column-twice': { zh: '列名“{column}”出现两次。', en: 'The column “{column}” stands twice.' },
  'gzip-damaged': { zh: 'gzip 压缩不完整或已损坏。', en: 'The gzip stream is incomplete or damaged.' },
  'workbook-damaged': { zh: 'Excel 工作簿无法读取。', en: 'The workbook cannot be read.' },
  'workbook-too-large': {
    zh: 'Excel 工作簿超过 {mb} MB，请另存为 CSV。',
    en: 'The workbook is larger than {mb} MB; save it as CSV.',
  },
  'no-such-preset': { zh: '没有预设“{preset}”。', en: 'There is no preset “{preset}”.' },
  'preset-of-product': {
    zh: '随产品提供的预设不能改动，请另取名称保存。',
    en: 'A preset of the product cannot be changed; save yours under another name.',
  },
  'file-altered': { zh: '文件在上传之后被改动。', en: 'The file was changed after it had been uploaded.' },
  'import-stopped': {
    zh: '导入中断，已导入的各行保留；可从中断处继续。',
    en: 'The import was interrupted. What came in stays; it can go on from there.',
  },
  'import-running': { zh: '导入正在进行。', en: 'The import is under way.' },
  'import-done': { zh: '导入已经完成。', en: 'The import is done.' },
  'trial-first': { zh: '请先试导入，再正式导入。', en: 'Try the import first.' },
  'reader-not-for-field': { zh: '此项不能这样读取。', en: 'This field is not read that way.' },
}

/** How the fields are headed in reports and on the screen of the mapping. */
export const IMPORT_FIELD_WORDS: Words = {
  reference: { zh: '原编号', en: 'Number at the source' },
  channel: { zh: '投诉渠道', en: 'Channel' },
  matterType: { zh: '事项类型', en: 'Kind of matter' },
  happenedAt: { zh: '业务发生时间', en: 'Happened' },
  spokeAt: { zh: '投诉提出时间', en: 'Consumer spoke' },
  receivedAt: { zh: '收到时间', en: 'Bank received' },
  toldAt: { zh: '告知时间', en: 'Told' },
  closedAt: { zh: '办结时间', en: 'Closed' },
  outcome: { zh: '处理结果', en: 'Outcome' },
  text: { zh: '投诉内容', en: 'Content' },
  request: { zh: '投诉请求', en: 'Request' },
  product: { zh: '产品', en: 'Product' },
  codeA: { zh: '渠道分类', en: 'Channel code' },
  codeB: { zh: '业务分类', en: 'Business code' },
  codeC: { zh: '原因分类', en: 'Reason code' },
  amountMinor: { zh: '涉及金额', en: 'Amount' },
  complainants: { zh: '投诉人数', en: 'Complainants' },
  unit: { zh: '受理机构', en: 'Unit' },
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '电话', en: 'Telephone' },
  identityNumber: { zh: '证件号码', en: 'Identity number' },
  account: { zh: '账号', en: 'Account' },
  email: { zh: '电子邮箱', en: 'E-mail' },
  address: { zh: '地址', en: 'Address' },
  birthYear: { zh: '出生年份', en: 'Year of birth' },
  vulnerable: { zh: '特殊群体', en: 'Vulnerable' },
  outsideBody: { zh: '转办机构', en: 'Outside body' },
  outsideNumber: { zh: '转办编号', en: 'Outside number' },
  outsideReceivedAt: { zh: '收到转办时间', en: 'Transfer received' },
  row: { zh: '整行', en: 'The row' },
}
