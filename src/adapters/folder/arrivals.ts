import { open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FetchedMail } from '../types.ts'
import type { FolderIndex, IndexedMail } from './folderIndex.ts'
import { mailsInMbox, startsLikeMbox } from './mbox.ts'

/** Size and time of a file as last seen; unchanged for a while means that it was written to its end. */
export type Sizes = Map<string, { size: number; changedMs: number; sinceMs: number }>

const headLimit = 256 * 1024
const unfinished = /\.(?:tmp|part|partial|crdownload|filepart|swp)$|~$/i

/**
 * Gives UIDs to the files of a folder that are new and have kept their size for `settleMs`, in order of their time and
 * name. Returns whether any was added, and whether some are still being written.
 */
export async function takeArrivals(
  folder: string,
  index: FolderIndex,
  sizes: Sizes,
  nowMs: number,
  settleMs: number,
): Promise<{ added: boolean; unsettled: boolean }> {
  const known = new Set(index.mails.map(mail => keyOf(mail.file, mail.size, mail.changedMs)))
  const settled: { file: string; size: number; changedMs: number }[] = []
  let unsettled = false
  for (const file of (await readdir(folder)).sort()) {
    if (file.startsWith('.') || unfinished.test(file)) continue
    const info = await stat(path.join(folder, file)).catch(() => null)
    if (!info?.isFile() || known.has(keyOf(file, info.size, info.mtimeMs))) continue
    const before = sizes.get(file)
    const same = before?.size === info.size && before.changedMs === info.mtimeMs
    const sinceMs = same ? before.sinceMs : nowMs
    sizes.set(file, { size: info.size, changedMs: info.mtimeMs, sinceMs })
    if (nowMs - sinceMs >= settleMs) settled.push({ file, size: info.size, changedMs: info.mtimeMs })
    else unsettled = true
  }
  settled.sort((a, b) => a.changedMs - b.changedMs)
  for (const found of settled) {
    sizes.delete(found.file)
    for (const part of await partsOf(path.join(folder, found.file)))
      index.mails.push({ ...found, part, uid: index.nextUid++ })
  }
  return { added: settled.length > 0, unsettled }
}

/** The mails with these UIDs, one at a time. A file that has gone is left out. */
export async function* fetchMails(
  folder: string,
  wanted: readonly IndexedMail[],
  maxBytes: number,
): AsyncGenerator<FetchedMail> {
  for (let i = 0; i < wanted.length; ) {
    const first = wanted[i]!
    const sameFile = wanted.slice(i).findIndex(mail => mail.file !== first.file || mail.part === null)
    const group = first.part === null ? [first] : wanted.slice(i, sameFile < 0 ? undefined : i + sameFile)
    i += group.length
    const file = path.join(folder, first.file)
    const arrivedAt = new Date(first.changedMs).toISOString()
    try {
      if (first.part === null)
        yield { uid: first.uid, arrivedAt, ...(await bytesOf(file, first.size, maxBytes)) }
      else yield* fromMbox(file, group, arrivedAt, maxBytes)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue
      for (const { uid, size } of group)
        yield { uid, arrivedAt, raw: Buffer.alloc(0), size, tooLarge: false, unreadable: true }
    }
  }
}

async function* fromMbox(
  file: string,
  group: readonly IndexedMail[],
  arrivedAt: string,
  maxBytes: number,
): AsyncGenerator<FetchedMail> {
  for await (const { number, raw } of mailsInMbox(file, maxBytes)) {
    const mail = group.find(({ part }) => part === number)
    if (mail && raw) yield { uid: mail.uid, arrivedAt, raw, size: raw.length, tooLarge: false }
    else if (mail) yield { uid: mail.uid, arrivedAt, raw: Buffer.alloc(0), size: mail.size, tooLarge: true }
  }
}

async function bytesOf(file: string, size: number, maxBytes: number) {
  const tooLarge = size > maxBytes
  const bytes = await readStart(file, tooLarge ? headLimit : size)
  return { raw: tooLarge ? headersOf(bytes) : bytes, size, tooLarge }
}

function headersOf(start: Buffer): Buffer {
  const ends = [start.indexOf('\n\n'), start.indexOf('\n\r\n')].filter(at => at >= 0)
  return ends.length > 0 ? start.subarray(0, Math.min(...ends) + 1) : start
}

async function partsOf(file: string): Promise<(number | null)[]> {
  const start = await readStart(file, 1024).catch(() => Buffer.alloc(0))
  if (!startsLikeMbox(start)) return [null]
  const parts: number[] = []
  for await (const { number } of mailsInMbox(file, 0)) parts.push(number)
  return parts
}

async function readStart(file: string, length: number): Promise<Buffer> {
  const handle = await open(file)
  try {
    const bytes = Buffer.alloc(length)
    let filled = 0
    while (filled < length) {
      const { bytesRead } = await handle.read(bytes, filled, length - filled, filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return bytes.subarray(0, filled)
  } finally {
    await handle.close()
  }
}

function keyOf(file: string, size: number, changedMs: number): string {
  return `${file}\n${size}\n${changedMs}`
}
