import type { Queries } from './connect.ts'
import { and, desc, eq, notInArray, or, sql } from './drizzle.ts'
import { insertRows } from './insertRows.ts'
import { instanceIsDead } from './instances.ts'
import { posts } from './schema.ts'

export type Post = typeof posts.$inferSelect
export type NewPost = typeof posts.$inferInsert

/** Writes posts and returns their ids; one whose key exists already is left out. */
export async function insertPosts(tx: Queries, rows: NewPost[]): Promise<number[]> {
  const inserted = await insertRows(tx, posts, rows, { onConflict: 'skip', returning: sql`id` })
  return inserted.map(row => Number(row.id))
}

/**
 * Claims a post for this instance. `mayBeOut` says that an earlier try may have reached the platform, so it must
 * be looked up there first. null: posted already or in other hands.
 */
export async function claimPost(
  db: Queries,
  id: number,
  instanceId: number,
): Promise<{ post: Post; mayBeOut: boolean } | null> {
  const [post] = await db
    .update(posts)
    .set({ state: 'claimed', claimedBy: instanceId, attempts: sql`${posts.attempts} + 1` })
    .where(
      and(
        eq(posts.id, id),
        or(
          eq(posts.state, 'ready'),
          // Its claimer is dead, or it is us and we failed half-way (the flow knows what it has under way).
          and(
            eq(posts.state, 'claimed'),
            or(eq(posts.claimedBy, instanceId), instanceIsDead(posts.claimedBy)),
          ),
        ),
      ),
    )
    .returning()
  return post ? { post, mayBeOut: post.attempts > 1 } : null
}

export async function settlePost(
  db: Queries,
  id: number,
  to:
    | { state: 'posted'; address: string; postedAt: string }
    | { state: 'ready' | 'failed'; lastError: string },
): Promise<void> {
  await db
    .update(posts)
    .set(
      to.state === 'posted'
        ? { state: 'posted', address: to.address, postedAt: to.postedAt, lastError: null }
        : { state: to.state, lastError: to.lastError },
    )
    .where(eq(posts.id, id))
}

/** The address of the first post about a Vorgang in this channel: later news goes to its thread. */
export async function threadOfTicket(
  db: Queries,
  ticketId: number,
  platform: Post['platform'],
  channel: string,
): Promise<string | null> {
  const [row] = await db
    .select({ address: posts.address })
    .from(posts)
    .where(
      and(
        eq(posts.ticketId, ticketId),
        eq(posts.platform, platform),
        eq(posts.channel, channel),
        eq(posts.state, 'posted'),
      ),
    )
    .orderBy(posts.id)
    .limit(1)
  return row?.address ?? null
}

/** The channels in which a Vorgang was announced. */
export async function channelsOfTicket(
  db: Queries,
  ticketId: number,
): Promise<{ platform: Post['platform']; channel: string }[]> {
  return db
    .selectDistinct({ platform: posts.platform, channel: posts.channel })
    .from(posts)
    .where(eq(posts.ticketId, ticketId))
}

/** The newest posts of a platform, oldest of them first. */
export async function recentPosts(
  db: Queries,
  programmeId: string,
  platform: Post['platform'],
  limit: number,
): Promise<Post[]> {
  const rows = await db
    .select()
    .from(posts)
    .where(and(eq(posts.programmeId, programmeId), eq(posts.platform, platform), eq(posts.state, 'posted')))
    .orderBy(desc(posts.id))
    .limit(limit)
  return rows.reverse()
}

/** Posts that are not out and not given up, oldest first. */
export async function unfinishedPosts(db: Queries, programmeId: string): Promise<number[]> {
  const rows = await db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.programmeId, programmeId), notInArray(posts.state, ['posted', 'failed'])))
    .orderBy(posts.id)
  return rows.map(row => row.id)
}

/** Posts that were given up. */
export async function failedPosts(db: Queries, programmeId: string): Promise<Post[]> {
  return db
    .select()
    .from(posts)
    .where(and(eq(posts.programmeId, programmeId), eq(posts.state, 'failed')))
    .orderBy(posts.id)
}
