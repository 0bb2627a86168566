import type { Queries } from './connect.ts'
import { and, eq, inArray } from './drizzle.ts'
import { outgoingMails, posts } from './schema.ts'

/** A person's word about something of which the program cannot know: it is done, or it is tried again. */
export type Verdict = 'done' | 'again'

/** Settles a letter in doubt. Its Vorgang (null: none), or undefined when there is no such letter in doubt. */
export async function settleLetterByHand(
  tx: Queries,
  programmeId: string,
  id: number,
  verdict: Verdict,
  at: string,
): Promise<number | null | undefined> {
  const [row] = await tx
    .update(outgoingMails)
    .set({
      state: verdict === 'done' ? 'sent' : 'ready',
      claimedBy: null,
      lastError: null,
      sentAt: verdict === 'done' ? at : null,
    })
    .where(
      and(
        eq(outgoingMails.programmeId, programmeId),
        eq(outgoingMails.id, id),
        inArray(outgoingMails.state, ['uncertain', 'refused']),
      ),
    )
    .returning({ ticketId: outgoingMails.ticketId })
  return row?.ticketId
}

/** The same for a post that was given up. */
export async function settlePostByHand(
  tx: Queries,
  programmeId: string,
  id: number,
  verdict: Verdict,
  at: string,
): Promise<number | null | undefined> {
  const [row] = await tx
    .update(posts)
    .set({
      state: verdict === 'done' ? 'posted' : 'ready',
      claimedBy: null,
      lastError: null,
      postedAt: verdict === 'done' ? at : null,
    })
    .where(and(eq(posts.programmeId, programmeId), eq(posts.id, id), eq(posts.state, 'failed')))
    .returning({ ticketId: posts.ticketId })
  return row?.ticketId
}
