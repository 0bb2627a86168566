import type { Queries } from './connect.ts'
import { and, eq, lt } from './drizzle.ts'
import { seenEvents } from './schema.ts'

/** True once for each event of a platform, whatever number of processes asks: platforms repeat their events. */
export async function firstTime(
  db: Queries,
  programmeId: string,
  platform: string,
  eventId: string,
  at: string,
): Promise<boolean> {
  const rows = await db
    .insert(seenEvents)
    .values({ programmeId, platform, eventId, at })
    .onConflictDoNothing()
    .returning({ eventId: seenEvents.eventId })
  return rows.length === 1
}

export async function forgetSeenEvents(db: Queries, programmeId: string, before: string): Promise<void> {
  await db.delete(seenEvents).where(and(eq(seenEvents.programmeId, programmeId), lt(seenEvents.at, before)))
}
