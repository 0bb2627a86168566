import type { Queries } from './connect.ts'
import { and, asc, eq, or } from './drizzle.ts'
import type { OtherTicket } from './possibleMatches.ts'
import { ticketLinks, tickets } from './schema.ts'

/** A link has no direction: the smaller id stands first. */
function between(one: number, other: number): { ticketId: number; otherTicketId: number } {
  return { ticketId: Math.min(one, other), otherTicketId: Math.max(one, other) }
}

/** Notes that two Vorgänge have to do with each other. false: it was noted before. */
export async function addLink(
  tx: Queries,
  programmeId: string,
  [one, other]: readonly [number, number],
  by: string,
  at: string,
): Promise<boolean> {
  const rows = await tx
    .insert(ticketLinks)
    .values({ programmeId, ...between(one, other), by, at })
    .onConflictDoNothing()
    .returning({ ticketId: ticketLinks.ticketId })
  return rows.length > 0
}

/** false: there was no such link. */
export async function removeLink(tx: Queries, [one, other]: readonly [number, number]): Promise<boolean> {
  const { ticketId, otherTicketId } = between(one, other)
  const rows = await tx
    .delete(ticketLinks)
    .where(and(eq(ticketLinks.ticketId, ticketId), eq(ticketLinks.otherTicketId, otherTicketId)))
    .returning({ ticketId: ticketLinks.ticketId })
  return rows.length > 0
}

/** The Vorgänge that people linked with this one, in the order of their arrival; whoever shows them asks who may see them. */
export async function linksOf(db: Queries, ticketId: number): Promise<OtherTicket[]> {
  const { ticketId: one, otherTicketId: other } = ticketLinks
  return db
    .select({ number: tickets.number, dataClass: tickets.dataClass })
    .from(ticketLinks)
    .innerJoin(
      tickets,
      or(and(eq(one, ticketId), eq(tickets.id, other)), and(eq(other, ticketId), eq(tickets.id, one))),
    )
    .where(or(eq(one, ticketId), eq(other, ticketId)))
    .orderBy(asc(tickets.id))
}
