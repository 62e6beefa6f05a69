// Evidence is what it says it is, is kept whole, is never overwritten, and its alteration is seen.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { isRefusal } from '../kernel/refusal.ts'
import { type Claim, createFiles, FILE_WORDS, type Kept } from './files.ts'

const folder = mkdtempSync(join(tmpdir(), 'xiaobao-files-'))
const files = createFiles(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
const ftyp = (brand: string) => bytes([0, 0, 0, 24], 'ftyp', brand, 'rest of the head')
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** An archive of empty entries, with a list of their names at its end. */
function archive(...names: string[]): Buffer {
  const head = (name: string) => {
    const entry = Buffer.alloc(30)
    entry.writeUInt32LE(0x04034b50)
    entry.writeUInt16LE(name.length, 26)
    return Buffer.concat([entry, Buffer.from(name)])
  }
  const listed = (name: string) => {
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(name.length, 28)
    return Buffer.concat([entry, Buffer.from(name)])
  }
  const heads = Buffer.concat(names.map(head))
  const list = Buffer.concat(names.map(listed))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(heads.length, 16)
  return Buffer.concat([heads, list, end])
}

const claim = (name: string, declaredType: string, more: Partial<Claim> = {}): Claim => ({
  name,
  declaredType,
  maxBytes: 1_000_000,
  ...more,
})
const keep = (content: Buffer | Readable, what: Claim) => files.keep(content, what)

async function kept(content: Buffer | Readable, what: Claim): Promise<Kept> {
  const answer = await keep(content, what)
  if (isRefusal(answer)) throw new Error(answer.key)
  return answer
}

describe('the content tells the type', () => {
  test.each([
    ['合同.pdf', 'application/pdf', bytes('%PDF-1.7 ...')],
    ['截图.png', 'image/png', bytes([0x89], 'PNG\r\n', [0x1a], '\n...')],
    ['photo.JPG', 'image/jpg', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF')],
    ['a.gif', 'image/gif', bytes('GIF89a...')],
    ['a.webp', 'image/webp', bytes('RIFF', [1, 0, 0, 0], 'WEBPVP8 ')],
    ['IMG_1.HEIC', 'application/octet-stream', ftyp('heic')],
    ['录音.mp3', 'audio/mp3', bytes('ID3', [4, 0, 0])],
    ['bare.mp3', 'audio/mpeg', bytes([0xff, 0xfb, 0x90, 0x64])],
    ['a.wav', 'audio/x-wav', bytes('RIFF', [1, 0, 0, 0], 'WAVEfmt ')],
    ['voice.m4a', 'audio/x-m4a', ftyp('M4A ')],
    ['clip.mp4', 'video/mp4', ftyp('isom')],
    ['回复.docx', DOCX, archive('[Content_Types].xml', 'word/document.xml')],
    ['名单.xlsx', XLSX, archive('[Content_Types].xml', 'xl/workbook.xml')],
    ['说明.txt', 'text/plain', Buffer.from('客户来电说明\n第二行')],
    ['名单.csv', 'application/vnd.ms-excel', Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xca, 0xd6, 0xbb, 0xfa])],
    ['无后缀', '', bytes('%PDF-1.4')],
  ])('%s declared as %s is kept', async (name, type, content) => {
    expect(await kept(content, claim(name, type))).toMatchObject({ bytes: content.length })
  })

  test.each([
    ['file-type-differs', 'a.png', 'image/png', bytes('%PDF-1.7')],
    ['file-name-differs', 'a.exe', 'application/pdf', bytes('%PDF-1.7')],
    ['file-type-unknown', 'a.exe', 'application/octet-stream', bytes('MZ', [0x90, 0, 3])],
    ['file-type-unknown', 'a.txt', 'text/plain', bytes([0, 1, 2, 3])],
    ['file-type-unknown', 'a.txt', 'text/plain', Buffer.from('\ufeff <!DOCTYPE html><script>alert(1)</script>')],
    ['file-type-unknown', 'a.svg', 'image/svg+xml', Buffer.from('<svg onload="alert(1)"/>')],
    ['file-type-unknown', 'a.docm', DOCX, archive('word/document.xml', 'word/vbaProject.bin')],
    ['file-archive', 'a.zip', 'application/zip', archive('a.txt')],
    ['file-type-unknown', 'a.zip', 'application/zip', bytes('PK', [3, 4], 'cut off')],
    ['file-empty', 'a.txt', 'text/plain', Buffer.alloc(0)],
  ])('%s: %s declared as %s', async (key, name, type, content) => {
    expect(await keep(content, claim(name, type))).toMatchObject({ refused: 'invalid', field: 'file', key })
    expect(FILE_WORDS[key]).toBeDefined()
  })

  test('an archive is kept where it is asked for', async () => {
    const what = claim('a.zip', 'application/x-zip-compressed', { allowZip: true })
    expect(await kept(archive('a.txt'), what)).toMatchObject({ type: 'application/zip' })
  })

  test('a text whose last sign is cut by the first look is a text', async () => {
    expect(await kept(Buffer.from(`a${'汉'.repeat(3000)}`), claim('a.txt', 'text/plain'))).toMatchObject({
      type: 'text/plain',
    })
  })
})

