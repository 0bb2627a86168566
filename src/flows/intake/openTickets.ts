import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { insertRows } from '../../db/insertRows.ts'
import { messages, participants, possibleMatches } from '../../db/schema.ts'
import type { Letter } from '../../domain/mail/letter.ts'
import type { Authenticity } from '../../domain/mail/sender/authenticity.ts'
import { acknowledgeTickets } from './acknowledgeTickets.ts'
import { alarmFor } from './alarmFor.ts'
import { announceTickets } from './announceTickets.ts'
import { incomingMessage } from './incomingMessage.ts'
import {
  type DecidedMail,
  nothingWritten,
  type OpenedTicket,
  type OpeningMail,
  type OpenNeeds,
  type Written,
} from './mailInHand.ts'
import { newTickets } from './newTickets.ts'

/** Opens a Vorgang for each letter that needs one, announces and acknowledges it (not for archives). */
export async function openTickets(
  needs: OpenNeeds,
  tx: Queries,
  decided: DecidedMail[],
  now: Temporal.Instant,
): Promise<Written> {
  const drafts = decided.flatMap(({ mail, letter, authenticity = null, destiny }) =>
    destiny.kind === 'ticket' && letter ? [{ mail, letter, authenticity, destiny, continues: null }] : [],
  )
  return (await openAll(needs, tx, drafts, now)).written
}

/** Opens a Vorgang for each of these letters, with all that follows from it. */
export async function openAll(
  needs: OpenNeeds,
  tx: Queries,
  drafts: readonly OpeningMail[],
  now: Temporal.Instant,
): Promise<{ opened: OpenedTicket[]; written: Written }> {
  if (drafts.length === 0) return { opened: [], written: nothingWritten() }
  const opened = await insertTickets(needs, tx, drafts, now)
  const live = opened.filter(({ mail }) => mail.live)
  const postIds = await announceTickets(needs, tx, live, now)
  const acknowledgements = await acknowledgeTickets(needs, tx, live, now)
  const alarmIds = await alarmFor(
    needs,
    tx,
    live.map(({ ticket, mail }) => ({ ticket, rawMailId: mail.id })),
    now,
  )
  const written: Written = {
    ...nothingWritten(),
    outcomes: opened.map(({ mail, ticket }) => ({
      rawMailId: mail.id,
      outcome: 'ticket',
      reason: null,
      ticketId: ticket.id,
    })),
    postIds,
    outgoingMailIds: acknowledgements,
    alarmIds,
  }
  return { opened, written }
}

async function insertTickets(
  needs: OpenNeeds,
  tx: Queries,
  drafts: readonly OpeningMail[],
  now: Temporal.Instant,
): Promise<OpenedTicket[]> {
  const { programme } = needs
  const rows = await newTickets(
    programme,
    tx,
    drafts.map(({ mail: { live }, destiny: { classification: found }, continues }) => ({
      found,
      continues,
      live,
      source: 'mail',
      actor: 'kla',
    })),
    now,
  )
  const opened = drafts.map((draft, i) => ({ ...draft, ticket: rows[i]! })) // one for each
  await insertRows(
    tx,
    messages,
    opened.map(({ ticket, mail, letter, authenticity }) =>
      incomingMessage(ticket, mail, letter, authenticity),
    ),
  )
  const people = opened.flatMap(({ ticket, letter, authenticity }) =>
    participantsOf(letter, authenticity, needs.ownAddresses).map(address => ({
      programmeId: programme.id,
      ticketId: ticket.id,
      address,
    })),
  )
  await insertRows(tx, participants, people, { onConflict: 'skip' })
  const matches = opened.flatMap(({ ticket, destiny: { match } }) =>
    match
      ? [
          {
            programmeId: programme.id,
            ticketId: ticket.id,
            otherTicketId: match.ticketId,
            reason: match.reason,
          },
        ]
      : [],
  )
  await insertRows(tx, possibleMatches, matches, { onConflict: 'skip' })
  return opened
}

/** More addressees than this are a mailing, not a conversation. */
const maxParticipants = 20

/**
 * The sender and those whom the sender made part of the conversation; never ourselves. A letter whose sender is not who it
 * says makes nobody part of anything.
 */
export function participantsOf(
  letter: Letter,
  authenticity: Authenticity | null,
  ownAddresses: ReadonlySet<string>,
): string[] {
  if (authenticity === 'fail') return []
  const named = [letter.from, ...letter.replyTo, ...letter.to, ...letter.cc]
    .map(address => address.address)
    .filter(address => address !== '' && !ownAddresses.has(address))
  return [...new Set(named)].slice(0, maxParticipants)
}
