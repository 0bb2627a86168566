import type { Authenticity } from '../domain/mail/sender/authenticity.ts'
import { anyOf } from './anyOf.ts'
import type { Queries } from './connect.ts'
import { Bytes } from './driver.ts'
import { and, eq, isNull, type SQL, sql } from './drizzle.ts'
import { insertRows, storable } from './insertRows.ts'
import { deliveries, messages, type Outcome, rawMails } from './schema.ts'

/** A mail about to be kept. */
export interface MailToKeep {
  uid: number
  raw: Buffer
  size: number
  /** false: `raw` is at most the header; the mail was over the limit, or there is a `reason`. */
  whole: boolean
  /** German: why the server did not hand it out. */
  reason: string | null
  /** false: an old mail, nothing is sent or posted for it. */
  live: boolean
  contentHash: string
  fingerprint: string
  arrivedAt: string
  day: string
}

/** Where mails arrived. */
export interface Arrival {
  programmeId: string
  mailboxId: string
  uidValidity: bigint
}

/**
 * Stores mails and their deliveries; a uid that was stored before changes nothing. A delivery of bytes that are known is a
 * duplicate at once. Returns ids and bytes of the mails that are still to be handled: the new ones, and those that were
 * stored before by somebody who never got to handling them.
 */
export async function storeMails(
  tx: Queries,
  to: Arrival,
  mails: MailToKeep[],
  storedAt: string,
): Promise<{ id: number; raw: Buffer }[]> {
  const byHash = new Map(mails.map(mail => [mail.contentHash, mail]))
  const seen = await storedUids(
    tx,
    to,
    mails.map(mail => mail.uid),
  )
  const fresh = mails.filter(mail => !seen.has(mail.uid))
  const inserted = await insertBytes(
    tx,
    to,
    [...new Map(fresh.map(mail => [mail.contentHash, mail])).values()],
    storedAt,
  )
  const known = await idsOfContents(
    tx,
    to.programmeId,
    [...byHash.keys()].filter(hash => !inserted.some(row => row.contentHash === hash)),
  )
  await insertDeliveries(tx, to, fresh, inserted, known)
  return [...inserted, ...known.filter(row => row.outcome === null)].map(({ id, contentHash }) => ({
    id,
    raw: byHash.get(contentHash)!.raw,
  }))
}

interface Stored {
  id: number
  contentHash: string
}

/** The first delivery of new bytes waits for what becomes of them; every other one is a duplicate. */
async function insertDeliveries(
  tx: Queries,
  to: Arrival,
  mails: MailToKeep[],
  inserted: Stored[],
  known: Stored[],
): Promise<void> {
  const idOf = new Map([...inserted, ...known].map(row => [row.contentHash, row.id]))
  const waiting = new Set(inserted.map(row => row.id))
  const rows = mails.map(mail => {
    const rawMailId = idOf.get(mail.contentHash)!
    return {
      programmeId: to.programmeId,
      mailboxId: to.mailboxId,
      uidValidity: to.uidValidity,
      uid: mail.uid,
      rawMailId,
      day: mail.day,
      arrivedAt: mail.arrivedAt,
      outcome: waiting.delete(rawMailId) ? null : ('duplicate' as Outcome),
    }
  })
  await insertRows(tx, deliveries, rows, { onConflict: 'skip' })
}

async function storedUids(tx: Queries, to: Arrival, uids: number[]): Promise<Set<number>> {
  const rows = await tx
    .select({ uid: deliveries.uid })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.programmeId, to.programmeId),
        eq(deliveries.mailboxId, to.mailboxId),
        eq(deliveries.uidValidity, to.uidValidity),
        anyOf(deliveries.uid, uids),
      ),
    )
  return new Set(rows.map(row => row.uid))
}

/** The bytes of all mails are one parameter, and each row says which of them are its own. */
async function insertBytes(
  tx: Queries,
  to: Arrival,
  mails: MailToKeep[],
  storedAt: string,
): Promise<Stored[]> {
  if (mails.length === 0) return []
  let end = 0
  const json = JSON.stringify(
    mails.map(({ contentHash, fingerprint, raw, size, whole, reason, live }) => {
      // PostgreSQL counts bytes from 1.
      const start = end + 1
      end += raw.length
      return { hash: contentHash, print: fingerprint, start, length: raw.length, size, whole, reason, live }
    }),
  )
  // Numbered as they came, because they are handled in that order; stored in another one that is the same everywhere, or two
  // mailboxes that bring the same letters would wait for each other crosswise.
  const rows = await tx.execute<{ id: string; hash: string }>(sql`
    with arrived as materialized (
      select nextval('raw_mails_id_seq') as id, mail.*
      from json_to_recordset(${json}::json)
        as mail (hash text, print text, start int, length int, size int, whole boolean, reason text, live boolean))
    insert into raw_mails (id, programme_id, content_hash, fingerprint, raw, size, whole, reason, live, stored_at)
    select id, ${to.programmeId}, hash, print, substring(${new Bytes(mails.map(mail => mail.raw))}::bytea from start for length),
      size, whole, reason, live, ${storedAt}
    from arrived order by hash
    on conflict do nothing
    returning id, content_hash as hash`)
  return rows.map(row => ({ id: Number(row.id), contentHash: row.hash }))
}

