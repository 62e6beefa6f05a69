// What the department of people and units says.

import type { Words } from '../../../kernel/words.ts'

export const words: Words = {
  'unit-exists': { zh: '机构 {unit} 已经存在。', en: 'The unit {unit} exists already.' },
  'unit-unknown': { zh: '没有这个机构。', en: 'There is no such unit.' },
  'unit-parent': {
    zh: '上级机构 {unit} 不存在，请先设立上级。',
    en: 'The unit above, {unit}, does not exist; open it first.',
  },
  'unit-parent-closed': {
    zh: '上级机构 {unit} 在 {day} 尚未设立或已撤销。',
    en: 'The unit above, {unit}, does not exist on {day}.',
  },
  'unit-not-yet': { zh: '机构 {unit} 自 {day} 起才设立。', en: 'The unit {unit} exists only from {day}.' },
  'unit-closed': { zh: '机构 {unit} 已于 {day} 撤销。', en: 'The unit {unit} closed on {day}.' },
  'units-below': {
    zh: '下级机构 {unit} 在 {day} 之后仍在营业，请先撤并下级机构。',
    en: 'The unit {unit} below it is still open after {day}; close it first.',
  },
  'posts-held': {
    zh: '仍有 {count} 人在此任职，请先调离，或指定承接机构。',
    en: '{count} {count|person still holds|people still hold} a post here; move them first, or name a successor.',
  },
  'head-office-alone': {
    zh: '总行，且只有总行，没有上级机构。',
    en: 'The head office, and only the head office, has no unit above it.',
  },
  'head-office-exists': { zh: '总行已经设立。', en: 'There is a head office already.' },
  'head-office-stays': { zh: '总行不能撤销。', en: 'The head office cannot be closed.' },
  'closed-before-opened': { zh: '撤销日不能早于设立日 {day}。', en: 'It cannot close before it opened on {day}.' },
  'successor-unknown': {
    zh: '承接机构不存在，或就在被撤机构之内。',
    en: 'The successor does not exist, or lies within the unit itself.',
  },
  'successor-closed': { zh: '承接机构 {unit} 不在营业。', en: 'The successor {unit} is not open.' },
  'not-your-unit': { zh: '机构 {unit} 不在您的管理范围内。', en: 'The unit {unit} is not yours to administer.' },
  'not-your-person': { zh: '此人不在您的管理范围内。', en: 'This person is not yours to administer.' },
  'account-taken': { zh: '账号 {account} 已被使用。', en: 'The account {account} is taken.' },
  'account-form': {
    zh: '账号以小写字母开头，只含小写字母、数字、点、横线，2 至 32 个字符',
    en: 'begins with a small letter and holds small letters, digits, dots and hyphens, 2 to 32 of them',
  },
  'path-form': {
    zh: '机构路径由大写字母或数字的各级代码以点连接，例如 HO.SH.PD',
    en: 'codes of capital letters or digits joined by dots, such as HO.SH.PD',
  },
  'day-form': { zh: '应为日期，例如 2026-03-01', en: 'must be a date such as 2026-03-01' },
  'person-unknown': { zh: '没有这个人员。', en: 'There is no such person.' },
  'person-left': { zh: '此人已于 {day} 离职。', en: 'This person left on {day}.' },
  'left-before-hired': { zh: '离职日不能早于入职日 {day}。', en: 'Nobody leaves before the first day, {day}.' },
  'last-administrator': {
    zh: '这是最后一位系统管理员，请先任命另一位。',
    en: 'This is the last administrator; appoint another one first.',
  },
  'post-needed': { zh: '请至少指定一个岗位。', en: 'Name at least one post.' },
  'post-held': {
    zh: '此人在该期间已在 {unit} 担任这一岗位。',
    en: 'This person already holds that post in {unit} at that time.',
  },
  'post-none': { zh: '没有这个岗位。', en: 'There is no such post.' },
  'post-ended': { zh: '该岗位已于 {day} 终止。', en: 'That post ended on {day}.' },
  'period-reversed': { zh: '结束日不能早于开始日', en: 'the last day cannot be before the first' },
  'period-past': { zh: '期间已经过去', en: 'the period is over' },
  'own-manager': { zh: '不能是自己的上级', en: 'nobody is their own manager' },
  'own-stand-in': { zh: '不能代理自己', en: 'nobody stands in for themselves' },
  'stand-in-left': { zh: '代理人已不在职', en: 'that person is not in service' },
  'stand-in-already': { zh: '该期间已由此人代理。', en: 'That person already stands in at that time.' },
  'stand-in-none': { zh: '没有这项代理', en: 'there is no such appointment' },
  'absence-none': { zh: '没有这项休假', en: 'there is no such absence' },
  'program-no-password': { zh: '程序账号没有密码，请使用令牌。', en: 'A program has no password; give it a token.' },
  'program-no-stand-in': { zh: '程序账号没有代理人。', en: 'Nobody stands in for a program.' },
  'token-for-programs': { zh: '令牌只发给程序账号。', en: 'Tokens are for programs only.' },
  'token-past': { zh: '令牌的到期日已经过去', en: 'the last day of the token is over' },
}
