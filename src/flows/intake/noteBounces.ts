import type { Temporal } from 'temporal-polyfill'
import { block } from '../../db/blockedAddresses.ts'
import type { Queries } from '../../db/connect.ts'
import { channelsOfTicket, insertPosts } from '../../db/posts.ts'
import { auditLog } from '../../db/schema.ts'
import type { Ticket } from '../../db/tickets.ts'
import { type LetterSent, lettersSent, setUndelivered } from '../../db/undelivered.ts'
import { type DeliveryReport, deliveryReport } from '../../domain/mail/reports/bounce.ts'
import { type Undelivered, undeliveredTo } from '../../domain/mail/reports/undelivered.ts'
import { isOwnLetter } from '../../domain/mail/thread.ts'
import { sightOf } from '../../domain/ticket/visibility.ts'
import { undeliveredNews } from '../../texts/letters/undelivered.ts'
import { undeliveredNotice } from '../../texts/ticketNews.ts'
import { postsIn } from '../posts/postsIn.ts'
import { type DecidedMail, nothingWritten, type OpenNeeds, type Written } from './mailInHand.ts'

/**
 * Notes on our letters what mail servers report of them. A report counts only if it cites a Message-ID that we signed and that
 * one of our letters has; only the address of that very letter can be blocked by it. One about another address, and about no
 * other recipient of it, is put before a person and marks nothing. It never changes the state of a Vorgang.
 * Reports among archives count for nothing.
 */
export async function noteBounces(
  needs: OpenNeeds,
  tx: Queries,
  decided: DecidedMail[],
  now: Temporal.Instant,
): Promise<Written> {
  const written = nothingWritten()
  const reports = decided.flatMap(item => {
    const report = item.mail.live ? reportIn(item) : null
    const ours = report?.citedMessageIds
      .map(id => id.toLowerCase())
      .filter(id => isOwnLetter(needs.secret, needs.programme.id, id))
    return report && ours && ours.length > 0 ? [{ report, ours }] : []
  })
  if (reports.length === 0) return written
  const letters = await lettersSent(
    tx,
    needs.programme.id,
    reports.flatMap(({ ours }) => ours),
  )
  for (const { report, ours } of reports)
    for (const letter of letters.filter(({ mail }) => ours.includes(mail.messageId)))
      await note(needs, tx, letter, report, now, written)
  return written
}

/** With a hint at a child in danger a report opens a Vorgang; it remains a report all the same, unless it is forged. */
function reportIn({ destiny, letter, authenticity }: DecidedMail): DeliveryReport | null {
  if (authenticity === 'fail') return null
  if (destiny.kind === 'automatic') return destiny.report ?? null
  return destiny.kind === 'ticket' && letter ? deliveryReport(letter) : null
}

async function note(
  needs: OpenNeeds,
  tx: Queries,
  { mail, ticket }: LetterSent,
  report: DeliveryReport,
  now: Temporal.Instant,
  written: Written,
): Promise<void> {
  const undelivered = undeliveredTo(mail.toAddress, report)
  // Said already; a delay that comes after the failure is old news.
  if (!undelivered || mail.undeliveredAt !== null) return
  if (undelivered.kind === 'delayed' && mail.undelivered !== null) return
  const at = now.toString()
  const entry = { programmeId: mail.programmeId, at, actor: 'kla', ticketId: mail.ticketId }
  if (undelivered.kind === 'unsure') {
    const postIds = await tell(needs, tx, mail, ticket, undelivered, false, at)
    // Said once, however many of them come.
    if (postIds.length === 0) return
    written.postIds.push(...postIds)
    const detail = { outgoingMailId: mail.id, kind: mail.kind, reason: undelivered.words }
    await tx.insert(auditLog).values({ ...entry, action: 'brief_vielleicht_unzustellbar', detail })
    return
  }
  const failed = undelivered.kind === 'failed'
  await setUndelivered(tx, mail.id, undelivered.words, failed ? at : null)
  // The same report twice in one batch finds it here.
  mail.undelivered = undelivered.words
  mail.undeliveredAt = failed ? at : null
  const blocked = failed && (await blockRecipient(tx, mail, undelivered, at))
  await tx.insert(auditLog).values({
    ...entry,
    action: failed ? 'brief_unzustellbar' : 'brief_verzoegert',
    detail: { outgoingMailId: mail.id, kind: mail.kind, reason: undelivered.words, blocked },
  })
  if (!failed) return
  written.postIds.push(...(await tell(needs, tx, mail, ticket, undelivered, blocked, at)))
}

/** Alarms and notices go inside the authority and must be tried for ever, codes are asked for again; a citizen's address is spared. */
async function blockRecipient(
  tx: Queries,
  mail: LetterSent['mail'],
  { blocks, words }: Undelivered,
  at: string,
): Promise<boolean> {
  if (!blocks || mail.kind === 'alarm' || mail.kind === 'notice' || mail.kind === 'code') return false
  const now = await block(tx, mail.programmeId, [{ address: mail.toAddress, reason: words }], at)
  return now.length > 0
}

async function tell(
  needs: OpenNeeds,
  tx: Queries,
  mail: LetterSent['mail'],
  ticket: Ticket | null,
  { kind, words }: Undelivered,
  blocked: boolean,
  at: string,
): Promise<number[]> {
  // Who asked for the code notices that it does not come, and asks again.
  if (mail.kind === 'code') return []
  const sure = kind !== 'unsure'
  const news = { programmeId: mail.programmeId, key: `bounce:${sure ? '' : 'unsure:'}${mail.id}` }
  // An alarm that reached nobody: said to all, and without the number, because the channel may know of neither.
  if (mail.kind === 'alarm' || mail.kind === 'notice' || !ticket)
    return insertPosts(tx, postsIn(needs.postTargets('sonst'), { ...news, reply: undeliveredNotice() }, at))
  const sight = sightOf('kanal', ticket.dataClass)
  const { number, owner } = ticket
  const important = mail.kind === 'answer'
  const reply = undeliveredNews({ number, owner, words, important, blocked, sure }, sight)
  if (!reply) return []
  const announced = sight === 'nothing' ? [] : await channelsOfTicket(tx, ticket.id)
  const places = announced.length > 0 ? announced : needs.postTargets('sonst')
  const ticketId = sight === 'nothing' ? null : ticket.id
  return insertPosts(tx, postsIn(places, { ...news, ticketId, reply }, at))
}
