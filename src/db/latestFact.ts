import type { Queries } from './connect.ts'
import { and, desc, eq, sql } from './drizzle.ts'
import { processEvents } from './schema.ts'

/** The value that was last noted for this fact, of the newest Ablauf that has it: what changes in an old one tells nothing. undefined: none was. */
export async function latestFact(db: Queries, programmeId: string, name: string): Promise<unknown> {
  const [row] = await db
    .select({ value: sql<unknown>`${processEvents.change} -> 'value'` })
    .from(processEvents)
    .where(
      and(
        eq(processEvents.programmeId, programmeId),
        sql`${processEvents.change} @> ${JSON.stringify({ kind: 'fact', name })}::jsonb`,
      ),
    )
    .orderBy(desc(processEvents.processId), desc(processEvents.id))
    .limit(1)
  return row?.value
}
