import type { NewLetter } from '../../db/outgoingMails.ts'
import { threadMessageId } from '../../domain/mail/thread.ts'

/** RFC 3834 section 5: says that it is an answer of a machine; the others keep known machines silent. */
export const answerOfMachine = {
  'Auto-Submitted': 'auto-replied',
  'X-Auto-Response-Suppress': 'All',
  Precedence: 'bulk',
}

interface MachineLetter extends Pick<NewLetter, 'programmeId' | 'kind' | 'key' | 'headers'> {
  /** null: of no Vorgang, but signed all the same: when it comes back it is known as ours. */
  ticketId: number | null
  to: string
  text: { subject: string; text: string; html: string }
  /** Message-ID of the letter that it answers; null or absent: none. */
  answers?: string | null
}

/** A letter that the program writes by itself, ready to be sent. `createdAt` is an ISO instant. */
export function machineLetter(
  ours: { secret: string; domain: string },
  letter: MachineLetter,
  createdAt: string,
): NewLetter {
  const { programmeId, ticketId, kind, key, to, text, answers = null, headers } = letter
  return {
    programmeId,
    ticketId,
    kind,
    key,
    messageId: threadMessageId(ours.secret, programmeId, ticketId ?? 0, key, ours.domain),
    toAddress: to,
    subject: text.subject,
    body: text.text,
    html: text.html,
    inReplyTo: answers,
    references: answers ? [answers] : [],
    headers,
    state: 'ready',
    createdAt,
  }
}
