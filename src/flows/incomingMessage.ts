import type { UnhandledMail } from '../db/rawMails.ts'
import type { messages } from '../db/schema.ts'
import type { Letter } from '../domain/mail/letter.ts'

/** The row of a letter that came in. */
export function incomingMessage(
  ticket: { id: number; programmeId: string },
  mail: UnhandledMail,
  letter: Letter,
): typeof messages.$inferInsert {
  return {
    programmeId: ticket.programmeId,
    ticketId: ticket.id,
    direction: 'in',
    rawMailId: mail.id,
    messageId: letter.messageId,
    fromName: letter.from.name,
    fromAddress: letter.from.address,
    subject: letter.subject,
    body: letter.newestText,
    attachments: letter.attachments,
    at: mail.storedAt,
  }
}
