import type { Temporal } from 'temporal-polyfill'
import type { MailboxListener } from '../adapters/types.ts'
import type { Database, Queries } from '../db/connect.ts'
import { mailboxComplete, mailboxFault, mailboxState } from '../db/mailboxes.ts'
import { insertPosts, type NewPost } from '../db/posts.ts'
import { mailboxBackNews, mailboxFaultNews } from '../texts/mailboxNews.ts'
import { keepMails } from './keepMails.ts'
import type { EnqueueJobs, PostTargets } from './needs.ts'

export interface MailboxNeeds {
  db: Database
  enqueue: EnqueueJobs
  now(): Temporal.Instant
  programmeId: string
  postTargets: PostTargets
  /** Told of the mails that were kept, with their bytes. */
  onKept(mails: { id: number; raw: Buffer }[]): void
  log: { info(fields: object, message: string): void; warn(fields: object, message: string): void }
}

/**
 * What happens when a watched mailbox has news: mails are kept, faults are remembered and said once in the channel
 * for everything else, and their end too.
 */
export function mailboxListener(needs: MailboxNeeds, mailboxId: string): MailboxListener {
  const { db, programmeId, log } = needs
  return {
    async cursor() {
      const { uidValidity, lastUid, relistingUpTo } = await mailboxState(db, programmeId, mailboxId)
      return { uidValidity, lastUid, relistingUpTo }
    },
    async keep(mails, cursor) {
      const fresh = await keepMails(
        needs,
        {
          mailboxId,
          uidValidity: cursor.uidValidity,
          // Old mails under new numbers: those that are not known yet are kept, and nobody gets an answer now.
          isLive: uid => cursor.relistingUpTo === null || uid > cursor.relistingUpTo,
        },
        mails,
        cursor,
      )
      needs.onKept(fresh)
      log.info({ mailbox: mailboxId, mails: mails.length, new: fresh.length }, 'Briefe gespeichert')
    },
    async complete() {
      const before = await mailboxState(db, programmeId, mailboxId)
      await mailboxComplete(db, programmeId, mailboxId, needs.now().toString())
      if (before.faultSince === null) return
      log.info({ mailbox: mailboxId }, 'Postfach wieder erreichbar')
      const key = `mailbox-back:${mailboxId}:${before.faultSince}`
      await db.transaction(tx => tell(needs, tx, key, mailboxBackNews()))
    },
    async fault(fault) {
      const at = needs.now()
      await db.transaction(async tx => {
        const since = await mailboxFault(tx, programmeId, mailboxId, fault.sentence, at.toString())
        if (since === null) return
        log.warn({ mailbox: mailboxId, kind: fault.kind }, fault.sentence)
        const key = `mailbox-fault:${mailboxId}:${since}:${fault.kind}`
        await tell(needs, tx, key, mailboxFaultNews(fault.sentence))
      })
    },
  }
}

async function tell(needs: MailboxNeeds, tx: Queries, key: string, reply: NewPost['reply']): Promise<void> {
  const rows = needs.postTargets('sonst').map(({ platform, channel }) => ({
    programmeId: needs.programmeId,
    key: `${key}:${platform}:${channel}`,
    platform,
    channel,
    reply,
    state: 'ready' as const,
    createdAt: needs.now().toString(),
  }))
  const postIds = await insertPosts(tx, rows)
  await needs.enqueue(
    tx,
    'postToChat',
    postIds.map(postId => ({ postId })),
  )
}
