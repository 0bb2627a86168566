import type { Ticket } from '../db/tickets.ts'
import { lesser, type Sight } from '../domain/ticket/visibility.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Action, Reply } from '../reply/reply.ts'
import { ticketFacts, ticketTitle } from '../texts/ticketFacts.ts'
import { ticketReply } from '../texts/ticketReplies.ts'
import { undoAction } from '../texts/ticketWorkActions.ts'
import type { Context, Needs } from './command.ts'
import { sightFor } from './seen/sight.ts'
import { ticketActions } from './ticketActions.ts'

type Seen = Exclude<Sight, 'nothing'>

/** `seen`: what could be seen of it when it was looked up; a letter that came in meanwhile may have raised its protection. */
function seenNow(ticket: Ticket, seen: Seen, context: Context): Seen {
  const now = lesser(seen, sightFor(context, ticket.dataClass))
  return now === 'nothing' ? 'reduced' : now
}

/** A Vorgang after a change, with the sentence that says what happened, as far as this place may see it. */
export function changedReply(
  needs: Needs<'now'>,
  ticket: Ticket,
  seen: Seen,
  lead: string,
  context: Context,
  /** Whether it can be taken back. */
  undoable = true,
): Reply {
  const sight = seenNow(ticket, seen, context)
  const facts = ticketFacts(ticket, sight, dayOf(needs.now())).slice(0, 3)
  const undo = undoable ? [undoAction(ticket.number)] : []
  // Of a protected Vorgang a channel hears its number only, not what became of it.
  if (sight === 'reduced')
    return { ...ticketReply(ticketTitle(ticket, sight), 'Ausgeführt.', [], undo), audience: 'asker' }
  return ticketReply(ticketTitle(ticket, sight), lead, facts, [...ticketActions(context, ticket), ...undo])
}

/** Nothing was changed; the sentence says why. For the asker alone. `offered`: other buttons than those of its state. */
export function unchangedReply(
  ticket: Ticket,
  seen: Seen,
  why: string,
  context: Context,
  offered?: Action[],
): Reply {
  const sight = seenNow(ticket, seen, context)
  const lead = sight === 'reduced' ? 'Hier ist nichts zu tun.' : why
  const actions = sight === 'reduced' ? [] : (offered ?? ticketActions(context, ticket))
  return { ...ticketReply(ticketTitle(ticket, sight), lead, [], actions), audience: 'asker' }
}
