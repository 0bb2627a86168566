import type { Queries } from './connect.ts'
import { and, asc, eq, or, sql } from './drizzle.ts'
import { insertRows } from './insertRows.ts'
import type { OtherTicket } from './possibleMatches.ts'
import { successors, tickets } from './schema.ts'

/**
 * Where closed Vorgänge go on, from each of `ticketIds` to the end of its chain: closed Vorgang → the one that goes on. Empty
 * for those that nothing follows.
 */
export async function successorsOf(db: Queries, ticketIds: readonly number[]): Promise<Map<number, number>> {
  if (ticketIds.length === 0) return new Map()
  const rows = await db.execute<{ closed: string; next: string }>(sql`
    with recursive chain as (
      select closed_ticket_id, ticket_id from successors
      where closed_ticket_id = any(${`{${ticketIds.join(',')}}`}::bigint[])
      union
      select s.closed_ticket_id, s.ticket_id from successors s join chain c on s.closed_ticket_id = c.ticket_id)
    select closed_ticket_id as closed, ticket_id as next from chain`)
  return new Map(rows.map(row => [Number(row.closed), Number(row.next)]))
}

/** What a Vorgang goes on in since it was closed (null: nothing), and what goes on in it, the oldest first. */
export interface LinkedTickets {
  goesOnIn: OtherTicket | null
  before: OtherTicket[]
}

export async function linkedTickets(db: Queries, ticketId: number): Promise<LinkedTickets> {
  const rows = await db
    .select({ number: tickets.number, dataClass: tickets.dataClass, closed: successors.closedTicketId })
    .from(successors)
    .innerJoin(
      tickets,
      or(
        and(eq(successors.closedTicketId, ticketId), eq(tickets.id, successors.ticketId)),
        and(eq(successors.ticketId, ticketId), eq(tickets.id, successors.closedTicketId)),
      ),
    )
    .where(or(eq(successors.closedTicketId, ticketId), eq(successors.ticketId, ticketId)))
    .orderBy(asc(tickets.id))
  const of = ({ number, dataClass }: OtherTicket): OtherTicket => ({ number, dataClass })
  const goesOnIn = rows.find(({ closed }) => closed === ticketId)
  return {
    goesOnIn: goesOnIn ? of(goesOnIn) : null,
    before: rows.filter(({ closed }) => closed !== ticketId).map(of),
  }
}

/** Written under the row lock of each closed Vorgang, so that there is one successor each. */
export async function addSuccessors(tx: Queries, rows: (typeof successors.$inferInsert)[]): Promise<void> {
  await insertRows(tx, successors, rows)
}

/** Nothing goes on in `ticketId` any more. */
export async function removeSuccessor(tx: Queries, closedTicketId: number, ticketId: number): Promise<void> {
  await tx
    .delete(successors)
    .where(and(eq(successors.closedTicketId, closedTicketId), eq(successors.ticketId, ticketId)))
}

/**
 * The Vorgang that letters for this one belong to: itself, or what it goes on in since it was closed. A Vorgang that
 * was opened again takes its letters itself. Safe against a ring, which no flow makes.
 */
export function goesOnIn<Ticket extends { id: number; state: string }>(
  ticket: Ticket,
  next: ReadonlyMap<number, number>,
  byId: ReadonlyMap<number, Ticket>,
): Ticket {
  const passed = new Set<number>()
  let now = ticket
  while (now.state === 'abgeschlossen' && !passed.has(now.id)) {
    passed.add(now.id)
    const following = byId.get(next.get(now.id) ?? -1)
    if (!following) break
    now = following
  }
  return now
}
