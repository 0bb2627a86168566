import { type ChannelOfPost, channelOfWaiting, giveUpWaiting, nextWaiting } from '../../db/channelQueue.ts'
import { type PostNeeds, postOnce, type Turn } from './postOnce.ts'

export type { PostNeeds } from './postOnce.ts'

/** As many posts are sent by one job; what waits behind them gets another, so that no channel keeps a worker for long. */
const mostAtOnce = 20
/** A post that was put off so often lets the next one try: perhaps it is not the channel that refuses. */
const patience = 3
/** A post that was put off so often while others go through is at fault itself. */
const tooOften = 10

/**
 * Sends what waits in the channel of this post, in the order in which it was written, each at most once. All jobs of a channel do the
 * same: whoever finds its first post in other hands, or asked to wait, leaves it to that one's job. So a pause that the platform wants
 * is one for all posts of the channel and all replicas, and none overtakes another.
 */
export async function postToChat(needs: PostNeeds, postId: number): Promise<void> {
  const channel = await channelOfWaiting(needs.db, postId)
  if (!channel) return
  const last = await sendInOrder(needs, channel)
  if (last === null) return
  const next = await nextWaiting(needs.db, channel, last)
  if (next) await needs.enqueue(needs.db, 'postToChat', [{ postId: next.id }])
}

/** The last post that was looked at when there may be more; null: all is done, or left to another job. */
async function sendInOrder(needs: PostNeeds, channel: ChannelOfPost): Promise<number | null> {
  let after = 0
  /** The post that was let lie for others to try. */
  let passed: { id: number; attempts: number } | null = null
  for (let n = 0; n < mostAtOnce; n++) {
    const next = await nextWaiting(needs.db, channel, after)
    if (!next || (next.resting && !next.mayBeOut)) return null
    after = next.id
    // Whether this one arrived is found out later; it holds nobody up.
    if (next.resting) continue
    const turn = await oneTurn(needs, next.id)
    if (turn === 'elsewhere') return null
    if (turn === 'later') {
      if (passed || next.attempts + 1 < patience) return null
      passed = { id: next.id, attempts: next.attempts + 1 }
    }
    if (turn === 'posted' && passed) {
      if (passed.attempts >= tooOften) await lastTry(needs, passed.id)
      passed = null
    }
  }
  return after
}

async function oneTurn(needs: PostNeeds, id: number): Promise<Turn> {
  if (needs.underWay.has(id)) return 'elsewhere'
  needs.underWay.add(id)
  try {
    return await postOnce(needs, id)
  } finally {
    needs.underWay.delete(id)
  }
}

/** The channel takes posts at this moment: one that is put off all the same would be so for ever, and a person must look. */
async function lastTry(needs: PostNeeds, id: number): Promise<void> {
  if ((await oneTurn(needs, id)) === 'later') await giveUpWaiting(needs.db, id)
}
