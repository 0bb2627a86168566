import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FetchedMail } from '../types.ts'
import { firstBytes } from './firstBytes.ts'
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

/**
 * The mails with these UIDs, one at a time. A file that has gone is left out. `uidValidity` is that of the folder: with the
 * UID it names a mail of which there are no bytes.
 */
export async function* fetchMails(
  folder: string,
  wanted: readonly IndexedMail[],
  { uidValidity, maxBytes }: { uidValidity: number; maxBytes: number },
): AsyncGenerator<FetchedMail> {
  const nameOf = (uid: number) => `${uidValidity}/${uid}`
  for (let i = 0; i < wanted.length; ) {
    const first = wanted[i]!
    const sameFile = wanted.slice(i).findIndex(mail => mail.file !== first.file || mail.part === null)
    const group = first.part === null ? [first] : wanted.slice(i, sameFile < 0 ? undefined : i + sameFile)
    i += group.length
    const file = path.join(folder, first.file)
    const arrivedAt = new Date(first.changedMs).toISOString()
    try {
      if (first.part === null)
        yield { uid: first.uid, arrivedAt, ...(await bytesOf(file, first.size, maxBytes, nameOf(first.uid))) }
      else
        for await (const { number, raw, start, size } of mailsInMbox(file, maxBytes)) {
          const mail = group.find(({ part }) => part === number)
          if (!mail) continue
          const bytes = raw ?? headersOf(start, nameOf(mail.uid))
          yield { uid: mail.uid, arrivedAt, raw: bytes, size, tooLarge: raw === null }
        }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue
      for (const { uid, size } of group)
        yield {
          uid,
          arrivedAt,
          raw: Buffer.from(`${markerOf(nameOf(uid))}\r\n`),
          size,
          tooLarge: false,
          unreadable: true,
        }
    }
  }
}

async function bytesOf(file: string, size: number, maxBytes: number, name: string) {
  const tooLarge = size > maxBytes
  const bytes = await firstBytes(file, tooLarge ? headLimit : size)
  return { raw: tooLarge ? headersOf(bytes, name) : bytes, size, tooLarge }
}

/** The headers of a mail whose first bytes these are; without a Message-ID of its own it gets the line that names it. */
function headersOf(start: Buffer, name: string): Buffer {
  const ends = [start.indexOf('\n\n'), start.indexOf('\n\r\n')].filter(at => at >= 0)
  const beginsAsHead = /^[!-9;-~]+[ \t]*:/.test(start.subarray(0, 1000).toString('latin1'))
  if (ends.length === 0 || !beginsAsHead) return Buffer.concat([markerOf(name), Buffer.from('\r\n'), start])
  const head = start.subarray(0, Math.min(...ends) + 1)
  return /^message-id:/im.test(head.toString('latin1')) ? head : Buffer.concat([markerOf(name), head])
}

/** Equal bytes count as one mail: without this line all of which nothing can be read would be the same. */
function markerOf(name: string): Buffer {
  return Buffer.from(`X-Kla-Unreadable: ${name}\r\n`)
}

async function partsOf(file: string): Promise<(number | null)[]> {
  const start = await firstBytes(file, 1024).catch(() => Buffer.alloc(0))
  if (!startsLikeMbox(start)) return [null]
  const parts: number[] = []
  for await (const { number } of mailsInMbox(file, 0)) parts.push(number)
  return parts
}

function keyOf(file: string, size: number, changedMs: number): string {
  return `${file}\n${size}\n${changedMs}`
}
