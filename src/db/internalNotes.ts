import type { Queries } from './connect.ts'
import { asc, eq } from './drizzle.ts'
import { storable } from './insertRows.ts'
import { internalNotes } from './schema.ts'

export type InternalNote = typeof internalNotes.$inferSelect

/** Returns the id of the note. */
export async function insertNote(
  tx: Queries,
  ticket: { id: number; programmeId: string },
  note: { author: string; text: string; at: string },
): Promise<number> {
  const [row] = await tx
    .insert(internalNotes)
    .values({
      programmeId: ticket.programmeId,
      ticketId: ticket.id,
      author: note.author,
      text: storable(note.text),
      at: note.at,
    })
    .returning({ id: internalNotes.id })
  return row!.id // an insert without conflict returns its row
}

/** The notes of a Vorgang, oldest first. For those who may read its letters. */
export async function notesOf(db: Queries, ticketId: number): Promise<InternalNote[]> {
  return db
    .select()
    .from(internalNotes)
    .where(eq(internalNotes.ticketId, ticketId))
    .orderBy(asc(internalNotes.at), asc(internalNotes.id))
}
