import type { Reply } from '../../reply/reply.ts'
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  sql,
  text,
  uniqueIndex,
} from '../drizzle.ts'
import { bytea, instant, programme } from './columns.ts'

/**
 * A letter that leaves the house. ready: may be tried. handing-over: the end mark is about to be written by
 * `claimedBy`; if that process dies here, nobody knows whether the server has it. uncertain: a person decides. held: the
 * gate for outgoing mail stopped it (a cap, a blocked address), a person lets it go or drops it (dropped).
 */
export const outgoingMails = pgTable(
  'outgoing_mails',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    ticketId: bigint('ticket_id', { mode: 'number' }),
    /**
     * notice: to the operators. feedback: to a sender whose mail could not be taken in. code: to a colleague who links a chat account.
     * answer: written by a person.
     */
    kind: text('kind')
      .$type<'acknowledgement' | 'alarm' | 'notice' | 'feedback' | 'code' | 'answer'>()
      .notNull(),
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
      .$type<'ready' | 'held' | 'dropped' | 'claimed' | 'handing-over' | 'sent' | 'refused' | 'uncertain'>()
      .notNull(),
    /** Instance that tries it now. */
    claimedBy: bigint('claimed_by', { mode: 'number' }),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
    /** When the gate let it through, or a person did; from then on it counts. null: it has not been there yet. */
    passedAt: instant('passed_at'),
    /** What the gate compares: domain and subject without numbers (outgoingGate.ts). null: the own subject counts. */
    likeness: text('likeness'),
    /** Person who wrote it; null: the program. */
    author: text('author'),
    /** A delivery report that cites our signed id said so, and in which words of ours (German). */
    undeliveredAt: instant('undelivered_at'),
    undelivered: text('undelivered'),
    /** When the copy was put into the mailbox's folder for sent letters; null: not (yet). */
    copiedAt: instant('copied_at'),
  },
  table => [
    uniqueIndex('outgoing_mails_key').on(table.programmeId, table.key),
    index('outgoing_mails_address').on(table.programmeId, table.toAddress, table.createdAt),
    index('outgoing_mails_passed').on(table.programmeId, table.passedAt),
    // A delivery report names a letter by its Message-ID.
    index('outgoing_mails_message_id').on(table.programmeId, table.messageId),
    index('outgoing_mails_ticket').on(table.ticketId),
    index('outgoing_mails_doubt')
      .on(table.programmeId, table.id)
      .where(sql`state in ('held', 'uncertain', 'refused')`),
    index('outgoing_mails_uncopied')
      .on(table.programmeId, table.id)
      .where(sql`state = 'sent' and copied_at is null and last_error is not null`),
    index('outgoing_mails_open').on(table.programmeId, table.id).where(sql`state not in ('sent', 'refused')`),
  ],
)

/** Files that go with a letter. Frozen with it. */
export const outgoingAttachments = pgTable(
  'outgoing_attachments',
  {
    programmeId: programme(),
    outgoingMailId: bigint('outgoing_mail_id', { mode: 'number' }).notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    contentType: text('content_type').notNull(),
    bytes: bytea('bytes').notNull(),
  },
  table => [primaryKey({ columns: [table.outgoingMailId, table.position] })],
)

/**
 * An answer that a person prepared. Recipient, subject and text are frozen here; what was shown is what leaves. It becomes
 * an outgoing mail when the person says so, once.
 */
export const drafts = pgTable(
  'drafts',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    ticketId: bigint('ticket_id', { mode: 'number' }).notNull(),
    author: text('author').notNull(),
    toAddress: text('to_address').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    /** The message that is answered, for In-Reply-To; null: none. */
    answers: bigint('answers', { mode: 'number' }),
    quoteOriginal: boolean('quote_original').notNull().default(false),
    /** Letters and participants of the Vorgang when the draft was last shown; another value: something new came. */
    seen: text('seen').notNull(),
    state: text('state').$type<'open' | 'sent' | 'discarded'>().notNull(),
    outgoingMailId: bigint('outgoing_mail_id', { mode: 'number' }),
    createdAt: instant('created_at').notNull(),
  },
  table => [index('drafts_ticket').on(table.ticketId)],
)

/** Files of a draft; they go into `outgoing_attachments` with the letter. */
export const draftAttachments = pgTable(
  'draft_attachments',
  {
    programmeId: programme(),
    draftId: bigint('draft_id', { mode: 'number' }).notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    contentType: text('content_type').notNull(),
    bytes: bytea('bytes').notNull(),
  },
  table => [primaryKey({ columns: [table.draftId, table.position] })],
)

/** Addresses that a server refused for good: no automatic letter goes there until a person lifts it. */
export const blockedAddresses = pgTable(
  'blocked_addresses',
  {
    programmeId: programme(),
    /** Lower case. */
    address: text('address').notNull(),
    since: instant('since').notNull(),
    /** German, with the status code of RFC 3463. */
    reason: text('reason').notNull(),
  },
  table => [primaryKey({ columns: [table.programmeId, table.address] })],
)

/** A message to a chat channel. A try that may have got through is looked up by its key before it is repeated. */
export const posts = pgTable(
  'posts',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    ticketId: bigint('ticket_id', { mode: 'number' }),
    /** e.g. "announcement:17:slack". */
    key: text('key').notNull(),
    /** Name of the platform's folder, e.g. "slack". */
    platform: text('platform').notNull(),
    /** The platform's own name of the channel. */
    channel: text('channel').notNull(),
    /** Address of the message it answers; null: below the first post about the same Vorgang in this channel, if there is one. */
    thread: text('thread'),
    reply: jsonb('reply').$type<Reply>().notNull(),
    state: text('state').$type<'ready' | 'claimed' | 'posted' | 'failed'>().notNull(),
    claimedBy: bigint('claimed_by', { mode: 'number' }),
    attempts: integer('attempts').notNull().default(0),
    /** A try may have got through: the platform is asked for the key before it is posted again. */
    mayBeOut: boolean('may_be_out').notNull().default(false),
    lastError: text('last_error'),
    /** The platform's address of the post (Slack: ts), for later news in its thread. */
    address: text('address'),
    /** It is left alone until then, by the clock of the database: the platform asked for it, or an earlier try must settle. */
    notBefore: instant('not_before'),
    createdAt: instant('created_at').notNull(),
    postedAt: instant('posted_at'),
  },
  table => [
    uniqueIndex('posts_key').on(table.programmeId, table.key),
    index('posts_ticket').on(table.ticketId),
    // Which Vorgang a thread is about.
    index('posts_address')
      .on(table.programmeId, table.platform, table.channel, table.address)
      .where(sql`address is not null`),
    index('posts_open').on(table.programmeId, table.id).where(sql`state not in ('posted', 'failed')`),
  ],
)
