// The words of the time machine.

import type { Wording } from '../../kernel/words.ts'

export const TIME_MACHINE_WORDS = {
  title: { zh: '演示机构 · 现在是 {now}', en: 'Demonstration bank · it is {now}' },
  why: {
    zh: '时光机只在演示中有：时钟向前走，提醒按各自的时间响起。',
    en: 'Only the demonstration has a time machine: the clock goes forward, and each alarm rings at its own time.',
  },
  day: { zh: '前进一天', en: 'Forward a day' },
  week: { zh: '前进一周', en: 'Forward a week' },
  rang: { zh: '响了 {count} 个提醒', en: '{count} {count|alarm|alarms} rang' },
  quiet: { zh: '没有提醒到时', en: 'No alarm was due' },
} as const satisfies Readonly<Record<string, Wording>>
