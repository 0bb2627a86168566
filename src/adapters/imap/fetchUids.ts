import type { FetchedMail } from '../types.ts'
import { batchesOf, uidSet } from './batches.ts'
import { openFolder } from './connection.ts'
import { fetchBatch } from './fetchBatch.ts'
import type { FolderSettings } from './settings.ts'
import { noSuspects } from './suspects.ts'

/** So many sizes are asked for at a time: the command stays shorter than the longest line that servers take. */
const listed = 500

/**
 * The mails with these UIDs (rising), batch by batch; those that are gone are absent. Changes nothing, takes a connection of
 * its own. Rejects when the folder has another UIDVALIDITY, and with the first mail that the server keeps back: the ones
 * before it were handed over already.
 */
export async function* fetchUids(
  settings: FolderSettings & { maxBytes: number },
  wanted: { uidValidity: bigint; uids: number[] },
  signal: AbortSignal,
): AsyncGenerator<FetchedMail[]> {
  const { maxBytes } = settings
  const suspects = noSuspects()
  const connection = await openFolder(settings, signal)
  const { client, folder, answered } = connection
  try {
    if (folder.uidValidity !== wanted.uidValidity) throw new Error('the folder has another UIDVALIDITY')
    for (let at = 0; at < wanted.uids.length; at += listed) {
      const range = uidSet(wanted.uids.slice(at, at + listed))
      const query = { uid: true, size: true, internalDate: true }
      const found = await answered(client.fetchAll(range, query, { uid: true }))
      const mails = found
        .map(({ uid, size = 0, internalDate }) => ({ uid, size, arrivedAt: isoInstant(internalDate) }))
        .sort((one, other) => one.uid - other.uid)
      for (const batch of batchesOf(mails, { maxBytes, suspects: suspects.points }))
        yield await fetchBatch(connection, batch, { maxBytes, suspects })
    }
  } finally {
    client.close()
  }
}

function isoInstant(date: Date | string | undefined): string | null {
  const instant = new Date(date ?? Number.NaN)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}
