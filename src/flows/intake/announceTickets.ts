import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { insertPosts, type NewPost } from '../../db/posts.ts'
import { numbersOf } from '../../db/tickets.ts'
import { type DataClass, sightOf } from '../../domain/ticket/visibility.ts'
import { announcement } from '../../texts/announcement.ts'
import { postsIn } from '../posts/postsIn.ts'
import type { OpenedTicket, OpenNeeds } from './mailInHand.ts'

/** Tells the channels that the profile names for the type of each Vorgang, at what a channel may know of it. */
export async function announceTickets(
  needs: OpenNeeds,
  tx: Queries,
  opened: OpenedTicket[],
  now: Temporal.Instant,
): Promise<number[]> {
  const others = await numbersOf(
    tx,
    opened.flatMap(({ destiny }) => destiny.match?.ticketId ?? []),
  )
  const rows: NewPost[] = opened.flatMap(({ ticket, destiny: { match }, continues }) => {
    const sight = sightOf('kanal', ticket.dataClass)
    const other = match && others.get(match.ticketId)
    const reply = announcement(ticket, sight, {
      match: other && toldInChannels(other) ? { number: other.number, reason: match.reason } : null,
      continues: continues && toldInChannels(continues) ? continues.number : null,
    })
    if (!reply) return []
    // The channel itself would tell the type, and of a protected Vorgang only the number may be known.
    const channel = sight === 'reduced' ? 'sonst' : (ticket.stakeholder ?? 'sonst')
    const { programmeId, id: ticketId } = ticket
    const news = { programmeId, ticketId, key: `announcement:${ticketId}`, reply }
    return postsIn(needs.postTargets(channel), news, now.toString())
  })
  return insertPosts(tx, rows)
}

/** Whether a channel hears more than the number of such a Vorgang; less would tell of it by what it is named beside. */
export function toldInChannels({ dataClass }: { dataClass: DataClass }): boolean {
  return sightOf('kanal', dataClass) === 'metadata'
}
