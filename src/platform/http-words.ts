// What the wire itself says: problems that belong to no department.

import type { Words } from '../kernel/words.ts'

export const httpWords: Words = {
  'invalid-input': {
    zh: '提交的内容有误，请按所列字段更正。',
    en: 'The input is not right; the fields below say why.',
  },
  'malformed-json': { zh: '请求正文不是完整的 JSON。', en: 'The body of the request is not well-formed JSON.' },
  'body-too-large': { zh: '请求正文超过允许的大小。', en: 'The body of the request is larger than allowed.' },
  'content-type': {
    zh: '请求正文的类型应为 application/json。',
    en: 'The body of the request must be application/json.',
  },
  'cross-site': {
    zh: '请求来自其他网站，已拒绝。',
    en: 'The request comes from another site and was refused.',
  },
  'sign-in-needed': { zh: '请先登录。', en: 'Please sign in first.' },
  'role-needed': { zh: '您的岗位没有这项权限。', en: 'Your post does not carry this right.' },
  'password-change-needed': {
    zh: '请先更改临时密码，再继续使用。',
    en: 'Change the temporary password before you go on.',
  },
  'not-found': { zh: '没有找到，或您无权查看。', en: 'There is no such thing, or it is not for you to see.' },
  'database-away': {
    zh: '数据库暂时无法访问，您提交的内容没有保存，请稍后再试。',
    en: 'The database cannot be reached for the moment. Nothing was saved; try again shortly.',
  },
  fault: {
    zh: '系统出现故障，您提交的内容没有保存。请把请求编号告诉管理员。',
    en: 'Something broke and nothing was saved. Give the request number to your administrator.',
  },
  'not-in-chart': {
    zh: '当前状态（{state}）不能进行这项操作（{command}）。',
    en: 'In its present state ({state}) the case does not allow this step ({command}).',
  },
  'request-reused': {
    zh: '同一个幂等键已用于另一份内容。',
    en: 'The same idempotency key was used before with another body.',
  },
  'sign-in-failed': { zh: '账号或密码不正确。', en: 'The account or the password is wrong.' },
  'sign-in-throttled': {
    zh: '登录失败次数过多，请在 {seconds} 秒后再试。',
    en: 'Too many failed sign-ins; try again in {seconds} {seconds|second|seconds}.',
  },
  'password-wrong': { zh: '原密码不正确。', en: 'The present password is wrong.' },
  'password-too-short': {
    zh: '密码至少 {length} 个字符。',
    en: 'A password has at least {length} characters.',
  },
  'password-too-long': { zh: '密码至多 {length} 个字符。', en: 'A password has at most {length} characters.' },
  'password-is-account': {
    zh: '密码不得含有账号名。',
    en: 'A password may not contain the name of the account.',
  },
  'password-unchanged': {
    zh: '新密码不得与原密码相同。',
    en: 'The new password must differ from the present one.',
  },
  'link-spent': {
    zh: '该链接无效，或已被使用。',
    en: 'This link is not valid, or it has been used.',
  },
  'status-400': { zh: '输入有误', en: 'Bad input' },
  'status-401': { zh: '未登录', en: 'Not signed in' },
  'status-403': { zh: '没有权限', en: 'Not allowed' },
  'status-404': { zh: '未找到', en: 'Not found' },
  'status-409': { zh: '不能这样办理', en: 'Not possible' },
  'status-413': { zh: '内容过大', en: 'Too large' },
  'status-429': { zh: '尝试过于频繁', en: 'Too many attempts' },
  'status-500': { zh: '系统故障', en: 'Fault' },
  'status-503': { zh: '暂时无法服务', en: 'Not available' },
  'reason-missing': { zh: '必填', en: 'is required' },
  'reason-unknown': { zh: '没有这个字段', en: 'there is no such field' },
  'reason-type': { zh: '应为{expected}', en: 'must be {expected}' },
  'reason-shape': { zh: '格式不对', en: 'does not have the right form' },
  'reason-form': { zh: '应为{expected}', en: 'must be {expected}' },
  'reason-choice': { zh: '应为以下之一：{choices}', en: 'must be one of: {choices}' },
  'reason-multiple': { zh: '应为 {divisor} 的倍数', en: 'must be a multiple of {divisor}' },
  'reason-union': { zh: '不符合允许的任何一种写法', en: 'matches none of the allowed forms' },
  'reason-at-least': { zh: '不得小于 {bound}', en: 'must be at least {bound}' },
  'reason-at-most': { zh: '不得大于 {bound}', en: 'must be at most {bound}' },
  'reason-above': { zh: '应大于 {bound}', en: 'must be more than {bound}' },
  'reason-below': { zh: '应小于 {bound}', en: 'must be less than {bound}' },
  'reason-characters-least': {
    zh: '至少 {bound} 个字符',
    en: 'must have at least {bound} {bound|character|characters}',
  },
  'reason-characters-most': {
    zh: '至多 {bound} 个字符',
    en: 'must have at most {bound} {bound|character|characters}',
  },
  'reason-items-least': { zh: '至少 {bound} 项', en: 'must have at least {bound} {bound|entry|entries}' },
  'reason-items-most': { zh: '至多 {bound} 项', en: 'must have at most {bound} {bound|entry|entries}' },
  'type-string': { zh: '文字', en: 'a text' },
  'type-number': { zh: '数字', en: 'a number' },
  'type-int': { zh: '整数', en: 'a whole number' },
  'type-boolean': { zh: 'true 或 false', en: 'true or false' },
  'type-array': { zh: '列表', en: 'a list' },
  'type-object': { zh: '一组字段（对象）', en: 'an object' },
  'type-record': { zh: '一组字段（对象）', en: 'an object' },
  'type-null': { zh: '空值', en: 'null' },
  'form-datetime': {
    zh: '带时区的时刻，例如 2026-03-01T10:00:00+08:00',
    en: 'an instant with its zone, such as 2026-03-01T10:00:00+08:00',
  },
  'form-date': { zh: '日期，例如 2026-03-01', en: 'a date such as 2026-03-01' },
  'form-email': { zh: '电子邮件地址', en: 'an e-mail address' },
  'form-uuid': { zh: 'UUID', en: 'a UUID' },
  'form-url': { zh: '网址', en: 'an address of the web' },
}
