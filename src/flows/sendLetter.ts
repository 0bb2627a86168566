import type { Temporal } from 'temporal-polyfill'
import type { LetterOut, LetterSender } from '../adapters/types.ts'
import type { Database } from '../db/connect.ts'
import {
  claimLetter,
  handingOver,
  markUncertainIfAbandoned,
  type OutgoingMail,
  settleLetter,
} from '../db/outgoingMails.ts'
import { insertPosts } from '../db/posts.ts'
import { messages } from '../db/schema.ts'
import { undeliveredNotice } from '../texts/ticketNews.ts'
import { type EnqueueJobs, type PostTargets, TryLater } from './needs.ts'

export interface SendNeeds {
  db: Database
  now(): Temporal.Instant
  instanceId: number
  enqueue: EnqueueJobs
  postTargets: PostTargets
  sender: LetterSender
  /** Letters that this process is sending right now; doubled jobs leave them alone. */
  underWay: Set<number>
  from: { name: string; address: string }
}

/**
 * Sends one letter at most once. Until the end mark is about to be written the letter can be tried again; after
 * that only an answer of the server decides, and without one a person does (state 'uncertain').
 */
export async function sendLetter(needs: SendNeeds, outgoingMailId: number): Promise<void> {
  if (needs.underWay.has(outgoingMailId)) return
  needs.underWay.add(outgoingMailId)
  try {
    await sendOnce(needs, outgoingMailId)
  } finally {
    needs.underWay.delete(outgoingMailId)
  }
}

async function sendOnce(needs: SendNeeds, outgoingMailId: number): Promise<void> {
  const { db, sender, instanceId } = needs
  const mail = await claimLetter(db, outgoingMailId, instanceId)
  if (!mail) {
    await markUncertainIfAbandoned(
      db,
      outgoingMailId,
      instanceId,
      'Das Programm wurde beendet, während der Mailserver den Brief annahm. Ob er ihn hat, ist ungewiss.',
    )
    return
  }
  const result = await sender.send(letterOf(mail, needs.from), async () => {
    if (!(await handingOver(db, mail.id, instanceId))) throw new Error('the letter is in other hands')
  })
  switch (result.kind) {
    case 'sent':
      return settleSent(needs, mail)
    case 'later':
      await settleLetter(db, mail.id, instanceId, { state: 'ready', lastError: result.reason })
      throw new TryLater(result.reason)
    case 'refused':
    case 'uncertain':
      return settleFailed(needs, mail, result)
  }
}

async function settleSent(needs: SendNeeds, mail: OutgoingMail): Promise<void> {
  const sentAt = needs.now().toString()
  await needs.db.transaction(async tx => {
    if (!(await settleLetter(tx, mail.id, needs.instanceId, { state: 'sent', sentAt }))) return
    if (mail.ticketId === null || mail.kind === 'alarm') return
    await tx.insert(messages).values({
      programmeId: mail.programmeId,
      ticketId: mail.ticketId,
      direction: 'out',
      outgoingMailId: mail.id,
      messageId: mail.messageId,
      fromName: needs.from.name,
      fromAddress: needs.from.address,
      subject: mail.subject,
      body: mail.body,
      attachments: [],
      at: sentAt,
    })
  })
}

/** A person decides from here on (kla outbox). An alarm that reached nobody is said in the channel at once. */
async function settleFailed(
  needs: SendNeeds,
  mail: OutgoingMail,
  result: { kind: 'refused' | 'uncertain'; reason: string },
): Promise<void> {
  await needs.db.transaction(async tx => {
    const to = { state: result.kind, lastError: result.reason }
    if (!(await settleLetter(tx, mail.id, needs.instanceId, to)) || mail.kind !== 'alarm') return
    const postIds = await insertPosts(
      tx,
      needs.postTargets('sonst').map(({ platform, channel }) => ({
        programmeId: mail.programmeId,
        key: `undelivered:${mail.id}:${platform}:${channel}`,
        platform,
        channel,
        reply: undeliveredNotice(),
        state: 'ready' as const,
        createdAt: needs.now().toString(),
      })),
    )
    await needs.enqueue(
      tx,
      'postToChat',
      postIds.map(postId => ({ postId })),
      { urgent: true },
    )
  })
}

function letterOf(mail: OutgoingMail, from: { name: string; address: string }): LetterOut {
  return {
    messageId: mail.messageId,
    from,
    to: mail.toAddress,
    subject: mail.subject,
    text: mail.body,
    html: mail.html,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    headers: mail.headers,
    date: mail.createdAt,
  }
}
