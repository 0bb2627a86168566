import type { Temporal } from 'temporal-polyfill'
import type { MailboxListener } from '../../adapters/types.ts'
import type { Database, Queries } from '../../db/connect.ts'
import { LeaseLost, stillHeld } from '../../db/leases.ts'
import {
  type Mailbox,
  mailboxComplete,
  mailboxFault,
  mailboxState,
  unknownWhenRelisted,
  wholeUids,
} from '../../db/mailboxes.ts'
import type { NewPost } from '../../db/posts.ts'
import { mailboxBackNews, mailboxFaultNews, relistedNews } from '../../texts/mailboxNews.ts'
import type { EnqueueJobs, PostTargets } from '../needs.ts'
import { postNews } from '../posts/postNews.ts'
import { keepMails } from './keepMails.ts'

export interface MailboxNeeds {
  db: Database
  enqueue: EnqueueJobs
  now(): Temporal.Instant
  programmeId: string
  postTargets: PostTargets
  /** Told of the mails that were kept, with their bytes. */
  onKept(mails: { id: number; raw: Buffer }[]): Promise<void>
  log: { info(fields: object, message: string): void; warn(fields: object, message: string): void }
}

/**
 * What happens when a watched mailbox has news: mails are kept, faults are remembered and said once in the channel
 * for everything else, and their end too. `fence` is the number of the lease under which it is watched: who lost it without
 * knowing writes nothing.
 */
export function mailboxListener(
  needs: MailboxNeeds,
  { mailboxId, label }: { mailboxId: string; label: string },
  fence: number | null = null,
): MailboxListener {
  const { db, programmeId, log } = needs
  const place = (uidValidity: bigint) => ({ programmeId, mailboxId, uidValidity })
  let toldRelisting: bigint | null = null

  async function underLease<T>(tx: Queries, write: () => Promise<T>): Promise<T> {
    if (fence !== null && !(await stillHeld(tx, fence))) throw new LeaseLost()
    return write()
  }

  /** Once for each change of UIDVALIDITY, when all is listed: what nobody was told of, because it might be old. */
  async function tellRelisting({ uidValidity, relistingUpTo }: Mailbox): Promise<void> {
    if (uidValidity === null || relistingUpTo === null || toldRelisting === uidValidity) return
    const unknown = await unknownWhenRelisted(db, place(uidValidity), relistingUpTo)
    if (unknown > 0) {
      const key = `mailbox-relisted:${mailboxId}:${uidValidity}`
      await db.transaction(tx => tell(needs, tx, key, relistedNews(label, unknown)))
    }
    toldRelisting = uidValidity
  }

  const listener: MailboxListener = {
    async cursor() {
      const state = await mailboxState(db, programmeId, mailboxId, needs.now().toString())
      const { uidValidity, lastUid, relistingUpTo, begunAt } = state
      return { uidValidity, lastUid, relistingUpTo, begunAt }
    },
    async keep(mails, cursor) {
      const fresh = await keepMails(
        needs,
        {
          mailboxId,
          uidValidity: cursor.uidValidity,
          // Old mails under new numbers: those that are not known yet are kept, and nobody gets an answer now.
          isLive: uid => cursor.relistingUpTo === null || uid > cursor.relistingUpTo,
          fence,
        },
        mails,
        cursor,
      )
      await needs.onKept(fresh)
      log.info({ mailbox: label, mails: mails.length, new: fresh.length }, 'Briefe gespeichert')
    },
    stored: (uidValidity, uids) => wholeUids(db, place(uidValidity), uids),
    async complete(still) {
      const before = await mailboxState(db, programmeId, mailboxId)
      const at = needs.now().toString()
      await db.transaction(tx =>
        underLease(tx, () => mailboxComplete(tx, programmeId, mailboxId, at, still ? 'stays' : 'over')),
      )
      await tellRelisting(before)
      if (still) return listener.fault(still)
      if (before.faultSince === null) return
      log.info({ mailbox: label }, 'Postfach wieder erreichbar')
      // While an alarm stands, its end is said by those who raised it (alarmOverdueMailboxes).
      if (before.alarmSince !== null) return
      const key = `mailbox-back:${mailboxId}:${before.faultSince}`
      await db.transaction(tx => tell(needs, tx, key, mailboxBackNews(label)))
    },
    async fault(fault) {
      const at = needs.now()
      await db.transaction(tx =>
        underLease(tx, async () => {
          const since = await mailboxFault(tx, programmeId, mailboxId, fault.sentence, at.toString())
          if (since === null) return
          log.warn({ mailbox: label, kind: fault.kind }, fault.sentence)
          const key = `mailbox-fault:${mailboxId}:${since}:${fault.kind}`
          await tell(needs, tx, key, mailboxFaultNews(fault.sentence, label))
        }),
      )
    },
  }
  return listener
}

async function tell(needs: MailboxNeeds, tx: Queries, key: string, reply: NewPost['reply']): Promise<void> {
  const news = { programmeId: needs.programmeId, key, reply }
  await postNews(needs, tx, needs.postTargets('sonst'), news, needs.now().toString())
}
