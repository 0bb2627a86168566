import type { Temporal } from 'temporal-polyfill'
import type { ChatPlatform } from '../../adapters/chatTypes.ts'
import { forgetClosed } from '../../db/closedChannels.ts'
import type { Database } from '../../db/connect.ts'
import { claimPost, type Post, settlePost, stillOurs, threadOfTicket } from '../../db/posts.ts'
import type { EnqueueJobs } from '../needs.ts'
import { type ClosedChannelNeeds, closeChannel } from './closeChannel.ts'

export interface PostNeeds {
  db: Database
  enqueue: EnqueueJobs
  now(): Temporal.Instant
  instanceId: number
  platforms: ReadonlyMap<Post['platform'], ChatPlatform>
  /** Posts that this process is posting right now; doubled jobs leave them alone. */
  underWay: Set<number>
  /** What happens when a channel is gone. */
  operators: ClosedChannelNeeds
}

/** What became of one try. */
export type Turn =
  | 'posted'
  | 'given-up'
  /** The channel takes nothing now; a job comes back. */
  | 'later'
  /** Only this post has to wait, and a job comes back; others may pass. */
  | 'aside'
  /** Somebody else has it in hand. */
  | 'elsewhere'

/** A platform may still be working on a post whose answer we did not get; only after so many seconds is it looked for. */
const settlingSeconds = 60
/** How long it is left alone while nobody can tell whether it arrived: so many seconds more with each try, at most the second number. */
const unknownSeconds = [60, 600] as const
/** After so many tries, about a day, a person is asked: some platforms can never tell. */
const mostUnknown = 150
/** While the first post of its Vorgang is not out. */
const followSeconds = 30

/**
 * Tries one post. When an earlier try may have got through, the platform is asked for it by its key before anything is posted again.
 * Whatever is not settled has a job that comes back, written with what is known.
 */
export async function postOnce(needs: PostNeeds, postId: number): Promise<Turn> {
  const { db, instanceId } = needs
  const post = await claimPost(db, postId, instanceId)
  if (!post) return 'elsewhere'
  const platform = needs.platforms.get(post.platform)
  if (!platform) return giveUp(needs, post, `Die Plattform „${post.platform}“ ist nicht eingerichtet.`)
  const thread = await threadOf(db, post)
  if (thread === 'waiting') return behindItsFirst(needs, post)
  if (post.mayBeOut) {
    const found = await whereItStands(platform, post, thread)
    if (found === 'unknown') {
      const [step, most] = unknownSeconds
      const why = 'Ob der Beitrag im Kanal steht, ist nicht feststellbar. Bitte dort nachsehen.'
      if (post.attempts >= mostUnknown) return giveUp(needs, post, why)
      return inDoubt(needs, post, why, Math.min(post.attempts * step, most))
    }
    if (found !== null) return posted(needs, post, found)
  }
  if (!(await stillOurs(db, post.id, instanceId))) return 'elsewhere'
  const result = await platform.post(post.channel, post.reply, post.key, thread)
  switch (result.kind) {
    case 'posted':
      return posted(needs, post, result.address)
    case 'later':
      await comeBack(needs, post, result.reason, { mayBeOut: false, rests: true }, result.retryAfterSeconds)
      return 'later'
    case 'uncertain':
      return inDoubt(needs, post, result.reason, settlingSeconds)
    case 'channel-closed':
      return closed(needs, post, result.reason)
    case 'post-gone':
      return giveUp(needs, post, result.reason)
  }
}

function threadOf(db: Database, post: Post): Promise<string | 'waiting' | null> | string | null {
  return post.thread !== null || post.ticketId === null
    ? post.thread
    : threadOfTicket(db, post.ticketId, post.platform, post.channel, post.id)
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

async function posted(needs: PostNeeds, post: Post, address: string): Promise<Turn> {
  const postedAt = needs.now().toString()
  await needs.db.transaction(async tx => {
    await settlePost(tx, post.id, needs.instanceId, { state: 'posted', address, postedAt })
    await forgetClosed(tx, post)
  })
  return 'posted'
}

async function giveUp(needs: PostNeeds, post: Post, lastError: string): Promise<Turn> {
  await settlePost(needs.db, post.id, needs.instanceId, { state: 'failed', lastError, mayBeOut: false })
  return 'given-up'
}

async function closed(needs: PostNeeds, post: Post, reason: string): Promise<Turn> {
  const now = needs.now()
  await needs.db.transaction(async tx => {
    const lastError = reason
    const ours = await settlePost(tx, post.id, needs.instanceId, {
      state: 'failed',
      lastError,
      mayBeOut: false,
    })
    if (ours) await closeChannel(needs.operators, tx, post, reason, now)
  })
  return 'given-up'
}

async function behindItsFirst(needs: PostNeeds, post: Post): Promise<Turn> {
  const why = 'Der erste Beitrag zu diesem Vorgang steht noch nicht im Kanal.'
  await comeBack(needs, post, why, { mayBeOut: post.mayBeOut, rests: false }, followSeconds)
  return 'aside'
}

async function inDoubt(needs: PostNeeds, post: Post, reason: string, seconds: number): Promise<Turn> {
  await comeBack(needs, post, reason, { mayBeOut: true, rests: true }, seconds)
  return 'aside'
}

/** Another job does it at a time that the platform named, or when it must have settled. `rests`: nobody is to try it before. */
async function comeBack(
  needs: PostNeeds,
  post: Post,
  lastError: string,
  { mayBeOut, rests }: { mayBeOut: boolean; rests: boolean },
  seconds: number,
): Promise<void> {
  const afterSeconds = Math.max(1, Math.ceil(seconds))
  await needs.db.transaction(async tx => {
    await settlePost(tx, post.id, needs.instanceId, {
      state: 'ready',
      lastError,
      mayBeOut,
      restSeconds: rests ? afterSeconds : null,
    })
    await needs.enqueue(tx, 'postToChat', [{ postId: post.id }], { afterSeconds })
  })
}
