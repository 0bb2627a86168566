import { anyOf } from './anyOf.ts'
import type { Queries } from './connect.ts'
import { and, gte } from './drizzle.ts'
import { drafts, internalNotes } from './schema.ts'

/** Whether somebody wrote a note or prepared an answer in these Vorgänge at this instant or later; `besides`: not counting this note. */
export async function writtenSince(
  db: Queries,
  ticketIds: readonly number[],
  since: string,
  besides: number | null,
): Promise<boolean> {
  const notes = await db
    .select({ id: internalNotes.id })
    .from(internalNotes)
    .where(and(anyOf(internalNotes.ticketId, [...ticketIds]), gte(internalNotes.at, since)))
  if (notes.some(({ id }) => id !== besides)) return true
  const prepared = await db
    .select({ id: drafts.id })
    .from(drafts)
    .where(and(anyOf(drafts.ticketId, [...ticketIds]), gte(drafts.createdAt, since)))
    .limit(1)
  return prepared.length > 0
}
