import type { Temporal } from 'temporal-polyfill'
import type { ChatPlatform } from '../adapters/types.ts'
import type { Database } from '../db/connect.ts'
import { claimPost, type Post, settlePost, threadOfTicket } from '../db/posts.ts'
import { TryLater } from './needs.ts'

export interface PostNeeds {
  db: Database
  now(): Temporal.Instant
  instanceId: number
  platforms: ReadonlyMap<Post['platform'], ChatPlatform>
  /** Posts that this process is posting right now; doubled jobs leave them alone. */
  underWay: Set<number>
}

/**
 * Posts one message at most once. When an earlier try may have got through, the platform is asked for it by its
 * key before anything is posted again.
 */
export async function postToChat(needs: PostNeeds, postId: number): Promise<void> {
  if (needs.underWay.has(postId)) return
  needs.underWay.add(postId)
  try {
    await postOnce(needs, postId)
  } finally {
    needs.underWay.delete(postId)
  }
}

async function postOnce(needs: PostNeeds, postId: number): Promise<void> {
  const { db, instanceId } = needs
  const claimed = await claimPost(db, postId, instanceId)
  if (!claimed) return
  const { post, mayBeOut } = claimed
  const platform = needs.platforms.get(post.platform)
  if (!platform) return giveUp(needs, post, `Die Plattform „${post.platform}“ ist nicht eingerichtet.`)
  if (mayBeOut) {
    const found = await platform.findPost(post.channel, post.key)
    if (found === 'unknown')
      return later(needs, post, 'Ob der Beitrag schon im Kanal steht, ist gerade nicht feststellbar.')
    if (found !== null) return posted(needs, post, found)
  }
  const thread =
    post.ticketId === null ? null : await threadOfTicket(db, post.ticketId, post.platform, post.channel)
  const result = await platform.post(post.channel, post.reply, post.key, thread)
  switch (result.kind) {
    case 'posted':
      return posted(needs, post, result.address)
    case 'later':
    case 'uncertain':
      // Both are repeated; the next try begins by asking the platform for the key.
      return later(needs, post, result.reason)
    case 'channel-closed':
      return giveUp(needs, post, result.reason)
  }
}

function posted(needs: PostNeeds, post: Post, address: string): Promise<void> {
  return settlePost(needs.db, post.id, { state: 'posted', address, postedAt: needs.now().toString() })
}

function giveUp(needs: PostNeeds, post: Post, lastError: string): Promise<void> {
  return settlePost(needs.db, post.id, { state: 'failed', lastError })
}

async function later(needs: PostNeeds, post: Post, lastError: string): Promise<void> {
  await settlePost(needs.db, post.id, { state: 'ready', lastError })
  throw new TryLater(lastError)
}
