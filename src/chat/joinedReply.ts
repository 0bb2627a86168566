import { joinedInto } from '../db/possibleMatches.ts'
import type { Ticket } from '../db/tickets.ts'
import { showsAtLeast } from '../domain/ticket/visibility.ts'
import type { Action, Reply } from '../reply/reply.ts'
import { draftSentence } from '../texts/draftReplies.ts'
import { notJoined } from '../texts/ticketReplies.ts'
import type { Context, Needs } from './command.ts'
import { sightFor } from './seen/sight.ts'

/** Where a Vorgang goes on that was put to another one, as far as this place may see both. */
export function whereItGoesOn(
  ticket: Ticket,
  into: Ticket,
  context: Context,
): { sentence: string; actions: Action[] } {
  const seen = [ticket, into].every(({ dataClass }) => showsAtLeast(sightFor(context, dataClass), 'metadata'))
  return seen
    ? {
        sentence: notJoined.goesOn(ticket.number, into.number),
        actions: [{ label: `${into.number} zeigen`, command: `vorgang zeige ${into.number}` }],
      }
    : { sentence: notJoined.goesOnElsewhere, actions: [] }
}

/** The answer to whoever wants to do something with a Vorgang that was put to another one. For the asker alone. */
export function joinedReply(ticket: Ticket, into: Ticket, context: Context): Reply {
  const { sentence, actions } = whereItGoesOn(ticket, into, context)
  return draftSentence(sentence, actions)
}

/** The same, looked up; null: the Vorgang stands for itself. */
export async function joinedReplyFor(
  needs: Needs<'db'>,
  ticket: Ticket,
  context: Context,
): Promise<Reply | null> {
  const into = await joinedInto(needs.db, ticket.id)
  return into && joinedReply(ticket, into, context)
}
