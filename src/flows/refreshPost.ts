import type { ChatPlatform } from '../adapters/types.ts'
import type { Database } from '../db/connect.ts'
import { type Post, postWithTicket, setReply } from '../db/posts.ts'
import { sightOf } from '../domain/ticket/visibility.ts'
import { announcement } from '../texts/announcement.ts'
import { withdrawnPost } from '../texts/ticketNews.ts'
import { TryLater } from './needs.ts'

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
  const reply = announcement(ticket, sightOf('kanal', ticket.dataClass)) ?? withdrawnPost()
  await setReply(needs.db, postId, reply)
  const result = await needs.platforms.get(post.platform)?.update(post.channel, found.post.address, reply)
  if (result && (result.kind === 'later' || result.kind === 'uncertain')) throw new TryLater(result.reason)
}
