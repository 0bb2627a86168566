import type { UnhandledMail } from '../db/rawMails.ts'
import type { messages } from '../db/schema.ts'
import type { Letter } from '../domain/mail/letter.ts'

/** PostgreSQL's text cannot hold U+0000; hostile mail does. */
export function storable<Text extends string | null>(text: Text): Text {
  return (text === null ? null : text.replaceAll('\u0000', '\uFFFD')) as Text
}

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
    fromName: storable(letter.from.name),
    fromAddress: storable(letter.from.address),
    subject: storable(letter.subject),
    body: storable(letter.newestText),
    attachments: letter.attachments.map(info => ({ ...info, name: storable(info.name) })),
    at: mail.storedAt,
  }
}
