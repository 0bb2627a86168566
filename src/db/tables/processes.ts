import type { FeedScope } from '../../domain/feed/entry.ts'
import type { FeedItem } from '../../domain/feed/feedItem.ts'
import type { ProcessChange } from '../../domain/process/process.ts'
import type { SubjectKind } from '../../domain/process/template/template.ts'
import {
  bigint,
  bigserial,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from '../drizzle.ts'
import { instant, programme } from './columns.ts'

/** An Ablauf that has begun. What happened to it stands in process_events; this row does not change. */
export const processes = pgTable(
  'processes',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    template: text('template').notNull(),
    subjectKind: text('subject_kind').$type<SubjectKind>().notNull(),
    subject: text('subject').notNull(),
    cycle: text('cycle').notNull(),
    startOn: date('start_on').notNull(),
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
    /** A function, or "kla" when the calendar began it. */
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  table => [
    // What begins by the calendar begins once, however many processes look at the clock.
    uniqueIndex('processes_once').on(
      table.programmeId,
      table.template,
      table.subjectKind,
      table.subject,
      table.cycle,
    ),
  ],
)

/** What happened to an Ablauf, in this order; only added to. */
export const processEvents = pgTable(
  'process_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    processId: bigint('process_id', { mode: 'number' }).notNull(),
    change: jsonb('change').$type<ProcessChange>().notNull(),
    reason: text('reason'),
    decidedBy: text('decided_by'),
    /** Function of who made it. */
    by: text('by').notNull(),
    at: instant('at').notNull(),
    /** Names what may be written once only: the event of the platform that asked for it. */
    key: text('key').notNull(),
  },
  table => [
    uniqueIndex('process_events_once').on(table.programmeId, table.key),
    index('process_events_process').on(table.processId, table.id),
  ],
)

/** "F-7": the number under which people speak of a step with a date. */
export const deadlineNumbers = pgTable(
  'deadline_numbers',
  {
    programmeId: programme(),
    seq: integer('seq').notNull(),
    processId: bigint('process_id', { mode: 'number' }).notNull(),
    step: text('step').notNull(),
  },
  table => [
    primaryKey({ columns: [table.programmeId, table.seq] }),
    uniqueIndex('deadline_numbers_step').on(table.processId, table.step),
  ],
)

/** Schools, model sites, providers … that people named; those of the profile are not in it. */
export const units = pgTable(
  'units',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    kind: text('kind').$type<'schule' | 'modellstandort' | 'traeger' | 'sozialraum'>().notNull(),
    name: text('name').notNull(),
    place: text('place'),
    by: text('by').notNull(),
    at: instant('at').notNull(),
    removedAt: instant('removed_at'),
  },
  table => [uniqueIndex('units_name').on(table.programmeId, table.kind, table.name)],
)

/** Reminders that were said, so that each is said once. `key` names thing, date and step. */
export const remindersSent = pgTable(
  'reminders_sent',
  {
    programmeId: programme(),
    key: text('key').notNull(),
    /** The morning whose message carries it. */
    sentOn: date('sent_on').notNull(),
    at: instant('at').notNull(),
  },
  table => [
    primaryKey({ columns: [table.programmeId, table.key] }),
    index('reminders_sent_on').on(table.programmeId, table.sentOn),
  ],
)

/** Secret addresses under which a calendar can be subscribed; only the hash of the secret is kept. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    secretHash: text('secret_hash').notNull(),
    scope: jsonb('scope').$type<FeedScope>().notNull(),
    label: text('label').notNull(),
    /** Person id of who made it. */
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  table => [uniqueIndex('calendar_feeds_secret').on(table.secretHash)],
)

/** What the feeds last said about each date: a change raises its sequence, what disappears is cancelled (RFC 5546). */
export const feedEntries = pgTable(
  'feed_entries',
  {
    programmeId: programme(),
    uid: text('uid').notNull(),
    fingerprint: text('fingerprint').notNull(),
    sequence: integer('sequence').notNull(),
    entry: jsonb('entry').$type<FeedItem>().notNull(),
    changedAt: instant('changed_at').notNull(),
    cancelledAt: instant('cancelled_at'),
  },
  table => [primaryKey({ columns: [table.programmeId, table.uid] })],
)
