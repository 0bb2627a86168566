import { addLink, removeLink } from '../../db/ticketLinks.ts'
import type { Ticket } from '../../db/tickets.ts'
import { lockTickets } from '../../db/tickets.ts'
import type { ChangeTicketNeeds } from './changeTicket.ts'
import { writeChange } from './writeChange.ts'

export type LinkResult =
  | { kind: 'changed'; ticket: Ticket }
  /** It was so already. */
  | { kind: 'unchanged' }
  /** This one is not what was decided about any more. */
  | { kind: 'not-allowed'; ticket: Ticket }

/**
 * A person says that two Vorgänge have to do with each other (`linked`), or that they do not. Each keeps its letters. `stands`: whether each
 * is still what was decided about, asked under the lock.
 */
export async function linkTickets(
  needs: ChangeTicketNeeds,
  [oneId, otherId]: readonly [number, number],
  linked: boolean,
  actor: string,
  stands: (ticket: Ticket) => boolean = () => true,
): Promise<LinkResult> {
  const at = needs.now().toString()
  return needs.db.transaction(async tx => {
    const locked = await lockTickets(tx, [oneId, otherId])
    const [one, other] = [locked.get(oneId), locked.get(otherId)]
    if (!one || !other) throw new Error(`no tickets with ids ${oneId}, ${otherId}`)
    const changed = [one, other].find(ticket => !stands(ticket))
    if (changed) return { kind: 'not-allowed', ticket: changed }
    const pair = [oneId, otherId] as const
    const done = linked ? await addLink(tx, one.programmeId, pair, actor, at) : await removeLink(tx, pair)
    if (!done) return { kind: 'unchanged' }
    const entry = { actor, at, action: linked ? 'verknuepft' : 'geloest', shownChanged: true }
    const first = await writeChange(
      needs,
      tx,
      one,
      {},
      {
        ...entry,
        beside: { linked: otherId },
        detail: { other: other.number },
      },
    )
    await writeChange(
      needs,
      tx,
      other,
      {},
      {
        ...entry,
        beside: { partOf: first.changeId },
        detail: { other: one.number },
      },
    )
    return { kind: 'changed', ticket: first.ticket }
  })
}
