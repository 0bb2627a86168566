import { anyOf } from './anyOf.ts'
import type { Queries } from './connect.ts'
import { Bytes } from './driver.ts'
import { and, asc, eq, sql } from './drizzle.ts'
import { deliveries, rawMails } from './schema.ts'

/** A mail that nobody could handle; its bytes are kept. */
export interface QuarantinedMail {
  id: number
  /** German sentence. */
  reason: string | null
  /** Bytes on the server. */
  size: number
  /** false: only its headers are here, the rest lies on the mail server. */
  whole: boolean
  live: boolean
  storedAt: string
}

const columns = {
  id: rawMails.id,
  reason: rawMails.reason,
  size: rawMails.size,
  whole: rawMails.whole,
  live: rawMails.live,
  storedAt: rawMails.storedAt,
}

const inQuarantine = (programmeId: string) =>
  and(eq(rawMails.programmeId, programmeId), eq(rawMails.outcome, 'quarantined'))

/** Oldest first. */
export async function quarantinedMails(db: Queries, programmeId: string): Promise<QuarantinedMail[]> {
  return db.select(columns).from(rawMails).where(inQuarantine(programmeId)).orderBy(asc(rawMails.id))
}

export interface Place {
  mailboxId: string
  uidValidity: bigint
  uid: number
}

/** Where mails arrived, first arrivals first. */
export async function placesOf(db: Queries, ids: number[]): Promise<(Place & { rawMailId: number })[]> {
  return db
    .select({
      rawMailId: deliveries.rawMailId,
      mailboxId: deliveries.mailboxId,
      uidValidity: deliveries.uidValidity,
      uid: deliveries.uid,
    })
    .from(deliveries)
    .where(anyOf(deliveries.rawMailId, ids))
    .orderBy(asc(deliveries.id))
}

/** Those of these mails that lie in quarantine, locked until the end of the transaction. 'alle': every one. */
export async function lockQuarantined(
  tx: Queries,
  programmeId: string,
  ids: number[] | 'alle',
): Promise<QuarantinedMail[]> {
  return tx
    .select(columns)
    .from(rawMails)
    .where(and(inQuarantine(programmeId), ids === 'alle' ? undefined : anyOf(rawMails.id, ids)))
    .orderBy(asc(rawMails.id))
    .for('update')
}

/** Makes them as if they had just been stored, so that they can be handled again. */
export async function releaseFromQuarantine(tx: Queries, ids: number[]): Promise<void> {
  await tx.update(rawMails).set({ outcome: null, reason: null, attempts: 0 }).where(anyOf(rawMails.id, ids))
  await tx
    .update(deliveries)
    .set({ outcome: null })
    .where(and(anyOf(deliveries.rawMailId, ids), eq(deliveries.outcome, 'quarantined')))
}

/**
 * Puts the whole bytes in the place of the headers. False when they are known already under another mail: then this one is a
 * duplicate of that from now on.
 */
export async function completeMail(
  tx: Queries,
  programmeId: string,
  id: number,
  whole: { raw: Buffer; contentHash: string; fingerprint: string },
): Promise<boolean> {
  const [same] = await tx
    .select({ id: rawMails.id, ticketId: rawMails.ticketId })
    .from(rawMails)
    .where(and(eq(rawMails.programmeId, programmeId), eq(rawMails.contentHash, whole.contentHash)))
  if (same) {
    const reason = 'Derselbe Brief liegt schon vor.'
    await tx
      .update(rawMails)
      .set({ outcome: 'duplicate', reason, ticketId: same.ticketId })
      .where(eq(rawMails.id, id))
    await tx.update(deliveries).set({ outcome: 'duplicate' }).where(eq(deliveries.rawMailId, id))
    return false
  }
  await tx
    .update(rawMails)
    .set({
      // A plain Buffer would be written as hex, twice the size.
      raw: sql`${new Bytes([whole.raw])}::bytea`,
      contentHash: whole.contentHash,
      fingerprint: whole.fingerprint,
      size: whole.raw.length,
      whole: true,
    })
    .where(eq(rawMails.id, id))
  return true
}
