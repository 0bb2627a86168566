import { Temporal } from 'temporal-polyfill'
import type { DueTicket, TicketFigures } from '../domain/status/ticketFigures.ts'
import type { DataClass } from '../domain/ticket/visibility.ts'
import type { Queries } from './connect.ts'
import { countByStakeholder, countTickets, listTickets, oldestTicket, type Ticket } from './tickets.ts'

/** How far ahead due dates are shown. Days. */
const ahead = 14

/**
 * Open Vorgänge in figures, for some places or all. `today` is an ISO day. null when the asker may know of no
 * class of Vorgänge: then nothing is said, not even "none".
 */
export async function ticketFigures(
  db: Queries,
  programmeId: string,
  asked: { classes: readonly DataClass[]; places?: readonly string[]; today: string },
): Promise<TicketFigures | null> {
  const { classes, places, today } = asked
  if (classes.length === 0) return null
  const open = { state: 'offen' as const, classes, ...(places && { places }) }
  const unanswered = { ...open, state: 'unbeantwortet' as const }
  const until = Temporal.PlainDate.from(today)
    .add({ days: ahead + 1 })
    .toString()
  const [byStakeholder, overdue, oldest, due] = await Promise.all([
    countByStakeholder(db, programmeId, open),
    countTickets(db, programmeId, { ...unanswered, dueBefore: today, awakeOn: today }),
    oldestTicket(db, programmeId, open),
    listTickets(db, programmeId, { ...unanswered, dueFrom: today, dueBefore: until }, 3),
  ])
  return {
    open: byStakeholder.reduce((sum, each) => sum + each.n, 0),
    byStakeholder,
    overdue,
    oldest: oldest && { number: oldest.number, arrived: oldest.createdAt },
    due: due.flatMap(dueTicket),
  }
}

/** The part of a Vorgang that lists of due dates show; nothing for one without due date. */
export function dueTicket(ticket: Ticket): DueTicket[] {
  const { number, stakeholder, topic, place, dueOn, owner } = ticket
  return dueOn === null ? [] : [{ number, stakeholder, topic, place, dueOn, owner }]
}
