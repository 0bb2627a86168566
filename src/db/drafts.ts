import type { Queries } from './connect.ts'
import { and, asc, desc, eq, sql } from './drizzle.ts'
import { drafts, messages, tickets } from './schema.ts'
import type { Ticket } from './tickets.ts'

export type Draft = typeof drafts.$inferSelect

/** A draft with its Vorgang; null when there is none of this programme. */
export async function draftWithTicket(
  db: Queries,
  programmeId: string,
  id: number,
): Promise<{ draft: Draft; ticket: Ticket } | null> {
  const [row] = await db
    .select({ draft: drafts, ticket: tickets })
    .from(drafts)
    .innerJoin(tickets, eq(tickets.id, drafts.ticketId))
    .where(and(eq(drafts.programmeId, programmeId), eq(drafts.id, id)))
  return row ?? null
}

/**
 * The same with both rows locked, the Vorgang first as everywhere: a letter that comes in at this moment is seen or comes
 * after, and of two who send the same draft the second sees what the first did.
 */
export async function lockDraft(
  tx: Queries,
  programmeId: string,
  id: number,
): Promise<{ draft: Draft; ticket: Ticket } | null> {
  const found = await draftWithTicket(tx, programmeId, id)
  if (!found) return null
  const [ticket] = await tx.select().from(tickets).where(eq(tickets.id, found.ticket.id)).for('update')
  const [draft] = await tx.select().from(drafts).where(eq(drafts.id, id)).for('update')
  if (!ticket || !draft) return null
  // Between the look and the lock its Vorgang may have been joined with another.
  return draft.ticketId === ticket.id ? { draft, ticket } : lockDraft(tx, programmeId, id)
}

/** Drafts of a Vorgang that wait for a decision, oldest first. */
export async function openDrafts(db: Queries, ticketId: number): Promise<Draft[]> {
  return db
    .select()
    .from(drafts)
    .where(and(eq(drafts.ticketId, ticketId), eq(drafts.state, 'open')))
    .orderBy(asc(drafts.id))
}

/** Open drafts of a programme with their Vorgänge, oldest first; whoever shows them asks who may see them. */
export async function allOpenDrafts(
  db: Queries,
  programmeId: string,
): Promise<{ draft: Draft; ticket: Ticket }[]> {
  return db
    .select({ draft: drafts, ticket: tickets })
    .from(drafts)
    .innerJoin(tickets, eq(tickets.id, drafts.ticketId))
    .where(and(eq(drafts.programmeId, programmeId), eq(drafts.state, 'open')))
    .orderBy(asc(drafts.id))
}

/** What has come to a Vorgang so far: another value means that a letter or a participant was added or moved. */
export async function comeSoFar(db: Queries, ticketId: number): Promise<string> {
  const [row] = await db.execute<{ seen: string }>(sql`
    select (select count(*) || ':' || coalesce(max(id), 0) from messages
            where ticket_id = ${ticketId} and direction = 'in')
        || ':' || (select count(*) from participants where ticket_id = ${ticketId}) as seen`)
  return row!.seen // a select without from has one row
}

export type TicketMessage = typeof messages.$inferSelect

/** The newest letter that came in; null: the Vorgang has none. */
export async function newestLetter(db: Queries, ticketId: number): Promise<TicketMessage | null> {
  const [row] = await db
    .select()
    .from(messages)
    .where(and(eq(messages.ticketId, ticketId), eq(messages.direction, 'in')))
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(1)
  return row ?? null
}

/** Message-IDs of a Vorgang up to the letter that is answered, which is the last one: References of the answer. */
export async function thread(db: Queries, answered: TicketMessage): Promise<string[]> {
  const rows = await db
    .select({ messageId: messages.messageId })
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, answered.ticketId),
        sql`(${messages.at}, ${messages.id}) <= (${answered.at}::timestamptz, ${answered.id})`,
      ),
    )
    .orderBy(asc(messages.at), asc(messages.id))
  return [...new Set(rows.flatMap(row => (row.messageId ? [row.messageId] : [])))]
}
