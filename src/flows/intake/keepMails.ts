import type { Temporal } from 'temporal-polyfill'
import type { FetchedMail } from '../../adapters/types.ts'
import type { Database } from '../../db/connect.ts'
import { LeaseLost } from '../../db/leases.ts'
import { type Cursor, moveCursor } from '../../db/mailboxes.ts'
import { storeMails } from '../../db/rawMails.ts'
import { contentHash, letterFingerprint } from '../../domain/mail/fingerprint.ts'
import { dayOf } from '../../domain/time/day.ts'
import type { EnqueueJobs } from '../needs.ts'

/**
 * Keeps mails for good: bytes, delivery, cursor and the job that will handle them, in one transaction. Before it
 * nothing has happened, after it nothing can be lost; the server's mailbox is never changed before.
 * Returns the mails that are to be handled. `isLive` false: an old mail, for which nothing leaves the house. `cursor` null: the source has no place to go on from (archives).
 */
export async function keepMails(
  needs: { db: Database; enqueue: EnqueueJobs; now(): Temporal.Instant; programmeId: string },
  to: {
    mailboxId: string
    uidValidity: bigint
    isLive(uid: number): boolean
    /** Number of the lease under which the mailbox is watched: without it nothing is committed (LeaseLost). */
    fence?: number | null
  },
  mails: FetchedMail[],
  cursor: Cursor | null,
): Promise<{ id: number; raw: Buffer }[]> {
  const now = needs.now()
  const storedAt = now.toString()
  const prepared = mails.map(mail => ({
    uid: mail.uid,
    raw: mail.raw,
    size: mail.size,
    whole: !mail.tooLarge && !mail.unreadable,
    reason: mail.unreadable
      ? 'Der Mailserver gab diesen Brief auch nach mehreren Versuchen nicht heraus.'
      : null,
    live: to.isLive(mail.uid),
    contentHash: contentHash(mail.raw),
    fingerprint: letterFingerprint(mail.raw),
    // The day of the ledger is the day on which we stored it: it cannot be forged and never changes.
    arrivedAt: storedAt,
    day: dayOf(now).toString(),
  }))
  const target = { programmeId: needs.programmeId, mailboxId: to.mailboxId, uidValidity: to.uidValidity }
  return needs.db.transaction(async tx => {
    const fresh = prepared.length > 0 ? await storeMails(tx, target, prepared, storedAt) : []
    if (cursor && !(await moveCursor(tx, needs.programmeId, to.mailboxId, cursor, to.fence)))
      throw new LeaseLost()
    if (fresh.length > 0) await needs.enqueue(tx, 'handleMails', [{ rawMailIds: fresh.map(mail => mail.id) }])
    return fresh
  })
}
