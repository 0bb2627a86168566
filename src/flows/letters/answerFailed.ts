import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { eq } from '../../db/drizzle.ts'
import type { OutgoingMail } from '../../db/outgoingMails.ts'
import { auditLog, tickets } from '../../db/schema.ts'
import { stateAfter } from '../../domain/ticket/states.ts'
import type { EnqueueJobs } from '../needs.ts'
import { refreshPostsOf } from '../tickets/writeChange.ts'

/** An answer certainly did not leave: its Vorgang is not answered, so it goes back to those who work on it. */
export async function answerFailed(
  needs: { enqueue: EnqueueJobs },
  tx: Queries,
  mail: Pick<OutgoingMail, 'id' | 'ticketId'>,
  now: Temporal.Instant,
): Promise<void> {
  if (mail.ticketId === null) return
  const [ticket] = await tx.select().from(tickets).where(eq(tickets.id, mail.ticketId)).for('update')
  const state = ticket && stateAfter(ticket.state, 'antwort_gescheitert')
  if (!ticket || !state) return
  const at = now.toString()
  await tx.update(tickets).set({ state, snoozedUntil: null, changedAt: at }).where(eq(tickets.id, ticket.id))
  await tx.insert(auditLog).values({
    programmeId: ticket.programmeId,
    at,
    actor: 'kla',
    action: 'antwort_gescheitert',
    ticketId: ticket.id,
    detail: { from: ticket.state, to: state, outgoingMailId: mail.id },
  })
  await refreshPostsOf(needs, tx, ticket.id, false)
}
