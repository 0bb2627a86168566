import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Evidence, Flag, Stakeholder, Topic } from '../domain/classify/labels.ts'
import type { AttachmentInfo } from '../domain/mail/letter.ts'
import type { TicketState } from '../domain/ticket/states.ts'
import type { DataClass } from '../domain/ticket/visibility.ts'
import type { Reply } from '../reply/reply.ts'

// Every table carries programme_id: several programmes share one database, and it is the key to shard by.

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
/** Instants are ISO strings in the code; the clock is asked at the edge, never by the database. */
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })
const programme = () => text('programme_id').notNull()

/** What became of a delivery; the ledger adds these up. */
export type Outcome = 'ticket' | 'followup' | 'automatic' | 'duplicate' | 'quarantined'

/** A watched folder of a mailbox, or a source of imports, with the place up to which everything is stored. */
export const mailboxes = pgTable(
  'mailboxes',
  {
    programmeId: programme(),
    /** Address and folder, "klassenassistenz@kreis-pinneberg.de/INBOX"; "import" for archives. */
    id: text('id').notNull(),
    /** RFC 3501: UIDs mean something only together with this number. */
    uidValidity: bigint('uid_validity', { mode: 'bigint' }),
    lastUid: bigint('last_uid', { mode: 'number' }).notNull().default(0),
    /** Last time that everything on the server was stored. */
    completeAt: instant('complete_at'),
    faultSince: instant('fault_since'),
    /** German sentence without secrets. */
    fault: text('fault'),
  },
  table => [primaryKey({ columns: [table.programmeId, table.id] })],
)

/** The bytes of a mail as they came, stored before anything else happens with it. */
export const rawMails = pgTable(
  'raw_mails',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    /** SHA-256 of the bytes, hex. */
    contentHash: text('content_hash').notNull(),
    /** SHA-256 over the letter without the headers that transport adds: equal for two deliveries of one letter. */
    fingerprint: text('fingerprint').notNull(),
    raw: bytea('raw').notNull(),
    size: integer('size').notNull(),
    /** false: only the headers are here, the mail was over the size limit and stays on the server. */
    whole: boolean('whole').notNull().default(true),
    /** false for archives: nothing is sent or posted. */
    live: boolean('live').notNull(),
    storedAt: instant('stored_at').notNull(),
    /** Message-ID as the letter has it; null until handled, or when there is none. */
    messageId: text('message_id'),
    /** null until handled. */
    outcome: text('outcome').$type<Outcome>(),
    /** German sentence: why automatic, duplicate or quarantined. */
    reason: text('reason'),
    attempts: integer('attempts').notNull().default(0),
    ticketId: bigint('ticket_id', { mode: 'number' }),
    handledAt: instant('handled_at'),
  },
  table => [
    uniqueIndex('raw_mails_content').on(table.programmeId, table.contentHash),
    index('raw_mails_fingerprint').on(table.programmeId, table.fingerprint),
    // One letter has one effect, however many workers meet it at the same time.
    uniqueIndex('raw_mails_one_effect')
      .on(table.programmeId, table.fingerprint)
      .where(sql`outcome in ('ticket', 'followup', 'automatic')`),
    index('raw_mails_unhandled').on(table.programmeId, table.id).where(sql`outcome is null`),
    index('raw_mails_quarantined').on(table.programmeId, table.id).where(sql`outcome = 'quarantined'`),
  ],
)

/** One arrival in one mailbox; what the ledger counts. Two deliveries of one letter are two rows. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    mailboxId: text('mailbox_id').notNull(),
    uidValidity: bigint('uid_validity', { mode: 'bigint' }).notNull(),
    uid: bigint('uid', { mode: 'number' }).notNull(),
    rawMailId: bigint('raw_mail_id', { mode: 'number' }).notNull(),
    /** Local day of the arrival, for the ledger. */
    day: date('day').notNull(),
    arrivedAt: instant('arrived_at').notNull(),
    outcome: text('outcome').$type<Outcome>(),
  },
  table => [
    uniqueIndex('deliveries_uid').on(table.programmeId, table.mailboxId, table.uidValidity, table.uid),
    index('deliveries_raw').on(table.rawMailId),
    index('deliveries_day').on(table.programmeId, table.day, table.mailboxId),
  ],
)

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
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    closedAt: instant('closed_at'),
    live: boolean('live').notNull(),
  },
  table => [
    uniqueIndex('tickets_number').on(table.programmeId, table.year, table.seq),
    index('tickets_open').on(table.programmeId, table.createdAt).where(sql`state <> 'abgeschlossen'`),
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
    subject: text('subject').notNull(),
    /** Newest text, without quotes. */
    body: text('body').notNull(),
    attachments: jsonb('attachments').$type<AttachmentInfo[]>().notNull(),
    at: instant('at').notNull(),
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
  },
  table => [primaryKey({ columns: [table.ticketId, table.otherTicketId] })],
)

