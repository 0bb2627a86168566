import type { Queries } from './connect.ts'
import { and, eq, lt } from './drizzle.ts'
import { ticks } from './schema.ts'

/** True for exactly one of all processes that ask for the same tick of the clock (ISO instant). */
export async function claimTick(
  db: Queries,
  programmeId: string,
  name: string,
  at: string,
): Promise<boolean> {
  const rows = await db
    .insert(ticks)
    .values({ programmeId, name, at })
    .onConflictDoNothing()
    .returning({ name: ticks.name })
  return rows.length === 1
}

export async function forgetTicks(db: Queries, programmeId: string, before: string): Promise<void> {
  await db.delete(ticks).where(and(eq(ticks.programmeId, programmeId), lt(ticks.at, before)))
}
