import type { Queries } from './connect.ts'
import { and, eq, isNull, notInArray } from './drizzle.ts'
import type { LeftBehind } from './leftBehind.ts'
import { outgoingMails, posts, rawMails } from './schema.ts'

/** Everything that nobody has finished, oldest first, whoever has it in hand. */
export async function unfinished(db: Queries, programmeId: string): Promise<LeftBehind> {
  const [mails, letters, open, scans] = await Promise.all([
    db
      .select({ id: rawMails.id })
      .from(rawMails)
      .where(and(eq(rawMails.programmeId, programmeId), isNull(rawMails.outcome)))
      .orderBy(rawMails.id),
    db
      .select({ id: outgoingMails.id, kind: outgoingMails.kind })
      .from(outgoingMails)
      .where(
        and(
          eq(outgoingMails.programmeId, programmeId),
          notInArray(outgoingMails.state, ['sent', 'refused', 'uncertain', 'held', 'dropped']),
        ),
      )
      .orderBy(outgoingMails.id),
    db
      .select({ id: posts.id })
      .from(posts)
      .where(and(eq(posts.programmeId, programmeId), notInArray(posts.state, ['posted', 'failed'])))
      .orderBy(posts.id),
    db
      .select({ id: rawMails.id })
      .from(rawMails)
      .where(
        and(
          eq(rawMails.programmeId, programmeId),
          eq(rawMails.scan, 'waiting'),
          isNull(rawMails.scanFinding),
        ),
      )
      .orderBy(rawMails.id),
  ])
  const ids = (rows: { id: number }[]) => rows.map(row => row.id)
  return {
    mails: ids(mails),
    alarms: ids(letters.filter(letter => letter.kind === 'alarm')),
    letters: ids(letters.filter(letter => letter.kind !== 'alarm')),
    posts: ids(open),
    scans: ids(scans),
  }
}
