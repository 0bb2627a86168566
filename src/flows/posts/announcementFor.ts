import { contentAt, type LetterRead } from '../../domain/disclosure/contentAt.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { type Onlooker, postSight } from '../../domain/ticket/visibility.ts'
import type { Reply } from '../../reply/reply.ts'
import { type AnnouncedLinks, announcement, type TicketAnnounced } from '../../texts/announcement.ts'

/** Where a post stands, as far as it decides what may stand in it. */
export type SeenFrom = Pick<Onlooker, 'platform' | 'level'>

/** What an announcement is made of. `letter`: the one that opened the Vorgang; null: none, or no place may see of it. */
export interface Announced {
  programme: Programme
  ticket: TicketAnnounced
  letter: LetterRead | null
  links?: AnnouncedLinks
  workplaceUrl?: string | null
}

/**
 * The announcement of a Vorgang as a channel of this platform may see it; null: it may not know of it. All that posts one asks
 * here: new ones, changed ones and the preview.
 */
export function announcementFor(
  place: SeenFrom,
  { programme, ticket, letter, links = {}, workplaceUrl = null }: Announced,
): Reply | null {
  const sight = postSight(place, ticket.dataClass)
  return announcement(ticket, sight, links, workplaceUrl, contentAt(sight, letter, programme))
}
