import { rejectOpenMatch } from '../../db/possibleMatches.ts'
import { postedOfTicket } from '../../db/posts.ts'
import { auditLog } from '../../db/schema.ts'
import type { Ticket } from '../../db/tickets.ts'
import type { JoinNeeds } from './joinTickets.ts'

/** A person says that `ticket` does not belong to `other`. false: nobody had thought so, or it was decided before. */
export async function rejectMatch(
  needs: JoinNeeds,
  ticket: Ticket,
  other: Ticket,
  actor: string,
): Promise<boolean> {
  const at = needs.now().toString()
  return needs.db.transaction(async tx => {
    if (!(await rejectOpenMatch(tx, ticket.id, other.id, actor, at))) return false
    await tx.insert(auditLog).values({
      programmeId: ticket.programmeId,
      at,
      actor,
      action: 'nicht_zugeordnet',
      ticketId: ticket.id,
      detail: { to: other.number },
    })
    const stale = await postedOfTicket(tx, ticket.id)
    await needs.enqueue(
      tx,
      'refreshPost',
      stale.map(postId => ({ postId })),
    )
    return true
  })
}
