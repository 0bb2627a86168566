import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Writable } from 'node:stream'

/**
 * What to print of the start address, which holds the access token. A terminal is read by the person who started us: the
 * address itself. The output of a service lands in a journal that others read: there the address goes to the file
 * `webzugang`, for its owner alone, and only the file is named.
 */
export function startAddress(
  stdout: Writable & { isTTY?: boolean },
  dataDir: string,
  webUrl: string,
): string {
  if (stdout.isTTY) return webUrl
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'webzugang')
  // Renamed into place: an older file, or a link under this name, would keep its own permissions.
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${webUrl}\n`, { mode: 0o600 })
  renameSync(draft, path)
  return `Die Adresse mit dem Zugangswort steht in ${resolve(path)}.`
}
