import type { Database, Queries } from './connect.ts'
import { sql } from './drizzle.ts'
import { forgetRows } from './forget.ts'
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

export async function forgetSeenEvents(db: Database, programmeId: string, before: string): Promise<number> {
  return forgetRows(
    db,
    seenEvents,
    sql`${seenEvents.programmeId} = ${programmeId} and ${seenEvents.at} < ${before}`,
  )
}
