import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Queries } from './connect.ts'
import { deliveries, type Outcome, rawMails } from './schema.ts'

/** A mail about to be kept. */
export interface MailToKeep {
  uid: number
  raw: Buffer
  size: number
  /** false: `raw` is the header only, the mail was over the limit. */
  whole: boolean
  contentHash: string
  fingerprint: string
  arrivedAt: string
  day: string
}

/**
 * Stores mails and their deliveries; a uid that was stored before changes nothing. Returns the ids of mails whose
 * bytes are new. A delivery of bytes that are known is a duplicate at once.
 */
export async function storeMails(
  tx: Queries,
  to: { programmeId: string; mailboxId: string; uidValidity: bigint; live: boolean },
  mails: MailToKeep[],
  storedAt: string,
): Promise<number[]> {
  const { programmeId, mailboxId, uidValidity, live } = to
  const known = await tx
    .select({ uid: deliveries.uid })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.programmeId, programmeId),
        eq(deliveries.mailboxId, mailboxId),
        eq(deliveries.uidValidity, uidValidity),
        inArray(
          deliveries.uid,
          mails.map(mail => mail.uid),
        ),
      ),
    )
  const seen = new Set(known.map(row => row.uid))
  const fresh = mails.filter(mail => !seen.has(mail.uid))
  if (fresh.length === 0) return []
  const byHash = new Map(fresh.map(mail => [mail.contentHash, mail]))
  const inserted = await tx
    .insert(rawMails)
    .values(
      [...byHash.values()].map(mail => ({
        programmeId,
        contentHash: mail.contentHash,
        fingerprint: mail.fingerprint,
        raw: mail.raw,
        size: mail.size,
        whole: mail.whole,
        live,
        storedAt,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: rawMails.id, contentHash: rawMails.contentHash })
  const idOf = new Map(inserted.map(row => [row.contentHash, row.id]))
  const newIds = new Set(idOf.values())
  const missing = [...byHash.keys()].filter(hash => !idOf.has(hash))
  if (missing.length > 0) {
    const rows = await tx
      .select({ id: rawMails.id, contentHash: rawMails.contentHash })
      .from(rawMails)
      .where(and(eq(rawMails.programmeId, programmeId), inArray(rawMails.contentHash, missing)))
    for (const row of rows) idOf.set(row.contentHash, row.id)
  }
  const firstDelivery = new Set<number>()
  await tx
    .insert(deliveries)
    .values(
      fresh.map(mail => {
        const rawMailId = idOf.get(mail.contentHash)!
        const first = newIds.has(rawMailId) && !firstDelivery.has(rawMailId)
        firstDelivery.add(rawMailId)
        return {
          programmeId,
          mailboxId,
          uidValidity,
          uid: mail.uid,
          rawMailId,
          day: mail.day,
          arrivedAt: mail.arrivedAt,
          outcome: first ? null : ('duplicate' as Outcome),
        }
      }),
    )
    .onConflictDoNothing()
  return [...newIds]
}

export interface UnhandledMail {
  id: number
  raw: Buffer
  fingerprint: string
  whole: boolean
  live: boolean
  size: number
  storedAt: string
  /** How often it was tried, this time included: a mail that kills the process is found out by this. */
  attempts: number
}

/** Takes mails that nobody tried yet and counts the attempt, committed before anything is tried. */
export async function takeFresh(db: Queries, ids: number[]): Promise<UnhandledMail[]> {
  return take(db, and(inArray(rawMails.id, ids), isNull(rawMails.outcome), eq(rawMails.attempts, 0)))
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
      raw: rawMails.raw,
      fingerprint: rawMails.fingerprint,
      whole: rawMails.whole,
      live: rawMails.live,
      size: rawMails.size,
      storedAt: rawMails.storedAt,
      attempts: rawMails.attempts,
    })
  return rows.sort((a, b) => a.id - b.id)
}

/** Locks those of `ids` that still have no outcome, so that no other worker gives them one. */
export async function lockUnhandled(tx: Queries, ids: number[]): Promise<Set<number>> {
  const rows = await tx
    .select({ id: rawMails.id })
    .from(rawMails)
    .where(and(inArray(rawMails.id, ids), isNull(rawMails.outcome)))
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
  const rows = sql.join(
    outcomes.map(
      o =>
        sql`(${o.rawMailId}::bigint, ${o.outcome}::text, ${o.reason}::text, ${o.ticketId}::bigint, ${o.messageId}::text)`,
    ),
    sql`, `,
  )
  await tx.execute(sql`
    update raw_mails m set outcome = v.outcome, reason = v.reason, ticket_id = v.ticket_id, message_id = v.message_id,
      handled_at = ${handledAt}
    from (values ${rows}) v (id, outcome, reason, ticket_id, message_id) where m.id = v.id`)
  await tx.execute(sql`
    update deliveries d set outcome = v.outcome
    from (values ${rows}) v (id, outcome, reason, ticket_id, message_id) where d.raw_mail_id = v.id and d.outcome is null`)
}

/** Other mails with the same letter in them, handled or older; the later one is the duplicate. */
export async function sameLetters(
  db: Queries,
  programmeId: string,
  fingerprints: string[],
): Promise<{ id: number; fingerprint: string; outcome: Outcome | null; ticketId: number | null }[]> {
  return db
    .select({
      id: rawMails.id,
      fingerprint: rawMails.fingerprint,
      outcome: rawMails.outcome,
      ticketId: rawMails.ticketId,
    })
    .from(rawMails)
    .where(and(eq(rawMails.programmeId, programmeId), inArray(rawMails.fingerprint, fingerprints)))
}

/** Ids of mails that nobody has finished, oldest first. */
export async function unfinishedMails(db: Queries, programmeId: string): Promise<number[]> {
  const rows = await db
    .select({ id: rawMails.id })
    .from(rawMails)
    .where(and(eq(rawMails.programmeId, programmeId), isNull(rawMails.outcome)))
    .orderBy(rawMails.id)
  return rows.map(row => row.id)
}
