import type { LetterOut } from '../../adapters/types.ts'
import type { Attachment } from '../../db/attachments.ts'
import type { OutgoingMail } from '../../db/outgoingMails.ts'

/** A row of the outbox as the letter that leaves: the same row gives the same letter, to the server and into the copy. */
export function letterOut(
  mail: OutgoingMail,
  from: { name: string; address: string },
  files: readonly Attachment[],
): LetterOut {
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
    ...(files.length > 0
      ? {
          attachments: files.map(({ name, contentType, bytes }) => ({ name, contentType, content: bytes })),
        }
      : {}),
  }
}
