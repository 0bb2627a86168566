import { type ChannelAt, ticketOfThread } from './chatMessages.ts'
import type { Queries } from './connect.ts'
import { eq } from './drizzle.ts'
import { tickets } from './schema.ts'

/** The Vorgang that a thread is about, as its number is said; null: of none that we know. */
export async function ticketNumberOfThread(
  db: Queries,
  at: ChannelAt,
  thread: string,
): Promise<{ year: number; seq: number; number: string } | null> {
  const id = await ticketOfThread(db, at, thread)
  if (id === null) return null
  const { year, seq, number } = tickets
  const [row] = await db.select({ year, seq, number }).from(tickets).where(eq(tickets.id, id)).limit(1)
  return row ?? null
}
