import type { TicketState } from '../domain/ticket/states.ts'
import type { DataClass } from '../domain/ticket/visibility.ts'
import { anyOf } from './anyOf.ts'
import type { Queries } from './connect.ts'
import { and, asc, eq, or, type SQL } from './drizzle.ts'
import { messages, participants, tickets } from './schema.ts'
import { goesOnIn, successorsOf } from './successors.ts'

/** What thread decisions need to know of a Vorgang. */
export interface ThreadTicket {
  id: number
  number: string
  state: TicketState
  dataClass: DataClass
  participants: Set<string>
}

/** A Vorgang that was closed and goes on in another one is that other one here, whatever it is looked up by. */
export interface ThreadFacts {
  byId: Map<number, ThreadTicket>
  byNumber: Map<string, ThreadTicket>
  /** Message-ID of a letter we have → ids of its Vorgänge, the oldest letter first. */
  byMessageId: Map<string, number[]>
}

/** Loads every Vorgang that one of these letters may belong to; three short queries for a whole batch. */
export async function threadFacts(
  db: Queries,
  programmeId: string,
  cited: { ticketIds: number[]; numbers: string[]; messageIds: string[] },
): Promise<ThreadFacts> {
  const byMessageId = await ticketsOfMessages(db, programmeId, cited.messageIds)
  const ids = [...new Set([...cited.ticketIds, ...[...byMessageId.values()].flat()])]
  const facts: ThreadFacts = { byId: new Map(), byNumber: new Map(), byMessageId }
  if (ids.length === 0 && cited.numbers.length === 0) return facts
  const found = await load(
    db,
    programmeId,
    or(
      ids.length > 0 ? anyOf(tickets.id, ids) : undefined,
      cited.numbers.length > 0 ? anyOf(tickets.number, cited.numbers) : undefined,
    ),
  )
  if (found.length === 0) return facts
  const all = new Map(found.map(ticket => [ticket.id, ticket]))
  const next = await followed(db, programmeId, all)
  for (const ticket of found) {
    const current = goesOnIn(ticket, next, all)
    facts.byId.set(ticket.id, current)
    facts.byId.set(current.id, current)
    facts.byNumber.set(ticket.number, current)
  }
  const people = await db
    .select({ ticketId: participants.ticketId, address: participants.address })
    .from(participants)
    .where(anyOf(participants.ticketId, [...new Set([...facts.byId.values()].map(ticket => ticket.id))]))
  for (const row of people) all.get(row.ticketId)?.participants.add(row.address)
  return facts
}

/** A letter whose sender was forged is cited by nobody in good faith. */
async function ticketsOfMessages(
  db: Queries,
  programmeId: string,
  messageIds: string[],
): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>()
  if (messageIds.length === 0) return found
  const rows = await db
    .select({
      messageId: messages.messageId,
      ticketId: messages.ticketId,
      authenticity: messages.authenticity,
    })
    .from(messages)
    .where(and(eq(messages.programmeId, programmeId), anyOf(messages.messageId, messageIds)))
    .orderBy(asc(messages.id))
  for (const { messageId, ticketId, authenticity } of rows)
    if (messageId && authenticity !== 'fail')
      found.set(messageId, [...(found.get(messageId) ?? []), ticketId])
  return found
}

async function load(db: Queries, programmeId: string, which: SQL | undefined): Promise<ThreadTicket[]> {
  const rows = await db
    .select({ id: tickets.id, number: tickets.number, state: tickets.state, dataClass: tickets.dataClass })
    .from(tickets)
    .where(and(eq(tickets.programmeId, programmeId), which))
  return rows.map(row => ({ ...row, participants: new Set<string>() }))
}

/** Adds to `all` what closed ones go on in. Nothing is asked as long as none is closed. */
async function followed(
  db: Queries,
  programmeId: string,
  all: Map<number, ThreadTicket>,
): Promise<ReadonlyMap<number, number>> {
  const closed = [...all.values()].filter(ticket => ticket.state === 'abgeschlossen').map(ticket => ticket.id)
  const next = await successorsOf(db, closed)
  const missing = [...next.values()].filter(id => !all.has(id))
  if (missing.length > 0)
    for (const ticket of await load(db, programmeId, anyOf(tickets.id, missing))) all.set(ticket.id, ticket)
  return next
}
