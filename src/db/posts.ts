import type { Queries } from './connect.ts'
import { and, desc, eq, lt, ne, or, sql } from './drizzle.ts'
import { insertRows } from './insertRows.ts'
import { instanceIsDead } from './instances.ts'
import { posts, tickets } from './schema.ts'

export type Post = typeof posts.$inferSelect
export type NewPost = typeof posts.$inferInsert

/** Writes posts and returns their ids; one whose key exists already is left out. */
export async function insertPosts(tx: Queries, rows: NewPost[]): Promise<number[]> {
  const inserted = await insertRows(tx, posts, rows, { onConflict: 'skip', returning: sql`id` })
  return inserted.map(row => Number(row.id))
}

/**
 * Claims a post for this instance. `mayBeOut` says that an earlier try may have reached the platform, so it must be looked up
 * there first. null: posted already or in other hands.
 */
export async function claimPost(db: Queries, id: number, instanceId: number): Promise<Post | null> {
  const [post] = await db
    .update(posts)
    .set({
      state: 'claimed',
      claimedBy: instanceId,
      attempts: sql`${posts.attempts} + 1`,
      // Who had it in hand may have posted it before it died.
      mayBeOut: sql`${posts.mayBeOut} or ${posts.state} = 'claimed'`,
    })
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
  return post ?? null
}

/** False: another instance took the post over (ours was thought dead for a moment); it must not be posted by us. */
export async function stillOurs(db: Queries, id: number, instanceId: number): Promise<boolean> {
  const rows = await db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.id, id), eq(posts.state, 'claimed'), eq(posts.claimedBy, instanceId)))
  return rows.length === 1
}

/** Writes how it went, if the post is still in the hands of this instance. */
export async function settlePost(
  db: Queries,
  id: number,
  instanceId: number,
  to:
    | { state: 'posted'; address: string; postedAt: string }
    | { state: 'ready' | 'failed'; lastError: string; mayBeOut: boolean },
): Promise<void> {
  await db
    .update(posts)
    .set(
      to.state === 'posted'
        ? { state: 'posted', address: to.address, postedAt: to.postedAt, lastError: null }
        : { state: to.state, lastError: to.lastError, mayBeOut: to.mayBeOut, claimedBy: null },
    )
    .where(and(eq(posts.id, id), eq(posts.claimedBy, instanceId)))
}

/** Ids of the posts about a Vorgang that stand on a platform. */
export async function postedOfTicket(db: Queries, ticketId: number): Promise<number[]> {
  const rows = await db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.ticketId, ticketId), eq(posts.state, 'posted')))
  return rows.map(row => row.id)
}

/** A post with the Vorgang it is about. */
export async function postWithTicket(
  db: Queries,
  id: number,
): Promise<{ post: Post; ticket: typeof tickets.$inferSelect } | null> {
  const [row] = await db
    .select({ post: posts, ticket: tickets })
    .from(posts)
    .innerJoin(tickets, eq(tickets.id, posts.ticketId))
    .where(eq(posts.id, id))
  return row ?? null
}

/** What a post shows from now on. */
export async function setReply(db: Queries, id: number, reply: Post['reply']): Promise<void> {
  await db.update(posts).set({ reply }).where(eq(posts.id, id))
}

/**
 * Where news of a Vorgang goes in this channel: below the first of its posts before `beforeId`. 'waiting' while that one
 * is still on its way; null when there is none.
 */
export async function threadOfTicket(
  db: Queries,
  ticketId: number,
  platform: Post['platform'],
  channel: string,
  beforeId: number,
): Promise<string | 'waiting' | null> {
  const [first] = await db
    .select({ address: posts.address })
    .from(posts)
    .where(
      and(
        eq(posts.ticketId, ticketId),
        eq(posts.platform, platform),
        eq(posts.channel, channel),
        lt(posts.id, beforeId),
        ne(posts.state, 'failed'),
      ),
    )
    .orderBy(posts.id)
    .limit(1)
  return first ? (first.address ?? 'waiting') : null
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

/** Posts that were given up. */
export async function failedPosts(db: Queries, programmeId: string): Promise<Post[]> {
  return db
    .select()
    .from(posts)
    .where(and(eq(posts.programmeId, programmeId), eq(posts.state, 'failed')))
    .orderBy(posts.id)
}
