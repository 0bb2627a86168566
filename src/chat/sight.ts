import { type Ticket, ticketByNumber } from '../db/tickets.ts'
import { type DataClass, type Sight, sightIn } from '../domain/ticket/visibility.ts'
import type { TicketValue } from './args.ts'
import type { Context, Needs } from './command.ts'

/** Platforms that run outside the house. What is said there leaves the authority, also in a direct message. */
const cloud: ReadonlySet<Context['place']['platform']> = new Set(['slack', 'teams'])

/** What may be shown to this person in this place. Content never goes through a cloud (D06–D08). */
export function sightFor(context: Context, dataClass: DataClass): Sight {
  const sight = sightIn(context.viewer, dataClass)
  return sight === 'full' && cloud.has(context.place.platform) ? 'metadata' : sight
}

/** The Vorgang with what may be shown of it here; null when it does not exist or must seem not to. */
export async function visibleTicket(
  needs: Needs<'db' | 'programme'>,
  wanted: TicketValue,
  context: Context,
): Promise<{ ticket: Ticket; sight: Exclude<Sight, 'nothing'> } | null> {
  const ticket = await ticketByNumber(needs.db, needs.programme.id, wanted)
  if (!ticket) return null
  const sight = sightFor(context, ticket.dataClass)
  return sight === 'nothing' ? null : { ticket, sight }
}
