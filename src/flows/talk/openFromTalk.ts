import type { Temporal } from 'temporal-polyfill'
import { type ChannelAt, keepChatMessage } from '../../db/chatMessages.ts'
import type { Queries } from '../../db/connect.ts'
import type { Ticket } from '../../db/tickets.ts'
import type { Classification } from '../../domain/classify/labels.ts'
import type { Said } from '../../reply/incoming.ts'
import { alarmAbout } from '../intake/alarmFor.ts'
import { announceTickets } from '../intake/announceTickets.ts'
import { newTickets } from '../intake/newTickets.ts'
import { messageRow, type TalkNeeds } from './talkNeeds.ts'

/**
 * Makes a Vorgang of a message with all that follows: number, audit entry, the number as an answer below the message, announcement, and the
 * alarm where no channel may know of it. One transaction; null: another process was first, and nothing of ours is written. The
 * loser is undone as a whole, so that its number is given back.
 */
export async function openFromTalk(
  needs: TalkNeeds,
  at: ChannelAt,
  said: Said,
  of: { found: Classification; actor: string },
): Promise<Ticket | null> {
  const now = needs.now()
  try {
    return await needs.db.transaction(tx => openIn(needs, tx, at, said, of, now))
  } catch (error) {
    if (error === keptAlready) return null
    throw error
  }
}

/** Undoes the transaction of whoever came second. */
const keptAlready = new Error('another process kept this message')

async function openIn(
  needs: TalkNeeds,
  tx: Queries,
  at: ChannelAt,
  said: Said,
  { found, actor }: { found: Classification; actor: string },
  now: Temporal.Instant,
): Promise<Ticket> {
  const [ticket] = await newTickets(
    needs.programme,
    tx,
    [{ found, continues: null, live: true, source: 'chat', actor }],
    now,
  )
  if (!ticket) throw new Error('one opening gives one ticket')
  if (!(await keepChatMessage(tx, messageRow(at, said, ticket.id)))) throw keptAlready
  const asked = { platform: at.platform, channel: at.channel, thread: said.thread ?? said.address }
  const opened = { ticket, continues: null, destiny: { match: null }, asked }
  const postIds = await announceTickets(needs, tx, [opened], now)
  const alarms = await alarmAbout(needs, tx, [{ ticket, cause: `chat-${ticket.id}` }], now.toString())
  await needs.enqueue(
    tx,
    'sendLetter',
    alarms.map(outgoingMailId => ({ outgoingMailId })),
    { urgent: true },
  )
  await needs.enqueue(
    tx,
    'postToChat',
    postIds.map(postId => ({ postId })),
  )
  return ticket
}
