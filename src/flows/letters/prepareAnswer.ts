import type { Temporal } from 'temporal-polyfill'
import { type Attachment, attachToDraft } from '../../db/attachments.ts'
import type { Database } from '../../db/connect.ts'
import { comeSoFar, newestLetter, type TicketMessage } from '../../db/drafts.ts'
import { eq } from '../../db/drizzle.ts'
import { storable } from '../../db/insertRows.ts'
import { auditLog, drafts, tickets } from '../../db/schema.ts'
import type { Ticket } from '../../db/tickets.ts'
import { recipientOf } from '../../domain/mail/outgoing/answerRecipient.ts'
import { answerSubject } from '../../domain/mail/outgoing/answerSubject.ts'
import { whyNotAttachable } from '../../domain/mail/outgoing/attachmentLimits.ts'
import type { Correspondence } from '../../domain/mail/outgoing/correspondence.ts'
import { longestLetter, typedLetter } from '../../domain/mail/outgoing/typedLetter.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { tenderRuns } from '../../domain/programme/tenderPhase.ts'
import type { DataClass } from '../../domain/ticket/visibility.ts'
import { whyNoAnswer } from '../../domain/ticket/whyNoAnswer.ts'
import { answerText } from '../../texts/letters/answerLetter.ts'
import { programmeNow } from '../processes/programmeNow.ts'

export interface AnswerNeeds {
  db: Database
  now(): Temporal.Instant
  programme: Programme
  correspondence: Correspondence | null
}

export interface TypedAnswer {
  /** As typed; the closing lines are added. */
  text: string
  /** Below it, what is answered. */
  quoteOriginal?: boolean
  files?: readonly Attachment[]
}

/** `why` is one German sentence. */
export type Prepared = { kind: 'prepared'; draftId: number } | { kind: 'refused'; why: string }

/** Letters of these are not repeated in a subject or quoted: mail is read on locked screens and by whole families. */
const discreet: readonly DataClass[] = ['einzelfall', 'antrag_verdacht', 'kindeswohl']

const noSender =
  'Diese Einrichtung verschickt keine Briefe: Es ist kein Absender eingestellt (KLA_MAIL_FROM).'

/**
 * Makes a draft of what a person typed. Recipient, subject and text are frozen here: what the draft shows is what leaves, whatever
 * changes in the Vorgang meanwhile. Nothing leaves yet.
 */
export async function prepareAnswer(
  needs: AnswerNeeds,
  ticketId: number,
  typed: TypedAnswer,
  author: string,
): Promise<Prepared> {
  const { correspondence } = needs
  const programme = await programmeNow(needs.db, needs.programme)
  const text = storable(typedLetter(typed.text))
  const files = typed.files ?? []
  const fault = whyNotTyped(text) ?? whyNotAttachable(files)
  if (fault) return { kind: 'refused', why: fault }
  if (!correspondence) return { kind: 'refused', why: noSender }
  const at = needs.now().toString()
  return needs.db.transaction(async tx => {
    const [ticket] = await tx.select().from(tickets).where(eq(tickets.id, ticketId)).for('update')
    if (!ticket) throw new Error(`no ticket with id ${ticketId}`)
    const letter = await newestLetter(tx, ticketId)
    const to =
      whyNoAnswer(ticket, tenderRuns(programme.profile)) ?? recipientOf(letter, correspondence.ownAddresses)
    if (typeof to === 'string') return { kind: 'refused', why: to }
    const [draft] = await tx
      .insert(drafts)
      .values({
        programmeId: ticket.programmeId,
        ticketId,
        author,
        toAddress: to.address,
        ...written(programme, ticket, letter, text, typed.quoteOriginal === true),
        answers: letter?.id ?? null,
        seen: await comeSoFar(tx, ticketId),
        state: 'open',
        createdAt: at,
      })
      .returning()
    await attachToDraft(tx, draft!, files)
    await tx.insert(auditLog).values({
      programmeId: ticket.programmeId,
      at,
      actor: author,
      action: 'antwort_entworfen',
      ticketId,
      detail: { draftId: draft!.id, files: files.length },
    })
    return { kind: 'prepared', draftId: draft!.id }
  })
}

function whyNotTyped(text: string): string | null {
  if (text.replace(/[\s\p{Cf}]/gu, '') === '') return 'Der Text der Antwort fehlt.'
  if (text.length > longestLetter)
    return `Die Antwort hat ${text.length} Zeichen; möglich sind ${longestLetter}. Bitte kürzen Sie sie oder hängen Sie eine Datei an.`
  return null
}

function written(
  { profile }: Programme,
  ticket: Ticket,
  letter: TicketMessage | null,
  text: string,
  wanted: boolean,
): { subject: string; body: string; quoteOriginal: boolean } {
  const protectedLetter = discreet.includes(ticket.dataClass)
  const quoteOriginal = wanted && letter !== null && !protectedLetter
  const subject = protectedLetter ? null : (letter?.subject ?? null)
  return {
    subject: answerSubject(subject, ticket.number, profile.nummern_praefix),
    body: answerText(profile, ticket.number, text, quoteOriginal ? letter : null),
    quoteOriginal,
  }
}
