import type { Queries } from './connect.ts'
import { sql } from './drizzle.ts'
import { postsOfTicket } from './posts.ts'

/**
 * Ids of all posts that may tell of a Vorgang: its own, and the announcements of those that it is linked with, goes on in, continues, or may
 * be one with, for these name it. They stand on a platform or are on their way there. To be changed when its protection changes.
 */
export async function postsTellingOf(db: Queries, ticketId: number): Promise<number[]> {
  const naming = await db.execute<{ id: string }>(sql`
    select p.id from posts p
    join (
      select other_ticket_id as id from ticket_links where ticket_id = ${ticketId}
      union select ticket_id from ticket_links where other_ticket_id = ${ticketId}
      union select ticket_id from successors where closed_ticket_id = ${ticketId}
      union select closed_ticket_id from successors where ticket_id = ${ticketId}
      union select ticket_id from possible_matches where other_ticket_id = ${ticketId} and decision is null
    ) other on other.id = p.ticket_id
    where p.state <> 'failed' and starts_with(p.key, 'announcement:' || p.ticket_id || ':')
    order by p.id`)
  return [...(await postsOfTicket(db, ticketId, 'all')), ...naming.map(row => Number(row.id))]
}
