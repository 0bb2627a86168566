import type { DataClass } from '../domain/ticket/visibility.ts'
import type { Queries } from './connect.ts'
import { asc, eq } from './drizzle.ts'
import { possibleMatches, tickets } from './schema.ts'

/** A Vorgang that another one may belong to. */
export interface PossibleMatch {
  /** "KA-2024-0003". */
  number: string
  dataClass: DataClass
  /** German, without a word of the letter. */
  reason: string
}

/** The Vorgänge that this one may belong to, in the order of their arrival; whoever shows them asks who may see them. */
export async function possibleMatchesOf(db: Queries, ticketId: number): Promise<PossibleMatch[]> {
  return db
    .select({ number: tickets.number, dataClass: tickets.dataClass, reason: possibleMatches.reason })
    .from(possibleMatches)
    .innerJoin(tickets, eq(tickets.id, possibleMatches.otherTicketId))
    .where(eq(possibleMatches.ticketId, ticketId))
    .orderBy(asc(tickets.id))
}
