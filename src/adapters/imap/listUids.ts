import { openFolder } from './connection.ts'
import type { FolderSettings } from './settings.ts'

/**
 * What the server holds in this folder at this moment: every UID in rising order, and the UIDVALIDITY under which they
 * mean something. Changes nothing there, takes a connection of its own. Rejects when the list cannot be had whole.
 */
export async function listUids(
  settings: FolderSettings,
  signal: AbortSignal,
): Promise<{ uidValidity: bigint; uids: number[] }> {
  const { client, folder, answered } = await openFolder(settings, signal)
  try {
    // Not FETCH: SEARCH answers half a million numbers in one line without opening a mail.
    const found = await answered(client.search({ all: true }, { uid: true }))
    // imapflow says false for a refused search; as an empty list it would mean that every mail is gone.
    if (!found) throw Object.assign(new Error('the search was refused'), { responseStatus: 'NO' })
    return { uidValidity: folder.uidValidity, uids: found }
  } finally {
    client.close()
  }
}
