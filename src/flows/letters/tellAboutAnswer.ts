import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { eq } from '../../db/drizzle.ts'
import type { OutgoingMail } from '../../db/outgoingMails.ts'
import { channelsOfTicket } from '../../db/posts.ts'
import { tickets } from '../../db/schema.ts'
import { sightOf } from '../../domain/ticket/visibility.ts'
import { answerFailedNews } from '../../texts/outgoingNews.ts'
import type { EnqueueJobs, PostTargets } from '../needs.ts'
import { postNews } from '../posts/postNews.ts'

/**
 * Says where the Vorgang was announced, in its thread, that a person's answer did not leave as it should. Of a Vorgang that
 * no channel may know the channel for everything else hears, without its number.
 */
export async function tellAboutAnswer(
  needs: { enqueue: EnqueueJobs; postTargets: PostTargets },
  tx: Queries,
  mail: Pick<OutgoingMail, 'id' | 'programmeId' | 'ticketId'>,
  state: 'held' | 'refused' | 'uncertain',
  now: Temporal.Instant,
): Promise<void> {
  const ticketId = mail.ticketId ?? -1
  const [ticket] = await tx.select().from(tickets).where(eq(tickets.id, ticketId))
  const known = ticket && sightOf('kanal', ticket.dataClass) !== 'nothing' ? ticket : null
  const announced = known ? await channelsOfTicket(tx, known.id) : []
  const places = announced.length > 0 ? announced : needs.postTargets('sonst')
  const news = {
    programmeId: mail.programmeId,
    ticketId: known?.id ?? null,
    key: `answer-${state}:${mail.id}`,
    reply: answerFailedNews(known?.number ?? null, state),
  }
  await postNews(needs, tx, places, news, now.toString())
}
