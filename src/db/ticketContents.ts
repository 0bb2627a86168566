import type { Queries } from './connect.ts'
import { sql } from './drizzle.ts'

/**
 * Makes one Vorgang's letters, notes, drafts and letters out those of another. The raw mails go with them, so that what
 * is erased with the Vorgang is all of it. Posts stay: they stand under the old number.
 */
export async function moveContents(tx: Queries, fromId: number, intoId: number): Promise<void> {
  for (const table of ['messages', 'internal_notes', 'drafts', 'outgoing_mails', 'raw_mails'])
    await tx.execute(
      sql`update ${sql.identifier(table)} set ticket_id = ${intoId} where ticket_id = ${fromId}`,
    )
}

/** To be called before Vorgänge are locked: sending a letter locks the letter first and its Vorgang afterwards. */
export async function lockLettersOut(tx: Queries, ticketId: number): Promise<void> {
  await tx.execute(sql`select 1 from outgoing_mails where ticket_id = ${ticketId} order by id for update`)
}
