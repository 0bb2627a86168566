import { anyOf } from './anyOf.ts'
import type { Queries } from './connect.ts'
import { and, eq, inArray } from './drizzle.ts'
import type { OutgoingMail } from './outgoingMails.ts'
import { outgoingMails, tickets } from './schema.ts'
import type { Ticket } from './tickets.ts'

/** A letter of ours with the Vorgang it is about; null: it is about none. */
export interface LetterSent {
  mail: OutgoingMail
  ticket: Ticket | null
}

/**
 * The letters with these Message-IDs that may have left the house, locked against a second report. A report can be here before
 * the mail server's own answer was written down, therefore more states than 'sent'. A letter that never left cannot come back.
 */
export async function lettersSent(
  tx: Queries,
  programmeId: string,
  messageIds: readonly string[],
): Promise<LetterSent[]> {
  if (messageIds.length === 0) return []
  const mails = await tx
    .select()
    .from(outgoingMails)
    .where(
      and(
        eq(outgoingMails.programmeId, programmeId),
        anyOf(outgoingMails.messageId, messageIds),
        inArray(outgoingMails.state, ['claimed', 'handing-over', 'sent', 'uncertain']),
      ),
    )
    .orderBy(outgoingMails.id)
    .for('update')
  const ticketIds = mails.flatMap(mail => mail.ticketId ?? [])
  const found =
    ticketIds.length > 0 ? await tx.select().from(tickets).where(anyOf(tickets.id, ticketIds)) : []
  const byId = new Map(found.map(ticket => [ticket.id, ticket]))
  return mails.map(mail => ({ mail, ticket: byId.get(mail.ticketId ?? -1) ?? null }))
}

/** Writes down that a letter did not arrive; `at` null: it is only late. `words` is German. */
export async function setUndelivered(
  tx: Queries,
  id: number,
  words: string,
  at: string | null,
): Promise<void> {
  await tx
    .update(outgoingMails)
    .set({ undelivered: words, undeliveredAt: at })
    .where(eq(outgoingMails.id, id))
}
