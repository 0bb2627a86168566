import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { insertLetters, type NewLetter } from '../../db/outgoingMails.ts'
import { mayAcknowledge } from '../../domain/mail/outgoing/acknowledgement.ts'
import { likenessOf } from '../../domain/mail/outgoing/likeness.ts'
import { readThreadToken } from '../../domain/mail/thread.ts'
import { dayOf } from '../../domain/time/day.ts'
import { acknowledgement } from '../../texts/letters/acknowledgement.ts'
import { answerOfMachine, machineLetter } from '../letters/machineLetter.ts'
import type { OpenedTicket, OpenNeeds } from './mailInHand.ts'

/**
 * Writes an acknowledgement for each letter that opened a Vorgang and may have one: one a Vorgang, because its number is what
 * the writer needs, also of the second letter of a day. How many an address gets is the gate's business (outgoingGate.ts): it
 * bounds loops and floods, whatever they are about.
 */
export async function acknowledgeTickets(
  needs: OpenNeeds,
  tx: Queries,
  opened: readonly Pick<OpenedTicket, 'ticket' | 'letter' | 'mail' | 'authenticity'>[],
  now: Temporal.Instant,
): Promise<number[]> {
  const { outgoing } = needs
  if (!outgoing) return []
  const today = dayOf(now)
  const wanted = opened.flatMap(item => {
    const may = mayAcknowledge(item.letter, {
      live: item.mail.live,
      authenticity: item.authenticity,
      ownAddresses: needs.ownAddresses,
      isOurs: id => readThreadToken(needs.secret, id) !== null,
    })
    return may.yes ? [{ ...item, to: may.to }] : []
  })
  const rows: NewLetter[] = []
  for (const { ticket, letter, to } of wanted) {
    const key = `acknowledgement:${ticket.id}:${today}`
    const text = acknowledgement(needs.programme.profile, ticket, today)
    const { programmeId, id: ticketId } = ticket
    rows.push({
      ...machineLetter(
        { secret: needs.secret, domain: outgoing.domain },
        {
          programmeId,
          ticketId,
          kind: 'acknowledgement',
          key,
          to,
          text,
          answers: letter.messageId,
          headers: answerOfMachine,
        },
        now.toString(),
      ),
      // All acknowledgements have one subject; a machine is known by the letters it sends.
      likeness: likenessOf(to, letter.subject),
    })
  }
  return insertLetters(tx, rows)
}
