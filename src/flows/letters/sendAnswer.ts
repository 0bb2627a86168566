import type { Temporal } from 'temporal-polyfill'
import { attachToLetter } from '../../db/attachments.ts'
import type { Database, Queries } from '../../db/connect.ts'
import { comeSoFar, type Draft, lockDraft, type TicketMessage, thread } from '../../db/drafts.ts'
import { and, eq } from '../../db/drizzle.ts'
import { insertLetters } from '../../db/outgoingMails.ts'
import { drafts, messages, participants } from '../../db/schema.ts'
import type { Ticket } from '../../db/tickets.ts'
import type { Correspondence } from '../../domain/mail/outgoing/correspondence.ts'
import { threadMessageId } from '../../domain/mail/thread.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { tenderRuns } from '../../domain/programme/tenderPhase.ts'
import { stateAfter } from '../../domain/ticket/states.ts'
import { whyNoAnswer } from '../../domain/ticket/whyNoAnswer.ts'
import { noMailServer } from '../../texts/draftReplies.ts'
import { answerHtml } from '../../texts/letters/answerLetter.ts'
import type { EnqueueJobs } from '../needs.ts'
import { programmeNow } from '../processes/programmeNow.ts'
import { answered, writeChange } from '../tickets/writeChange.ts'

export interface SendAnswerNeeds {
  db: Database
  now(): Temporal.Instant
  enqueue: EnqueueJobs
  programme: Programme
  correspondence: Correspondence | null
}

export type AnswerSent =
  | { kind: 'on-its-way'; ticket: Ticket }
  /** It was sent or dropped before; nothing happens a second time. */
  | { kind: 'settled'; state: 'sent' | 'discarded'; ticket: Ticket }
  /** A letter or participant came since the draft was shown: it is to be looked at and confirmed again. */
  | { kind: 'something-new'; ticket: Ticket }
  | { kind: 'refused'; why: string; ticket: Ticket }
  | { kind: 'no-such-draft' }

/**
 * Sends a draft, once, however often and wherever it is confirmed: draft, letter, its job and the state of the Vorgang change in
 * one transaction. The letter is what the draft showed; the recipient is the one of then.
 */
export async function sendAnswer(
  needs: SendAnswerNeeds,
  draftId: number,
  actor: string,
): Promise<AnswerSent> {
  const { correspondence } = needs
  const at = needs.now().toString()
  return needs.db.transaction(async tx => {
    const programme = await programmeNow(tx, needs.programme)
    const found = await lockDraft(tx, programme.id, draftId)
    if (!found) return { kind: 'no-such-draft' }
    const { draft, ticket } = found
    if (draft.state !== 'open') return { kind: 'settled', state: draft.state, ticket }
    const state = stateAfter(ticket.state, 'antworten')
    const why = whyNoAnswer(ticket, tenderRuns(programme.profile))
    if (why || !state || !correspondence)
      return { kind: 'refused', why: why ?? 'Von hier kann gerade kein Brief verschickt werden.', ticket }
    // A letter that nothing takes would wait unseen, and its Vorgang would count as answered.
    if (!correspondence.mailServer) return { kind: 'refused', why: noMailServer, ticket }
    const seen = await comeSoFar(tx, ticket.id)
    if (seen !== draft.seen) {
      await tx.update(drafts).set({ seen }).where(eq(drafts.id, draft.id))
      return { kind: 'something-new', ticket }
    }
    const outgoingMailId = await writeLetter(tx, draft, correspondence, at)
    await tx.update(drafts).set({ state: 'sent', outgoingMailId }).where(eq(drafts.id, draft.id))
    const change = { state, snoozedUntil: null }
    const entry = { actor, action: answered, at, detail: { draftId: draft.id, outgoingMailId } }
    const { ticket: after } = await writeChange(needs, tx, ticket, change, entry)
    await needs.enqueue(tx, 'sendLetter', [{ outgoingMailId }])
    return { kind: 'on-its-way', ticket: after }
  })
}

async function writeLetter(
  tx: Queries,
  draft: Draft,
  { secret, domain }: Correspondence,
  at: string,
): Promise<number> {
  const { programmeId, ticketId, toAddress } = draft
  const answered = await answeredLetter(tx, draft)
  const key = `answer:${draft.id}`
  const [id] = await insertLetters(tx, [
    {
      programmeId,
      ticketId,
      kind: 'answer',
      key,
      messageId: threadMessageId(secret, programmeId, ticketId, key, domain),
      toAddress,
      subject: draft.subject,
      body: draft.body,
      html: answerHtml(draft.subject, draft.body),
      inReplyTo: answered?.messageId ?? null,
      references: answered ? await thread(tx, answered) : [],
      // A person wrote it: nothing calls it automatic.
      headers: {},
      state: 'ready',
      createdAt: at,
      author: draft.author,
    },
  ])
  if (id === undefined) throw new Error(`draft ${draft.id} became a letter before`)
  await attachToLetter(tx, draft.id, id)
  // Whoever is written to may answer, also from the address that the letter named for it.
  await tx.insert(participants).values({ programmeId, ticketId, address: toAddress }).onConflictDoNothing()
  return id
}

async function answeredLetter(tx: Queries, draft: Draft): Promise<TicketMessage | null> {
  if (draft.answers === null) return null
  const [row] = await tx
    .select()
    .from(messages)
    // It may have been moved to another Vorgang meanwhile; then the new place is said to be looked at first.
    .where(and(eq(messages.id, draft.answers), eq(messages.ticketId, draft.ticketId)))
  return row ?? null
}
