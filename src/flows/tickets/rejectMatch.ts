import { rejectOpenMatch } from '../../db/possibleMatches.ts'
import { auditLog } from '../../db/schema.ts'
import type { Ticket } from '../../db/tickets.ts'
import type { JoinNeeds } from './joinTickets.ts'
import { refreshPostsOf } from './writeChange.ts'

/**
 * A person says that `ticket` and `other` do not belong together, whichever was thought to belong to which. false: nobody had
 * thought so, or it was decided before.
 */
export async function rejectMatch(
  needs: JoinNeeds,
  ticket: Ticket,
  other: Ticket,
  actor: string,
): Promise<boolean> {
  const at = needs.now().toString()
  return needs.db.transaction(async tx => {
    const one = await rejectOpenMatch(tx, ticket.id, other.id, actor, at)
    const back = await rejectOpenMatch(tx, other.id, ticket.id, actor, at)
    if (!one && !back) return false
    await tx.insert(auditLog).values({
      programmeId: ticket.programmeId,
      at,
      actor,
      action: 'nicht_zugeordnet',
      ticketId: ticket.id,
      detail: { to: other.number },
    })
    for (const { id } of [ticket, other]) await refreshPostsOf(needs, tx, id, false)
    return true
  })
}
