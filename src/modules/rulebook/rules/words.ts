// What the rulebook says.

import type { Words } from '../../../kernel/words.ts'

export const words: Words = {
  'not-an-author': {
    zh: '规则与日历由总行系统管理员起草。',
    en: 'Rules and calendars are drafted by an administrator of the head office.',
  },
  'not-a-publisher': {
    zh: '规则与日历由总行主管或高级管理人员发布和应用。',
    en: 'Rules and calendars are published and applied by a supervisor or executive of the head office.',
  },
  'house-alone': { zh: '此步由系统自动完成。', en: 'This step is the system’s own.' },
  'second-person': {
    zh: '须由另一人完成：起草人不得发布，提请人不得应用。',
    en: 'A second person is needed: nobody publishes their own draft or applies a re-computation they asked for.',
  },
  'text-unknown': { zh: '没有这个版本。', en: 'There is no such version.' },
  'recomputation-unknown': { zh: '没有这次重算。', en: 'There is no such re-computation.' },
  'published-already': {
    zh: '{text} 已经发布，不得更改；请另立新版本。',
    en: '{text} is published and never changes; write a new version.',
  },
  'withdrawn-already': { zh: '{text} 的草稿已经撤回。', en: 'The draft of {text} has been withdrawn.' },
  'reason-needed': {
    zh: '涉及未结案件的，须写明理由：依法，案件沿用登记时的版本',
    en: 'say why open cases are reached: by law a case keeps the version it began with',
  },
  'subject-needed': {
    zh: '请指定规则包及其版本，或日历的版本。',
    en: 'Name a pack and its version, or the edition of a calendar.',
  },
  'asked-already': { zh: '这次重算已经提请。', en: 'This re-computation has been asked for already.' },
  'not-previewed': { zh: '预览尚未完成，不能应用。', en: 'The preview is not finished; it cannot be applied yet.' },
  'not-published': { zh: '版本尚未发布，不能应用。', en: 'The version is not published; it cannot be applied yet.' },
  'preview-outdated': {
    zh: '预览之后草稿已有改动，请重新预览。',
    en: 'The draft has changed since the preview; preview it again.',
  },
  'applied-already': {
    zh: '这次重算已经应用，只能应用一次。',
    en: 'This re-computation has been applied; it is applied once.',
  },
  'not-in-force': {
    zh: '该版本自 {day} 起施行，此前不能应用于未结案件。',
    en: 'The version is in force from {day}; open cases come under it no earlier.',
  },
  'pack-unknown': { zh: '没有规则包 {pack}', en: 'there is no rule pack {pack}' },
  'calendar-unknown': { zh: '没有日历 {calendar}', en: 'there is no calendar {calendar}' },
  'not-later': {
    zh: '施行日须晚于第 {version} 版的施行日 {day}',
    en: 'must be later than {day}, from which version {version} is in force',
  },
  'order-fixed': {
    zh: '事实的次序属于产品本身，不得随版本更改；请去掉此项',
    en: 'the order of facts is the product’s own; leave it out',
  },
  'zone-fixed': { zh: '时区须仍为 {zone}', en: 'the zone stays {zone}' },
  'leads-fixed': {
    zh: '是否为主导规则包不得更改：每类案件有且只有一个',
    en: 'whether it leads cannot change: there is exactly one that leads',
  },
  'unit-changed': {
    zh: '“{duty}”的单位由 {before} 变为 {after}，而条文未变；改变单位须有新的条文',
    en: 'the unit of “{duty}” changes from {before} to {after} under the same article; a unit changes with its article',
  },
  'pack-fault': { zh: '规则包无法使用：{fault}', en: 'the pack cannot be used: {fault}' },
  'duty-twice': { zh: '时限“{duty}”出现两次', en: 'the duty “{duty}” stands twice' },
  'nothing-starts': { zh: '没有任何事实启动“{duty}”', en: 'nothing starts “{duty}”' },
  'nothing-meets': { zh: '没有任何事实能完成“{duty}”', en: 'nothing meets “{duty}”' },
  'fact-unknown': { zh: '“{duty}”引用了不存在的事实：{fact}', en: '“{duty}” names a fact that does not exist: {fact}' },
  'starts-and-finishes': {
    zh: '“{fact}”既启动又结束“{duty}”',
    en: '“{fact}” both starts and finishes “{duty}”',
  },
  'starts-and-continues': {
    zh: '“{fact}”既启动又接续“{duty}”',
    en: '“{fact}” both starts and continues “{duty}”',
  },
  'no-limit': { zh: '“{duty}”没有期限', en: '“{duty}” has no limit' },
  'no-calendar': {
    zh: '“{duty}”按工作时间计算，但规则包没有日历',
    en: '“{duty}” counts working time, and the pack has no calendar',
  },
  'pause-twice': { zh: '“{duty}”的暂停事由出现两次', en: 'a ground for pausing “{duty}” stands twice' },
  'extends-nothing': {
    zh: '“{duty}”的延期“{tier}”并未延长期限',
    en: 'the extension “{tier}” of “{duty}” does not extend it',
  },
  'extension-unreachable': {
    zh: '“{duty}”的延期“{tier}”无从取得：其前一档不在之前',
    en: 'the extension “{tier}” of “{duty}” is out of reach: the one before it does not come before',
  },
  'pause-finishes': {
    zh: '暂停或恢复会结束“{duty}”：暂停的时限不得因此消失',
    en: 'a pause would finish “{duty}”: a clock that is paused must not vanish',
  },
  'dead-state': {
    zh: '“{duty}”由“{fact}”启动后，没有任何途径可以完成',
    en: 'once “{fact}” has started “{duty}”, no way leads to meeting it',
  },
  'years-missing': { zh: '至少须有一个年度', en: 'must have at least one year' },
  'year-lost': {
    zh: '缺少 {year} 年：该年已在 {edition} 中公布',
    en: 'the year {year} is missing, which {edition} has published',
  },
  'year-gap': { zh: '缺少 {year} 年，年度须连续', en: 'the year {year} is missing; years follow one another' },
  'year-form': { zh: '应为四位年份', en: 'must be a year of four digits' },
  'other-year': { zh: '不在 {year} 年内', en: 'does not lie in {year}' },
  'range-reversed': { zh: '末日早于首日', en: 'ends before it begins' },
  'holiday-twice': { zh: '{day} 已列为假日', en: '{day} is a holiday already' },
  'workday-holiday': { zh: '{day} 是假日，不能同时是调休工作日', en: '{day} is a holiday; it cannot be a make-up day' },
  'workday-weekday': {
    zh: '{day} 不是周六或周日，本来就是工作日',
    en: '{day} is neither Saturday nor Sunday; it is a working day anyway',
  },
  'workday-twice': { zh: '{day} 重复', en: '{day} stands twice' },
  'year-incomplete': {
    zh: '{day} 是法定节日，须列为假日（《全国年节及纪念日放假办法》）',
    en: '{day} is a holiday by law and must be one here',
  },
  'holidays-few': {
    zh: '{year} 年的假日至少 {least} 天，此年不完整',
    en: '{year} has at least {least} {least|holiday|holidays}; the year is not complete',
  },
  'workdays-few': {
    zh: '{year} 年的工作日不足 {least} 天',
    en: '{year} has fewer than {least} working days',
  },
  'hours-reversed': { zh: '结束早于开始', en: 'ends before it begins' },
  'hours-overlap': { zh: '与前一时段重叠，或次序颠倒', en: 'overlaps the one before it, or is out of order' },
  'day-form': { zh: '应为日期，例如 2026-03-01', en: 'must be a date such as 2026-03-01' },
  'code-form': {
    zh: '以小写字母开头，只含小写字母、数字和横线',
    en: 'begins with a small letter and holds small letters, digits and hyphens',
  },
  'fact-form': {
    zh: '应为事实名称，例如 told 或 reopened/order',
    en: 'must be the name of a fact, such as told or reopened/order',
  },
  'identity-form': {
    zh: '只含字母、数字、点、横线、下划线，至多 40 个字符',
    en: 'holds letters, digits, dots, hyphens and underlines, 40 at most',
  },
}
