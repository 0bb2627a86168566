import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/connect.ts'
import { eq } from '../../db/drizzle.ts'
import { tickets } from '../../db/schema.ts'
import { newestChange, newestChangeBy, type TicketChangeRow } from '../../db/ticketChanges.ts'
import { type Ticket, ticketByNumber } from '../../db/tickets.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { undoMinutes } from './undoChange.ts'

/** Which change a person means who wants to take one back. */
export type ChangeToUndo =
  | { kind: 'no-ticket' }
  /** `changeId` null: nobody changed it, or this person changed nothing lately. */
  | { kind: 'found'; ticket: Ticket | null; changeId: number | null }

/** The newest change of a Vorgang, whoever made it, or of this person. A change that was made along with another one stands for that one. */
export async function changeToUndo(
  needs: { db: Database; programme: Programme; now(): Temporal.Instant },
  number: { year: number; seq: number } | null,
  actor: string,
): Promise<ChangeToUndo> {
  const { db, programme } = needs
  if (number) {
    const ticket = await ticketByNumber(db, programme.id, number)
    if (!ticket) return { kind: 'no-ticket' }
    return { kind: 'found', ticket, changeId: idOf(await newestChange(db, ticket.id)) }
  }
  const since = needs.now().subtract({ minutes: undoMinutes }).toString()
  const change = await newestChangeBy(db, programme.id, actor, since)
  if (!change) return { kind: 'found', ticket: null, changeId: null }
  const [ticket] = await db.select().from(tickets).where(eq(tickets.id, change.ticketId))
  return { kind: 'found', ticket: ticket ?? null, changeId: idOf(change) }
}

function idOf(change: TicketChangeRow | null): number | null {
  return change && (change.after.partOf ?? change.id)
}
