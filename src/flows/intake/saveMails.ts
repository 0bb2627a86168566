import type { Temporal } from 'temporal-polyfill'
import type { Database, Queries } from '../../db/connect.ts'
import { lockUnhandled, setOutcomes } from '../../db/rawMails.ts'
import type { EnqueueJobs } from '../needs.ts'
import { addToTickets } from './addToTickets.ts'
import { announceQuarantine } from './announceQuarantine.ts'
import { confirmSenders } from './confirmSenders.ts'
import { holdAttachments } from './holdAttachments.ts'
import { type DecidedMail, nothingWritten, type Written } from './mailInHand.ts'
import { noteBounces } from './noteBounces.ts'
import { openTickets } from './openTickets.ts'
import { type TooLargeNeeds, tellTooLarge } from './tellTooLarge.ts'

export interface SaveNeeds extends TooLargeNeeds {
  db: Database
  enqueue: EnqueueJobs
  now(): Temporal.Instant
  /** A virus scanner is set up: it sees attachments before anybody opens them. */
  scanning?: boolean
}

/**
 * Writes the decisions in one transaction: Vorgänge, letters, audit entries, outcomes and the jobs that announce and
 * acknowledge. A mail that another worker finished meanwhile is left out.
 */
export async function saveMails(needs: SaveNeeds, decided: DecidedMail[]): Promise<void> {
  const now = needs.now()
  await needs.db.transaction(async tx => {
    const free = await lockUnhandled(
      tx,
      decided.map(item => item.mail.id),
    )
    const mine = decided.filter(item => free.has(item.mail.id))
    const written = [
      // Letters of ours are locked before Vorgänge, everywhere.
      await noteBounces(needs, tx, mine, now),
      // Vorgänge are locked before the counter of numbers, everywhere.
      ...(await addToTickets(needs, tx, mine, now)),
      await openTickets(needs, tx, mine, now),
      await announceQuarantine(needs, tx, mine, now),
      await tellTooLarge(needs, tx, mine, now),
      await confirmSenders(needs, tx, mine, now),
      withoutTicket(mine),
    ]
    const idOf = new Map(mine.map(({ mail, letter }) => [mail.id, letter?.messageId ?? null]))
    await setOutcomes(
      tx,
      written
        .flatMap(part => part.outcomes)
        .map(result => ({ ...result, messageId: idOf.get(result.rawMailId) ?? null })),
      now.toString(),
    )
    await holdAttachments(needs, tx, mine)
    await enqueueAll(needs.enqueue, tx, written)
  })
}

async function enqueueAll(enqueue: EnqueueJobs, tx: Queries, written: Written[]): Promise<void> {
  const letters = (ids: number[]) => ids.map(outgoingMailId => ({ outgoingMailId }))
  const posts = (ids: number[]) => ids.map(postId => ({ postId }))
  await enqueue(tx, 'sendLetter', letters(written.flatMap(part => part.alarmIds)), { urgent: true })
  await enqueue(tx, 'sendLetter', letters(written.flatMap(part => part.outgoingMailIds)))
  await enqueue(tx, 'refreshPost', posts(written.flatMap(part => part.stalePostIds)))
  await enqueue(tx, 'postToChat', posts(written.flatMap(part => part.postIds)))
}

/** Automatic mail and duplicates are kept and counted, nothing else. */
function withoutTicket(decided: DecidedMail[]): Written {
  const written = nothingWritten()
  for (const { mail, destiny } of decided) {
    if (destiny.kind !== 'automatic' && destiny.kind !== 'duplicate') continue
    const ticketId = destiny.kind === 'duplicate' ? destiny.ticketId : null
    written.outcomes.push({ rawMailId: mail.id, outcome: destiny.kind, reason: destiny.reason, ticketId })
  }
  return written
}
