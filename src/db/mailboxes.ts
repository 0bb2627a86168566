import type { Queries } from './connect.ts'
import { and, eq, sql } from './drizzle.ts'
import { mailboxes } from './schema.ts'

export type Mailbox = typeof mailboxes.$inferSelect

export interface Cursor {
  uidValidity: bigint
  lastUid: number
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
  const { uidValidity, lastUid } = cursor
  await db
    .insert(mailboxes)
    .values({ programmeId, id, uidValidity, lastUid })
    .onConflictDoUpdate({
      target: [mailboxes.programmeId, mailboxes.id],
      set: {
        uidValidity,
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

/** Remembers a fault; `since` stays that of the first one in a row. True when it is news. */
export async function mailboxFault(
  db: Queries,
  programmeId: string,
  id: string,
  fault: string,
  at: string,
): Promise<boolean> {
  const before = await mailboxState(db, programmeId, id)
  await db
    .update(mailboxes)
    .set({ fault, faultSince: before.faultSince ?? at })
    .where(and(eq(mailboxes.programmeId, programmeId), eq(mailboxes.id, id)))
  return before.fault !== fault
}

export async function allMailboxes(db: Queries, programmeId: string): Promise<Mailbox[]> {
  return db.select().from(mailboxes).where(eq(mailboxes.programmeId, programmeId)).orderBy(mailboxes.id)
}
