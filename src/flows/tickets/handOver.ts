import { mayReceive, type Receiver } from '../../domain/ticket/receivers.ts'
import { handoverNews } from '../../texts/ticketNews.ts'
import { toldInChannels } from '../intake/announceTickets.ts'
import { type ChangeResult, type ChangeTicketNeeds, changeTicket } from './changeTicket.ts'
import { tellThread } from './tellThread.ts'

/** Gives a Vorgang to another function, with the reason; its thread in the channels hears of it, without the reason. */
export async function handOver(
  needs: ChangeTicketNeeds,
  ticketId: number,
  receiver: Receiver,
  reason: string,
  actor: { id: string; name: string },
): Promise<ChangeResult> {
  return changeTicket(
    needs,
    ticketId,
    { action: 'abgeben', owner: receiver.name, outside: receiver.outside, reason },
    actor,
    {
      // A letter that came in meanwhile may have raised its protection.
      stands: ticket => mayReceive(receiver, ticket.dataClass),
      alongside: async (tx, ticket, changeId, at) => {
        if (toldInChannels(ticket))
          await tellThread(needs, tx, ticket, `handover:${changeId}`, handoverNews(ticket), at)
      },
    },
  )
}
