import { batchesOf, type ListedMail, uidSet } from './batches.ts'
import type { FolderConnection } from './connection.ts'
import { isHopeless, type Suspects, suspect } from './suspects.ts'

/** So many UIDs are listed at a time: bounds memory in a folder of half a million mails. */
const listWindow = 10_000

/**
 * What lies in the folder from UID `from` on, in order, in pieces. `highest` is the highest UID given out when the
 * folder was opened; what came since is in the last piece.
 */
export async function* listMails(
  connection: FolderConnection,
  from: number,
  highest: number,
  suspects: Suspects,
): AsyncGenerator<ListedMail[]> {
  if (suspects.listPiecewise) yield* listPiecewise(connection, from, suspects)
  else {
    for (let start = from; ; start += listWindow) {
      const last = start + listWindow > highest
      // Taken back before the listing: what is reported while it runs may be missing in it.
      if (last) connection.news = false
      const piece = await list(connection, `${start}:${last ? '*' : start + listWindow - 1}`).catch(error => {
        suspects.listPiecewise = true
        throw error
      })
      // RFC 3501 6.4.8: "n:*" always means at least the last mail, even when its UID is below n.
      yield piece.filter(mail => mail.uid >= start)
      if (last) return
    }
  }
}

/** After a listing failed: numbers first, for which no server opens a mail, then the rest in small pieces. */
async function* listPiecewise(
  connection: FolderConnection,
  from: number,
  suspects: Suspects,
): AsyncGenerator<ListedMail[]> {
  const { client, answered } = connection
  connection.news = false
  const found = await answered(client.search({ uid: `${from}:*` }, { uid: true }))
  // imapflow says false for a refused search; as an empty list it would mean that everything is stored.
  if (!found) throw Object.assign(new Error('the search was refused'), { responseStatus: 'NO' })
  const uids = found.filter(uid => uid >= from).sort((one, other) => one - other)
  const unknown = uids.map(uid => ({ uid, size: 0, arrivedAt: null }))
  for (const piece of batchesOf(unknown, { maxBytes: 0, suspects: suspects.points })) {
    const [first] = piece
    if (first && isHopeless(suspects, first.uid)) yield piece
    else
      yield await list(connection, uidSet(piece.map(mail => mail.uid))).catch(error => {
        suspect(suspects, piece, error)
        throw error
      })
  }
}

async function list({ client, answered }: FolderConnection, range: string): Promise<ListedMail[]> {
  const query = { uid: true, size: true, internalDate: true }
  const messages = await answered(client.fetchAll(range, query, { uid: true }))
  return messages
    .map(({ uid, size, internalDate }) => ({ uid, size: size ?? 0, arrivedAt: instantOf(internalDate) }))
    .sort((one, other) => one.uid - other.uid)
}

function instantOf(date: Date | string | undefined): string | null {
  const instant = new Date(date ?? Number.NaN)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}
