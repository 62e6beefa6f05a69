// Evidence on the disk, named by its SHA-256: checked when it comes, written whole or not at all, never overwritten.

import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { invalid, isRefusal, type Refusal } from '../kernel/refusal.ts'
import type { Words } from '../kernel/words.ts'
import { randomId } from './clock.ts'
import { ALIASES, detectType, ENDINGS, type FileType } from './file-type.ts'

export interface Claim {
  /** As the sender named it; only its ending is judged. */
  readonly name: string
  readonly declaredType: string
  readonly maxBytes: number
  /** Archives are refused unless the caller asks for them. */
  readonly allowZip?: boolean
}

export interface Kept {
  /** Lower-case hexadecimal. */
  readonly sha256: string
  readonly bytes: number
  readonly type: FileType
}

export type Soundness = 'sound' | 'altered' | 'missing'

export interface Files {
  /** Keeps a file. Refusals (`invalid`, field `file`): empty, too large, of no kept type, not what it says it is. */
  keep(content: Readable | Buffer, claim: Claim): Promise<Kept | Refusal>
  /** The content from its first byte. Throws when there is no such file. */
  open(sha256: string): Promise<Readable>
  /** Reads the whole file and compares it with its name. */
  check(sha256: string): Promise<Soundness>
}

export const FILE_WORDS: Words = {
  'file-empty': { zh: '文件是空的，请重新选择。', en: 'The file is empty; choose it again.' },
  'file-too-large': {
    zh: '文件超过 {mb} MB，请压缩或拆分后再传。',
    en: 'The file is larger than {mb} MB; make it smaller or split it.',
  },
  'file-type-unknown': {
    zh: '不能接收这种文件。可以上传 PDF、图片（PNG、JPEG、WebP、HEIC、GIF）、录音（MP3、WAV、M4A）、视频（MP4）、Word、Excel、文本和 CSV。',
    en: 'This kind of file is not taken. PDF, pictures (PNG, JPEG, WebP, HEIC, GIF), sound (MP3, WAV, M4A), video (MP4), Word, Excel, text and CSV are.',
  },
  'file-archive': {
    zh: '不接收压缩包，请解压后逐个上传。',
    en: 'Archives are not taken; unpack it and send the files one by one.',
  },
  'file-type-differs': {
    zh: '文件内容是 {found}，与声明的 {declared} 不符。',
    en: 'The content is {found}, not {declared} as declared.',
  },
  'file-name-differs': {
    zh: '文件名以 .{ending} 结尾，但内容是 {found}。请改正文件名后再传。',
    en: 'The name ends in .{ending}, but the content is {found}. Correct the name and send it again.',
  },
}

/** @param folder the room `files` of the data folder: `ab/cd/<sha256>` below it, and `arriving` for what is on its way. */
export function createFiles(folder: string): Files {
  const arriving = join(folder, 'arriving')
  mkdirSync(arriving, { recursive: true, mode: 0o700 })
  const cleared = clearArrivals(arriving)
  const placeOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256 in hexadecimal')
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }
  return {
    async keep(content, claim) {
      // A connection may break before the first byte is asked for: without a listener that would end the process.
      if (content instanceof Readable) content.once('error', () => undefined)
      await cleared
      const aside = join(arriving, `${process.pid}-${randomId()}`)
      const file = await fs.open(aside, 'wx+', 0o600)
      try {
        const arrived = await receive(file, content, claim)
        if (isRefusal(arrived)) return arrived
        const type = judge(await detectType(file, claim.declaredType), claim)
        if (isRefusal(type)) return type
        await file.sync()
        await settle(aside, placeOf(arrived.sha256), arrived.bytes)
        return { ...arrived, type }
      } finally {
        await file.close()
        await fs.rm(aside, { force: true })
      }
    },
    async open(sha256) {
      const file = await fs.open(placeOf(sha256), 'r')
      return file.createReadStream()
    },
    async check(sha256) {
      const hash = createHash('sha256')
      try {
        await pipeline(createReadStream(placeOf(sha256)), hash)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'missing'
        throw error
      }
      return hash.digest('hex') === sha256 ? 'sound' : 'altered'
    },
  }
}

async function receive(
  file: fs.FileHandle,
  content: Readable | Buffer,
  claim: Claim,
): Promise<{ sha256: string; bytes: number } | Refusal> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of Buffer.isBuffer(content) ? [content] : content) {
    const piece: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)
    bytes += piece.length
    if (bytes > claim.maxBytes) {
      if (content instanceof Readable) content.resume()
      return invalid('file', 'file-too-large', { mb: Math.floor(claim.maxBytes / 1_048_576) })
    }
    hash.update(piece)
    await file.writeFile(piece)
  }
  return bytes === 0 ? invalid('file', 'file-empty') : { sha256: hash.digest('hex'), bytes }
}

function judge(found: FileType | null, claim: Claim): FileType | Refusal {
  if (found === null) return invalid('file', 'file-type-unknown')
  if (found === 'application/zip' && claim.allowZip !== true) return invalid('file', 'file-archive')
  const said = claim.declaredType.split(';')[0]?.trim().toLowerCase() ?? ''
  const declared = ALIASES[said] ?? said
  if (!agrees(found, declared)) return invalid('file', 'file-type-differs', { found, declared })
  const ending = extname(claim.name).slice(1).toLowerCase()
  // A name without an ending is what cameras and chats give; a wrong one would open the file in the wrong program.
  if (ending !== '' && !endingsOf(found).includes(ending))
    return invalid('file', 'file-name-differs', { ending, found })
  return found
}

// A browser that does not know a type declares none or `octet-stream`; Windows declares CSV as Excel's.
function agrees(found: FileType, declared: string): boolean {
  if (declared === '' || declared === 'application/octet-stream' || declared === found) return true
  if (found === 'text/csv') return declared === 'application/vnd.ms-excel' || declared === 'text/plain'
  if (found === 'video/mp4') return declared === 'audio/mp4'
  return found === 'text/plain' && (declared === 'text/csv' || declared === 'text/markdown')
}

function endingsOf(found: FileType): readonly string[] {
  if (found === 'text/plain' || found === 'text/csv') return [...ENDINGS['text/plain'], ...ENDINGS['text/csv']]
  return found === 'video/mp4' ? [...ENDINGS['video/mp4'], ...ENDINGS['audio/mp4']] : ENDINGS[found]
}

/** A link refuses where a rename would overwrite. The same content is there already or not at all: that is what the name says. */
async function settle(aside: string, place: string, bytes: number): Promise<void> {
  await fs.mkdir(dirname(place), { recursive: true, mode: 0o700 })
  try {
    await fs.link(aside, place)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return checkSame(place, bytes)
    // Some network disks know no links.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    if (await exists(place)) return checkSame(place, bytes)
    await fs.rename(aside, place)
  }
  await syncFolder(dirname(place))
  await syncFolder(dirname(dirname(place)))
}

async function checkSame(place: string, bytes: number): Promise<void> {
  const { size } = await fs.stat(place)
  if (size !== bytes)
    throw new Error('the evidence on the disk was altered: its length is not what its name stands for')
}

async function exists(place: string): Promise<boolean> {
  return fs.access(place).then(
    () => true,
    () => false,
  )
}

/** The entry of a new file must reach the disk as well as the file. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** What a killed process left half received. Others that live may be receiving: their own they keep. */
async function clearArrivals(arriving: string): Promise<void> {
  for (const name of readdirSync(arriving)) {
    if (!isAlive(Number.parseInt(name, 10))) await fs.rm(join(arriving, name), { force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
