import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/connect.ts'
import { insertNote } from '../../db/internalNotes.ts'
import { auditLog } from '../../db/schema.ts'
import type { Ticket } from '../../db/tickets.ts'

/** Characters. */
export const longestNote = 5000

/**
 * Writes down what staff tell each other about a Vorgang. A note is a type of its own with a way of its own: no letter is ever made
 * of it, and nothing that makes letters can take one.
 */
export async function addNote(
  needs: { db: Database; now(): Temporal.Instant },
  ticket: Pick<Ticket, 'id' | 'programmeId'>,
  text: string,
  author: { id: string; name: string },
): Promise<void> {
  const at = needs.now().toString()
  await needs.db.transaction(async tx => {
    const noteId = await insertNote(tx, ticket, { author: author.name, text, at })
    await tx.insert(auditLog).values({
      programmeId: ticket.programmeId,
      at,
      actor: author.id,
      action: 'notiz_geschrieben',
      ticketId: ticket.id,
      detail: { noteId },
    })
  })
}
