import type { Database } from '../../db/connect.ts'
import type { MailOutcome, UnhandledMail } from '../../db/rawMails.ts'
import type { Ticket } from '../../db/tickets.ts'
import type { SeenLetter } from '../../domain/classify/classifyLetter.ts'
import type { Destiny } from '../../domain/mail/destiny.ts'
import type { Letter } from '../../domain/mail/letter.ts'
import type { Authenticity } from '../../domain/mail/sender/authenticity.ts'
import type { OwnServers } from '../../domain/mail/sender/ownServers.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Outgoing, PostTargets } from '../needs.ts'

/*
 * What a mail is on its way through handleMails: read, decided, and then a Vorgang that was opened or a letter added to one.
 */

/** A mail that cannot be read, with the German reason. Of one over the size limit the head was read. */
export interface Unread {
  unreadable: string
  head?: Letter
}

/** A mail as it was read and looked at, or the German reason why it cannot be. */
export interface ReadMail {
  mail: UnhandledMail
  seen: SeenLetter | Unread
}

/** A mail with what becomes of it; nothing is written yet. `letter` is null when it could not be read. */
export interface DecidedMail {
  mail: UnhandledMail
  letter: Letter | null
  destiny: Destiny
  /** Is it from whom it says? null or absent: nobody checked. */
  authenticity?: Authenticity | null
  /** The head of a mail over the size limit, as far as it could be read. */
  head?: Letter
}

/** A letter that opens a Vorgang. */
export interface OpeningMail {
  mail: UnhandledMail
  letter: Letter
  destiny: Extract<Destiny, { kind: 'ticket' }>
  authenticity: Authenticity | null
  /** The closed Vorgang that the new one goes on where it ended; null: it is a new matter. */
  continues: Ticket | null
}

/** A Vorgang that was just opened, with the letter that opened it. */
export interface OpenedTicket extends OpeningMail {
  ticket: Ticket
}

export interface DecideNeeds {
  db: Database
  programme: Programme
  /** Key of the signed thread tokens. */
  secret: string
  /** Our own addresses and the lists that lead to our mailbox, lower case. */
  ownAddresses: ReadonlySet<string>
  /** How senders are checked; absent: not at all. */
  senders?: SenderChecks
}

export interface SenderChecks {
  own: OwnServers
  /** Asks the DNS about the bytes of a mail, for a few seconds at most and without ever failing; null: not set up. */
  byDns: ((raw: Buffer, letter: Letter) => Promise<Authenticity>) | null
}

export interface OpenNeeds {
  programme: Programme
  secret: string
  ownAddresses: ReadonlySet<string>
  /** null: this installation sends no letters. */
  outgoing: Outgoing | null
  postTargets: PostTargets
  /** Where people open the workplace; null or absent: nowhere. */
  workplaceUrl?: string | null
}

/** What a save wrote and what must leave the house because of it. The Message-ID of an outcome comes from the letter. */
export interface Written {
  outcomes: Omit<MailOutcome, 'messageId'>[]
  postIds: number[]
  /** Posts that show more, or something else, than they may now. */
  stalePostIds: number[]
  outgoingMailIds: number[]
  /** Go before everything else. */
  alarmIds: number[]
}

export const nothingWritten = (): Written => ({
  outcomes: [],
  postIds: [],
  stalePostIds: [],
  outgoingMailIds: [],
  alarmIds: [],
})
