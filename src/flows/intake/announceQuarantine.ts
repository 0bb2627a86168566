import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { insertPosts, type NewPost } from '../../db/posts.ts'
import { quarantineNews } from '../../texts/ticketNews.ts'
import { postsIn } from '../posts/postsIn.ts'
import { type DecidedMail, nothingWritten, type OpenNeeds, type Written } from './mailInHand.ts'

/** Puts mails aside that cannot be handled, and tells a person: the channel for everything else. */
export async function announceQuarantine(
  needs: OpenNeeds,
  tx: Queries,
  decided: DecidedMail[],
  now: Temporal.Instant,
): Promise<Written> {
  const written = nothingWritten()
  const rows: NewPost[] = []
  for (const { mail, destiny } of decided) {
    if (destiny.kind !== 'quarantined') continue
    written.outcomes.push({
      rawMailId: mail.id,
      outcome: 'quarantined',
      reason: destiny.reason,
      ticketId: null,
    })
    if (!mail.live) continue
    const reply = quarantineNews(mail.id, destiny.reason)
    const news = { programmeId: needs.programme.id, key: `quarantine:${mail.id}`, reply }
    rows.push(...postsIn(needs.postTargets('sonst'), news, now.toString()))
  }
  written.postIds = await insertPosts(tx, rows)
  return written
}
