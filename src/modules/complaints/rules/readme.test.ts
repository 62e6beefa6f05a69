// The department's README says what its rules say: states, duties and the chart are drawn from them; a difference prints the table.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Wording } from '../../../kernel/words.ts'
import { chart } from './chart.ts'
import { RULE_PACKS } from './policy.ts'
import { STATUSES } from './vocabulary.ts'
import { DUTY_WORDS, PACK_WORDS, STATE_WORDS } from './words.ts'
import { ACT_WORDS } from './words-act.ts'

const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8')

describe('the README of the complaints department', () => {
  it('names every state in both languages', () => {
    expect(tableUnder('States')).toBe(glossary(STATE_WORDS))
  })

  it('names every duty in both languages', () => {
    expect(tableUnder('Duties')).toBe(glossary(DUTY_WORDS))
  })

  it('names every rule pack there is, with its law', () => {
    const rows = RULE_PACKS.map(pack => {
      const said = PACK_WORDS[pack.id] ?? pack.title
      return `| ${code(pack.id)} | ${said.zh} | ${said.en} |`
    })
    expect(tableUnder('Rule packs')).toBe(table('| in code | 中文 | English |', rows))
  })

  it('shows the chart as it is', () => {
    const rows = chart.map(row => {
      const words = (ACT_WORDS as Readonly<Record<string, Wording>>)[row.command]
      const to = row.to.length === STATUSES.length ? 'any' : row.to.map(code).join(' ')
      return `| ${words?.zh ?? ''} ${code(row.command)} | ${statesOf(row.from)} | ${to} | ${row.by.join(', ')} | ${row.source} |`
    })
    expect(tableUnder('Chart')).toBe(table('| command | in state | leads to | by | row and article |', rows))
  })

  it('says who everybody is whom the chart names', () => {
    const named = [...section('Roles').matchAll(/^\| `([a-z-]+)` \|/gm)].map(match => match[1])
    expect(named.toSorted()).toEqual([...new Set(chart.flatMap(row => row.by))].toSorted())
  })
})

function section(heading: string): string {
  const [, after = ''] = readme.split(`\n## ${heading}\n`)
  return after.split('\n## ')[0] ?? ''
}

function tableUnder(heading: string): string {
  return section(heading)
    .split('\n')
    .filter(line => line.startsWith('|'))
    .join('\n')
}

function glossary(words: Readonly<Record<string, Wording>>): string {
  return table(
    '| 中文 | English | in code |',
    Object.entries(words).map(([key, { zh, en }]) => `| ${zh} | ${en} | ${code(key)} |`),
  )
}

function table(head: string, rows: readonly string[]): string {
  return [head, head.replace(/[^|]+/g, '---'), ...rows].join('\n')
}

// A long list reads better as what is missing from it.
function statesOf(from: readonly (string | null)[]): string {
  const missing = STATUSES.filter(each => !from.includes(each))
  if (missing.length === 0) return 'any'
  if (missing.length < 4) return `any but ${missing.map(code).join(' ')}`
  return from.map(each => (each === null ? 'no case yet' : code(each))).join(' ')
}

function code(word: string): string {
  return `\`${word}\``
}
