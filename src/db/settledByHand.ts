import type { Queries } from './connect.ts'
import { and, eq, inArray, sql } from './drizzle.ts'
import type { OutgoingMail } from './outgoingMails.ts'
import { outgoingMails, posts } from './schema.ts'

/**
 * A person's word about something of which the program cannot know, or that the gate held: it is done, it is tried again,
 * or, of what the gate held, it may leave (release) or is dropped. To let a held letter go is no second try, so that who means the
 * one never does the other.
 */
export type Verdict = 'done' | 'again' | 'release' | 'drop'

/** In which states a verdict makes sense, and where it leads. */
const outcomes = {
  done: { from: ['uncertain', 'refused'], to: 'sent' },
  again: { from: ['uncertain', 'refused'], to: 'ready' },
  release: { from: ['held'], to: 'ready' },
  drop: { from: ['held'], to: 'dropped' },
} as const satisfies Record<Verdict, { from: readonly OutgoingMail['state'][]; to: OutgoingMail['state'] }>

/** Settles a letter in doubt; null when there is no such letter that the verdict fits. */
export async function settleLetterByHand(
  tx: Queries,
  programmeId: string,
  id: number,
  verdict: Verdict,
  at: string,
): Promise<Pick<OutgoingMail, 'id' | 'ticketId' | 'kind'> | null> {
  const { from, to } = outcomes[verdict]
  const [row] = await tx
    .update(outgoingMails)
    .set({
      state: to,
      claimedBy: null,
      lastError: null,
      sentAt: verdict === 'done' ? at : null,
      // A person let it through: the gate does not ask again, and it counts.
      ...(verdict === 'again' || verdict === 'release'
        ? { passedAt: sql`coalesce(${outgoingMails.passedAt}, ${at}::timestamptz)` }
        : {}),
    })
    .where(
      and(
        eq(outgoingMails.programmeId, programmeId),
        eq(outgoingMails.id, id),
        inArray(outgoingMails.state, [...from]),
      ),
    )
    .returning({ id: outgoingMails.id, ticketId: outgoingMails.ticketId, kind: outgoingMails.kind })
  return row ?? null
}

/** The same for a post that was given up. */
export async function settlePostByHand(
  tx: Queries,
  programmeId: string,
  id: number,
  verdict: Verdict,
  at: string,
): Promise<{ ticketId: number | null } | null> {
  if (verdict === 'drop' || verdict === 'release') return null
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
  return row ?? null
}
