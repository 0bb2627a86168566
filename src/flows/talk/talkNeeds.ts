import type { Temporal } from 'temporal-polyfill'
import type { ChannelAt, NewChatMessage } from '../../db/chatMessages.ts'
import type { Database } from '../../db/connect.ts'
import type { Ticket } from '../../db/tickets.ts'
import { sightOf } from '../../domain/ticket/visibility.ts'
import type { Said } from '../../reply/incoming.ts'
import type { OpenNeeds } from '../intake/mailInHand.ts'
import type { EnqueueJobs } from '../needs.ts'

/** What the taking in of chat messages needs. */
export interface TalkNeeds
  extends Pick<OpenNeeds, 'programme' | 'secret' | 'outgoing' | 'postTargets' | 'workplaceUrl'> {
  db: Database
  enqueue: EnqueueJobs
  now(): Temporal.Instant
}

/** Where a message stands. */
export interface TalkPlace {
  /** Name of the platform's folder. */
  platform: string
  /** Every new question in this channel becomes a Vorgang. */
  intake: boolean
}

export function channelOf(
  { programme }: Pick<TalkNeeds, 'programme'>,
  { platform }: Pick<TalkPlace, 'platform'>,
  { channel }: Said,
): ChannelAt {
  return { programmeId: programme.id, platform, channel }
}

/** The row of a message. */
export function messageRow(at: ChannelAt, said: Said, ticketId: number): NewChatMessage {
  const { address, thread, author, text, files } = said
  return {
    ...at,
    ticketId,
    address,
    thread,
    authorId: author.id,
    authorName: author.name,
    text,
    files,
    at: said.at,
  }
}

/** The number, where a channel may know of it. */
export function numberFor(ticket: Pick<Ticket, 'number' | 'dataClass'>): string | null {
  return sightOf('kanal', ticket.dataClass) === 'nothing' ? null : ticket.number
}
