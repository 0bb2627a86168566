import type { Queries } from './connect.ts'
import { and, eq } from './drizzle.ts'
import { corrections } from './schema.ts'

/** Keeps what was said of a Vorgang and what a person meant: a lesson for the classifier. */
export async function insertCorrection(tx: Queries, row: typeof corrections.$inferInsert): Promise<void> {
  await tx.insert(corrections).values(row)
}

/** Forgets the lesson of a correction that was taken back. `at`: ISO instant of the correction. */
export async function removeCorrection(tx: Queries, ticketId: number, by: string, at: string): Promise<void> {
  await tx
    .delete(corrections)
    .where(and(eq(corrections.ticketId, ticketId), eq(corrections.by, by), eq(corrections.at, at)))
}
