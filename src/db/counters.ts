import type { Queries } from './connect.ts'
import { sql } from './drizzle.ts'
import { ticketCounters } from './schema.ts'

/**
 * Draws `n` running numbers of a year and returns the first. The row stays locked until the transaction ends, and a
 * roll-back gives the numbers back: so there are no gaps and no doubles, however many workers draw.
 */
export async function drawNumbers(
  tx: Queries,
  programmeId: string,
  year: number,
  n: number,
): Promise<number> {
  const [row] = await tx
    .insert(ticketCounters)
    .values({ programmeId, year, last: n })
    .onConflictDoUpdate({
      target: [ticketCounters.programmeId, ticketCounters.year],
      set: { last: sql`${ticketCounters.last} + ${n}` },
    })
    .returning({ last: ticketCounters.last })
  return row!.last - n + 1
}
