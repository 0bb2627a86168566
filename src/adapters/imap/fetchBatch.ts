import type { FetchMessageObject, FetchQueryObject, ImapFlowError } from 'imapflow'
import type { FetchedMail } from '../types.ts'
import { type ListedMail, uidSet } from './batches.ts'
import type { FolderConnection } from './connection.ts'
import { passingRefusals } from './problems.ts'
import { isHopeless, type Suspects, suspect } from './suspects.ts'

/** Of a mail that is too large at most this much of its headers is fetched. */
const maxHeaderBytes = 256 * 1024

/**
 * The mails of one batch in order of UID, with one FETCH for the many small ones (four times as fast as one each).
 * Mails that vanished meanwhile are absent. imapflow asks with BODY.PEEK, which leaves \Seen alone.
 */
export async function fetchBatch(
  connection: FolderConnection,
  batch: ListedMail[],
  { maxBytes, suspects }: { maxBytes: number; suspects: Suspects },
): Promise<FetchedMail[]> {
  const [first] = batch
  if (first && isHopeless(suspects, first.uid)) return [unreadable(connection, first)]
  try {
    const whole = await wholeMails(
      connection,
      batch.filter(mail => mail.size <= maxBytes),
    )
    const headers = await headersOf(
      connection,
      batch.filter(mail => mail.size > maxBytes),
    )
    for (const { uid } of batch) suspects.points.delete(uid)
    return [...whole, ...headers].sort((one, other) => one.uid - other.uid)
  } catch (error) {
    suspect(suspects, batch, error)
    throw error
  }
}

async function wholeMails(connection: FolderConnection, batch: ListedMail[]): Promise<FetchedMail[]> {
  const messages = await fetchListed(connection, batch, { uid: true, source: true })
  return messages.flatMap(([mail, { source }]) => (source ? [{ ...mail, raw: source, tooLarge: false }] : []))
}

async function headersOf(connection: FolderConnection, batch: ListedMail[]): Promise<FetchedMail[]> {
  const query = { uid: true, bodyParts: [{ key: 'HEADER', maxLength: maxHeaderBytes }] }
  const messages = await fetchListed(connection, batch, query)
  return messages.flatMap(([mail, { headers }]) =>
    headers ? [{ ...mail, raw: headers, tooLarge: true }] : [],
  )
}

/** A mail that the server lists but does not hand out. The line makes its content differ from that of others. */
function unreadable({ folder }: FolderConnection, mail: ListedMail): FetchedMail {
  const raw = Buffer.from(`X-Kla-Unreadable: ${folder.uidValidity}/${mail.uid}\r\n\r\n`)
  return { ...mail, raw, tooLarge: false, unreadable: true }
}

/** What the server hands out of these mails. Rejects when it keeps back one that is still there. */
async function fetchListed(
  connection: FolderConnection,
  batch: ListedMail[],
  query: FetchQueryObject,
): Promise<[ListedMail, FetchMessageObject][]> {
  if (batch.length === 0) return []
  const listed = new Map(batch.map(mail => [mail.uid, mail]))
  const messages = await fetchOrRefused(connection, batch, query)
  const got = messages.flatMap((message): [ListedMail, FetchMessageObject][] => {
    const mail = listed.get(message.uid)
    if (!mail || (query.source ? !message.source : !message.headers)) return []
    listed.delete(message.uid)
    return [[mail, message]]
  })
  if (listed.size > 0 && (await fetchOrRefused(connection, [...listed.values()], { uid: true })).length > 0)
    throw Object.assign(new Error('a mail is kept back'), { responseStatus: 'NO' })
  return got
}

/**
 * Like fetchAll, but an answer NO ends the list instead of losing what came before it. RFC 5530: EXPUNGEISSUED
 * means that some of the mails are gone, which is no reason to lose the others.
 */
async function fetchOrRefused(
  { client, answered }: FolderConnection,
  batch: ListedMail[],
  query: FetchQueryObject,
): Promise<FetchMessageObject[]> {
  const got: FetchMessageObject[] = []
  const collect = async () => {
    const range = uidSet(batch.map(mail => mail.uid))
    for await (const message of client.fetch(range, query, { uid: true })) got.push(message)
  }
  try {
    await answered(collect())
  } catch (error) {
    const { responseStatus, serverResponseCode } = error as ImapFlowError
    if (responseStatus !== 'NO' || passingRefusals.has(serverResponseCode ?? '') || !client.usable)
      throw error
  }
  return got
}
