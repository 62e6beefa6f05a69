// Files as they come: encodings, gzip, workbooks, and rows that are broken, each told by its line while the rest goes on.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { writeXlsx } from 'hucre'
import { afterAll, describe, expect, it } from 'vitest'
import { isRefusal } from '../../../kernel/refusal.ts'
import { openSource, rowsOf, type SourceFile } from './import-read.ts'

const folder = mkdtempSync(join(tmpdir(), 'xiaobao-read-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** 编号,内容 / A-1,退费 in GB 18030. */
const CHINESE_LEDGER = Buffer.from('b1e0bac52cc4dac8dd0a412d312ccdcbb7d10a', 'hex')

describe('a table of text', () => {
  it('is read in UTF-8, with or without the mark at its beginning', async () => {
    expect(await read('a.csv', '编号,内容\nA-1,退费\n')).toEqual(['2 A-1|退费'])
    expect((await opened('b.csv', '\ufeff编号,内容\r\nA-1,退费\r\n')).columns).toEqual(['编号', '内容'])
  })

  it('is read in GB 18030, as Chinese spreadsheets write it', async () => {
    const file = await opened('c.csv', CHINESE_LEDGER)
    expect([file.encoding, file.columns]).toEqual(['gb18030', ['编号', '内容']])
    expect(await rows(file)).toEqual(['2 A-1|退费'])
  })

  it('is read in UTF-16 with tabs, as a spreadsheet exports “Unicode text”', async () => {
    expect(await read('d.txt', Buffer.from('\ufeff编号\t内容\nA-1\t退费\n', 'utf16le'))).toEqual(['2 A-1|退费'])
  })

  it('is opened when it is compressed, whatever its name says', async () => {
    expect(await read('e.csv', gzipSync('id,text\n1,x\n'))).toEqual(['2 1|x'])
  })

  it('keeps commas, line ends and quotation marks inside quoted cells', async () => {
    expect(await read('f.csv', 'id,text\n1,"a, ""b""\nc"\n2,d\n')).toEqual(['2 1|a, "b"\nc', '4 2|d'])
  })

  it('takes what looks like a formula for the text it is', async () => {
    expect(await read('g.csv', 'id,text\n1,=HYPERLINK("x")\n2,"=1+1"\n3,@cmd\n')).toEqual([
      '2 bad-quoting',
      '3 2|=1+1',
      '4 3|@cmd',
    ])
  })

  it('is told of a row with too few or too many cells, and the others come in', async () => {
    expect(await read('h.csv', 'id,text\n1\n2,ok\n3,a,b\n')).toEqual(['2 column-count', '3 2|ok', '4 column-count'])
  })

  it('loses one row, not the rest, to a quotation mark that nobody closed', async () => {
    const text = `id,text\n1,"open\n${Array.from({ length: 400 }, (_, index) => `${index + 2},ok\n`).join('')}`
    const found = await read('i.csv', text)
    expect(found[0]).toBe('2 bad-quoting')
    expect(found).toHaveLength(401)
    expect(found.at(-1)).toBe('402 401|ok')
  })

  it('does not swallow the rows between two marks that nobody closed', async () => {
    expect(await read('j.csv', 'id,text\n1,"open\n2,ok\n3,"open\n4,ok\n')).toEqual([
      '2 bad-quoting',
      '3 2|ok',
      '4 bad-quoting',
      '5 4|ok',
    ])
  })

  it('says which row cannot be decoded when neither encoding fits', async () => {
    const damaged = Buffer.concat([
      Buffer.from('id,text\n1,退费\n2,'),
      Buffer.from([0xff, 0x0a]),
      Buffer.from('3,ok\n'),
    ])
    const found = await read('k.csv', damaged)
    expect(found).toContain('3 garbled')
    expect(found).toContain('4 3|ok')
  })

  it('with nothing but a header has no rows', async () => {
    expect(await read('l.csv', 'id,text\n')).toEqual([])
  })
})

describe('lines of JSON', () => {
  it('come in one by one, and a broken one is told by its line', async () => {
    const found = await read('a.jsonl', '{"id":1,"text":"退费","n":null}\nnot json\n[1]\n\n{"id":2,"text":"x"}\n')
    expect(found).toEqual(['1 1|退费|', '2 bad-json', '3 not-an-object', '5 2|x'])
  })

  it('are known by the name when the first line is broken', async () => {
    expect(await read('b.jsonl.gz', gzipSync('oops\n{"id":2}\n'))).toEqual(['1 bad-json', '2 2'])
  })
})

describe('a workbook', () => {
  it('gives its first sheet, numbers and dates as text, compressed or not', async () => {
    const book = await workbook([
      ['编号', '日期', '金额'],
      ['A-1', new Date(Date.UTC(2026, 2, 1, 9, 30)), 12.5],
      [],
      ['A-2', '2026年3月2日', '=1+1'],
    ])
    const expected = ['2 A-1|2026-03-01 09:30:00|12.5', '4 A-2|2026年3月2日|=1+1']
    expect(await read('a.xlsx', book)).toEqual(expected)
    expect(await read('a.xlsx.gz', gzipSync(book))).toEqual(expected)
  })
})

describe('a file that is none', () => {
  it.each([
    ['an empty one', 'empty.csv', Buffer.alloc(0), 'import-file-empty'],
    [
      'a picture',
      'x.csv',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]),
      'file-format-unknown',
    ],
    ['a torn gzip', 'torn.csv.gz', gzipSync('id,text\n1,x\n').subarray(0, 20), 'gzip-damaged'],
    ['a torn workbook', 'torn.xlsx', Buffer.from('504b0304aaaa', 'hex'), 'workbook-damaged'],
    ['one with a column twice', 'twice.csv', Buffer.from('id,id\n1,2\n'), 'column-twice'],
  ])('%s is refused with its reason', async (_what, name, bytes, key) => {
    const file = await openSource(put(name, bytes))
    expect(isRefusal(file) && file.key).toBe(key)
  })

  it('one that is not there is refused', async () => {
    const file = await openSource(join(folder, 'absent.csv'))
    expect(isRefusal(file) && file.key).toBe('file-unreadable')
  })
})

function put(name: string, bytes: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

async function opened(name: string, bytes: string | Buffer): Promise<SourceFile> {
  const file = await openSource(put(name, bytes))
  if (isRefusal(file)) throw new Error(file.key)
  return file
}

async function read(name: string, bytes: string | Buffer): Promise<string[]> {
  return rows(await opened(name, bytes))
}

async function rows(file: SourceFile): Promise<string[]> {
  const found: string[] = []
  for await (const row of rowsOf(file)) {
    found.push(`${row.line} ${'fault' in row ? row.fault.key : Object.values(row.record).join('|')}`)
  }
  return found
}

async function workbook(cells: (string | number | Date)[][]): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets: [{ name: '台账', rows: cells }] }))
}
