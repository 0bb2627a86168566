import type { DataClass } from '../domain/ticket/visibility.ts'
import type { Queries } from './connect.ts'
import { and, asc, eq, isNull, ne, sql } from './drizzle.ts'
import { possibleMatches, tickets } from './schema.ts'

/** Another Vorgang, as far as it is spoken of. */
export interface OtherTicket {
  /** "KA-2024-0003". */
  number: string
  dataClass: DataClass
}

/** A Vorgang that another one may belong to. */
export interface PossibleMatch extends OtherTicket {
  /** German, without a word of the letter. */
  reason: string
}

/** The Vorgänge that this one may belong to, undecided, in the order of their arrival; whoever shows them asks who may see them. */
export async function possibleMatchesOf(db: Queries, ticketId: number): Promise<PossibleMatch[]> {
  return db
    .select({ number: tickets.number, dataClass: tickets.dataClass, reason: possibleMatches.reason })
    .from(possibleMatches)
    .innerJoin(tickets, eq(tickets.id, possibleMatches.otherTicketId))
    .where(and(eq(possibleMatches.ticketId, ticketId), isNull(possibleMatches.decision)))
    .orderBy(asc(tickets.id))
}

interface Decision {
  decision: 'joined' | 'rejected'
  decidedBy: string
  decidedAt: string
}

/**
 * Writes down that `from` belongs to `into`. What else `from` may have belonged to is decided with it, and what may belong to
 * `from` may belong to `into` now.
 */
export async function decideMatch(
  tx: Queries,
  from: { id: number; programmeId: string },
  into: { id: number },
  decided: Decision,
): Promise<void> {
  await tx
    .insert(possibleMatches)
    .values({
      programmeId: from.programmeId,
      ticketId: from.id,
      otherTicketId: into.id,
      reason: 'Von einem Menschen zugeordnet',
      ...decided,
    })
    .onConflictDoUpdate({ target: [possibleMatches.ticketId, possibleMatches.otherTicketId], set: decided })
  await tx
    .update(possibleMatches)
    .set({ ...decided, decision: 'rejected' })
    .where(
      and(
        eq(possibleMatches.ticketId, from.id),
        ne(possibleMatches.otherTicketId, into.id),
        isNull(possibleMatches.decision),
      ),
    )
  await tx.execute(sql`
    insert into possible_matches (programme_id, ticket_id, other_ticket_id, reason)
    select programme_id, ticket_id, ${into.id}, reason from possible_matches
    where other_ticket_id = ${from.id} and decision is null and ticket_id <> ${into.id}
    on conflict do nothing`)
  await tx
    .update(possibleMatches)
    .set({ ...decided, decision: 'rejected' })
    .where(and(eq(possibleMatches.otherTicketId, from.id), isNull(possibleMatches.decision)))
}

/** false: there is no such match, or it was decided before. */
export async function rejectOpenMatch(
  tx: Queries,
  ticketId: number,
  otherTicketId: number,
  decidedBy: string,
  decidedAt: string,
): Promise<boolean> {
  const rows = await tx
    .update(possibleMatches)
    .set({ decision: 'rejected', decidedBy, decidedAt })
    .where(
      and(
        eq(possibleMatches.ticketId, ticketId),
        eq(possibleMatches.otherTicketId, otherTicketId),
        isNull(possibleMatches.decision),
      ),
    )
    .returning({ ticketId: possibleMatches.ticketId })
  return rows.length > 0
}
