import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../db/connect.ts'
import { asc, eq } from '../db/drizzle.ts'
import { auditLog, messages } from '../db/schema.ts'
import type { Ticket } from '../db/tickets.ts'

export type TicketLetter = typeof messages.$inferSelect

/**
 * The letters of a Vorgang, oldest first, for a person who may read them. The look is written down in the same
 * transaction (D13: who read what): no letter is shown whose look is not in the audit log.
 */
export async function readLetters(
  needs: { db: Database; now(): Temporal.Instant },
  ticket: Pick<Ticket, 'id' | 'programmeId'>,
  actor: string,
): Promise<TicketLetter[]> {
  return needs.db.transaction(async tx => {
    await tx.insert(auditLog).values({
      programmeId: ticket.programmeId,
      at: needs.now().toString(),
      actor,
      action: 'gelesen',
      ticketId: ticket.id,
      detail: {},
    })
    return tx
      .select()
      .from(messages)
      .where(eq(messages.ticketId, ticket.id))
      .orderBy(asc(messages.at), asc(messages.id))
  })
}
