// The documents say what the code says: settings, commands, scripts, places and links are compared with what is there.

import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settings } from '../src/platform/config.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const documents = globSync('{*.md,docs/**/*.md,src/modules/*/README.md}', { cwd: root })
const readmes = [
  { path: 'README.md', language: 'en' },
  { path: 'README.zh-CN.md', language: 'zh' },
] as const

describe.each(readmes)('$path', ({ path, language }) => {
  it('lists every setting with its standard value and its meaning', () => {
    const expected = settings.map(each =>
      row(each.name, each.standard && `\`${each.standard}\``, each.meaning[language]),
    )
    expect(rows(path, /^\| `[A-Z_]+` \|/).join('\n')).toBe(expected.join('\n'))
  })

  it('lists every command in the words of `npx xiaobao help`', () => {
    const expected = commands().map(each => `| \`${each.name}\` | ${each[language]} |`)
    expect(rows(path, /^\| `[a-z-]+` \|/).join('\n')).toBe(expected.join('\n'))
  })
})

describe('the documents', () => {
  it('name no place that is not there', () => {
    const named = documents.flatMap(path =>
      [...read(path).matchAll(/(?<![\w./-])(?:src|tests|bench|scripts|bin|docs|\.ci)\/[\w.*/-]*[\w*]/g)].map(match => ({
        path,
        place: match[0],
      })),
    )
    expect(named.filter(({ place }) => globSync(place, { cwd: root }).length === 0)).toEqual([])
  })

  it('of a department name no file that is not in it', () => {
    const named = documents
      .filter(path => path.startsWith('src/modules/'))
      .flatMap(path =>
        [...read(path).matchAll(/`((?:rules|server|pages)\/[\w./-]+\.\w+)`/g)].map(match =>
          join(dirname(path), match[1] ?? ''),
        ),
      )
    expect(named.filter(path => !existsSync(join(root, path)))).toEqual([])
  })

  it('link to nothing that is not there', () => {
    const links = documents.flatMap(path =>
      [...read(path).matchAll(/\]\(((?!https?:|#)[^)#]+)/g)].map(match => ({ path, link: match[1] ?? '' })),
    )
    expect(links.filter(({ path, link }) => !existsSync(join(root, dirname(path), link)))).toEqual([])
  })

  it('name no script that package.json does not have', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = documents.flatMap(path => [...read(path).matchAll(/npm run ([\w:]+)/g)].map(match => match[1] ?? ''))
    expect(named.filter(name => !(name in scripts))).toEqual([])
  })

  it('promise the test command that the build runs', () => {
    const lines = read('.ci/run').trimEnd().split('\n')
    expect(lines.slice(-2)).toEqual(['npm ci', 'npm test'])
    for (const { path } of readmes) expect(read(path)).toContain('\nnpm ci && npm test\n')
    expect(statSync(join(root, '.ci/run')).mode & 0o111).toBe(0o111)
  })
})

function row(name: string, ...cells: readonly string[]): string {
  return `| \`${name}\` | ${cells.join(' | ')} |`
}

function rows(path: string, like: RegExp): string[] {
  return read(path)
    .split('\n')
    .filter(line => like.test(line))
}

/** Name and words of every command, read from the table in main.ts: to load main.ts would be to start it. */
function commands(): { name: string; zh: string; en: string }[] {
  const [, list = ''] = read('src/main.ts').split('\nconst commands')
  return [...list.matchAll(/^ {2}(\S+): \{\s+says: \{\s+zh: '([^']+)',\s+en: '([^']+)'/gm)].map(match => {
    const [, name = '', zh = '', en = ''] = match
    return { name, zh, en }
  })
}
