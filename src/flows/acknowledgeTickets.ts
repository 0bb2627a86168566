import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../db/connect.ts'
import { acknowledgedSince, insertLetters, type NewLetter } from '../db/outgoingMails.ts'
import { mayAcknowledge } from '../domain/mail/acknowledgement.ts'
import { readThreadToken, threadMessageId } from '../domain/mail/thread.ts'
import { dayOf, zone } from '../domain/time/day.ts'
import { acknowledgement } from '../texts/acknowledgement.ts'
import type { OpenedTicket, OpenNeeds } from './mailInHand.ts'

/** An address that gets more than this on one day is a machine that answers us (RFC 3834 section 2). */
const maxPerAddressAndDay = 20

/** Writes an acknowledgement for each letter that may have one: at most one a Vorgang and day. */
export async function acknowledgeTickets(
  needs: OpenNeeds,
  tx: Queries,
  opened: OpenedTicket[],
  now: Temporal.Instant,
): Promise<number[]> {
  const { outgoing } = needs
  if (!outgoing) return []
  const today = dayOf(now)
  const wanted = opened.flatMap(item => {
    const may = mayAcknowledge(item.letter, {
      live: item.mail.live,
      ownAddresses: needs.ownAddresses,
      isOurs: id => readThreadToken(needs.secret, id) !== null,
    })
    return may.yes ? [{ ...item, to: may.to }] : []
  })
  const midnight = today.toZonedDateTime(zone).toInstant().toString()
  const given = await acknowledgedSince(
    tx,
    needs.programme.id,
    wanted.map(item => item.to),
    midnight,
  )
  const rows: NewLetter[] = []
  for (const { ticket, letter, to } of wanted) {
    const before = given.get(to) ?? 0
    if (before >= maxPerAddressAndDay) continue
    given.set(to, before + 1)
    const key = `acknowledgement:${ticket.id}:${today}`
    const text = acknowledgement(needs.programme.profile, ticket, today)
    rows.push({
      programmeId: ticket.programmeId,
      ticketId: ticket.id,
      kind: 'acknowledgement',
      key,
      messageId: threadMessageId(needs.secret, ticket.programmeId, ticket.id, key, outgoing.domain),
      toAddress: to,
      subject: text.subject,
      body: text.text,
      html: text.html,
      inReplyTo: letter.messageId,
      references: letter.messageId ? [letter.messageId] : [],
      // RFC 3834 section 5: says that it is an answer of a machine; the others keep known machines silent.
      headers: {
        'Auto-Submitted': 'auto-replied',
        'X-Auto-Response-Suppress': 'All',
        Precedence: 'bulk',
      },
      state: 'ready',
      createdAt: now.toString(),
    })
  }
  return insertLetters(tx, rows)
}
