import type { ChatPlatform } from '../../adapters/chatTypes.ts'
import type { Database } from '../../db/connect.ts'
import { possibleMatchesOf } from '../../db/possibleMatches.ts'
import { type Post, postWithTicket, setReply } from '../../db/posts.ts'
import { linkedTickets } from '../../db/successors.ts'
import { sightOf } from '../../domain/ticket/visibility.ts'
import { type AnnouncedLinks, announcement } from '../../texts/announcement.ts'
import { withdrawnPost } from '../../texts/ticketNews.ts'
import { toldInChannels } from '../intake/announceTickets.ts'
import { TryLater } from '../needs.ts'

/**
 * Makes a post about a Vorgang show what its channel may know of it now: the announcement as it would read today, less than
 * before, or that it was withdrawn. Further news in its thread says no more than the announcement and becomes the same.
 */
export async function refreshPost(
  needs: { db: Database; platforms: ReadonlyMap<Post['platform'], ChatPlatform> },
  postId: number,
): Promise<void> {
  const found = await postWithTicket(needs.db, postId)
  if (found?.post.state !== 'posted' || found.post.address === null) return
  const { post, ticket } = found
  const links = await linksFor(needs.db, ticket.id)
  const reply = announcement(ticket, sightOf('kanal', ticket.dataClass), links) ?? withdrawnPost()
  await setReply(needs.db, postId, reply)
  const result = await needs.platforms.get(post.platform)?.update(post.channel, found.post.address, reply)
  if (result && (result.kind === 'later' || result.kind === 'uncertain')) throw new TryLater(result.reason)
}

/** What a channel may know of the other Vorgänge that this one has to do with, as it is now. */
async function linksFor(db: Database, ticketId: number): Promise<AnnouncedLinks> {
  const [matches, { goesOnIn, before }] = await Promise.all([
    possibleMatchesOf(db, ticketId),
    linkedTickets(db, ticketId),
  ])
  return {
    match: matches.find(toldInChannels) ?? null,
    continues: before.find(toldInChannels)?.number ?? null,
    goesOnIn: goesOnIn && toldInChannels(goesOnIn) ? goesOnIn.number : null,
  }
}
