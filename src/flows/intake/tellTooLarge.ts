import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { insertLetters, type NewLetter } from '../../db/outgoingMails.ts'
import { mayAcknowledge } from '../../domain/mail/outgoing/acknowledgement.ts'
import { authenticityByHeaders } from '../../domain/mail/sender/authenticity.ts'
import { isOwnLetter } from '../../domain/mail/thread.ts'
import { dayOf } from '../../domain/time/day.ts'
import { tooLargeFeedback } from '../../texts/letters/tooLargeFeedback.ts'
import { answerOfMachine, machineLetter } from '../letters/machineLetter.ts'
import {
  type DecidedMail,
  nothingWritten,
  type OpenNeeds,
  type SenderChecks,
  type Written,
} from './mailInHand.ts'

export interface TooLargeNeeds extends OpenNeeds {
  senders?: SenderChecks
  /** Larger mails stay on the server. */
  maxMailBytes: number
}

/**
 * Tells who sent a mail over the limit that it was not taken in, because nobody else would: once a day and address, and only
 * where an acknowledgement could go too (RFC 3834). Of the mail nothing but its head is here.
 */
export async function tellTooLarge(
  needs: TooLargeNeeds,
  tx: Queries,
  decided: DecidedMail[],
  now: Temporal.Instant,
): Promise<Written> {
  const { outgoing, programme, secret, ownAddresses } = needs
  if (!outgoing) return nothingWritten()
  const today = dayOf(now)
  const rows: NewLetter[] = []
  for (const { mail, head } of decided) {
    if (!head) continue
    const may = mayAcknowledge(head, {
      live: mail.live,
      ownAddresses,
      isOurs: id => isOwnLetter(secret, programme.id, id),
      authenticity: needs.senders ? authenticityByHeaders(head, needs.senders.own) : null,
    })
    if (!may.yes) continue
    const key = `feedback:${may.to}:${today}`
    const text = tooLargeFeedback(programme.profile, needs.maxMailBytes)
    rows.push(
      machineLetter(
        { secret, domain: outgoing.domain },
        {
          programmeId: programme.id,
          ticketId: null,
          kind: 'feedback',
          key,
          to: may.to,
          text,
          answers: head.messageId,
          headers: answerOfMachine,
        },
        now.toString(),
      ),
    )
  }
  // Several from one address in this transaction are one letter too.
  const once = [...new Map(rows.map(row => [row.key, row])).values()]
  return { ...nothingWritten(), outgoingMailIds: await insertLetters(tx, once) }
}
