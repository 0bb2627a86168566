import type { Queries } from './connect.ts'
import { and, asc, count, eq, isNotNull, sql } from './drizzle.ts'
import { insertRows, storable } from './insertRows.ts'
import { chatMessages, posts } from './schema.ts'

export type ChatMessage = typeof chatMessages.$inferSelect
export type NewChatMessage = typeof chatMessages.$inferInsert

/** A channel of a platform, in one programme. */
export interface ChannelAt {
  programmeId: string
  platform: string
  channel: string
}

/** Keeps a message; false when it was kept before, by whatever process. Waits for one that is just keeping it. */
export async function keepChatMessage(tx: Queries, message: NewChatMessage): Promise<boolean> {
  const kept = await insertRows(tx, chatMessages, [{ ...message, text: storable(message.text) }], {
    onConflict: 'skip',
    returning: sql`id`,
  })
  return kept.length === 1
}

/** The Vorgang that holds this message of a channel; null: it was not taken in. */
export async function ticketOfMessage(db: Queries, at: ChannelAt, address: string): Promise<number | null> {
  const [row] = await db
    .select({ ticketId: chatMessages.ticketId })
    .from(chatMessages)
    .where(and(messagesIn(at), eq(chatMessages.address, address)))
    .limit(1)
  return row?.ticketId ?? null
}

/**
 * The Vorgang that a thread is about: the one that its first message asks or announces, otherwise the one of a message in it. null: of none
 * that we know.
 */
export async function ticketOfThread(db: Queries, at: ChannelAt, thread: string): Promise<number | null> {
  const asked = await ticketOfMessage(db, at, thread)
  if (asked !== null) return asked
  const [announced] = await db
    .select({ ticketId: posts.ticketId })
    .from(posts)
    .where(
      and(
        eq(posts.programmeId, at.programmeId),
        eq(posts.platform, at.platform),
        eq(posts.channel, at.channel),
        eq(posts.address, thread),
        isNotNull(posts.ticketId),
      ),
    )
    .orderBy(asc(posts.id))
    .limit(1)
  if (announced) return announced.ticketId
  const [within] = await db
    .select({ ticketId: chatMessages.ticketId })
    .from(chatMessages)
    .where(and(messagesIn(at), eq(chatMessages.thread, thread)))
    .orderBy(asc(chatMessages.id))
    .limit(1)
  return within?.ticketId ?? null
}

function messagesIn({ programmeId, platform, channel }: ChannelAt) {
  return and(
    eq(chatMessages.programmeId, programmeId),
    eq(chatMessages.platform, platform),
    eq(chatMessages.channel, channel),
  )
}

/** Whether this account wrote the question that opened a Vorgang. */
export async function askedBy(db: Queries, ticketId: number, authorId: string): Promise<boolean> {
  const [first] = await db
    .select({ authorId: chatMessages.authorId })
    .from(chatMessages)
    .where(eq(chatMessages.ticketId, ticketId))
    .orderBy(asc(chatMessages.id))
    .limit(1)
  return first?.authorId === authorId
}

/** What was said in the chat about a Vorgang, oldest first. For those who may read its letters. */
export async function chatMessagesOf(db: Queries, ticketId: number): Promise<ChatMessage[]> {
  return db
    .select()
    .from(chatMessages)
    .where(eq(chatMessages.ticketId, ticketId))
    .orderBy(asc(chatMessages.at), asc(chatMessages.id))
}

export async function countChatMessages(db: Queries, ticketId: number): Promise<number> {
  const [row] = await db.select({ n: count() }).from(chatMessages).where(eq(chatMessages.ticketId, ticketId))
  return row?.n ?? 0
}
