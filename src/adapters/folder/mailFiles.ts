import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'

/** A file that holds one mail or many, or why a path holds none. */
export type FoundFile =
  | { file: string }
  | { file: string; problem: string }
  | { file: string; skipped: string }

/**
 * In a folder every regular file is taken for mail, whatever its name, except what is clearly something else: hidden files, the
 * indexes of mail servers, and files whose ending names another kind. A file that was named itself is always taken.
 */
const otherKinds =
  /\.(?:json|ya?ml|toml|xml|md|html?|css|m?[jt]s|py|rs|go|sh|sql|log|lock|pdf|png|jpe?g|gif|webp|svg|ico|zip|gz|bz2|xz|7z|tar|docx?|xlsx?|pptx?|od[tsp]|csv|ics|vcf|exe|dll|so|db|sqlite\d?|msf|idx|index|map|tmp|part)$/i
const serverFiles =
  /^(?:dovecot.*|maildirfolder|maildirsize|subscriptions|courierimap.*|cyrus\..*|Thumbs\.db|desktop\.ini|README|LICENSE|COPYING)$/

/**
 * Files under these paths in the order of their names; folders with all they hold, Maildirs without `tmp`. The folder `except`,
 * where the program keeps its own files, is left out wherever it lies.
 */
export async function* mailFiles(
  paths: readonly string[],
  except: string | null = null,
): AsyncGenerator<FoundFile> {
  const own = except === null ? null : await realpath(except).catch(() => null)
  const seen = new Set<string>(own === null ? [] : [own])
  for (const given of paths) yield* under(given, seen, true)
}

async function* under(file: string, seen: Set<string>, named: boolean): AsyncGenerator<FoundFile> {
  try {
    const info = await stat(file)
    if (info.isDirectory()) {
      // A link can lead back up: each real folder is read once.
      const real = await realpath(file)
      if (seen.has(real)) return
      seen.add(real)
      yield* inFolder(file, seen)
    } else if (!info.isFile()) yield { file, skipped: 'weder Datei noch Ordner' }
    else if (named) yield { file }
    else yield isOther(path.basename(file)) ? { file, skipped: 'dem Namen nach keine E-Mail' } : { file }
  } catch (error) {
    yield { file, problem: await problemOf(file, error) }
  }
}

async function* inFolder(folder: string, seen: Set<string>): AsyncGenerator<FoundFile> {
  const names = (await readdir(folder)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const isMaildir = names.includes('cur') && names.includes('new')
  for (const name of names) {
    // Maildir: what lies in tmp is not yet delivered; ".Name" are its sub-folders.
    if (isMaildir && name === 'tmp') continue
    if (name.startsWith('.') && !(isMaildir && (await isFolder(path.join(folder, name))))) continue
    yield* under(path.join(folder, name), seen, false)
  }
}

function isOther(name: string): boolean {
  // Maildir names end in flags (":2,S"), never in a kind.
  return serverFiles.test(name) || otherKinds.test(name)
}

async function isFolder(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null))?.isDirectory() ?? false
}

/** One German sentence for an error of the file system. */
export async function problemOf(file: string, error: unknown): Promise<string> {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT') {
    const link = await lstat(file).catch(() => null)
    return link ? 'Die Verknüpfung führt ins Leere.' : 'Diese Datei oder diesen Ordner gibt es nicht.'
  }
  if (code === 'EACCES' || code === 'EPERM') return 'Die Datei darf nicht gelesen werden (fehlende Rechte).'
  if (code === 'ELOOP') return 'Die Verknüpfung führt im Kreis.'
  return `Die Datei ist nicht lesbar${code ? ` (${code})` : ''}.`
}
