import type { Queries } from './connect.ts'
import { sql } from './drizzle.ts'

/** All that belongs to a Vorgang. The raw mails are among it, so that what is erased with the Vorgang is all of it. */
const tables = ['messages', 'internal_notes', 'drafts', 'outgoing_mails', 'raw_mails', 'chat_messages']

/**
 * Makes one Vorgang's letters, notes, drafts and letters out those of another. Posts stay: they stand under the old number. Returns the
 * ids of what moved, by table.
 */
export async function moveContents(
  tx: Queries,
  fromId: number,
  intoId: number,
): Promise<Record<string, number[]>> {
  const moved: Record<string, number[]> = {}
  for (const table of tables) {
    const rows = await tx.execute<{ id: string }>(
      sql`update ${sql.identifier(table)} set ticket_id = ${intoId} where ticket_id = ${fromId} returning id`,
    )
    if (rows.length > 0) moved[table] = rows.map(row => Number(row.id))
  }
  return moved
}

/** Moves back what moved, as far as it is still there. */
export async function moveContentsBack(
  tx: Queries,
  moved: Record<string, number[]>,
  fromId: number,
  intoId: number,
): Promise<void> {
  for (const table of tables) {
    const ids = moved[table] ?? []
    if (ids.length > 0)
      await tx.execute(
        sql`update ${sql.identifier(table)} set ticket_id = ${fromId}
            where ticket_id = ${intoId} and id = any(${`{${ids.join(',')}}`}::bigint[])`,
      )
  }
}

/** To be called before Vorgänge are locked: sending a letter locks the letter first and its Vorgang afterwards. */
export async function lockLettersOut(tx: Queries, ticketId: number): Promise<void> {
  await tx.execute(sql`select 1 from outgoing_mails where ticket_id = ${ticketId} order by id for update`)
}
