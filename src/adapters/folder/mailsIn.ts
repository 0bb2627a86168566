import { stat } from 'node:fs/promises'
import { firstBytes } from './firstBytes.ts'
import { mailFiles, problemOf } from './mailFiles.ts'
import { mailsInMbox, startsLikeMbox } from './mbox.ts'

/** One mail of an archive, or one German sentence why it cannot be had. `source` is the file, with "#3" in an mbox. */
export type ArchivedMail = { source: string; raw: Buffer } | { source: string; problem: string }

export interface ArchiveOptions {
  /** Folder of our own files, left out wherever it lies. */
  except?: string
  /** A longer mail is a problem, not read into memory. Default 100 MiB. */
  maxBytes?: number
  /** Told of each file in a folder that is clearly no mail, with a German reason. */
  onSkipped?: (file: string, reason: string) => void
}

/** First bytes of an Outlook .msg file (a compound file, [MS-CFB] 2.2): a letter, but not one of RFC 5322. */
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/**
 * Mails of .eml files, mbox files, Maildirs and folders of them, in the order of names, one in memory at a time. Every
 * mail and every file that cannot be read comes exactly once.
 */
export async function* mailsIn(
  paths: readonly string[],
  options: ArchiveOptions = {},
): AsyncGenerator<ArchivedMail> {
  const maxBytes = options.maxBytes ?? 100 * 1024 * 1024
  for await (const found of mailFiles(paths, options.except)) {
    if ('skipped' in found) options.onSkipped?.(found.file, found.skipped)
    else if ('problem' in found) yield { source: found.file, problem: found.problem }
    else yield* mailsInFile(found.file, maxBytes)
  }
}

async function* mailsInFile(file: string, maxBytes: number): AsyncGenerator<ArchivedMail> {
  try {
    const start = await firstBytes(file, 1024)
    if (start.subarray(0, 8).equals(compoundFile)) {
      yield {
        source: file,
        problem: 'Outlook-Datei (.msg). Bitte in Outlook als .eml speichern und neu einlesen.',
      }
    } else if (startsLikeMbox(start)) {
      for await (const { number, raw } of mailsInMbox(file, maxBytes)) {
        const source = `${file}#${number}`
        yield raw ? { source, raw } : { source, problem: tooLarge(maxBytes) }
      }
    } else yield await wholeFile(file, maxBytes)
  } catch (error) {
    yield { source: file, problem: await problemOf(file, error) }
  }
}

async function wholeFile(file: string, maxBytes: number): Promise<ArchivedMail> {
  const { size } = await stat(file)
  if (size > maxBytes) return { source: file, problem: tooLarge(maxBytes) }
  return { source: file, raw: await firstBytes(file, size) }
}

function tooLarge(maxBytes: number): string {
  return `Der Brief ist größer als ${Math.round(maxBytes / 1024 / 1024)} MB. Bitte KLA_MAX_MAIL_MB anheben.`
}
