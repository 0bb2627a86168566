import { Temporal } from 'temporal-polyfill'
import { draftFiles } from '../../db/attachments.ts'
import { blockedAmong } from '../../db/blockedAddresses.ts'
import { type Draft, draftWithTicket, newestLetter } from '../../db/drafts.ts'
import { auditLog } from '../../db/schema.ts'
import type { Ticket } from '../../db/tickets.ts'
import { recipientOf } from '../../domain/mail/outgoing/answerRecipient.ts'
import { dayOf, germanDayWithWeekday, germanTime } from '../../domain/time/day.ts'
import type { Reply } from '../../reply/reply.ts'
import { draftReply, noMailServer } from '../../texts/draftReplies.ts'
import { isoInstant } from '../../texts/ticketFacts.ts'
import { openIn } from '../../texts/ticketWorkActions.ts'
import type { Context, Needs } from '../command.ts'
import { maySettle } from '../ticketActions.ts'
import { noteRefused } from './refusedLooks.ts'
import { sightFor } from './sight.ts'

/** A draft that this person may decide about here; null: there is none, or it must seem so. */
export async function draftFor(
  needs: Needs<'db' | 'programme' | 'now'>,
  draftId: number,
  context: Context,
): Promise<{ draft: Draft; ticket: Ticket } | null> {
  const found = await draftWithTicket(needs.db, needs.programme.id, draftId)
  if (!found) return null
  if (sightFor(context, found.ticket.dataClass) === 'nothing') {
    await noteRefused(needs, found.ticket, context.person.id)
    return null
  }
  return maySettle(context, found.ticket) ? found : null
}

/** The draft as far as it may be shown here: recipient, subject and text only where the letters themselves may be read, and then the look is in the audit log (D13). */
export async function shownDraft(
  needs: Needs<'db' | 'correspondence' | 'now'> & Partial<Needs<'workplaceUrl'>>,
  { draft, ticket }: { draft: Draft; ticket: Ticket },
  lead: string,
  context: Context,
): Promise<Reply> {
  const letter = await newestLetter(needs.db, ticket.id)
  const answered = letter && letter.id === draft.answers ? Temporal.Instant.from(isoInstant(letter.at)) : null
  const here = sightFor(context, ticket.dataClass) === 'full'
  if (here)
    await needs.db.insert(auditLog).values({
      programmeId: draft.programmeId,
      at: needs.now().toString(),
      actor: context.person.id,
      action: 'entwurf_gelesen',
      ticketId: ticket.id,
      detail: { draftId: draft.id },
    })
  return draftReply(
    {
      id: draft.id,
      ticket: ticket.number,
      letter: here
        ? {
            to: draft.toAddress,
            subject: draft.subject,
            body: draft.body,
            files: await draftFiles(needs.db, draft.id),
          }
        : null,
      answered: answered && `${germanDayWithWeekday(dayOf(answered))}, ${germanTime(answered)} Uhr`,
      notes: await notesOn(needs, draft, letter),
      elsewhere: here ? [] : openIn(needs.workplaceUrl ?? null, ticket.number),
      warning: needs.correspondence?.mailServer ? null : noMailServer,
    },
    lead,
  )
}

/** What must be known before it is sent. */
async function notesOn(
  { db, correspondence }: Needs<'db' | 'correspondence'>,
  draft: Draft,
  letter: Awaited<ReturnType<typeof newestLetter>>,
): Promise<string[]> {
  const to =
    correspondence && letter?.id === draft.answers ? recipientOf(letter, correspondence.ownAddresses) : null
  // A sentence instead of a recipient: today nobody could write this answer, as when the sender turned out to be forged.
  const chosen = typeof to === 'string' ? `Achtung: ${to}` : (to?.note ?? null)
  const handedOn =
    letter?.forwarded && letter.id === draft.answers
      ? 'Der Brief ist weitergeleitet. Die Antwort geht an die Person, die ihn weitergeleitet hat.'
      : null
  const blocked = (await blockedAmong(db, draft.programmeId, [draft.toAddress])).get(
    draft.toAddress.toLowerCase(),
  )
  return [
    chosen,
    handedOn,
    blocked
      ? `Achtung: Briefe an diese Adresse kamen zuletzt nicht an (${blocked.replace(/\.$/, '')}).`
      : null,
  ].filter(note => note !== null)
}
