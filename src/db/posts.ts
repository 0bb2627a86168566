import type { DisclosureLevel } from '../domain/ticket/visibility.ts'
import type { Queries } from './connect.ts'
import { and, desc, eq, isNull, lt, ne, or, sql } from './drizzle.ts'
import { insertRows } from './insertRows.ts'
import { instanceIsDead } from './instances.ts'
import { chatMessages, posts, tickets } from './schema.ts'

export type Post = typeof posts.$inferSelect
export type NewPost = typeof posts.$inferInsert

/** The platform channels behind a channel name of the profile. `level`: what the platform may be shown; absent: metadaten. */
export type PostTargets = (
  channelName: string,
) => { platform: NewPost['platform']; channel: string; level?: DisclosureLevel }[]

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

/**
 * Writes how it went, if the post is still in the hands of this instance; false: it is not. `restSeconds`: so long nobody is to try it
 * again, by the clock of the database.
 */
export async function settlePost(
  db: Queries,
  id: number,
  instanceId: number,
  to:
    | { state: 'posted'; address: string; postedAt: string }
    | { state: 'ready' | 'failed'; lastError: string; mayBeOut: boolean; restSeconds?: number | null },
): Promise<boolean> {
  const rows = await db
    .update(posts)
    .set(
      to.state === 'posted'
        ? { state: 'posted', address: to.address, postedAt: to.postedAt, lastError: null, claimedBy: null }
        : {
            state: to.state,
            lastError: to.lastError,
            mayBeOut: to.mayBeOut,
            claimedBy: null,
            notBefore: to.restSeconds ? sql`now() + make_interval(secs => ${to.restSeconds})` : null,
          },
    )
    .where(and(eq(posts.id, id), eq(posts.claimedBy, instanceId)))
    .returning({ id: posts.id })
  return rows.length === 1
}

/** What the first post about a Vorgang in a channel is called; further news of it has other keys. */
export const announcementKey = (ticketId: number) => `announcement:${ticketId}`

/**
 * Ids of the posts about a Vorgang that stand on a platform or are on their way there. `which`: all of them, or only the
 * announcements, which always show how things are.
 */
export async function postsOfTicket(
  db: Queries,
  ticketId: number,
  which: 'all' | 'announcements',
): Promise<number[]> {
  const rows = await db
    .select({ id: posts.id })
    .from(posts)
    .where(
      and(
        eq(posts.ticketId, ticketId),
        ne(posts.state, 'failed'),
        which === 'all' ? undefined : sql`starts_with(${posts.key}, ${`${announcementKey(ticketId)}:`})`,
      ),
    )
  return rows.map(row => row.id)
}

/**
 * Takes a post in hand to change what stands there: one at a time, over all processes, so that what is newest is written last. null: it
 * is in other hands, or does not stand there.
 */
export async function claimForUpdate(db: Queries, id: number, instanceId: number): Promise<Post | null> {
  const [post] = await db
    .update(posts)
    .set({ claimedBy: instanceId })
    .where(
      and(
        eq(posts.id, id),
        eq(posts.state, 'posted'),
        // Ours: we failed half-way (the flow knows what it has under way).
        or(isNull(posts.claimedBy), eq(posts.claimedBy, instanceId), instanceIsDead(posts.claimedBy)),
      ),
    )
    .returning()
  return post ?? null
}

/** Before the platform is asked: whatever happens now, nobody can be sure what stands there until it is settled. */
export async function aboutToUpdate(db: Queries, id: number, instanceId: number): Promise<boolean> {
  const rows = await db
    .update(posts)
    .set({ mayBeOut: true })
    .where(and(eq(posts.id, id), eq(posts.claimedBy, instanceId)))
    .returning({ id: posts.id })
  return rows.length === 1
}

/** Gives a post back. `reply`: what certainly stands there now; absent: nothing new is known. */
export async function settleUpdate(
  db: Queries,
  id: number,
  instanceId: number,
  reply?: Post['reply'],
): Promise<void> {
  await db
    .update(posts)
    .set({ claimedBy: null, ...(reply ? { reply, mayBeOut: false } : {}) })
    .where(and(eq(posts.id, id), eq(posts.claimedBy, instanceId)))
}

/** Changes what a post will say that certainly never left; false: somebody has it in hand, or had. */
export async function replaceUnposted(db: Queries, id: number, reply: Post['reply']): Promise<boolean> {
  const rows = await db
    .update(posts)
    .set({ reply })
    .where(and(eq(posts.id, id), eq(posts.state, 'ready'), eq(posts.mayBeOut, false)))
    .returning({ id: posts.id })
  return rows.length === 1
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

/**
 * Where news of a Vorgang goes in this channel: below the first of its posts before `beforeId`, otherwise below the question that
 * opened it there. 'waiting' while that post is still on its way; null when there is neither.
 */
export async function threadOfTicket(
  db: Queries,
  ticketId: number,
  platform: Post['platform'],
  channel: string,
  beforeId: number,
): Promise<string | 'waiting' | null> {
  const [first] = await db
    .select({ address: posts.address, thread: posts.thread })
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
  // The first one may itself stand below a question of the chat.
  if (first) return first.thread ?? first.address ?? 'waiting'
  const [question] = await db
    .select({ address: chatMessages.address, thread: chatMessages.thread })
    .from(chatMessages)
    .where(
      and(
        eq(chatMessages.ticketId, ticketId),
        eq(chatMessages.platform, platform),
        eq(chatMessages.channel, channel),
      ),
    )
    .orderBy(chatMessages.id)
    .limit(1)
  return question ? (question.thread ?? question.address) : null
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
