import type { Temporal } from 'temporal-polyfill'
import type { LetterOut, SentCopies } from '../../adapters/types.ts'
import { attachmentsOf } from '../../db/attachments.ts'
import type { Database } from '../../db/connect.ts'
import type { OutgoingMail } from '../../db/outgoingMails.ts'
import { claimCopy, copyInOtherHands, settleCopy } from '../../db/sentCopies.ts'
import { type EnqueueJobs, TryLater } from '../needs.ts'
import { onceAtATime } from '../onceAtATime.ts'
import { letterOut } from './letterOut.ts'

export interface CopyNeeds {
  db: Database
  now(): Temporal.Instant
  instanceId: number
  enqueue: EnqueueJobs
  from: { name: string; address: string }
  copies: SentCopies
  /** The bytes that left; null: such a letter cannot have left. */
  bytesOf(letter: LetterOut): Promise<Buffer | null>
  /** Copies that this process is storing right now; doubled jobs leave them alone. */
  underWay: Set<number>
}

/** A server may still be storing a copy whose answer we did not get; only after so many seconds is it looked for. */
const settlingSeconds = 60

/**
 * Puts the copy of a sent letter into the mailbox, once: before each try it is looked for there. That it fails says nothing
 * about the letter, which is sent and stays so.
 */
export async function storeSentCopy(needs: CopyNeeds, outgoingMailId: number): Promise<void> {
  await onceAtATime(needs.underWay, outgoingMailId, () => storeOnce(needs, outgoingMailId))
}

async function storeOnce(needs: CopyNeeds, outgoingMailId: number): Promise<void> {
  const { db, instanceId } = needs
  const mail = await claimCopy(db, outgoingMailId, instanceId)
  if (!mail) {
    if (await copyInOtherHands(db, outgoingMailId)) throw new TryLater('another process stores this copy')
    return
  }
  try {
    await storeClaimed(needs, mail)
  } catch (error) {
    // Not left in our hands, where no other process could take it up.
    if (!(error instanceof TryLater))
      await settleCopy(db, mail.id, instanceId, { copiedAt: null, reason: failed })
    throw error
  }
}

const failed = 'die Kopie ließ sich nicht ablegen'

async function storeClaimed(needs: CopyNeeds, mail: OutgoingMail): Promise<void> {
  const { db, instanceId } = needs
  const settle = (copiedAt: string | null, reason: string | null) =>
    settleCopy(db, mail.id, instanceId, { copiedAt, reason })
  const bytes = await needs.bytesOf(letterOut(mail, needs.from, await attachmentsOf(db, mail.id)))
  if (bytes === null) return settle(null, 'der Brief lässt sich nicht noch einmal schreiben')
  const sentAt = new Date(mail.sentAt ?? mail.createdAt)
  const result = await needs.copies.store(bytes, mail.messageId, sentAt)
  switch (result.kind) {
    case 'stored':
      return settle(needs.now().toString(), null)
    case 'no-folder':
      return settle(null, null)
    case 'later':
      await settle(null, result.reason)
      throw new TryLater(result.reason)
    case 'uncertain':
      await settle(null, result.reason)
      return needs.enqueue(db, 'storeSentCopy', [{ outgoingMailId: mail.id }], {
        afterSeconds: settlingSeconds,
      })
  }
}
