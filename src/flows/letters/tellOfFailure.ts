import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import type { OutgoingMail } from '../../db/outgoingMails.ts'
import { undeliveredNotice } from '../../texts/ticketNews.ts'
import type { EnqueueJobs, PostTargets } from '../needs.ts'
import { postNews } from '../posts/postNews.ts'
import { tellAboutAnswer } from './tellAboutAnswer.ts'

/**
 * Says in chat that a letter was refused, or that nobody knows whether it arrived, where waiting for somebody to look into the
 * outbox would be too late: an alarm, and the answer that a person believes to have given.
 */
export async function tellOfFailure(
  needs: { enqueue: EnqueueJobs; postTargets: PostTargets },
  tx: Queries,
  mail: Pick<OutgoingMail, 'id' | 'programmeId' | 'ticketId' | 'kind'>,
  state: 'refused' | 'uncertain',
  now: Temporal.Instant,
): Promise<void> {
  if (mail.kind === 'answer') return tellAboutAnswer(needs, tx, mail, state, now)
  if (mail.kind !== 'alarm') return
  const news = { programmeId: mail.programmeId, key: `undelivered:${mail.id}`, reply: undeliveredNotice() }
  await postNews(needs, tx, needs.postTargets('sonst'), news, now.toString(), { urgent: true })
}
