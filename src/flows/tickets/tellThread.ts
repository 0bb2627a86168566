import type { Queries } from '../../db/connect.ts'
import { channelsOfTicket } from '../../db/posts.ts'
import type { Ticket } from '../../db/tickets.ts'
import type { Reply } from '../../reply/reply.ts'
import type { EnqueueJobs } from '../needs.ts'
import { postNews } from '../posts/postNews.ts'

/** Tells the channels in which a Vorgang was announced, below its announcement. `key`: what is said once, "joined:17". */
export async function tellThread(
  needs: { enqueue: EnqueueJobs },
  tx: Queries,
  { id: ticketId, programmeId }: Pick<Ticket, 'id' | 'programmeId'>,
  key: string,
  reply: Reply,
  at: string,
): Promise<void> {
  const places = await channelsOfTicket(tx, ticketId)
  await postNews(needs, tx, places, { programmeId, ticketId, key, reply }, at)
}