describe('a file is kept whole, once and unaltered', () => {
  test('it is named by its SHA-256, closed to others, and read back as it came, from a stream too', async () => {
    const content = Buffer.concat([bytes('%PDF-1.7'), Buffer.alloc(300_000, 7)])
    const stream = Readable.from([content.subarray(0, 5), content.subarray(5, 200_000), content.subarray(200_000)])
    const { sha256 } = await kept(stream, claim('a.pdf', 'application/pdf'))
    const place = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    expect(statSync(place).mode & 0o777).toBe(0o600)
    expect(await buffer(await files.open(sha256))).toEqual(content)
    expect(await files.check(sha256)).toBe('sound')
  })

  test('the same content twice is one file, also at the same time', async () => {
    const content = bytes('%PDF-1.7 the same')
    const all = await Promise.all(Array.from({ length: 8 }, () => kept(content, claim('a.pdf', 'application/pdf'))))
    expect(new Set(all.map(each => each.sha256)).size).toBe(1)
    expect(readdirSync(join(folder, 'arriving'))).toEqual([])
  })

  test('what is too large is refused while it comes, and nothing of it stays', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(65_536, 0x61)
      })(),
    )
    expect(await keep(endless, claim('a.txt', 'text/plain'))).toMatchObject({ key: 'file-too-large' })
    expect(readdirSync(join(folder, 'arriving'))).toEqual([])
  })

  test('a connection that breaks leaves nothing behind', async () => {
    const broken = new Readable({ read() {} })
    broken.push(bytes('%PDF-1.7'))
    const keeping = keep(broken, claim('a.pdf', 'application/pdf'))
    broken.destroy(new Error('the connection broke'))
    await expect(keeping).rejects.toThrow('the connection broke')
    expect(readdirSync(join(folder, 'arriving'))).toEqual([])
  })

  test('an altered or missing file is seen, and is not written over', async () => {
    const content = bytes('%PDF-1.7 evidence')
    const { sha256 } = await kept(content, claim('a.pdf', 'application/pdf'))
    const place = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    writeFileSync(place, 'something else')
    expect(await files.check(sha256)).toBe('altered')
    await expect(keep(content, claim('a.pdf', 'application/pdf'))).rejects.toThrow('altered')
    expect(readFileSync(place, 'utf8')).toBe('something else')
    rmSync(place)
    expect(await files.check(sha256)).toBe('missing')
    await expect(files.open(sha256)).rejects.toThrow()
  })

  test('a name that is no digest opens nothing', async () => {
    await expect(files.open('../../../etc/passwd')).rejects.toThrow(RangeError)
    await expect(files.check('AB'.repeat(32))).rejects.toThrow(RangeError)
  })

  test('what a killed product had half received is cleared at the next start', async () => {
    const room = join(folder, 'second')
    mkdirSync(join(room, 'arriving'), { recursive: true })
    writeFileSync(join(room, 'arriving', '2147483646-left'), 'half')
    const again = createFiles(room)
    await again.keep(bytes('%PDF-1.7'), claim('a.pdf', 'application/pdf'))
    expect(readdirSync(join(room, 'arriving'))).toEqual([])
  })
})
