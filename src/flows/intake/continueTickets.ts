import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { sql } from '../../db/drizzle.ts'
import { addSuccessors } from '../../db/successors.ts'
import type { Ticket } from '../../db/tickets.ts'
import type { OpeningMail, OpenNeeds, Written } from './mailInHand.ts'
import { openAll } from './openTickets.ts'

/**
 * Opens a Vorgang for each of these letters. Where it goes on what was closed, it is written down as the one that does, and
 * whoever took part there takes part here. `successorOf`: closed Vorgang → the new one.
 */
export async function continueTickets(
  needs: OpenNeeds,
  tx: Queries,
  opening: readonly OpeningMail[],
  now: Temporal.Instant,
): Promise<{ written: Written; successorOf: Map<number, Ticket> }> {
  const { opened, written } = await openAll(needs, tx, opening, now)
  const going = opened.flatMap(({ ticket, continues }) => (continues ? [{ ticket, continues }] : []))
  if (going.length > 0) {
    const rows = going.map(({ ticket, continues }) => ({
      programmeId: ticket.programmeId,
      closedTicketId: continues.id,
      ticketId: ticket.id,
    }))
    await addSuccessors(tx, rows)
    await takeParticipants(tx, rows)
  }
  return { written, successorOf: new Map(going.map(({ ticket, continues }) => [continues.id, ticket])) }
}

/** Whoever took part in the one takes part in the other from now on. Returns the addresses that did not before. */
export async function takeParticipants(
  tx: Queries,
  rows: readonly { closedTicketId: number; ticketId: number }[],
): Promise<string[]> {
  const pairs = JSON.stringify(rows.map(row => ({ old: row.closedTicketId, new: row.ticketId })))
  const added = await tx.execute<{ address: string }>(sql`
    insert into participants (programme_id, ticket_id, address)
    select p.programme_id, v.new, p.address
    from jsonb_to_recordset(${pairs}::jsonb) v (old bigint, new bigint) join participants p on p.ticket_id = v.old
    on conflict do nothing returning address`)
  return added.map(({ address }) => address)
}
