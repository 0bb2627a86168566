import type { Evidence, Flag, Stakeholder, Topic } from '../../domain/classify/labels.ts'
import type { AttachmentInfo, ForwardedLetter } from '../../domain/mail/letter.ts'
import type { Authenticity } from '../../domain/mail/sender/authenticity.ts'
import type { TicketState } from '../../domain/ticket/states.ts'
import type { DataClass } from '../../domain/ticket/visibility.ts'
import {
  bigint,
  bigserial,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  sql,
  text,
  uniqueIndex,
} from '../drizzle.ts'
import { instant, programme } from './columns.ts'

/** The Vorgang. */
export const tickets = pgTable(
  'tickets',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    year: integer('year').notNull(),
    /** Running number in the year, without gaps. */
    seq: integer('seq').notNull(),
    /** "KA-2024-0017". */
    number: text('number').notNull(),
    state: text('state').$type<TicketState>().notNull(),
    /** null: ungeklärt, a person chooses. */
    stakeholder: text('stakeholder').$type<Stakeholder>(),
    topic: text('topic').$type<Topic>(),
    /** A place of the programme, as spelled in the profile; null for none, several or all. */
    place: text('place'),
    /** A place the letter names that the profile does not know. */
    unknownPlace: text('unknown_place'),
    flags: text('flags').array().$type<Flag[]>().notNull(),
    bidderQuestion: boolean('bidder_question').notNull(),
    dataClass: text('data_class').$type<DataClass>().notNull(),
    because: jsonb('because').$type<Evidence[]>().notNull(),
    confidence: jsonb('confidence').$type<{ stakeholder: number; topic: number }>().notNull(),
    /** Function that has it, e.g. "Koordination Jugendamt"; null: nobody yet. */
    owner: text('owner'),
    /** Answer due, by the programme's working-day promise; null when the programme promises nothing. */
    dueOn: date('due_on'),
    /** Not on anybody's list of today before this day; null: it is. */
    snoozedUntil: date('snoozed_until'),
    /** How it came in. */
    source: text('source').$type<'mail' | 'chat'>().notNull().default('mail'),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    closedAt: instant('closed_at'),
    live: boolean('live').notNull(),
  },
  table => [
    uniqueIndex('tickets_number').on(table.programmeId, table.year, table.seq),
    index('tickets_open').on(table.programmeId, table.createdAt).where(sql`state <> 'abgeschlossen'`),
    // Holds all that lists and figures of open Vorgänge are narrowed by, so that a million others cost nothing.
    index('tickets_open_due')
      .on(
        table.programmeId,
        table.dueOn,
        table.year,
        table.seq,
        table.dataClass,
        table.state,
        table.stakeholder,
        table.topic,
        table.place,
        table.owner,
        table.bidderQuestion,
        table.snoozedUntil,
        table.id,
      )
      .where(sql`state <> 'abgeschlossen'`),
    index('tickets_closed')
      .on(
        table.programmeId,
        table.closedAt.desc().nullsFirst(),
        table.id.desc().nullsFirst(),
        table.dataClass,
        table.stakeholder,
        table.topic,
        table.place,
        table.owner,
        table.bidderQuestion,
      )
      .where(sql`state = 'abgeschlossen'`),
    index('tickets_created').on(table.programmeId, table.createdAt),
  ],
)

/** Last number given in a year; its row lock makes numbers gapless under parallel workers. */
export const ticketCounters = pgTable(
  'ticket_counters',
  { programmeId: programme(), year: integer('year').notNull(), last: integer('last').notNull() },
  table => [primaryKey({ columns: [table.programmeId, table.year] })],
)

/** A letter of a Vorgang, in or out. Automatic mail is kept in raw_mails and has no row here. */
export const messages = pgTable(
  'messages',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    ticketId: bigint('ticket_id', { mode: 'number' }).notNull(),
    direction: text('direction').$type<'in' | 'out'>().notNull(),
    rawMailId: bigint('raw_mail_id', { mode: 'number' }),
    outgoingMailId: bigint('outgoing_mail_id', { mode: 'number' }),
    /** RFC 5322 Message-ID with angle brackets. */
    messageId: text('message_id'),
    fromName: text('from_name').notNull(),
    fromAddress: text('from_address').notNull(),
    /** The one other address at which the letter wants its answer (Reply-To); null: none or several. */
    replyTo: text('reply_to'),
    subject: text('subject').notNull(),
    /** Newest text, without quotes. */
    body: text('body').notNull(),
    /** Filled lines that were cut as quote, which only the raw mail holds; null: nobody counted (letters of ours, old rows). */
    quotedLines: integer('quoted_lines'),
    attachments: jsonb('attachments').$type<AttachmentInfo[]>().notNull(),
    at: instant('at').notNull(),
    /** Is the sender who it says? null: nobody checked (archives, letters of ours). */
    authenticity: text('authenticity').$type<Authenticity>(),
    /** Author of a letter that was forwarded, beside the forwarder. */
    forwarded: jsonb('forwarded').$type<ForwardedLetter>(),
  },
  table => [
    index('messages_ticket').on(table.ticketId),
    index('messages_message_id').on(table.programmeId, table.messageId),
  ],
)

/** Addresses that took part in a Vorgang: only they may add to it by a signed thread token. */
export const participants = pgTable(
  'participants',
  {
    programmeId: programme(),
    ticketId: bigint('ticket_id', { mode: 'number' }).notNull(),
    address: text('address').notNull(),
  },
  table => [primaryKey({ columns: [table.ticketId, table.address] })],
)

/** A Vorgang that may belong to another one; a person confirms. */
export const possibleMatches = pgTable(
  'possible_matches',
  {
    programmeId: programme(),
    ticketId: bigint('ticket_id', { mode: 'number' }).notNull(),
    otherTicketId: bigint('other_ticket_id', { mode: 'number' }).notNull(),
    /** German sentence. */
    reason: text('reason').notNull(),
    /** What a person decided; null: open. */
    decision: text('decision').$type<'joined' | 'rejected'>(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
  },
  table => [primaryKey({ columns: [table.ticketId, table.otherTicketId] })],
)

/**
 * The one Vorgang that goes on where a closed one ended, where the profile says that an answer opens a new one. The key makes
 * it one: every further answer to the closed Vorgang goes there.
 */
export const successors = pgTable('successors', {
  programmeId: programme(),
  closedTicketId: bigint('closed_ticket_id', { mode: 'number' }).primaryKey(),
  ticketId: bigint('ticket_id', { mode: 'number' }).notNull(),
})

/** What staff tell each other about a Vorgang. A type of its own: no letter is ever made of it. */
export const internalNotes = pgTable(
  'internal_notes',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    ticketId: bigint('ticket_id', { mode: 'number' }).notNull(),
    author: text('author').notNull(),
    text: text('text').notNull(),
    at: instant('at').notNull(),
  },
  table => [index('internal_notes_ticket').on(table.ticketId)],
)
