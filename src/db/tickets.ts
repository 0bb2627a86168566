import type { Flag, Stakeholder, Topic } from '../domain/classify/labels.ts'
import type { TicketState } from '../domain/ticket/states.ts'
import type { DataClass } from '../domain/ticket/visibility.ts'
import { anyOf } from './anyOf.ts'
import type { Queries } from './connect.ts'
import {
  and,
  arrayContains,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  sql,
} from './drizzle.ts'
import type { OtherTicket } from './possibleMatches.ts'
import { tickets } from './schema.ts'

export type Ticket = typeof tickets.$inferSelect

/** What a list of Vorgänge may be narrowed to. Missing keys do not narrow. */
export interface TicketFilter {
  /** 'offen' is every state but abgeschlossen; 'unbeantwortet' those in which the answer is still ours to give. */
  state?: TicketState | 'offen' | 'unbeantwortet'
  /** 'ungeklaert' finds those without a type. */
  stakeholder?: Stakeholder | 'ungeklaert'
  topic?: Topic
  /** Spelled as in the profile; several for a region. */
  places?: readonly string[]
  /** null: nobody has it. */
  owner?: string | null
  /** Due before this day (ISO date). */
  dueBefore?: string
  /** Due on this day (ISO date) or later. */
  dueFrom?: string
  /** Only those with a due date. */
  hasDueDate?: true
  bidderQuestion?: boolean
  /** Not put off on this day (ISO date). */
  awakeOn?: string
  /** Put off beyond this day (ISO date). */
  snoozedOn?: string
  /** With this sign, e.g. heute_sichten. */
  flag?: Flag
  /** Classes that the asker may know of; always given, so that nobody forgets it. */
  classes: readonly DataClass[]
}

/**
 * First by due date, then newest number last; closed ones: those closed last come first. At most `limit`. Which ones is read from
 * an index alone (tickets_open_due, tickets_closed); only those are fetched.
 */
export async function listTickets(
  db: Queries,
  programmeId: string,
  filter: TicketFilter,
  limit = 20,
  offset = 0,
): Promise<Ticket[]> {
  const order =
    filter.state === 'abgeschlossen'
      ? [desc(tickets.closedAt), desc(tickets.id)]
      : [sql`${tickets.dueOn} asc nulls last`, asc(tickets.year), asc(tickets.seq)]
  const wanted = db
    .select({ id: tickets.id })
    .from(tickets)
    .where(where(programmeId, filter))
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
  return db
    .select()
    .from(tickets)
    .where(inArray(tickets.id, wanted))
    .orderBy(...order)
}

/** How many there are; with `atMost` the counting ends there, and it means so many or more. */
export async function countTickets(
  db: Queries,
  programmeId: string,
  filter: TicketFilter,
  atMost = Number.MAX_SAFE_INTEGER,
): Promise<number> {
  const some = db
    .select({ id: tickets.id })
    .from(tickets)
    .where(where(programmeId, filter))
    .limit(atMost)
    .as('some')
  const [row] = await db.select({ n: count() }).from(some)
  return row?.n ?? 0
}

/** Number of Vorgänge by type, most first; null is ungeklärt. */
export async function countByStakeholder(
  db: Queries,
  programmeId: string,
  filter: TicketFilter,
): Promise<{ stakeholder: Stakeholder | null; n: number }[]> {
  return db
    .select({ stakeholder: tickets.stakeholder, n: count() })
    .from(tickets)
    .where(where(programmeId, filter))
    .groupBy(tickets.stakeholder)
    .orderBy(desc(count()))
}

/** The oldest Vorgang that the filter leaves, null if none. */
export async function oldestTicket(
  db: Queries,
  programmeId: string,
  filter: TicketFilter,
): Promise<Ticket | null> {
  const [row] = await db
    .select()
    .from(tickets)
    .where(where(programmeId, filter))
    .orderBy(asc(tickets.createdAt), asc(tickets.id))
    .limit(1)
  return row ?? null
}

export async function ticketByNumber(
  db: Queries,
  programmeId: string,
  number: { year: number; seq: number },
): Promise<Ticket | null> {
  const [row] = await db
    .select()
    .from(tickets)
    .where(
      and(eq(tickets.programmeId, programmeId), eq(tickets.year, number.year), eq(tickets.seq, number.seq)),
    )
  return row ?? null
}

/** Locks Vorgänge in the order of their ids, so that two who lock several never wait for each other. */
export async function lockTickets(tx: Queries, ids: readonly number[]): Promise<Map<number, Ticket>> {
  const rows = await tx
    .select()
    .from(tickets)
    .where(anyOf(tickets.id, [...new Set(ids)]))
    .orderBy(asc(tickets.id))
    .for('update')
  return new Map(rows.map(row => [row.id, row]))
}

/** Number and class of these Vorgänge, by id. */
export async function numbersOf(db: Queries, ids: readonly number[]): Promise<Map<number, OtherTicket>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: tickets.id, number: tickets.number, dataClass: tickets.dataClass })
    .from(tickets)
    .where(anyOf(tickets.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, number, dataClass }) => [id, { number, dataClass }]))
}

function where(programmeId: string, filter: TicketFilter) {
  return and(
    eq(tickets.programmeId, programmeId),
    inArray(tickets.dataClass, [...filter.classes]),
    ...inState(filter.state),
    filter.stakeholder === 'ungeklaert'
      ? isNull(tickets.stakeholder)
      : filter.stakeholder === undefined
        ? undefined
        : eq(tickets.stakeholder, filter.stakeholder),
    filter.topic === undefined ? undefined : eq(tickets.topic, filter.topic),
    filter.places === undefined ? undefined : inArray(tickets.place, [...filter.places]),
    filter.owner === null
      ? isNull(tickets.owner)
      : filter.owner === undefined
        ? undefined
        : eq(tickets.owner, filter.owner),
    filter.hasDueDate ? isNotNull(tickets.dueOn) : undefined,
    filter.dueFrom === undefined ? undefined : gte(tickets.dueOn, filter.dueFrom),
    filter.dueBefore === undefined ? undefined : lt(tickets.dueOn, filter.dueBefore),
    filter.bidderQuestion === undefined ? undefined : eq(tickets.bidderQuestion, filter.bidderQuestion),
    filter.awakeOn === undefined
      ? undefined
      : or(isNull(tickets.snoozedUntil), lte(tickets.snoozedUntil, filter.awakeOn)),
    filter.snoozedOn === undefined ? undefined : gt(tickets.snoozedUntil, filter.snoozedOn),
    filter.flag === undefined ? undefined : arrayContains(tickets.flags, [filter.flag]),
  )
}

/** Written out, not as a parameter: a plan made for every value could not use the index of the open ones. */
const open = sql`${tickets.state} <> 'abgeschlossen'`

function inState(state: TicketFilter['state']) {
  switch (state) {
    case undefined:
      return []
    case 'offen':
      return [open]
    case 'unbeantwortet':
      return [open, sql`${tickets.state} in ('eingegangen', 'in_bearbeitung', 'wartet')`]
    case 'abgeschlossen':
      return [sql`${tickets.state} = 'abgeschlossen'`]
    default:
      return [open, eq(tickets.state, state)]
  }
}

/** Numbers ("KA-2024-0003") of these Vorgänge by their ids. */
export async function ticketNumbers(db: Queries, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: tickets.id, number: tickets.number })
    .from(tickets)
    .where(anyOf(tickets.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, number }) => [id, number]))
}
