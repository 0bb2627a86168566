import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { and, eq } from '../../db/drizzle.ts'
import { insertRows } from '../../db/insertRows.ts'
import { auditLog, messages, outgoingMails, participants, rawMails, tickets } from '../../db/schema.ts'
import type { Ticket } from '../../db/tickets.ts'
import { acknowledgeTickets } from './acknowledgeTickets.ts'
import { type DecidedMail, nothingWritten, type OpenNeeds, type Written } from './mailInHand.ts'
import { participantsOf } from './openTickets.ts'

/**
 * Makes up for what a doubt about the sender kept back, when the true letter arrives behind its doubted copy: the letter counts as
 * genuine, its people take part, and it is acknowledged if its Vorgang never was. What the letter was taken for stays, because a
 * person may have decided since, and so does a possible match. No Vorgang is locked here: the order of locks is the one of
 * addToTickets.
 */
export async function confirmSenders(
  needs: OpenNeeds,
  tx: Queries,
  decided: DecidedMail[],
  now: Temporal.Instant,
): Promise<Written> {
  const written = nothingWritten()
  for (const { mail, letter, destiny } of decided) {
    if (destiny.kind !== 'duplicate' || destiny.confirms === undefined || !letter) continue
    const ticket = await believe(tx, destiny.confirms)
    // Another delivery proved it meanwhile, or the letter was erased.
    if (!ticket) continue
    const at = now.toString()
    const row = { programmeId: ticket.programmeId, ticketId: ticket.id }
    const people = participantsOf(letter, 'pass', needs.ownAddresses)
    await insertRows(
      tx,
      participants,
      people.map(address => ({ ...row, address })),
      { onConflict: 'skip' },
    )
    await tx.insert(auditLog).values({ ...row, at, actor: 'kla', action: 'absender_bestaetigt', detail: {} })
    if (ticket.state === 'abgeschlossen' || (await wasAcknowledged(tx, ticket))) continue
    const genuine = { ticket, letter, mail, authenticity: 'pass' as const }
    written.outgoingMailIds.push(...(await acknowledgeTickets(needs, tx, [genuine], now)))
  }
  return written
}

/** Marks the letter as genuine; the Vorgang it lies in, or null when it was not in doubt any more. */
async function believe(tx: Queries, rawMailId: number): Promise<Ticket | null> {
  const [row] = await tx
    .select({ ticket: tickets, messageId: messages.id })
    .from(rawMails)
    .innerJoin(messages, and(eq(messages.ticketId, rawMails.ticketId), eq(messages.rawMailId, rawMails.id)))
    .innerJoin(tickets, eq(tickets.id, messages.ticketId))
    .where(eq(rawMails.id, rawMailId))
  if (!row) return null
  const [believed] = await tx
    .update(messages)
    .set({ authenticity: 'pass' })
    .where(and(eq(messages.id, row.messageId), eq(messages.authenticity, 'fail')))
    .returning({ ticketId: messages.ticketId })
  if (!believed) return null
  // A person may have moved it between the two.
  if (believed.ticketId === row.ticket.id) return row.ticket
  const [moved] = await tx.select().from(tickets).where(eq(tickets.id, believed.ticketId))
  return moved ?? null
}

async function wasAcknowledged(tx: Queries, { id }: Ticket): Promise<boolean> {
  const [row] = await tx
    .select({ id: outgoingMails.id })
    .from(outgoingMails)
    .where(and(eq(outgoingMails.ticketId, id), eq(outgoingMails.kind, 'acknowledgement')))
    .limit(1)
  return row !== undefined
}
