// What a file is, told from its content: the name and the declared type are claims of whoever sends it.

import type { FileHandle } from 'node:fs/promises'

export type FileType =
  | 'application/pdf'
  | 'image/png'
  | 'image/jpeg'
  | 'image/webp'
  | 'image/heic'
  | 'image/gif'
  | 'audio/mpeg'
  | 'audio/wav'
  | 'audio/mp4'
  | 'video/mp4'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'text/plain'
  | 'text/csv'
  | 'application/zip'

const DOCX: FileType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX: FileType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The endings under which each type may be named. */
export const ENDINGS: Readonly<Record<FileType, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'image/gif': ['gif'],
  'audio/mpeg': ['mp3'],
  'audio/wav': ['wav'],
  'audio/mp4': ['m4a'],
  'video/mp4': ['mp4', 'm4v'],
  [DOCX]: ['docx'],
  [XLSX]: ['xlsx'],
  'text/plain': ['txt', 'log', 'md'],
  'text/csv': ['csv', 'tsv'],
  'application/zip': ['zip'],
} as Readonly<Record<FileType, readonly string[]>>

/** Other names by which browsers and phones declare a type. */
export const ALIASES: Readonly<Record<string, FileType>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/heif': 'image/heic',
  'audio/mp3': 'audio/mpeg',
  'audio/wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
  'application/x-zip-compressed': 'application/zip',
}

const HEAD_BYTES = 4096
const TAIL_BYTES = 66_000
const MOST_ENTRIES_BYTES = 1_000_000

/**
 * The type of an open file, or null when it is none that is kept as evidence. A text is `text/csv` when it is declared so,
 * because no content tells the two apart; a text that is a web page or a drawing with scripts is none.
 */
export async function detectType(file: FileHandle, declared: string): Promise<FileType | null> {
  const { size } = await file.stat()
  const head = await part(file, 0, Math.min(HEAD_BYTES, size))
  const signed = SIGNATURES.find(([, matches]) => matches(head))?.[0]
  if (signed === 'application/zip') return typeOfZip(file, size)
  if (signed) return signed
  if (head.subarray(4, 8).toString('latin1') === 'ftyp') return BRANDS[head.subarray(8, 12).toString('latin1')] ?? null
  return isText(head, size > head.length) ? (/csv|excel/.test(declared) ? 'text/csv' : 'text/plain') : null
}

const starts =
  (...bytes: readonly number[]) =>
  (head: Buffer): boolean =>
    bytes.every((byte, place) => head[place] === byte)
const riff = (kind: string) => (head: Buffer) =>
  head.subarray(0, 4).toString('latin1') === 'RIFF' && head.subarray(8, 12).toString('latin1') === kind

const SIGNATURES: readonly (readonly [FileType, (head: Buffer) => boolean])[] = [
  ['application/pdf', starts(0x25, 0x50, 0x44, 0x46, 0x2d)],
  ['image/png', starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['image/jpeg', starts(0xff, 0xd8, 0xff)],
  ['image/gif', head => /^GIF8[79]a/.test(head.subarray(0, 6).toString('latin1'))],
  ['image/webp', riff('WEBP')],
  ['audio/wav', riff('WAVE')],
  ['audio/mpeg', starts(0x49, 0x44, 0x33)],
  // A frame of MPEG layer III without tags: eleven set bits, then the version and the layer.
  ['audio/mpeg', head => head[0] === 0xff && [0xfb, 0xfa, 0xf3, 0xf2, 0xe3, 0xe2].includes(head[1] ?? 0)],
  ['application/zip', starts(0x50, 0x4b, 0x03, 0x04)],
]

const BRANDS: Readonly<Record<string, FileType>> = {
  ...Object.fromEntries(['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'].map(brand => [brand, 'image/heic'])),
  ...Object.fromEntries(['M4A ', 'M4B '].map(brand => [brand, 'audio/mp4'])),
  ...Object.fromEntries(
    ['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'MSNV', '3gp4', '3gp5'].map(brand => [
      brand,
      'video/mp4',
    ]),
  ),
}

async function part(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

/** Word and Excel files are archives: the list at the end says which, and whether they carry macros (then they are none of ours). */
async function typeOfZip(file: FileHandle, size: number): Promise<FileType | null> {
  const tail = await part(file, Math.max(0, size - TAIL_BYTES), Math.min(TAIL_BYTES, size))
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || tail.length < end + 22) return null
  const bytes = tail.readUInt32LE(end + 12)
  const list = await part(file, tail.readUInt32LE(end + 16), Math.min(bytes, MOST_ENTRIES_BYTES))
  const names = namesIn(list)
  if (names.some(name => /vbaProject|\.exe$|activeX/i.test(name))) return null
  if (names.includes('word/document.xml')) return DOCX
  return names.includes('xl/workbook.xml') ? XLSX : 'application/zip'
}

function namesIn(list: Buffer): string[] {
  const names: string[] = []
  for (let at = 0; at + 46 <= list.length && list.readUInt32LE(at) === 0x02014b50; ) {
    const name = list.readUInt16LE(at + 28)
    names.push(list.subarray(at + 46, at + 46 + name).toString('utf8'))
    at += 46 + name + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32)
  }
  return names
}

/** UTF-8 or GB 18030 (what Chinese spreadsheets write), without control signs, and no page a browser would run. */
function isText(head: Buffer, cut: boolean): boolean {
  if (head.some(byte => byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte))) return false
  const text = decoded(head, cut)
  return text !== null && !/^\ufeff?\s*<(?:!doctype|html|svg|script|\?xml|body|iframe)/i.test(text)
}

function decoded(head: Buffer, cut: boolean): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      // A sign may be cut in two at the end of the head: `stream` lets it be.
      return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: cut })
    } catch {
      // Not this one.
    }
  }
  return null
}
