// A list says what it shows, and its address says the same.

import { describe, expect, it } from 'vitest'
import { chosenFrom, type Filter, sentenceOf } from './filter-sentence.ts'
import { readSearch, writeSearch } from './search-text.ts'

const FILTERS: readonly Filter[] = [
  {
    kind: 'choice',
    key: 'channel',
    words: { zh: '渠道', en: 'Channel' },
    many: true,
    choices: [
      { value: 'hotline', words: { zh: '热线', en: 'hotline' } },
      { value: 'branch', words: { zh: '网点', en: 'branch' } },
    ],
  },
  { kind: 'days', key: 'opened', words: { zh: '受理', en: 'Opened' } },
  { kind: 'flag', key: 'late', words: { zh: '只看逾期', en: 'Late only' } },
  { kind: 'words', key: 'words', words: { zh: '含', en: 'With' } },
]
const ADDRESS = '?channel=hotline,branch&opened=2026-01-01..2026-03-31&late=1&words=%E4%BF%9D%E6%9C%AC'

describe('the address of a list', () => {
  it('is read as a sentence in the reader’s language', () => {
    const chosen = chosenFrom(FILTERS, readSearch(ADDRESS))
    const say = (language: 'zh-CN' | 'en') => sentenceOf(FILTERS, chosen, language).map(part => part.text)
    expect(say('zh-CN')).toEqual(['渠道：热线、网点', '受理：2026-01-01 至 2026-03-31', '只看逾期', '含：“保本”'])
    expect(say('en')).toEqual([
      'Channel: hotline or branch',
      'Opened: 2026-01-01 to 2026-03-31',
      'Late only',
      'With: “保本”',
    ])
  })
  it('comes back the same after writing it', () => {
    const chosen = chosenFrom(FILTERS, readSearch(ADDRESS))
    expect(writeSearch(chosen)).toBe(ADDRESS)
  })
  it('keeps what it knows of an old or mistyped address and drops the rest', () => {
    const search = readSearch('?channel=fax,branch&opened=march&late=yes&colour=red&words=+')
    expect(chosenFrom(FILTERS, search)).toEqual({ channel: 'branch' })
  })
  it('may leave either end of a period open', () => {
    const say = (text: string) => sentenceOf(FILTERS, chosenFrom(FILTERS, { opened: text }), 'zh-CN')[0]?.text
    expect(say('2026-01-01..')).toBe('受理：2026-01-01 起')
    expect(say('..2026-03-31')).toBe('受理：2026-03-31 止')
    expect(say('..')).toBeUndefined()
  })
  it('reads a number as the text it was', () => {
    expect(chosenFrom(FILTERS, { late: 1 })).toEqual({ late: '1' })
  })
})