/**
 * A letter that leaves the house. ready: may be tried. handing-over: the end mark is about to be written by
 * `claimedBy`; if that process dies here, nobody knows whether the server has it. uncertain: a person decides.
 */
export const outgoingMails = pgTable(
  'outgoing_mails',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    ticketId: bigint('ticket_id', { mode: 'number' }),
    kind: text('kind').$type<'acknowledgement' | 'alarm'>().notNull(),
    /** What may happen once only, e.g. "acknowledgement:17:2024-04-22". */
    key: text('key').notNull(),
    messageId: text('message_id').notNull(),
    toAddress: text('to_address').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    html: text('html').notNull(),
    inReplyTo: text('in_reply_to'),
    references: text('references').array().notNull(),
    headers: jsonb('headers').$type<Record<string, string>>().notNull(),
    state: text('state')
      .$type<'ready' | 'claimed' | 'handing-over' | 'sent' | 'refused' | 'uncertain'>()
      .notNull(),
    /** Instance that tries it now. */
    claimedBy: bigint('claimed_by', { mode: 'number' }),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
  },
  table => [
    uniqueIndex('outgoing_mails_key').on(table.programmeId, table.key),
    index('outgoing_mails_address').on(table.programmeId, table.toAddress, table.createdAt),
    index('outgoing_mails_open').on(table.programmeId, table.id).where(sql`state not in ('sent', 'refused')`),
  ],
)

/** A message to a chat channel. States as for outgoing_mails. */
export const posts = pgTable(
  'posts',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    ticketId: bigint('ticket_id', { mode: 'number' }),
    /** e.g. "announcement:17:slack". */
    key: text('key').notNull(),
    platform: text('platform').$type<'terminal' | 'web' | 'slack' | 'teams' | 'cli'>().notNull(),
    /** The platform's own name of the channel. */
    channel: text('channel').notNull(),
    reply: jsonb('reply').$type<Reply>().notNull(),
    state: text('state').$type<'ready' | 'claimed' | 'posted' | 'failed' | 'uncertain'>().notNull(),
    claimedBy: bigint('claimed_by', { mode: 'number' }),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    /** The platform's address of the post (Slack: ts), for later news in its thread. */
    address: text('address'),
    createdAt: instant('created_at').notNull(),
    postedAt: instant('posted_at'),
  },
  table => [
    uniqueIndex('posts_key').on(table.programmeId, table.key),
    index('posts_ticket').on(table.ticketId),
    index('posts_open').on(table.programmeId, table.id).where(sql`state not in ('posted', 'failed')`),
  ],
)

/** Who changed or saw what. No content of letters. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    at: instant('at').notNull(),
    /** Person id ("slack:U012AB", "terminal") or "kla" for the program itself. */
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    ticketId: bigint('ticket_id', { mode: 'number' }),
    detail: jsonb('detail').$type<Record<string, string | number | boolean | null>>().notNull(),
  },
  table => [index('audit_log_ticket').on(table.ticketId)],
)

/** Events of chat platforms that were answered already; platforms repeat them. */
export const seenEvents = pgTable(
  'seen_events',
  {
    programmeId: programme(),
    platform: text('platform').notNull(),
    eventId: text('event_id').notNull(),
    at: instant('at').notNull(),
  },
  table => [primaryKey({ columns: [table.programmeId, table.platform, table.eventId] })],
)

/** Ids of running processes (instances.ts): a process and its advisory lock, no row that somebody must clear. */
export const instanceIds = pgSequence('instance_ids', { maxValue: 2_147_483_647 })

/** Ticks of the clock that a process has taken, so that what happens by the clock happens once. */
export const ticks = pgTable(
  'ticks',
  { programmeId: programme(), name: text('name').notNull(), at: instant('at').notNull() },
  table => [primaryKey({ columns: [table.programmeId, table.name, table.at] })],
)
