// The house stands as it was drawn: the architecture is a test, and the test is tested with planted trespassers.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  findBannedWords,
  findForeignTables,
  findHardCodedText,
  findLongOnes,
  findNamelessFiles,
  findSilentFiles,
  findTrespasses,
  readSources,
} from './house.ts'

const root = join(import.meta.dirname, '..')
const sources = readSources(root, 'src')

describe('the house', () => {
  it('looks only downwards and leftwards, and no department into another', () => {
    expect(findTrespasses(sources)).toEqual([])
  })

  it('says nothing that has no place in it', () => {
    expect(findBannedWords(sources)).toEqual([])
  })

  it('has no file over 300 lines and no function that cannot be seen at once', () => {
    expect(findLongOnes(sources)).toEqual([])
  })

  it('names files after what they hold', () => {
    expect(findNamelessFiles([...sources, ...readSources(root, 'tests'), ...readSources(root, 'bench')])).toEqual([])
  })

  it('opens every file with what it is for', () => {
    expect(
      findSilentFiles([
        ...sources,
        ...readSources(root, 'tests'),
        ...readSources(root, 'bench'),
        ...readSources(root, 'scripts'),
      ]),
    ).toEqual([])
  })

  it('keeps its words in one place, in both languages', () => {
    expect(findHardCodedText(sources)).toEqual([])
  })

  it('lets a department’s SQL name only its own tables and the ledger', () => {
    expect(findForeignTables(sources)).toEqual([])
  })

  it('gives every department the same front door', () => {
    const modules = join(root, 'src/modules')
    for (const name of readdirSync(modules)) {
      for (const part of ['module.ts', 'README.md', 'rules', 'server']) {
        expect({ name, part, there: existsSync(join(modules, name, part)) }).toEqual({ name, part, there: true })
      }
    }
  })

  it('has the pages a newcomer reads first', () => {
    for (const page of [
      'README.md',
      'README.zh-CN.md',
      'ARCHITECTURE.md',
      'STYLE.md',
      'CONTRIBUTING.md',
      'LICENSE',
      '.ci/run',
      'docs/decisions',
    ]) {
      expect({ page, there: existsSync(join(root, page)) }).toEqual({ page, there: true })
    }
  })
})

describe('the test of the house finds a trespasser', () => {
  const plant = (path: string, text: string) => [{ path, text: `// A plant.\n${text}\n` }]

  it.each([
    ['rules that reach for the server', 'src/modules/complaints/rules/x.ts', "import { a } from '../server/store.ts'"],
    [
      'a department that looks into another',
      'src/modules/complaints/server/x.ts',
      "import { a } from '../../identity/server/directory.ts'",
    ],
    ['the kernel that knows the platform', 'src/kernel/x.ts', "export { a } from '../platform/door.ts'"],
    ['a platform that knows a department', 'src/platform/x.ts', "const a = await import('../modules/audit/module.ts')"],
    ['rules that read files', 'src/modules/audit/rules/x.ts', "import { readFileSync } from 'node:fs'"],
    ['a page that reads the database', 'src/modules/audit/pages/x.tsx', "import pg from 'pg'"],
  ])('%s', (_what, path, text) => {
    expect(findTrespasses(plant(path, text))).toHaveLength(1)
  })

  it.each([
    ['the machine’s clock', 'const a = Date.now()'],
    ['dice', 'const a = Math.random()'],
    ['a type given up', 'const a = b as any'],
    ['a setting read in passing', 'const a = process.env.PORT'],
  ])('who uses %s', (_what, text) => {
    expect(findBannedWords(plant('src/platform/x.ts', text))).toHaveLength(1)
  })

  it('but not who only speaks of it in a comment', () => {
    expect(findBannedWords(plant('src/kernel/x.ts', '// Date.now() is banned here'))).toEqual([])
  })

  it('text in a page, a foreign table, a nameless file, a silent one, a long function', () => {
    expect(findHardCodedText(plant('src/ui/x.tsx', "const a = '投诉'"))).toHaveLength(1)
    expect(
      findForeignTables(plant('src/modules/audit/server/x.ts', "const a = 'select 1 from complaints.complaint'")),
    ).toHaveLength(1)
    expect(findNamelessFiles(plant('src/ui/utils.ts', ''))).toHaveLength(1)
    expect(findSilentFiles([{ path: 'src/ui/x.ts', text: 'const a = 1' }])).toHaveLength(1)
    expect(findLongOnes(plant('src/kernel/x.ts', `function a() {\n${'  b()\n'.repeat(61)}}`))).toHaveLength(1)
  })
})
