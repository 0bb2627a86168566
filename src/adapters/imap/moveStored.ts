import type { ImapFlow, MailboxObject } from 'imapflow'
import { uidSet } from './batches.ts'
import type { FolderConnection } from './connection.ts'

/** So many mails are moved by one command: a server that breaks off at a large portion gets on with small ones. */
const atOnce = 50

/**
 * Moves mails of the open folder to `target`: those with a UID in `from`…`upTo` that `stored` names. It can be repeated
 * after a crash anywhere, because what is moved is no longer here. null when all are moved, else what hinders it, German.
 *
 * Nothing is ever deleted: a server without MOVE (RFC 6851) could only copy, mark as deleted and expunge, and then a crash
 * or a full target decides whether a letter still exists. There nothing is moved.
 */
export async function moveStored(
  connection: FolderConnection,
  target: string,
  { from, upTo }: { from: number; upTo: number },
  stored: (uids: number[]) => Promise<number[]>,
): Promise<string | null> {
  const { client, folder, answered } = connection
  if (upTo < from) return null
  const hindered = movingHindered(client, folder)
  if (hindered) return hindered
  const there = await answered(client.search({ uid: `${from}:${upTo}` }, { uid: true }))
  if (!there) return 'der Mailserver hat die Suche abgelehnt'
  const uids = await stored(there.filter(uid => uid <= upTo))
  if (uids.length === 0) return null
  const missing = await makeWhenMissing(connection, target)
  if (missing) return missing
  for (let at = 0; at < uids.length; at += atOnce) {
    const moved = await answered(
      client.messageMove(uidSet(uids.slice(at, at + atOnce)), target, { uid: true }),
    )
    if (!moved) return 'der Mailserver hat das Verschieben abgelehnt, vielleicht ist dort kein Platz mehr'
  }
  return null
}

/** What makes moving impossible from the start, German; null: nothing. */
export function movingHindered(client: ImapFlow, folder: MailboxObject): string | null {
  if (!client.capabilities.has('MOVE')) return 'der Mailserver kann Briefe nicht verschieben'
  return folder.readOnly ? 'das Recht dazu fehlt' : null
}

async function makeWhenMissing(
  { client, answered }: FolderConnection,
  target: string,
): Promise<string | null> {
  try {
    await answered(client.status(target, { messages: true }))
    return null
  } catch (error) {
    if ((error as { code?: string }).code !== 'NotFound') throw error
  }
  try {
    await answered(client.mailboxCreate(target))
    return null
  } catch (error) {
    if (!client.usable) throw error
    return 'der Ordner fehlt und lässt sich nicht anlegen'
  }
}
