import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/connect.ts'
import { and, eq } from '../../db/drizzle.ts'
import { joinedInto } from '../../db/possibleMatches.ts'
import { auditLog, tickets } from '../../db/schema.ts'
import type { Ticket } from '../../db/tickets.ts'
import { stateAfter, type TicketAction } from '../../domain/ticket/states.ts'

export interface TicketChange {
  action: Extract<TicketAction, 'zuweisen' | 'abschliessen' | 'wieder_oeffnen'>
  /** For zuweisen: who has it from now on. */
  owner?: string
}

export type ChangeResult =
  | { kind: 'changed'; before: Ticket; after: Ticket }
  /** Nothing to do: it is so already. */
  | { kind: 'unchanged'; ticket: Ticket }
  | { kind: 'not-allowed'; ticket: Ticket }
  /** It was put to another one, where its letters are: opened again it would be an empty one beside it. */
  | { kind: 'joined'; ticket: Ticket; into: Ticket }

/**
 * Assigns, closes or re-opens a Vorgang, with its audit entry, in one transaction. Two people who act at
 * once are put in a row by the row lock; the second sees what the first did.
 */
export async function changeTicket(
  needs: { db: Database; now(): Temporal.Instant },
  ticketId: number,
  change: TicketChange,
  actor: string,
): Promise<ChangeResult> {
  const at = needs.now().toString()
  return needs.db.transaction(async tx => {
    const [before] = await tx.select().from(tickets).where(eq(tickets.id, ticketId)).for('update')
    if (!before) throw new Error(`no ticket with id ${ticketId}`)
    const into = before.state === 'abgeschlossen' ? await joinedInto(tx, ticketId) : null
    if (into) return { kind: 'joined', ticket: before, into }
    const state = stateAfter(before.state, change.action)
    if (change.action === 'zuweisen' && state && before.owner === change.owner && before.state === state)
      return { kind: 'unchanged', ticket: before }
    if (!state) return { kind: 'not-allowed', ticket: before }
    const [after] = await tx
      .update(tickets)
      .set({
        state,
        owner: change.action === 'zuweisen' ? (change.owner ?? before.owner) : before.owner,
        closedAt:
          change.action === 'abschliessen' ? at : change.action === 'wieder_oeffnen' ? null : before.closedAt,
        changedAt: at,
      })
      .where(and(eq(tickets.id, ticketId), eq(tickets.programmeId, before.programmeId)))
      .returning()
    await tx.insert(auditLog).values({
      programmeId: before.programmeId,
      at,
      actor,
      action: change.action,
      ticketId,
      detail: { from: before.state, to: state, owner: after!.owner },
    })
    return { kind: 'changed', before, after: after! }
  })
}
