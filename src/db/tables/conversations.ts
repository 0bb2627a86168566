import {
  bigint,
  bigserial,
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

/** What people wrote in a chat and what belongs to a Vorgang: the question that opened it, and what was said below it. */
export const chatMessages = pgTable(
  'chat_messages',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    ticketId: bigint('ticket_id', { mode: 'number' }).notNull(),
    platform: text('platform').notNull(),
    channel: text('channel').notNull(),
    /** The platform's address of the message; with it the same message is kept once. */
    address: text('address').notNull(),
    /** Address of the message that it answers; null: it opened the Vorgang or stands for itself. */
    thread: text('thread'),
    /** Account, "slack:U012AB". */
    authorId: text('author_id').notNull(),
    /** Function of a linked person, otherwise "Gast". */
    authorName: text('author_name').notNull(),
    text: text('text').notNull(),
    files: integer('files').notNull(),
    at: instant('at').notNull(),
  },
  table => [
    uniqueIndex('chat_messages_once').on(table.programmeId, table.platform, table.channel, table.address),
    index('chat_messages_ticket').on(table.ticketId),
    index('chat_messages_thread')
      .on(table.programmeId, table.platform, table.channel, table.thread)
      .where(sql`thread is not null`),
  ],
)

/** What a platform keeps over restarts: how far it has read a channel, how a conversation is reached. */
export const platformMemory = pgTable(
  'platform_memory',
  {
    programmeId: programme(),
    platform: text('platform').notNull(),
    key: text('key').notNull(),
    value: jsonb('value').$type<unknown>().notNull(),
    at: instant('at').notNull(),
  },
  table => [primaryKey({ columns: [table.programmeId, table.platform, table.key] })],
)

/** Channels that refused our posts for good: gone, archived, closed to us. The next post that arrives takes the row away. */
export const closedChannels = pgTable(
  'closed_channels',
  {
    programmeId: programme(),
    platform: text('platform').notNull(),
    channel: text('channel').notNull(),
    /** German sentence. */
    reason: text('reason').notNull(),
    since: instant('since').notNull(),
    /** When operators were told; null: not yet. */
    toldAt: instant('told_at'),
  },
  table => [primaryKey({ columns: [table.programmeId, table.platform, table.channel] })],
)

/** Chat accounts that their owners linked to an entry of the list of people. */
export const accountLinks = pgTable(
  'account_links',
  {
    programmeId: programme(),
    /** "slack:U012AB". */
    accountId: text('account_id').notNull(),
    /** Mail address of the entry, lower case. */
    mail: text('mail').notNull(),
    linkedAt: instant('linked_at').notNull(),
  },
  table => [primaryKey({ columns: [table.programmeId, table.accountId] })],
)

/** Codes that were asked for, to prove that an account belongs to a person of the list. Only the newest of an account counts. */
export const linkCodes = pgTable(
  'link_codes',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    accountId: text('account_id').notNull(),
    /** Lower case; null: the address is none of the list. Nothing was sent, but the request counts like every other. */
    mail: text('mail'),
    /** HMAC of the code. */
    codeHash: text('code_hash').notNull(),
    /** Wrong tries. */
    tries: integer('tries').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  table => [
    index('link_codes_account').on(table.programmeId, table.accountId, table.id),
    index('link_codes_mail').on(table.programmeId, table.mail, table.createdAt),
  ],
)
