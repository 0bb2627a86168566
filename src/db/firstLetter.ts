import type { Queries } from './connect.ts'
import { and, asc, eq } from './drizzle.ts'
import { messages } from './schema.ts'

/** The letter that opened a Vorgang, as far as an excerpt needs it; null: it was opened otherwise. */
export async function firstLetter(
  db: Queries,
  ticketId: number,
): Promise<{ fromName: string; fromAddress: string; subject: string; body: string } | null> {
  const { fromName, fromAddress, subject, body } = messages
  const [letter] = await db
    .select({ fromName, fromAddress, subject, body })
    .from(messages)
    .where(and(eq(messages.ticketId, ticketId), eq(messages.direction, 'in')))
    .orderBy(asc(messages.at), asc(messages.id))
    .limit(1)
  return letter ?? null
}
