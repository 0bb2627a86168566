import type { Flag, Stakeholder, Topic } from '../../domain/classify/labels.ts'
import type { DataClass } from '../../domain/ticket/visibility.ts'
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
    | 'unknownPlace'
    | 'flags'
    | 'bidderQuestion'
    | 'dataClass'
    | 'confidence'
    | 'closedAt'
  >
>

/** What a change did besides the row of its Vorgang, so that it can be taken back. Ids only. */
export interface ChangeBeside {
  /** It was made together with this change, of another Vorgang; that one says what was done. */
  partOf?: number
  /** The other Vorgang of a link that was made or taken away. */
  linked?: number
  /** The Vorgang whose contents came into this one. */
  joined?: JoinedContents
  /** The internal note that says it. */
  noteId?: number
}

/** What moved from one Vorgang into another. */
export interface JoinedContents {
  fromId: number
  /** Ids of rows by the name of their table. */
  moved: Record<string, number[]>
  /** Addresses that took part in the first one only. */
  participants: string[]
  matches: MatchesBefore
}

/** What was asked about the first one before it was joined: whether it belongs to others, and others to it. */
export interface MatchesBefore {
  /** Open questions. */
  open: { ticketId: number; otherTicketId: number }[]
  /** What was decided before about the two that were joined; null: nobody had asked. */
  between: {
    decision: 'joined' | 'rejected' | null
    decidedBy: string | null
    decidedAt: string | null
  } | null
  /** Vorgänge of which nobody had asked whether they belong to the second one. */
  added: number[]
}

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
    after: jsonb('after').$type<TicketBefore & ChangeBeside>().notNull(),
    /** As typed by a person: shown in the house only. */
    reason: text('reason'),
    undoneAt: instant('undone_at'),
  },
  table => [
    index('ticket_changes_ticket').on(table.ticketId),
    // The last one of a person, to take it back.
    index('ticket_changes_actor').on(table.programmeId, table.actor, table.id),
  ],
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
  flags: Flag[]
  bidderQuestion: boolean
  dataClass: DataClass
}
