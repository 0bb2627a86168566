import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { insertLetters } from '../../db/outgoingMails.ts'
import { insertPosts } from '../../db/posts.ts'
import { threadMessageId } from '../../domain/mail/thread.ts'
import type { OperatorNews } from '../../texts/proofNews.ts'
import type { EnqueueJobs, Outgoing, PostTargets } from '../needs.ts'

export interface OperatorNeeds {
  enqueue: EnqueueJobs
  programmeId: string
  /** Key of the signed Message-IDs. */
  secret: string
  postTargets: PostTargets
  /** null: this installation sends no letters. */
  outgoing: Pick<Outgoing, 'domain'> | null
  /** KLA_BETRIEB_MAIL; empty: only the channel hears it. */
  operators: readonly string[]
}

/**
 * Says something once to those who run the program: in the channel for everything else and by a letter of kind 'notice', both
 * written in the transaction of their cause. `key` says what may be said once only, e.g. "comparison:…:2024-04-22".
 */
export async function tellOperators(
  needs: OperatorNeeds,
  tx: Queries,
  key: string,
  news: OperatorNews,
  now: Temporal.Instant,
): Promise<void> {
  const { programmeId, outgoing } = needs
  const createdAt = now.toString()
  const postIds = await insertPosts(
    tx,
    needs.postTargets('sonst').map(({ platform, channel }) => ({
      programmeId,
      key: `${key}:${platform}:${channel}`,
      platform,
      channel,
      reply: news.reply,
      state: 'ready' as const,
      createdAt,
    })),
  )
  const letterIds = outgoing
    ? await insertLetters(
        tx,
        needs.operators.map((to, i) => ({
          programmeId,
          ticketId: null,
          kind: 'notice' as const,
          key: `${key}:${i}`,
          // Of no Vorgang, but signed: when it comes back it is known as ours.
          messageId: threadMessageId(needs.secret, programmeId, 0, `${key}:${i}`, outgoing.domain),
          toAddress: to,
          subject: news.letter.subject,
          body: news.letter.text,
          html: news.letter.html,
          inReplyTo: null,
          references: [],
          headers: { 'Auto-Submitted': 'auto-generated' },
          state: 'ready' as const,
          createdAt,
        })),
      )
    : []
  await needs.enqueue(
    tx,
    'postToChat',
    postIds.map(postId => ({ postId })),
  )
  await needs.enqueue(
    tx,
    'sendLetter',
    letterIds.map(outgoingMailId => ({ outgoingMailId })),
  )
}
