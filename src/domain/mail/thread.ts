import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { ticketNumber, ticketNumbersIn } from '../ticket/number.ts'
import { sameMailbox } from './addresses.ts'
import type { Letter } from './letter.ts'

/*
 * Our own Message-IDs say which Vorgang they belong to and are signed, so that nobody can write into one by
 * guessing: <kla.{programme}.{ticket}.{what}.{signature}@{domain}>. RFC 5322 section 3.6.4 lets the left side be
 * anything unique. All of it is lower case, because some programs change the case of what they cite.
 */

/** 128 bits of HMAC-SHA256, hex. */
const signatureLength = 32
const token = /^<?kla\.([a-z0-9-]{1,60})\.(\d{1,15})\.([0-9a-f]{12})\.([0-9a-f]{32})@[^\s<>@]{1,255}>?$/

/**
 * Message-ID of a letter of ours about a Vorgang. The same `key` (what the letter is, e.g. "acknowledgement:17:2024-04-22")
 * gives the same id for ever, so a repeat is recognisable. `domain` is that of the sending mailbox.
 */
export function threadMessageId(
  secret: string,
  programmeId: string,
  ticketId: number,
  key: string,
  domain: string,
): string {
  const what = createHash('sha256').update(key).digest('hex').slice(0, 12)
  const programme = programmeId.toLowerCase()
  return `<kla.${programme}.${ticketId}.${what}.${signature(secret, programme, String(ticketId), what)}@${domain.toLowerCase()}>`
}

/** Id of the Vorgang that a Message-ID of ours belongs to; null for every other and for a forged one. */
export function readThreadToken(secret: string, messageId: string): number | null {
  return readToken(secret, messageId)?.ticketId ?? null
}

/** Whether a letter of this programme carries this Message-ID. One of another programme in the same house is not ours. */
export function isOwnLetter(secret: string, programmeId: string, messageId: string): boolean {
  return readToken(secret, messageId)?.programmeId === programmeId.toLowerCase()
}

function readToken(secret: string, messageId: string): { programmeId: string; ticketId: number } | null {
  if (messageId.length > 500) return null
  const match = token.exec(messageId.trim().toLowerCase())
  if (!match) return null
  const [, programmeId, ticketId, what, signed] = match as unknown as [string, string, string, string, string]
  const expected = Buffer.from(signature(secret, programmeId, ticketId, what))
  if (!timingSafeEqual(expected, Buffer.from(signed))) return null
  return { programmeId, ticketId: Number(ticketId) }
}

/**
 * Ids of the Vorgänge of a programme whose letters this one answers by signed token, the nearest first
 * (RFC 5322 section 3.6.4: the last reference is the letter answered).
 */
export function tokensIn(
  letter: Pick<Letter, 'inReplyTo' | 'references'>,
  secret: string,
  programmeId: string,
): number[] {
  const ids = citedIds(letter).flatMap(id => {
    const token = readToken(secret, id)
    return token && token.programmeId === programmeId.toLowerCase() ? [token.ticketId] : []
  })
  return [...new Set(ids)]
}

/** A Vorgang that a letter may belong to, with the addresses that took part in it. */
export interface CandidateTicket {
  id: number
  participants: ReadonlySet<string>
}

/** What the database knows of the Vorgänge that a letter cites. */
export interface CitedTickets {
  byId: ReadonlyMap<number, CandidateTicket>
  /** Ticket number as in the subject, "KA-2024-0017". */
  byNumber: ReadonlyMap<string, CandidateTicket>
  /**
   * Message-ID of a letter that is in a Vorgang → ids of the Vorgänge, the oldest letter first: a later one with the same
   * Message-ID may be a forger's.
   */
  byMessageId: ReadonlyMap<string, readonly number[]>
}

export type Placement =
  | { kind: 'followup'; ticketId: number }
  /** A new Vorgang; a person decides whether it belongs to `match`. `reason` is German. */
  | { kind: 'new'; match: { ticketId: number; reason: string } | null }

/**
 * Where a letter belongs. It joins a Vorgang only if it cites a letter of it (by our signed token, or any letter already
 * there: citizens often answer their own) and comes from somebody who took part in it. A citation alone can be forwarded
 * or guessed, an address alone can be forged, and a number in a subject can be typed by anybody: these give a match that
 * a person confirms. A forged token is nothing. `forgedSender`: From proves nothing, so it is nobody's who took part.
 */
export function placeInThread(
  letter: Pick<Letter, 'from' | 'subject' | 'inReplyTo' | 'references'>,
  tokenTickets: readonly number[],
  facts: CitedTickets,
  numberPrefix: string,
  options: { forgedSender: boolean } = { forgedSender: false },
): Placement {
  const byToken = tokenTickets.flatMap(id => facts.byId.get(id) ?? [])
  const byCitation = citedIds(letter)
    .flatMap(id => facts.byMessageId.get(id) ?? [])
    .flatMap(id => facts.byId.get(id) ?? [])
  const byNumber = ticketNumbersIn(letter.subject, numberPrefix).flatMap(
    ({ year, seq }) => facts.byNumber.get(ticketNumber(numberPrefix, year, seq)) ?? [],
  )
  const takesPart = (ticket: CandidateTicket) =>
    letter.from.address !== '' &&
    [...ticket.participants].some(address => sameMailbox(address, letter.from.address))

  const joined = [...byToken, ...byCitation].find(takesPart)
  if (joined && !options.forgedSender) return { kind: 'followup', ticketId: joined.id }
  const match =
    (joined &&
      matchOf([joined], 'Antwort auf einen Brief des Vorgangs, aber der Absender ist nicht bestätigt')) ??
    matchOf(byToken, 'Antwort auf unseren Brief, aber von einer Adresse, die im Vorgang nicht vorkommt') ??
    matchOf(
      byCitation,
      'Antwort auf einen Brief des Vorgangs, aber von einer Adresse, die dort nicht vorkommt',
    ) ??
    matchOf(byNumber, 'Die Vorgangsnummer steht im Betreff.')
  return { kind: 'new', match }
}

function matchOf(tickets: readonly CandidateTicket[], reason: string) {
  return tickets[0] ? { ticketId: tickets[0].id, reason } : null
}

/** Nearest first. */
function citedIds(letter: Pick<Letter, 'inReplyTo' | 'references'>): string[] {
  return [...new Set([...letter.inReplyTo, ...letter.references.toReversed()])]
}

function signature(secret: string, programmeId: string, ticketId: string, what: string): string {
  return createHmac('sha256', secret)
    .update(`kla-thread-1\n${programmeId}\n${ticketId}\n${what}`)
    .digest('hex')
    .slice(0, signatureLength)
}
