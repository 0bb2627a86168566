import type { Queries } from './connect.ts'
import { and, count, eq, gt, notInArray, sql } from './drizzle.ts'
import { posts } from './schema.ts'

/*
 * The posts of a channel that are not out yet, in the order in which they were written. Whether one is left alone for now is read
 * from the clock of the database: KLA_NOW may stand still, and replicas may differ.
 */

/** A channel of a platform, in one programme. */
export type ChannelOfPost = Pick<typeof posts.$inferSelect, 'programmeId' | 'platform' | 'channel'>

export interface WaitingPost {
  id: number
  attempts: number
  mayBeOut: boolean
  /** Nobody is to touch it now. */
  resting: boolean
}

/** Where a post belongs; null when it is out, given up or not there. */
export async function channelOfWaiting(db: Queries, id: number): Promise<ChannelOfPost | null> {
  const [row] = await db
    .select({ programmeId: posts.programmeId, platform: posts.platform, channel: posts.channel })
    .from(posts)
    .where(and(eq(posts.id, id), isWaiting))
  return row ?? null
}

/** The first post of the channel behind `after` that is not out. */
export async function nextWaiting(
  db: Queries,
  { programmeId, platform, channel }: ChannelOfPost,
  after: number,
): Promise<WaitingPost | null> {
  const [row] = await db
    .select({
      id: posts.id,
      attempts: posts.attempts,
      mayBeOut: posts.mayBeOut,
      resting: sql<boolean>`coalesce(${posts.notBefore} > now(), false)`,
    })
    .from(posts)
    .where(
      and(
        eq(posts.programmeId, programmeId),
        eq(posts.platform, platform),
        eq(posts.channel, channel),
        gt(posts.id, after),
        isWaiting,
      ),
    )
    .orderBy(posts.id)
    .limit(1)
  return row ?? null
}

/** Posts of which it was asked in vain, several times, whether they arrived. */
export async function postsInDoubt(db: Queries, programmeId: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(posts)
    .where(
      and(eq(posts.programmeId, programmeId), eq(posts.mayBeOut, true), gt(posts.attempts, 2), isWaiting),
    )
  return row?.n ?? 0
}

/** Gives up a post that nobody has in hand. */
export async function giveUpWaiting(db: Queries, id: number): Promise<void> {
  await db
    .update(posts)
    .set({ state: 'failed', mayBeOut: false })
    .where(and(eq(posts.id, id), eq(posts.state, 'ready')))
}

const isWaiting = notInArray(posts.state, ['posted', 'failed'])
