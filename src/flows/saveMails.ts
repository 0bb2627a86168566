import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../db/connect.ts'
import { lockUnhandled, type MailOutcome, setOutcomes } from '../db/rawMails.ts'
import { addToTickets } from './addToTickets.ts'
import { announceQuarantine } from './announceQuarantine.ts'
import type { DecidedMail } from './decideMails.ts'
import { storable } from './incomingMessage.ts'
import type { EnqueueJobs } from './needs.ts'
import { type OpenNeeds, openTickets } from './openTickets.ts'

export interface SaveNeeds extends OpenNeeds {
  db: Database
  enqueue: EnqueueJobs
  now(): Temporal.Instant
}

/** An outcome without what is the same for all: the Message-ID comes from the letter. */
export type Result = Omit<MailOutcome, 'messageId'>

/** What a save wrote and what must leave the house because of it. */
export interface Written {
  outcomes: Result[]
  postIds: number[]
  outgoingMailIds: number[]
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
      await openTickets(needs, tx, mine, now),
      await addToTickets(needs, tx, mine, now),
      await announceQuarantine(needs, tx, mine, now),
      { outcomes: plainOutcomes(mine), postIds: [], outgoingMailIds: [] } satisfies Written,
    ]
    const idOf = new Map(mine.map(({ mail, letter }) => [mail.id, letter?.messageId ?? null]))
    const outcomes = written.flatMap(part => part.outcomes)
    await setOutcomes(
      tx,
      outcomes.map(result => ({ ...result, messageId: storable(idOf.get(result.rawMailId) ?? null) })),
      now.toString(),
    )
    await needs.enqueue(
      tx,
      'sendLetter',
      written.flatMap(part => part.outgoingMailIds).map(outgoingMailId => ({ outgoingMailId })),
    )
    await needs.enqueue(
      tx,
      'postToChat',
      written.flatMap(part => part.postIds).map(postId => ({ postId })),
    )
  })
}

function plainOutcomes(decided: DecidedMail[]): Result[] {
  return decided.flatMap(({ mail, destiny }) => {
    if (destiny.kind !== 'automatic' && destiny.kind !== 'duplicate') return []
    const ticketId = destiny.kind === 'duplicate' ? destiny.ticketId : null
    return [{ rawMailId: mail.id, outcome: destiny.kind, reason: destiny.reason, ticketId }]
  })
}
