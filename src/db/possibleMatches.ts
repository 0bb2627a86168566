import type { DataClass } from '../domain/ticket/visibility.ts'
import type { Queries } from './connect.ts'
import { and, asc, eq, isNull, ne, or, sql } from './drizzle.ts'
import { possibleMatches, tickets } from './schema.ts'
import type { MatchesBefore } from './tables/ticketWork.ts'

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

/** To be called before `decideMatch`: what it will change, so that it can be taken back. */
export async function matchesBefore(tx: Queries, fromId: number, intoId: number): Promise<MatchesBefore> {
  const { ticketId, otherTicketId, decision, decidedBy, decidedAt } = possibleMatches
  const rows = await tx
    .select({ ticketId, otherTicketId, decision, decidedBy, decidedAt })
    .from(possibleMatches)
    .where(or(eq(ticketId, fromId), eq(otherTicketId, fromId), eq(otherTicketId, intoId)))
  const isBetween = (row: (typeof rows)[0]) => row.ticketId === fromId && row.otherTicketId === intoId
  const open = rows.filter(
    row => row.decision === null && !isBetween(row) && [row.ticketId, row.otherTicketId].includes(fromId),
  )
  const between = rows.find(isBetween)
  const known = new Set(rows.filter(row => row.otherTicketId === intoId).map(row => row.ticketId))
  return {
    open: open.map(row => ({ ticketId: row.ticketId, otherTicketId: row.otherTicketId })),
    between: between
      ? { decision: between.decision, decidedBy: between.decidedBy, decidedAt: between.decidedAt }
      : null,
    added: open
      .filter(row => row.otherTicketId === fromId && row.ticketId !== intoId && !known.has(row.ticketId))
      .map(row => row.ticketId),
  }
}

/** Takes back what `decideMatch` did. */
export async function restoreMatches(
  tx: Queries,
  fromId: number,
  intoId: number,
  { open, between, added }: MatchesBefore,
): Promise<void> {
  const pair = (one: number, other: number) =>
    and(eq(possibleMatches.ticketId, one), eq(possibleMatches.otherTicketId, other))
  if (between) await tx.update(possibleMatches).set(between).where(pair(fromId, intoId))
  else await tx.delete(possibleMatches).where(pair(fromId, intoId))
  for (const each of open)
    await tx
      .update(possibleMatches)
      .set({ decision: null, decidedBy: null, decidedAt: null })
      .where(pair(each.ticketId, each.otherTicketId))
  for (const id of added)
    await tx.delete(possibleMatches).where(and(pair(id, intoId), isNull(possibleMatches.decision)))
}
