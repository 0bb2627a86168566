import type { Ticket } from '../db/tickets.ts'
import type { Sight } from '../domain/ticket/visibility.ts'
import type { Reply } from '../reply/reply.ts'
import { noSuchTicket, onlyReadersSettle } from '../texts/ticketReplies.ts'
import type { TicketValue } from './arguments/args.ts'
import type { Context, Needs } from './command.ts'
import { sightFor, visibleTicket } from './seen/sight.ts'
import { maySettle } from './ticketActions.ts'

type Both =
  | {
      ticket: Ticket
      other: Ticket
      sight: Exclude<Sight, 'nothing'>
      /** What is said of one of them when it was locked: a letter that came in meanwhile may have raised it. null: nothing against it. */
      refusedNow(ticket: Ticket): Reply | null
    }
  | { refusal: Reply }

/**
 * Two Vorgänge that this person sees, or the answer that says why not. `sight` is the lesser of the two: an answer that names both tells
 * of the protected one by the other.
 */
export async function bothSeen(
  needs: Needs<'db' | 'programme' | 'now'>,
  wanted: { ticket: TicketValue; other: TicketValue },
  context: Context,
  refused: (ticket: Ticket) => Reply | null = () => null,
): Promise<Both> {
  const found = []
  for (const value of [wanted.ticket, wanted.other]) {
    const seen = await visibleTicket(needs, value, context)
    if (!seen) return { refusal: noSuchTicket(value.number) }
    const refusal = refused(seen.ticket)
    if (refusal) return { refusal }
    found.push(seen)
  }
  const [one, two] = found as [(typeof found)[0], (typeof found)[0]]
  const sight = two.sight === 'reduced' ? 'reduced' : one.sight
  const refusedNow = (ticket: Ticket) =>
    sightFor(context, ticket.dataClass) === 'nothing' ? noSuchTicket(ticket.number) : refused(ticket)
  return { ticket: one.ticket, other: two.ticket, sight, refusedNow }
}

/** The same of two about which this person may decide. */
export function bothSettled(
  needs: Needs<'db' | 'programme' | 'now'>,
  wanted: { ticket: TicketValue; other: TicketValue },
  context: Context,
): Promise<Both> {
  return bothSeen(needs, wanted, context, ticket =>
    maySettle(context, ticket) ? null : onlyReadersSettle(ticket.number),
  )
}
