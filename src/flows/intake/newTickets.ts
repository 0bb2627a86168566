import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { drawNumbers } from '../../db/counters.ts'
import { sql } from '../../db/drizzle.ts'
import { insertRows } from '../../db/insertRows.ts'
import { auditLog, tickets } from '../../db/schema.ts'
import type { Ticket } from '../../db/tickets.ts'
import type { Classification } from '../../domain/classify/labels.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { answerDue } from '../../domain/ticket/answerDue.ts'
import { ticketNumber } from '../../domain/ticket/number.ts'
import { classAfter, type DataClass, dataClassOf } from '../../domain/ticket/visibility.ts'
import { dayOf } from '../../domain/time/day.ts'

/** What opens a Vorgang: a letter, or a message of a chat. */
export interface Opening {
  found: Classification
  /** The closed Vorgang that the new one goes on where it ended; null: it is a new matter. */
  continues: Ticket | null
  live: boolean
  source: Ticket['source']
  /** Who opened it. */
  actor: string
}

/** Writes a Vorgang for each of these, with its number and audit entry; in their order. */
export async function newTickets(
  { id: programmeId, profile }: Programme,
  tx: Queries,
  openings: readonly Opening[],
  now: Temporal.Instant,
): Promise<Ticket[]> {
  const at = now.toString()
  const today = dayOf(now)
  const first = await drawNumbers(tx, programmeId, today.year, openings.length)
  const rows = openings.map(({ found, continues, live, source }, i) => ({
    programmeId,
    year: today.year,
    seq: first + i,
    number: ticketNumber(profile.nummern_praefix, today.year, first + i),
    state: 'eingegangen' as const,
    // "Danke, und ab wann?" says neither who nor what; the Vorgang that it answers did.
    stakeholder: found.stakeholder ?? continues?.stakeholder ?? null,
    topic: found.topic ?? continues?.topic ?? null,
    place: found.place ?? (found.unknownPlace ? null : (continues?.place ?? null)),
    unknownPlace: found.unknownPlace,
    flags: found.flags,
    bidderQuestion: found.bidderQuestion,
    dataClass: classOf(found, continues),
    because: found.because,
    confidence: found.confidence,
    owner: null,
    // An archive promises nothing to anybody.
    dueOn: live ? answerDue(profile, today, found) : null,
    snoozedUntil: null,
    source,
    createdAt: at,
    changedAt: at,
    closedAt: null,
    live,
  }))
  const idOf = new Map(
    (
      await insertRows<typeof tickets, { id: string; seq: number }>(tx, tickets, rows, {
        returning: sql`id, seq`,
      })
    ).map(row => [row.seq, Number(row.id)]),
  )
  const opened = rows.map((row, i) => ({ ...row, id: idOf.get(first + i)! })) // each row was inserted
  await insertRows(
    tx,
    auditLog,
    opened.map(({ id: ticketId }, i) => ({
      programmeId,
      at,
      actor: openings[i]!.actor,
      action: 'eroeffnet',
      ticketId,
      // No content: whoever reads the log may not know what the Vorgang is about.
      detail: {},
    })),
  )
  return opened
}

/** What goes on where a Vorgang ended is protected like it, or more. */
function classOf(found: Classification, continues: Ticket | null): DataClass {
  const own = dataClassOf(found)
  const raised = continues ? classAfter(continues.dataClass, own) : own
  return raised === 'stay' ? continues!.dataClass : raised === 'separate' ? own : raised
}
