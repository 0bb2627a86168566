import type { FetchedMail, MailboxCursor, MailboxListener } from '../types.ts'
import { baselineOf } from './baseline.ts'
import { batchesOf, type ListedMail } from './batches.ts'
import type { FolderConnection } from './connection.ts'
import { fetchBatch } from './fetchBatch.ts'
import { listMails } from './listMails.ts'
import { storeProblem } from './problems.ts'
import type { Suspects } from './suspects.ts'

/**
 * Hands everything above the listener's cursor to it, in order of UID, and resolves when all is stored. UID and
 * UIDVALIDITY alone decide what is new: flags change when a colleague opens the mail, dates when a clock is wrong, and
 * mod-sequences (RFC 7162) number changes, not arrivals: "everything changed since" holds old letters that somebody
 * flagged, and a server that forgot its mod-sequences (NOMODSEQ) has no answer at all. They only make us look
 * (changedUnheard.ts). What VANISHED from the server is none of our business: what was stored stays stored.
 */
export async function syncFolder(
  connection: FolderConnection,
  listener: MailboxListener,
  options: { maxBytes: number; firstStart: 'baseline' | 'all'; suspects: Suspects },
): Promise<{ kept: number }> {
  const { uidValidity } = connection.folder
  const { maxBytes, firstStart, suspects } = options
  const known = { ...(await listener.cursor().catch(cause => Promise.reject(storeProblem(cause)))) }
  const highest = await highestUid(connection)
  const first = known.uidValidity === null && firstStart === 'baseline'
  if (first) {
    // What comes in from now on has a higher UID, even if it comes while this runs: it is found by the listing below.
    const baselineUid = await baselineOf(connection, highest, known.begunAt ?? null)
    await keep(listener, [], { uidValidity, lastUid: baselineUid, relistingUpTo: null, baselineUid })
    Object.assign(known, { uidValidity, lastUid: baselineUid })
  }
  // RFC 3501 2.3.1.1: under another UIDVALIDITY the old numbers mean nothing, so all is listed again. The listener
  // recognises what it has by content.
  const renumbered = known.uidValidity !== null && known.uidValidity !== uidValidity
  const lastUid = known.uidValidity === uidValidity ? known.lastUid : 0
  const relistingUpTo = renumbered ? highest : (known.relistingUpTo ?? null)
  if (renumbered) {
    suspects.points.clear()
    await keep(listener, [], { uidValidity, lastUid: 0, relistingUpTo })
  }
  let kept = 0
  for await (const listed of listMails(connection, lastUid + 1, highest, suspects))
    kept += await keepListed(connection, listener, listed, { uidValidity, relistingUpTo, maxBytes, suspects })
  suspects.listPiecewise = false
  return { kept }
}

/** Fetches the next batch while the former is being stored: at most two are in memory. */
async function keepListed(
  connection: FolderConnection,
  listener: MailboxListener,
  listed: ListedMail[],
  {
    maxBytes,
    suspects,
    ...cursor
  }: { uidValidity: bigint; relistingUpTo: number | null; maxBytes: number; suspects: Suspects },
): Promise<number> {
  let kept = 0
  let storing: Promise<void> = Promise.resolve()
  try {
    for (const batch of batchesOf(listed, { maxBytes, suspects: suspects.points })) {
      const mails = await fetchBatch(connection, batch, { maxBytes, suspects })
      await storing
      kept += mails.length
      storing = keep(listener, mails, { ...cursor, lastUid: batch.at(-1)!.uid })
      // Its failure is met at the next await; without this Node would call it unhandled before.
      storing.catch(() => {})
    }
  } finally {
    // Also when a fetch failed: whoever reads the cursor next must find it where it will stay.
    await storing
  }
  return kept
}

function keep(listener: MailboxListener, mails: FetchedMail[], cursor: MailboxCursor): Promise<void> {
  return listener.keep(mails, cursor).catch(cause => Promise.reject(storeProblem(cause)))
}

/** The highest UID that was given out when the folder was opened, 0 in a folder that never held a mail. */
async function highestUid({ client, folder, answered }: FolderConnection): Promise<number> {
  if (folder.uidNext > 0) return folder.uidNext - 1
  // UIDNEXT is required by RFC 3501, but not every server sends it.
  const [newest] = folder.exists > 0 ? await answered(client.fetchAll('*', { uid: true })) : []
  return newest?.uid ?? 0
}
