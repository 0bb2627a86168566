import type { Database, Queries } from './connect.ts'
import { and, eq, inArray } from './drizzle.ts'
import { deliveries, rawMails } from './schema.ts'

/** Mails that nobody could handle, oldest first; their bytes are kept. */
export async function quarantinedMails(
  db: Queries,
  programmeId: string,
): Promise<{ id: number; size: number; storedAt: string; reason: string | null }[]> {
  return db
    .select({ id: rawMails.id, size: rawMails.size, storedAt: rawMails.storedAt, reason: rawMails.reason })
    .from(rawMails)
    .where(and(eq(rawMails.programmeId, programmeId), eq(rawMails.outcome, 'quarantined')))
    .orderBy(rawMails.id)
}

/**
 * Makes them as if they had just been stored, so that they can be handled again. Those of which only the headers are here stay:
 * there is nothing to read.
 */
export async function releaseFromQuarantine(db: Database, ids: number[]): Promise<void> {
  await db.transaction(async tx => {
    const released = await tx
      .update(rawMails)
      .set({ outcome: null, reason: null, attempts: 0 })
      .where(and(inArray(rawMails.id, ids), eq(rawMails.outcome, 'quarantined'), eq(rawMails.whole, true)))
      .returning({ id: rawMails.id })
    await tx
      .update(deliveries)
      .set({ outcome: null })
      .where(
        and(
          inArray(
            deliveries.rawMailId,
            released.map(row => row.id),
          ),
          eq(deliveries.outcome, 'quarantined'),
        ),
      )
  })
}
