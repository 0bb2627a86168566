import type { DataClass } from '../domain/ticket/visibility.ts'
import type { Queries } from './connect.ts'
import { and, asc, eq, isNull, ne, or, sql } from './drizzle.ts'
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

/** Whether it is an open question that one of the two belongs to the other. */
export async function hintBetween(db: Queries, one: number, other: number): Promise<boolean> {
  const { ticketId, otherTicketId, decision } = possibleMatches
  const rows = await db
    .select({ ticketId })
    .from(possibleMatches)
    .where(
      and(
        isNull(decision),
        or(
          and(eq(ticketId, one), eq(otherTicketId, other)),
          and(eq(ticketId, other), eq(otherTicketId, one)),
        ),
      ),
    )
    .limit(1)
  return rows.length > 0
}

/**
 * The Vorgang that a person put this one to, at the end of the chain of such decisions; null: it stands for itself. Closed
 * Vorgänge that only go on elsewhere by the profile's rule are not meant.
 */
export async function joinedInto(db: Queries, ticketId: number): Promise<typeof tickets.$inferSelect | null> {
  const rows = await db.execute<{ id: string }>(sql`
    with recursive chain as (
      select ticket_id, other_ticket_id from possible_matches where ticket_id = ${ticketId} and decision = 'joined'
      union
      select m.ticket_id, m.other_ticket_id from possible_matches m
      join chain c on m.ticket_id = c.other_ticket_id and m.decision = 'joined')
    select other_ticket_id as id from chain
    where not exists (select 1 from chain further where further.ticket_id = chain.other_ticket_id)
    limit 1`)
  if (!rows[0]) return null
  const [ticket] = await db
    .select()
    .from(tickets)
    .where(eq(tickets.id, Number(rows[0].id)))
  return ticket ?? null
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
