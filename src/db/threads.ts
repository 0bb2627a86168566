import type { TicketState } from '../domain/ticket/states.ts'
import type { DataClass } from '../domain/ticket/visibility.ts'
import { anyOf } from './anyOf.ts'
import type { Queries } from './connect.ts'
import { and, eq, or } from './drizzle.ts'
import { messages, participants, tickets } from './schema.ts'

/** What thread decisions need to know of a Vorgang. */
export interface ThreadTicket {
  id: number
  number: string
  state: TicketState
  dataClass: DataClass
  participants: Set<string>
}

export interface ThreadFacts {
  byId: Map<number, ThreadTicket>
  byNumber: Map<string, ThreadTicket>
  /** Message-ID of a letter we have → id of its Vorgang. */
  byMessageId: Map<string, number>
}

/** Loads every Vorgang that one of these letters may belong to; three short queries for a whole batch. */
export async function threadFacts(
  db: Queries,
  programmeId: string,
  cited: { ticketIds: number[]; numbers: string[]; messageIds: string[] },
): Promise<ThreadFacts> {
  const facts: ThreadFacts = { byId: new Map(), byNumber: new Map(), byMessageId: new Map() }
  if (cited.messageIds.length > 0) {
    const rows = await db
      .select({ messageId: messages.messageId, ticketId: messages.ticketId })
      .from(messages)
      .where(and(eq(messages.programmeId, programmeId), anyOf(messages.messageId, cited.messageIds)))
    for (const row of rows) if (row.messageId) facts.byMessageId.set(row.messageId, row.ticketId)
  }
  const ids = [...new Set([...cited.ticketIds, ...facts.byMessageId.values()])]
  if (ids.length === 0 && cited.numbers.length === 0) return facts
  const found = await db
    .select({ id: tickets.id, number: tickets.number, state: tickets.state, dataClass: tickets.dataClass })
    .from(tickets)
    .where(
      and(
        eq(tickets.programmeId, programmeId),
        or(
          ids.length > 0 ? anyOf(tickets.id, ids) : undefined,
          cited.numbers.length > 0 ? anyOf(tickets.number, cited.numbers) : undefined,
        ),
      ),
    )
  for (const row of found) {
    const ticket = { ...row, participants: new Set<string>() }
    facts.byId.set(row.id, ticket)
    facts.byNumber.set(row.number, ticket)
  }
  if (found.length === 0) return facts
  const people = await db
    .select({ ticketId: participants.ticketId, address: participants.address })
    .from(participants)
    .where(anyOf(participants.ticketId, [...facts.byId.keys()]))
  for (const row of people) facts.byId.get(row.ticketId)?.participants.add(row.address)
  return facts
}
