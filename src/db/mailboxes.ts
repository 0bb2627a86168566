import type { Queries } from './connect.ts'
import { and, eq, sql } from './drizzle.ts'
import { mailboxes } from './schema.ts'

export type Mailbox = typeof mailboxes.$inferSelect

export interface Cursor {
  uidValidity: bigint
  lastUid: number
  relistingUpTo: number | null
}

/** Where the mailbox stands; makes its row when it is new (uidValidity null). */
export async function mailboxState(db: Queries, programmeId: string, id: string): Promise<Mailbox> {
  await db.insert(mailboxes).values({ programmeId, id }).onConflictDoNothing()
  const [row] = await db
    .select()
    .from(mailboxes)
    .where(and(eq(mailboxes.programmeId, programmeId), eq(mailboxes.id, id)))
  return row!
}

/** Moves the cursor forward; under one uidValidity it never moves back. */
export async function moveCursor(
  db: Queries,
  programmeId: string,
  id: string,
  cursor: Cursor,
): Promise<void> {
  const { uidValidity, lastUid, relistingUpTo } = cursor
  await db
    .insert(mailboxes)
    .values({ programmeId, id, uidValidity, lastUid, relistingUpTo })
    .onConflictDoUpdate({
      target: [mailboxes.programmeId, mailboxes.id],
      set: {
        uidValidity,
        relistingUpTo,
        lastUid: sql`case when ${mailboxes.uidValidity} = ${uidValidity}
                     then greatest(${mailboxes.lastUid}, ${lastUid}) else ${lastUid} end`,
      },
    })
}

/** Everything on the server is stored: the fault, if there was one, is over. */
export async function mailboxComplete(
  db: Queries,
  programmeId: string,
  id: string,
  at: string,
): Promise<void> {
  await db
    .update(mailboxes)
    .set({ completeAt: at, fault: null, faultSince: null })
    .where(and(eq(mailboxes.programmeId, programmeId), eq(mailboxes.id, id)))
}

/**
 * Remembers a fault. Gives the instant since which the mailbox is in trouble when this is news, null when the same was
 * known already; `since` stays that of the first fault in a row.
 */
export async function mailboxFault(
  db: Queries,
  programmeId: string,
  id: string,
  fault: string,
  at: string,
): Promise<string | null> {
  const before = await mailboxState(db, programmeId, id)
  if (before.fault === fault) return null
  const faultSince = before.faultSince ?? at
  await db
    .update(mailboxes)
    .set({ fault, faultSince })
    .where(and(eq(mailboxes.programmeId, programmeId), eq(mailboxes.id, id)))
  return faultSince
}

export async function allMailboxes(db: Queries, programmeId: string): Promise<Mailbox[]> {
  return db.select().from(mailboxes).where(eq(mailboxes.programmeId, programmeId)).orderBy(mailboxes.id)
}
