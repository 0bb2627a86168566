import { anyOf } from './anyOf.ts'
import type { Queries } from './connect.ts'
import { and, desc, eq, gt, gte, isNull, ne, sql } from './drizzle.ts'
import { ticketChanges } from './schema.ts'

export type TicketChangeRow = typeof ticketChanges.$inferSelect

/** Action of a change that takes back another one. */
export const takenBack = 'zurueckgenommen'

export async function insertChange(tx: Queries, row: typeof ticketChanges.$inferInsert): Promise<number> {
  const [inserted] = await tx.insert(ticketChanges).values(row).returning({ id: ticketChanges.id })
  return inserted!.id // one row in, one row out
}

/** The newest change of a Vorgang, whoever made it; null: nobody changed it. */
export async function newestChange(db: Queries, ticketId: number): Promise<TicketChangeRow | null> {
  const [row] = await db
    .select()
    .from(ticketChanges)
    .where(eq(ticketChanges.ticketId, ticketId))
    .orderBy(desc(ticketChanges.id))
    .limit(1)
  return row ?? null
}

/** The newest change of a person since an instant that is not taken back; null: there is none. */
export async function newestChangeBy(
  db: Queries,
  programmeId: string,
  actor: string,
  since: string,
): Promise<TicketChangeRow | null> {
  const [row] = await db
    .select()
    .from(ticketChanges)
    .where(
      and(
        eq(ticketChanges.programmeId, programmeId),
        eq(ticketChanges.actor, actor),
        gte(ticketChanges.at, since),
        isNull(ticketChanges.undoneAt),
        ne(ticketChanges.action, takenBack),
      ),
    )
    .orderBy(desc(ticketChanges.id))
    .limit(1)
  return row ?? null
}

/** A change with those that were made together with it, the one that says what was done first; [] when there is none. */
export async function changeWithParts(db: Queries, id: number): Promise<TicketChangeRow[]> {
  const [main] = await db.select().from(ticketChanges).where(eq(ticketChanges.id, id))
  if (!main) return []
  const parts = await db
    .select()
    .from(ticketChanges)
    .where(
      and(
        eq(ticketChanges.programmeId, main.programmeId),
        eq(ticketChanges.actor, main.actor),
        gt(ticketChanges.id, id),
        sql`(${ticketChanges.after} ->> 'partOf')::bigint = ${id}`,
      ),
    )
    .orderBy(ticketChanges.id)
  return [main, ...parts]
}

export async function markUndone(tx: Queries, ids: readonly number[], at: string): Promise<void> {
  await tx
    .update(ticketChanges)
    .set({ undoneAt: at })
    .where(anyOf(ticketChanges.id, [...ids]))
}
