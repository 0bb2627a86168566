import type { Temporal } from 'temporal-polyfill'
import type { ChatPlatform, PostFailure } from '../../adapters/chatTypes.ts'
import type { Database } from '../../db/connect.ts'
import { claimPost, type Post, settlePost, stillOurs, threadOfTicket } from '../../db/posts.ts'
import { type EnqueueJobs, TryLater } from '../needs.ts'
import { onceAtATime } from '../onceAtATime.ts'

export interface PostNeeds {
  db: Database
  enqueue: EnqueueJobs
  now(): Temporal.Instant
  instanceId: number
  platforms: ReadonlyMap<Post['platform'], ChatPlatform>
  /** Posts that this process is posting right now; doubled jobs leave them alone. */
  underWay: Set<number>
}

/** A platform may still be working on a post whose answer we did not get; only after so many seconds is it looked for. */
const settlingSeconds = 60

/**
 * Posts one message at most once. When an earlier try may have got through, the platform is asked for it by its
 * key before anything is posted again.
 */
export async function postToChat(needs: PostNeeds, postId: number): Promise<void> {
  await onceAtATime(needs.underWay, postId, () => postOnce(needs, postId))
}

async function postOnce(needs: PostNeeds, postId: number): Promise<void> {
  const { db, instanceId } = needs
  const post = await claimPost(db, postId, instanceId)
  if (!post) return
  const platform = needs.platforms.get(post.platform)
  if (!platform) return giveUp(needs, post, `Die Plattform „${post.platform}“ ist nicht eingerichtet.`)
  const thread =
    post.thread !== null || post.ticketId === null
      ? post.thread
      : await threadOfTicket(db, post.ticketId, post.platform, post.channel, post.id)
  if (thread === 'waiting')
    return later(needs, post, 'Der erste Beitrag zu diesem Vorgang steht noch nicht im Kanal.', post.mayBeOut)
  if (post.mayBeOut) {
    const found = await whereItStands(platform, post, thread)
    if (found === 'unknown')
      return later(needs, post, 'Ob der Beitrag schon im Kanal steht, ist gerade nicht feststellbar.', true)
    if (found !== null) return posted(needs, post, found)
  }
  if (!(await stillOurs(db, post.id, instanceId))) return
  const result = await platform.post(post.channel, post.reply, post.key, thread)
  return result.kind === 'posted' ? posted(needs, post, result.address) : failed(needs, post, result)
}

/** The earlier try may have gone out before there was a thread to put it into. */
async function whereItStands(
  platform: ChatPlatform,
  post: Post,
  thread: string | null,
): Promise<string | null | 'unknown'> {
  const since = post.createdAt
  const inThread = await platform.findPost(post.channel, post.key, { since, thread })
  return inThread === null && thread !== null
    ? platform.findPost(post.channel, post.key, { since, thread: null })
    : inThread
}

async function failed(needs: PostNeeds, post: Post, failure: PostFailure): Promise<void> {
  switch (failure.kind) {
    case 'later':
      if (failure.retryAfterSeconds <= 5) return later(needs, post, failure.reason, false)
      return afterwards(needs, post, failure.reason, false, failure.retryAfterSeconds)
    case 'uncertain':
      return afterwards(needs, post, failure.reason, true, settlingSeconds)
    case 'channel-closed':
      return giveUp(needs, post, failure.reason)
  }
}

function posted(needs: PostNeeds, post: Post, address: string): Promise<void> {
  const postedAt = needs.now().toString()
  return settlePost(needs.db, post.id, needs.instanceId, { state: 'posted', address, postedAt })
}

function giveUp(needs: PostNeeds, post: Post, lastError: string): Promise<void> {
  return settlePost(needs.db, post.id, needs.instanceId, { state: 'failed', lastError, mayBeOut: false })
}

/** The job itself is repeated, with growing pauses. */
async function later(needs: PostNeeds, post: Post, lastError: string, mayBeOut: boolean): Promise<void> {
  await settlePost(needs.db, post.id, needs.instanceId, { state: 'ready', lastError, mayBeOut })
  throw new TryLater(lastError)
}

/** Another job does it at a time that the platform named, or when it must have settled. */
async function afterwards(
  needs: PostNeeds,
  post: Post,
  lastError: string,
  mayBeOut: boolean,
  afterSeconds: number,
): Promise<void> {
  await needs.db.transaction(async tx => {
    await settlePost(tx, post.id, needs.instanceId, { state: 'ready', lastError, mayBeOut })
    await needs.enqueue(tx, 'postToChat', [{ postId: post.id }], { afterSeconds })
  })
}
