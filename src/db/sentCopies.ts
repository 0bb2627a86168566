import type { Queries } from './connect.ts'
import { and, count, eq, isNotNull, isNull, or } from './drizzle.ts'
import { instanceIsDead } from './instances.ts'
import type { OutgoingMail } from './outgoingMails.ts'
import { outgoingMails } from './schema.ts'

/**
 * Claims a sent letter that has no copy yet, so that one process at a time looks for it and puts it there. null: it has one,
 * or another process is at it.
 */
export async function claimCopy(db: Queries, id: number, instanceId: number): Promise<OutgoingMail | null> {
  const [row] = await db
    .update(outgoingMails)
    .set({ claimedBy: instanceId })
    .where(
      and(
        eq(outgoingMails.id, id),
        eq(outgoingMails.state, 'sent'),
        isNull(outgoingMails.copiedAt),
        or(
          isNull(outgoingMails.claimedBy),
          eq(outgoingMails.claimedBy, instanceId),
          instanceIsDead(outgoingMails.claimedBy),
        ),
      ),
    )
    .returning()
  return row ?? null
}

/** Whether another process has the copy of this letter in hand: it may die over it, so somebody must look again. */
export async function copyInOtherHands(db: Queries, id: number): Promise<boolean> {
  const rows = await db
    .select({ id: outgoingMails.id })
    .from(outgoingMails)
    .where(
      and(
        eq(outgoingMails.id, id),
        eq(outgoingMails.state, 'sent'),
        isNull(outgoingMails.copiedAt),
        isNotNull(outgoingMails.claimedBy),
      ),
    )
  return rows.length === 1
}

/** Writes how it went and gives the letter back. `reason` null and no `copiedAt`: there is no folder, nothing is open. */
export async function settleCopy(
  db: Queries,
  id: number,
  instanceId: number,
  { copiedAt, reason }: { copiedAt: string | null; reason: string | null },
): Promise<void> {
  await db
    .update(outgoingMails)
    .set({ claimedBy: null, copiedAt, lastError: reason })
    .where(and(eq(outgoingMails.id, id), eq(outgoingMails.claimedBy, instanceId)))
}

/** Sent letters whose copy could not be put into the mailbox so far, by reason. */
export async function missingCopies(
  db: Queries,
  programmeId: string,
): Promise<{ reason: string; n: number }[]> {
  const rows = await db
    .select({ reason: outgoingMails.lastError, n: count() })
    .from(outgoingMails)
    .where(
      and(
        eq(outgoingMails.programmeId, programmeId),
        eq(outgoingMails.state, 'sent'),
        isNull(outgoingMails.copiedAt),
        isNotNull(outgoingMails.lastError),
      ),
    )
    .groupBy(outgoingMails.lastError)
  return rows.map(({ reason, n }) => ({ reason: reason ?? '', n }))
}
