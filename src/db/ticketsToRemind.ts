import type { DataClass } from '../domain/ticket/visibility.ts'
import type { Queries } from './connect.ts'
import { and, asc, eq, inArray, isNotNull, isNull, lte, or } from './drizzle.ts'
import { tickets } from './schema.ts'
import type { Ticket } from './tickets.ts'

/**
 * Vorgänge of these classes that wait for an answer and have nobody, or whose day has come, or the day until which they
 * were put off; `today` is an ISO day. Those of
 * archives are left out, because they promise nothing.
 */
export async function ticketsToRemind(
  db: Queries,
  programmeId: string,
  today: string,
  classes: readonly DataClass[],
): Promise<Ticket[]> {
  return db
    .select()
    .from(tickets)
    .where(
      and(
        eq(tickets.programmeId, programmeId),
        eq(tickets.live, true),
        inArray(tickets.dataClass, [...classes]),
        inArray(tickets.state, ['eingegangen', 'in_bearbeitung', 'wartet']),
        or(isNull(tickets.snoozedUntil), lte(tickets.snoozedUntil, today)),
        or(isNull(tickets.owner), lte(tickets.dueOn, today), isNotNull(tickets.snoozedUntil)),
      ),
    )
    .orderBy(asc(tickets.id))
}
