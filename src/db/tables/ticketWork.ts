import type { Stakeholder, Topic } from '../../domain/classify/labels.ts'
import { bigint, bigserial, index, jsonb, pgTable, primaryKey, text } from '../drizzle.ts'
import { instant, programme } from './columns.ts'
import type { tickets } from './tickets.ts'

/** What of a Vorgang a person can change, and an undo brings back. */
export type TicketBefore = Partial<
  Pick<
    typeof tickets.$inferSelect,
    | 'state'
    | 'owner'
    | 'dueOn'
    | 'snoozedUntil'
    | 'stakeholder'
    | 'topic'
    | 'place'
    | 'flags'
    | 'bidderQuestion'
    | 'dataClass'
    | 'closedAt'
  >
>

/** What people did to a Vorgang, with what was before: the way back for ten minutes. */
export const ticketChanges = pgTable(
  'ticket_changes',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    ticketId: bigint('ticket_id', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    /** Id of the person. */
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    before: jsonb('before').$type<TicketBefore>().notNull(),
    after: jsonb('after').$type<TicketBefore>().notNull(),
    /** As typed by a person: shown in the house only. */
    reason: text('reason'),
    undoneAt: instant('undone_at'),
  },
  table => [index('ticket_changes_ticket').on(table.ticketId)],
)

/** Two Vorgänge that have to do with each other, said by a person. `ticketId` is the smaller one. */
export const ticketLinks = pgTable(
  'ticket_links',
  {
    programmeId: programme(),
    ticketId: bigint('ticket_id', { mode: 'number' }).notNull(),
    otherTicketId: bigint('other_ticket_id', { mode: 'number' }).notNull(),
    by: text('by').notNull(),
    at: instant('at').notNull(),
  },
  table => [
    primaryKey({ columns: [table.ticketId, table.otherTicketId] }),
    index('ticket_links_other').on(table.otherTicketId),
  ],
)

/** What the classifier said and a person corrected: a lesson for it. The letters themselves are those of the Vorgang. */
export const corrections = pgTable(
  'corrections',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    programmeId: programme(),
    ticketId: bigint('ticket_id', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    said: jsonb('said').$type<Labels>().notNull(),
    meant: jsonb('meant').$type<Labels>().notNull(),
  },
  table => [index('corrections_ticket').on(table.ticketId)],
)

interface Labels {
  stakeholder: Stakeholder | null
  topic: Topic | null
  place: string | null
  urgent: boolean
}
