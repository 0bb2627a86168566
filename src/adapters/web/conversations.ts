import type { Reply } from '../../reply/reply.ts'

/** One question with its answer, as shown on the page. */
export interface Exchange {
  /** Counts up within a conversation, from 1. */
  number: number
  text: string
  reply: Reply
  /** ISO instant. */
  at: string
}

export interface Conversations {
  /** Newest first. */
  of(sessionId: string): readonly Exchange[]
  add(sessionId: string, exchange: Omit<Exchange, 'number'>): Exchange
}

/**
 * What each browser asked since the start, for the page without script and after a reload. In memory only: answers are
 * views of the database and can be asked again, and what people type is kept nowhere.
 */
export function conversations(limits = { sessions: 200, exchanges: 30 }): Conversations {
  const all = new Map<string, { count: number; exchanges: Exchange[] }>()
  return {
    of: sessionId => all.get(sessionId)?.exchanges ?? [],
    add(sessionId, said) {
      const conversation = all.get(sessionId) ?? { count: 0, exchanges: [] }
      conversation.count += 1
      const exchange = { ...said, number: conversation.count }
      conversation.exchanges = [exchange, ...conversation.exchanges].slice(0, limits.exchanges)
      // Deleting first moves the session to the end: the one that was silent longest goes.
      all.delete(sessionId)
      all.set(sessionId, conversation)
      for (const oldest of all.keys()) {
        if (all.size <= limits.sessions) break
        all.delete(oldest)
      }
      return exchange
    },
  }
}
