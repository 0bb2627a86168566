import { type OtherTicket, type PossibleMatch, possibleMatchesOf } from '../db/possibleMatches.ts'
import { linkedTickets } from '../db/successors.ts'
import { linksOf } from '../db/ticketLinks.ts'
import type { Ticket } from '../db/tickets.ts'
import { type Sight, showsAtLeast } from '../domain/ticket/visibility.ts'
import type { Action, Block } from '../reply/reply.ts'
import { linkFacts, matchActions, matchBlocks } from '../texts/ticketReplies.ts'
import type { Context, Needs } from './command.ts'
import { sightFor } from './seen/sight.ts'
import { maySettle } from './ticketActions.ts'

/** What is shown of the other Vorgänge that one has to do with. */
export interface TicketLinks {
  facts: { label: string; value: string }[]
  blocks: Block[]
  actions: Action[]
}

/** More possible matches than this are no help. */
const mostMatches = 3

/**
 * Only where both may be seen with more than their number: whoever sees the one in full would otherwise learn from it
 * what the other is about.
 */
export async function linksSeen(
  needs: Needs<'db'>,
  ticket: Ticket,
  sight: Sight,
  context: Context,
): Promise<TicketLinks> {
  if (sight === 'reduced' || sight === 'nothing') return { facts: [], blocks: [], actions: [] }
  const seen = ({ dataClass }: OtherTicket) => showsAtLeast(sightFor(context, dataClass), 'metadata')
  const [possible, { goesOnIn, before }, linked] = await Promise.all([
    possibleMatchesOf(needs.db, ticket.id),
    linkedTickets(needs.db, ticket.id),
    linksOf(needs.db, ticket.id),
  ])
  const matches: PossibleMatch[] = possible.filter(seen).slice(0, mostMatches)
  const first = matches.find(match => maySettle(context, match) && maySettle(context, ticket))
  return {
    facts: linkFacts(
      goesOnIn && seen(goesOnIn) ? goesOnIn.number : null,
      before.filter(seen).map(({ number }) => number),
      linked.filter(seen).map(({ number }) => number),
    ),
    blocks: matchBlocks(matches),
    actions: first ? matchActions(ticket.number, first.number) : [],
  }
}
