import { type ChannelAt, ticketOfThread } from './chatMessages.ts'
import type { Queries } from './connect.ts'
import { eq } from './drizzle.ts'
import { tickets } from './schema.ts'
import type { Ticket } from './tickets.ts'

/** The Vorgang that a thread is about, as its number is said; null: of none that we know. Whoever speaks of it asks who may know of it. */
export async function ticketNumberOfThread(
  db: Queries,
  at: ChannelAt,
  thread: string,
): Promise<Pick<Ticket, 'year' | 'seq' | 'number' | 'dataClass'> | null> {
  const id = await ticketOfThread(db, at, thread)
  if (id === null) return null
  const { year, seq, number, dataClass } = tickets
  const [row] = await db
    .select({ year, seq, number, dataClass })
    .from(tickets)
    .where(eq(tickets.id, id))
    .limit(1)
  return row ?? null
}
