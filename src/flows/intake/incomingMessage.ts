import type { UnhandledMail } from '../../db/rawMails.ts'
import type { messages } from '../../db/schema.ts'
import type { Letter } from '../../domain/mail/letter.ts'
import type { Authenticity } from '../../domain/mail/sender/authenticity.ts'
import { encryptedLetter } from '../../texts/letters/attachmentTexts.ts'

/** The row of a letter that came in. */
export function incomingMessage(
  ticket: { id: number; programmeId: string },
  mail: UnhandledMail,
  letter: Letter,
  authenticity: Authenticity | null,
): typeof messages.$inferInsert {
  return {
    programmeId: ticket.programmeId,
    ticketId: ticket.id,
    direction: 'in',
    rawMailId: mail.id,
    messageId: letter.messageId,
    fromName: letter.from.name,
    fromAddress: letter.from.address,
    replyTo: wantedElsewhere(letter),
    subject: letter.subject,
    body: bodyOf(letter),
    quotedLines: filledLines(letter.quotedText),
    attachments: letter.attachments,
    at: mail.storedAt,
    authenticity,
    forwarded: letter.forwarded ?? null,
  }
}

/** Of an encrypted letter what can be read, below the words that it is one. */
function bodyOf({ newestText, protection }: Letter): string {
  if (protection !== 'encrypted') return newestText
  return [encryptedLetter, newestText].filter(text => text !== '').join('\n\n')
}

function filledLines(text: string): number {
  return text.split('\n').filter(line => line.trim() !== '').length
}

/** The one other address that wants the answer; several leave it to a person, who knows them. */
function wantedElsewhere({ from, replyTo }: Letter): string | null {
  const others = [...new Set(replyTo.map(({ address }) => address))].filter(address => address !== '')
  return others.length === 1 && others[0] !== from.address ? others[0]! : null
}
