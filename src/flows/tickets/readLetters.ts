import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/connect.ts'
import { asc, eq } from '../../db/drizzle.ts'
import { auditLog, messages, outgoingMails } from '../../db/schema.ts'
import type { Ticket } from '../../db/tickets.ts'

/** `outgoing`: what is known of a letter of ours, null for those that came in. */
export type TicketLetter = typeof messages.$inferSelect & {
  outgoing: Pick<typeof outgoingMails.$inferSelect, 'kind' | 'toAddress' | 'undelivered'> | null
}

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
    const { kind, toAddress, undelivered } = outgoingMails
    const rows = await tx
      .select({ message: messages, outgoing: { kind, toAddress, undelivered } })
      .from(messages)
      .leftJoin(outgoingMails, eq(outgoingMails.id, messages.outgoingMailId))
      .where(eq(messages.ticketId, ticket.id))
      .orderBy(asc(messages.at), asc(messages.id))
    return rows.map(({ message, outgoing }) => ({ ...message, outgoing }))
  })
}
