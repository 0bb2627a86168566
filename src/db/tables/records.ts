import { bigint, bigserial, index, jsonb, pgSequence, pgTable, primaryKey, text } from '../drizzle.ts'
import { instant, programme } from './columns.ts'

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
