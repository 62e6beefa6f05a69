// What the replay of an event log says: the agreement, the limits implied, and what the log does not tell.

import type { Wording, Words } from '../../../kernel/words.ts'
import type { Measure } from './replay.ts'

export const MEASURE_WORDS: Readonly<Record<Measure, Wording>> = {
  'to-resolution': { zh: '自登记至解决，连续计时', en: 'from opening to resolution, every minute counted' },
  'without-waiting': { zh: '自登记至解决，等待外部时暂停', en: 'from opening to resolution, waiting left out' },
  'to-closing': { zh: '自登记至关闭，连续计时', en: 'from opening to closing, every minute counted' },
}

export const REPLAY_WORDS = {
  usage: { zh: '用法：xiaobao replay <事件日志.csv.gz>', en: 'Usage: xiaobao replay <event log.csv.gz>' },
  read: { zh: '读取 {events} 个事件，{incidents} 件。', en: 'Read {events} events of {incidents} incidents.' },
  unordered: { zh: '时间次序颠倒、已重排：{ids}。', en: 'Out of the order of time, sorted first: {ids}.' },
  unusable: { zh: '没有可用的起止时间、未计入：{ids}。', en: 'Without usable times, left out: {ids}.' },
  measure: {
    zh: '{zh}：与 made_sla 相符 {agreed}/{of}（{percent}）。',
    en: '{en}: agrees with made_sla in {agreed} of {of} ({percent}).',
  },
  chosen: { zh: '采用：{zh}。各优先级推算的时限：', en: 'Taken: {en}. The limits implied, by priority:' },
  implied: {
    zh: '  {priority}：时限在 {above}（仍达标的最长）与 {below}（未达标的最短）之间，取 {limit}；相符 {agreed}/{of}。',
    en: '  {priority}: between {above} (longest kept) and {below} (shortest broken beyond it), taken as {limit}; {agreed} of {of} agree.',
  },
  'few-cases': {
    zh: '  {priority}：时限在 {above} 与 {below} 之间，取 {limit}；相符 {agreed}/{of}。达标仅 {kept} 件，此数不可靠。',
    en: '  {priority}: between {above} and {below}, taken as {limit}; {agreed} of {of} agree. Only {kept} kept: a figure to be distrusted.',
  },
  'nothing-kept': {
    zh: '  {priority}：{broken} 件全部未达标，最短 {below}；时限短于此数，下限无从得知，相符 {agreed}/{of} 只是必然。',
    en: '  {priority}: all {broken} are broken, down to {below}; the limit is shorter and has no lower bound in the log. {agreed} of {of} agree by construction, which proves nothing.',
  },
  common: {
    zh: '  {priorities} 的区间重叠：{low} 至 {high} 的同一时限与两者都相符，日志不能区分它们是否同一。',
    en: '  {priorities}: the ranges overlap. One limit between {low} and {high} fits both; the log cannot tell whether they differ.',
  },
  differs: { zh: '“{zh}”的不符：{count} 件。', en: 'Where “{en}” differs: {count}.' },
  'broken-in-time': {
    zh: '  未超时限却记为未达标 {count} 件：{cases}。标记在关闭时才改写：或是拖延关闭所致，或另有日志所无的时限（响应、指派），或经人工改动。',
    en: '  In time, yet flagged as broken, {count}: {cases}. The flag is turned at closing: because the closing was left late, for a limit that the log does not hold (response, assignment), or by hand.',
  },
  'kept-too-late': {
    zh: '  已超时限却记为达标 {count} 件：{cases}。可见该段时间（如解决之后等待关闭）不计入考核；缺解决时间的，以最后一个“Resolved”或“Closed”事件代替。',
    en: '  Later than the limit, yet flagged as kept, {count}: {cases}. That stretch (such as the wait between resolution and closing) was not held against anyone; where the date of resolution is missing, the last Resolved or Closed event stands in.',
  },
} satisfies Words

/** What cannot be known from this log, whatever limit is tried. */
export const LEARNT: readonly Wording[] = [
  {
    zh: '可以得知：等待外部并不暂停计时，扣除等待后相符率明显下降。',
    en: 'To be learnt: waiting did not stop the clock, for leaving it out agrees far less.',
  },
  {
    zh: '无法得知：约定的时限本身（日志只有结果标记）；是否按工作时间或节假日日历；时区（时间按原样计算）；优先级变更时时限是否重新起算（只用最后一次优先级）。',
    en: 'Not to be known: the limits as agreed (the log holds only the flag); working hours or a calendar of holidays; the zone (times are taken as they stand); whether a change of priority began a new limit (the last priority is used).',
  },
  {
    zh: '时限由标记推算、再与标记比较，相符率说明“存在一个按优先级的固定时限”，不证明时限就是此数。',
    en: 'The limits are found from the flags and then held against them: the agreement says that one fixed limit per priority explains the flags, not that this is the limit.',
  },
]
