import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Which file of a folder has which UID. Kept beside the mails, so that numbers survive a restart. */
export interface FolderIndex {
  /** Seconds since 1970 when the numbering began: a lost index gets another one (RFC 3501 section 2.3.1.1). */
  uidValidity: number
  nextUid: number
  mails: IndexedMail[]
}

export interface IndexedMail {
  uid: number
  file: string
  /** A file that changes is another mail; these two tell. */
  size: number
  changedMs: number
  /** Place in an mbox, from 1; null for a file that is one mail. */
  part: number | null
}

export const indexName = '.kla-postfach.json'

/** The index of a folder; a new one when there is none or when it cannot be read. */
export async function loadIndex(folder: string, nowMs: number): Promise<FolderIndex> {
  const fresh = { uidValidity: Math.floor(nowMs / 1000), nextUid: 1, mails: [] }
  try {
    const stored = JSON.parse(await readFile(path.join(folder, indexName), 'utf8')) as FolderIndex
    return Number.isSafeInteger(stored.uidValidity) &&
      Number.isSafeInteger(stored.nextUid) &&
      Array.isArray(stored.mails)
      ? stored
      : fresh
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    if (missing || error instanceof SyntaxError) return fresh
    throw error
  }
}

/** Replaces the index whole, so that a crash leaves the old one or the new one. */
export async function saveIndex(folder: string, index: FolderIndex): Promise<void> {
  const target = path.join(folder, indexName)
  await writeFile(`${target}.tmp`, JSON.stringify(index))
  await rename(`${target}.tmp`, target)
}
