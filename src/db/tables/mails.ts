import {
  bigint,
  bigserial,
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  sql,
  text,
  uniqueIndex,
} from '../drizzle.ts'
import { bytea, instant, programme } from './columns.ts'

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
    /** Mails up to this UID lay there before we came (first start "ab-jetzt"); they are none of ours. */
    baselineUid: bigint('baseline_uid', { mode: 'number' }).notNull().default(0),
    /** When the first process began to watch it; a letter that came after it is ours even if that process died at once. */
    begunAt: instant('begun_at'),
    /** After a change of UIDVALIDITY: mails up to this UID are old ones under new numbers; null: none are re-listed. */
    relistingUpTo: bigint('relisting_up_to', { mode: 'number' }),
    /** Last time that everything on the server was stored. */
    completeAt: instant('complete_at'),
    faultSince: instant('fault_since'),
    /** German sentence without secrets. */
    fault: text('fault'),
    /** Since when the alarm stands that this mailbox is not complete; null: no alarm. */
    alarmSince: instant('alarm_since'),
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
    /** Verdict of the virus scanner; null: none is set up. Attachments are handed out only when 'clean' or null. */
    scan: text('scan').$type<'waiting' | 'clean' | 'infected'>(),
    /** What the scanner found, in its words. */
    scanFinding: text('scan_finding'),
  },
  table => [
    uniqueIndex('raw_mails_content').on(table.programmeId, table.contentHash),
    // One letter has one effect, however many workers meet it at the same time. A copy that a list sent is judged as
    // automatic and must not swallow the letter itself, so automatic mail is not among them.
    uniqueIndex('raw_mails_one_effect')
      .on(table.programmeId, table.fingerprint)
      .where(sql`outcome in ('ticket', 'followup')`),
    index('raw_mails_ticket').on(table.ticketId),
    index('raw_mails_unhandled').on(table.programmeId, table.id).where(sql`outcome is null`),
    index('raw_mails_quarantined').on(table.programmeId, table.id).where(sql`outcome = 'quarantined'`),
    index('raw_mails_scanning').on(table.programmeId, table.id).where(sql`scan = 'waiting'`),
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

/** What the server held when it was compared with what we stored: one row for each mailbox and comparison. */
export const serverComparisons = pgTable(
  'server_comparisons',
  {
    programmeId: programme(),
    mailboxId: text('mailbox_id').notNull(),
    at: instant('at').notNull(),
    uidValidity: bigint('uid_validity', { mode: 'bigint' }).notNull(),
    /** Mails on the server up to our cursor and after the baseline. */
    held: integer('held').notNull(),
    /** UIDs among them that we do not have; empty is what must be. */
    missing: bigint('missing', { mode: 'number' }).array().notNull(),
  },
  table => [primaryKey({ columns: [table.programmeId, table.mailboxId, table.at] })],
)

/** Sign-in by OAuth2: what must outlive the process. Sealed with the programme's secret (never readable in a backup). */
export const oauthTokens = pgTable(
  'oauth_tokens',
  {
    programmeId: programme(),
    /** Which sign-in, e.g. the user it is for. */
    name: text('name').notNull(),
    /** Sealed; null: none was given out (client credentials). */
    refreshToken: text('refresh_token'),
    /** When the refresh token or the client secret ends, as far as known. */
    endsAt: instant('ends_at'),
    rotatedAt: instant('rotated_at').notNull(),
    /** Last time that the coming end was announced. */
    announcedAt: instant('announced_at'),
  },
  table => [primaryKey({ columns: [table.programmeId, table.name] })],
)
