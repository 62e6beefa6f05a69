// Text out of a file a line at a time, in constant memory: gzip opened, the encoding found, long lines cut short.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

/** A row of more characters than this is reported and not kept in memory. */
export const MOST_CHARACTERS = 1_000_000

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le'

export interface Survey {
  /** SHA-256 of the file as it is, hexadecimal. */
  readonly sha256: string
  readonly bytes: number
  readonly gzip: boolean
  /** Null for a workbook. */
  readonly encoding: Encoding | null
  /** Lines of a text, the last counted with or without its end. */
  readonly lines: number
  /** The first bytes of the content, opened. */
  readonly head: Buffer
}

export class DamagedGzip extends Error {
  override readonly name: string = 'DamagedGzip'
}

const HEAD_BYTES = 4096

/** Reads the whole file once: its hash, its encoding, its lines. Throws `DamagedGzip`, and what the disk throws. */
export async function survey(path: string): Promise<Survey> {
  const hash = createHash('sha256')
  let bytes = 0
  let gzip = false
  for await (const chunk of createReadStream(path)) {
    if (bytes === 0) gzip = chunk[0] === 0x1f && chunk[1] === 0x8b
    hash.update(chunk)
    bytes += chunk.length
  }
  let head = Buffer.alloc(0)
  let lines = 0
  let last = 0x0a
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  for await (const chunk of content(path, gzip)) {
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)])
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) lines++
    last = chunk.at(-1) ?? last
    if (isUtf8) isUtf8 = reads(utf8, chunk)
  }
  // A character cut off at the end is no UTF-8 either.
  if (isUtf8) isUtf8 = reads(utf8, null)
  if (last !== 0x0a) lines++
  const wide = head[0] === 0xff && head[1] === 0xfe
  const encoding = isWorkbook(head) ? null : wide ? 'utf-16le' : isUtf8 ? 'utf-8' : 'gb18030'
  return { sha256: hash.digest('hex'), bytes, gzip, encoding, lines, head }
}

export function isWorkbook(head: Buffer): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04
}

function reads(decoder: TextDecoder, chunk: Buffer | null): boolean {
  try {
    if (chunk) decoder.decode(chunk, { stream: true })
    else decoder.decode()
    return true
  } catch {
    return false
  }
}

/** The content of a file, opened where it is compressed. */
export async function* content(path: string, gzip: boolean): AsyncGenerator<Buffer> {
  const raw = createReadStream(path)
  if (!gzip) {
    yield* raw
    return
  }
  const opened = raw.pipe(createGunzip())
  raw.on('error', error => opened.destroy(error))
  try {
    yield* opened
  } catch (error) {
    throw String((error as { code?: string }).code).startsWith('Z') ? new DamagedGzip('gzip') : error
  } finally {
    raw.destroy()
  }
}

export interface Line {
  readonly no: number
  readonly text: string
  /** Longer than is kept: the text is its beginning. */
  readonly tooLong: boolean
}

/** The lines of a text, counted from 1, without their ends and without a byte-order mark. */
export async function* lines(path: string, read: { gzip: boolean; encoding: Encoding }): AsyncGenerator<Line> {
  const decoder = new TextDecoder(read.encoding)
  let no = 0
  let rest = ''
  let tooLong = false
  for await (const chunk of content(path, read.gzip)) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      yield lineOf(++no, part, tooLong)
      tooLong = false
    }
    if (rest.length > MOST_CHARACTERS) {
      rest = rest.slice(0, MOST_CHARACTERS)
      tooLong = true
    }
  }
  rest += decoder.decode()
  if (rest !== '') yield lineOf(++no, rest, tooLong)
}

function lineOf(no: number, text: string, cut: boolean): Line {
  return { no, text: text.endsWith('\r') ? text.slice(0, -1) : text, tooLong: cut || text.length > MOST_CHARACTERS }
}
