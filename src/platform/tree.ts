// Copies folders file by file onto the disk, with the digest of every file, and checks such a copy.

import { createHash } from 'node:crypto'
import { constants, type Dirent } from 'node:fs'
import * as fs from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

export interface CopiedFile {
  /** Relative to the root of the copy, with `/`. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** What a copy holds: files with their digests, and folders (also the empty ones, which PostgreSQL insists on). */
export interface Inventory {
  readonly files: readonly CopiedFile[]
  readonly folders: readonly string[]
}

/**
 * Copies `from` to `to`, leaving out what `skips` says by path relative to `from`. A file that vanishes while it is copied is
 * left out: databases delete files as they work. Every file is on the disk when this answers.
 */
export async function copyTree(copy: {
  from: string
  to: string
  skips?: (path: string) => boolean
}): Promise<Inventory> {
  const paths: string[] = []
  const folders: string[] = []
  const walk = async (path: string): Promise<void> => {
    folders.push(path)
    await fs.mkdir(join(copy.to, path), { recursive: true, mode: 0o700 })
    for (const entry of await entriesOf(join(copy.from, path))) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`
      if (copy.skips?.(inner)) continue
      if (entry.isDirectory()) await walk(inner)
      else if (entry.isFile()) paths.push(inner)
    }
  }
  await walk('')
  const files: CopiedFile[] = []
  const waiting = paths.toSorted().reverse()
  const hand = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const copied = await copyFile(join(copy.from, path), join(copy.to, path))
      if (copied !== null) files.push({ path, ...copied })
    }
  }
  // Most of the time is spent waiting for the disk to confirm small files; it confirms several at once.
  await Promise.all(Array.from({ length: HANDS }, hand))
  return { files: files.toSorted((one, other) => (one.path < other.path ? -1 : 1)), folders: folders.filter(Boolean) }
}

/** The first difference between a folder and its inventory, in words, or null. `beside` are files that are not in it. */
export async function findDifference(
  root: string,
  inventory: Inventory,
  beside: readonly string[],
): Promise<string | null> {
  const expected = new Map(inventory.files.map(file => [file.path, file]))
  for (const file of inventory.files) {
    const found = await digestOf(join(root, file.path))
    if (found === null) return `${file.path}: missing`
    if (found.sha256 !== file.sha256) return `${file.path}: changed`
  }
  for (const entry of await fs.readdir(root, { recursive: true, withFileTypes: true })) {
    const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')
    if (!entry.isDirectory() && !expected.has(path) && !beside.includes(path)) return `${path}: unknown`
  }
  return null
}

/** Writes a file so that it is on the disk. */
export async function writeDown(path: string, text: string): Promise<Omit<CopiedFile, 'path'>> {
  await fs.mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await fs.writeFile(path, text, { mode: 0o600, flush: true })
  return { bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') }
}

const HANDS = 16
const PIECE = 1 << 18

/** One pass: read, digest, write. What was digested is what was written, whatever the source did meanwhile. */
async function copyFile(from: string, to: string): Promise<Omit<CopiedFile, 'path'> | null> {
  const source = await openIfThere(from)
  if (source === null) return null
  const hash = createHash('sha256')
  let bytes = 0
  const target = await fs.open(to, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
  try {
    const piece = Buffer.allocUnsafe(PIECE)
    for (;;) {
      const { bytesRead } = await source.read(piece, 0, PIECE, bytes)
      if (bytesRead === 0) break
      const part = piece.subarray(0, bytesRead)
      hash.update(part)
      await target.write(part, 0, bytesRead, bytes)
      bytes += bytesRead
    }
    await target.sync()
  } finally {
    await Promise.all([source.close(), target.close()])
  }
  return { bytes, sha256: hash.digest('hex') }
}

async function digestOf(path: string): Promise<{ sha256: string } | null> {
  const source = await openIfThere(path)
  if (source === null) return null
  const hash = createHash('sha256')
  for await (const piece of source.createReadStream()) hash.update(piece)
  return { sha256: hash.digest('hex') }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await fs.readdir(folder, { withFileTypes: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function openIfThere(path: string): Promise<fs.FileHandle | null> {
  try {
    return await fs.open(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
