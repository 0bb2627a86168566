import type { Queries } from './connect.ts'
import { and, count, eq, notInArray } from './drizzle.ts'
import { outgoingMails, posts, rawMails, tickets } from './schema.ts'

/** What became of the mail with these bytes; `settled`: nothing that it caused is still on its way. null: not handled. */
export async function whatBecameOf(db: Queries, programmeId: string, hash: string) {
  const [mail] = await db
    .select({ outcome: rawMails.outcome, reason: rawMails.reason, ticketId: rawMails.ticketId })
    .from(rawMails)
    .where(and(eq(rawMails.programmeId, programmeId), eq(rawMails.contentHash, hash)))
  if (!mail?.outcome) return null
  if (mail.ticketId === null) return { ...mail, ticket: null, settled: true }
  const [[ticket], [waitingPosts], [waitingLetters]] = await Promise.all([
    db.select().from(tickets).where(eq(tickets.id, mail.ticketId)),
    db
      .select({ n: count() })
      .from(posts)
      .where(and(eq(posts.ticketId, mail.ticketId), notInArray(posts.state, ['posted', 'failed']))),
    db
      .select({ n: count() })
      .from(outgoingMails)
      .where(
        and(
          eq(outgoingMails.ticketId, mail.ticketId),
          notInArray(outgoingMails.state, ['sent', 'refused', 'uncertain', 'held', 'dropped']),
        ),
      ),
  ])
  return { ...mail, ticket: ticket ?? null, settled: waitingPosts!.n + waitingLetters!.n === 0 }
}
