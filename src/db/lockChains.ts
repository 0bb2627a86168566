import type { Queries } from './connect.ts'
import { sql } from './drizzle.ts'
import { successorsOf } from './successors.ts'
import { lockTickets, type Ticket } from './tickets.ts'

/**
 * Locks these Vorgänge and what they go on in, as far as their chains lead (`next`). All in one statement, by id: a successor may have
 * the smaller id, and who locks it afterwards meets somebody who comes the other way. So the chains are read before, and
 * once more when nobody can change them any longer. For one that grew in between all locks are given back and taken anew:
 * who kept his and asked for a smaller id would meet the next one who holds that and waits for his.
 */
export async function lockChains(
  tx: Queries,
  ids: readonly number[],
): Promise<{ locked: Map<number, Ticket>; next: ReadonlyMap<number, number> }> {
  let next = await successorsOf(tx, ids)
  for (;;) {
    await tx.execute(sql`savepoint chains`)
    const locked = await lockTickets(tx, [...ids, ...next.values()])
    const closed = [...locked.values()].filter(({ state }) => state === 'abgeschlossen').map(({ id }) => id)
    next = await successorsOf(tx, closed)
    if ([...next.values()].every(id => locked.has(id))) {
      await tx.execute(sql`release savepoint chains`)
      return { locked, next }
    }
    await tx.execute(sql`rollback to savepoint chains`)
  }
}
