import type { Queries } from './connect.ts'
import { and, asc, eq, isNull } from './drizzle.ts'
import { calendarFeeds } from './schema.ts'

export type CalendarFeed = typeof calendarFeeds.$inferSelect

/** The address with this hash; null when there is none of this programme or it was revoked. */
export async function feedWithHash(
  db: Queries,
  programmeId: string,
  secretHash: string,
): Promise<CalendarFeed | null> {
  const [row] = await db
    .select()
    .from(calendarFeeds)
    .where(
      and(
        eq(calendarFeeds.secretHash, secretHash),
        eq(calendarFeeds.programmeId, programmeId),
        isNull(calendarFeeds.revokedAt),
      ),
    )
  return row ?? null
}

/** Addresses that can be subscribed, oldest first. */
export async function openFeeds(db: Queries, programmeId: string): Promise<CalendarFeed[]> {
  return db
    .select()
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.programmeId, programmeId), isNull(calendarFeeds.revokedAt)))
    .orderBy(asc(calendarFeeds.id))
}

/** The id of the new address. */
export async function addFeed(
  tx: Queries,
  feed: Omit<typeof calendarFeeds.$inferInsert, 'id' | 'revokedAt'>,
): Promise<number> {
  const [row] = await tx.insert(calendarFeeds).values(feed).returning({ id: calendarFeeds.id })
  return row!.id // one row was inserted
}

/** False: there is none of this programme, or it was revoked before. */
export async function closeFeed(
  tx: Queries,
  programmeId: string,
  id: number,
  revokedAt: string,
): Promise<boolean> {
  const rows = await tx
    .update(calendarFeeds)
    .set({ revokedAt })
    .where(
      and(
        eq(calendarFeeds.programmeId, programmeId),
        eq(calendarFeeds.id, id),
        isNull(calendarFeeds.revokedAt),
      ),
    )
    .returning({ id: calendarFeeds.id })
  return rows.length > 0
}
