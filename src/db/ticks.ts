import type { Database, Queries } from './connect.ts'
import { sql } from './drizzle.ts'
import { forgetRows } from './forget.ts'
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

export async function forgetTicks(db: Database, programmeId: string, before: string): Promise<number> {
  return forgetRows(db, ticks, sql`${ticks.programmeId} = ${programmeId} and ${ticks.at} < ${before}`)
}