async function idsOfContents(tx: Queries, programmeId: string, hashes: string[]) {
  if (hashes.length === 0) return []
  return tx
    .select({ id: rawMails.id, contentHash: rawMails.contentHash, outcome: rawMails.outcome })
    .from(rawMails)
    .where(and(eq(rawMails.programmeId, programmeId), anyOf(rawMails.contentHash, hashes)))
}

export interface UnhandledMail {
  id: number
  fingerprint: string
  whole: boolean
  reason: string | null
  live: boolean
  size: number
  storedAt: string
  /** How often it was tried, this time included: a mail that kills the process is found out by this. */
  attempts: number
}

/** Takes mails that nobody tried yet and counts the attempt, committed before anything is tried. */
export async function takeFresh(db: Queries, ids: number[]): Promise<UnhandledMail[]> {
  return take(db, and(anyOf(rawMails.id, ids), isNull(rawMails.outcome), eq(rawMails.attempts, 0)))
}

/** Takes one mail that was tried before, if it still has no outcome. */
export async function takeTriedBefore(db: Queries, id: number): Promise<UnhandledMail[]> {
  return take(db, and(eq(rawMails.id, id), isNull(rawMails.outcome)))
}

async function take(db: Queries, which: SQL | undefined): Promise<UnhandledMail[]> {
  const rows = await db
    .update(rawMails)
    .set({ attempts: sql`${rawMails.attempts} + 1` })
    .where(which)
    .returning({
      id: rawMails.id,
      fingerprint: rawMails.fingerprint,
      whole: rawMails.whole,
      reason: rawMails.reason,
      live: rawMails.live,
      size: rawMails.size,
      storedAt: rawMails.storedAt,
      attempts: rawMails.attempts,
    })
  return rows.sort((a, b) => a.id - b.id)
}

/** PostgreSQL sends bytes as hex text, twice their size, and the driver holds it once more: a large mail comes in pieces. */
const pieceBytes = 4 * 1_048_576

/** The bytes of one mail. */
export async function rawOf(db: Queries, id: number): Promise<Buffer> {
  const [row] = await db
    .select({
      size: sql<number>`octet_length(${rawMails.raw})`,
      raw: sql<Buffer>`substring(${rawMails.raw} from 1 for ${pieceBytes})`,
    })
    .from(rawMails)
    .where(eq(rawMails.id, id))
  if (!row) throw new Error(`no raw mail with id ${id}`)
  if (row.size <= pieceBytes) return row.raw
  const raw = Buffer.allocUnsafeSlow(row.size)
  row.raw.copy(raw)
  for (let at = pieceBytes; at < row.size; at += pieceBytes) {
    const [piece] = await db
      .select({ raw: sql<Buffer>`substring(${rawMails.raw} from ${at + 1} for ${pieceBytes})` })
      .from(rawMails)
      .where(eq(rawMails.id, id))
    piece?.raw.copy(raw, at)
  }
  return raw
}

/** Locks those of `ids` that still have no outcome, so that no other worker gives them one. */
export async function lockUnhandled(tx: Queries, ids: number[]): Promise<Set<number>> {
  const rows = await tx
    .select({ id: rawMails.id })
    .from(rawMails)
    .where(and(anyOf(rawMails.id, ids), isNull(rawMails.outcome)))
    .orderBy(rawMails.id)
    .for('update')
  return new Set(rows.map(row => row.id))
}

export interface MailOutcome {
  rawMailId: number
  messageId: string | null
  outcome: Outcome
  reason: string | null
  ticketId: number | null
}

/** Writes what became of mails, on the mail and on the delivery that waited for it. */
export async function setOutcomes(tx: Queries, outcomes: MailOutcome[], handledAt: string): Promise<void> {
  if (outcomes.length === 0) return
  const rows = sql`jsonb_to_recordset(${JSON.stringify(outcomes, (_key, value) => (typeof value === 'string' ? storable(value) : value))}::jsonb) v ("rawMailId" bigint, "messageId" text,
    outcome text, reason text, "ticketId" bigint)`
  await tx.execute(sql`
    with mails as (
      update raw_mails m set outcome = v.outcome, reason = v.reason, ticket_id = v."ticketId",
        message_id = v."messageId", handled_at = ${handledAt}
      from ${rows} where m.id = v."rawMailId"
      returning m.id, m.outcome)
    update deliveries d set outcome = mails.outcome from mails
    where d.raw_mail_id = mails.id and d.outcome is null`)
}

/** A mail that had an effect. `authenticity` of the letter it became; null: nobody checked, or the letter was erased. */
export interface EarlierCopy {
  id: number
  fingerprint: string
  outcome: Outcome | null
  ticketId: number | null
  authenticity: Authenticity | null
}

/** Mails with the same letter in them that had an effect: a Vorgang, or a letter in one. */
export async function sameLetters(
  db: Queries,
  programmeId: string,
  fingerprints: string[],
): Promise<EarlierCopy[]> {
  return db
    .select({
      id: rawMails.id,
      fingerprint: rawMails.fingerprint,
      outcome: rawMails.outcome,
      ticketId: rawMails.ticketId,
      authenticity: messages.authenticity,
    })
    .from(rawMails)
    .leftJoin(messages, and(eq(messages.ticketId, rawMails.ticketId), eq(messages.rawMailId, rawMails.id)))
    .where(
      and(
        eq(rawMails.programmeId, programmeId),
        anyOf(rawMails.fingerprint, fingerprints),
        // In the words of the index that makes the effect one.
        sql`${rawMails.outcome} in ('ticket', 'followup')`,
      ),
    )
}
