import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { insertLetters } from '../../db/outgoingMails.ts'
import type { OperatorNews } from '../../texts/proofNews.ts'
import { machineLetter } from '../letters/machineLetter.ts'
import type { EnqueueJobs, Outgoing, PostTargets } from '../needs.ts'
import { postNews } from '../posts/postNews.ts'

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
  const post = { programmeId, key, reply: news.reply }
  await postNews(needs, tx, needs.postTargets('sonst'), post, createdAt)
  const letterIds = outgoing
    ? await insertLetters(
        tx,
        needs.operators.map((to, i) =>
          machineLetter(
            { secret: needs.secret, domain: outgoing.domain },
            {
              programmeId,
              ticketId: null,
              kind: 'notice',
              key: `${key}:${i}`,
              to,
              text: news.letter,
              headers: { 'Auto-Submitted': 'auto-generated' },
            },
            createdAt,
          ),
        ),
      )
    : []
  await needs.enqueue(
    tx,
    'sendLetter',
    letterIds.map(outgoingMailId => ({ outgoingMailId })),
  )
}
