import type { webApi } from '@slack/bolt'

/** Names our posts in Slack's message metadata; only letters, digits and "_" are allowed there. */
const eventType = 'kla_post'

/** A search that must end: pages of 200 messages, and threads in which later news may stand. */
const limits = { pages: 10, pageSize: 200, threads: 40 }

/** The mark by which a post can be found again after a crash. Members of the channel do not see it. */
export function keyMetadata(key: string): { event_type: string; event_payload: { key: string } } {
  return { event_type: eventType, event_payload: { key } }
}

type Message = NonNullable<webApi.ConversationsHistoryResponse['messages']>[number]

/**
 * The address of the post with this key, newest first. null only when the whole channel and every thread below our
 * own posts were read; anything less is 'unknown', because a wrong null would post twice.
 */
export async function findByKey(
  client: webApi.WebClient,
  channel: string,
  key: string,
): Promise<string | null | 'unknown'> {
  try {
    return (await searchChannel(client, channel, key)) ?? null
  } catch {
    return 'unknown'
  }
}

async function searchChannel(client: webApi.WebClient, channel: string, key: string) {
  const threads: Message[] = []
  let cursor: string | undefined
  for (let page = 0; page < limits.pages; page++) {
    const answer = await client.conversations.history({
      channel,
      include_all_metadata: true,
      limit: limits.pageSize,
      ...(cursor ? { cursor } : {}),
    })
    const messages = answer.messages ?? []
    const found = messages.find(message => keyOf(message) === key)
    if (found) return found.ts
    // Replies do not stand in the history of the channel; ours are only ever below posts of ours.
    threads.push(...messages.filter(message => keyOf(message) !== null && (message.reply_count ?? 0) > 0))
    cursor = answer.response_metadata?.next_cursor || undefined
    if (!cursor) return searchThreads(client, channel, key, threads)
  }
  return 'unknown'
}

async function searchThreads(client: webApi.WebClient, channel: string, key: string, parents: Message[]) {
  const newestFirst = parents.toSorted((a, b) => Number(b.latest_reply ?? 0) - Number(a.latest_reply ?? 0))
  for (const parent of newestFirst.slice(0, limits.threads)) {
    let cursor: string | undefined
    do {
      const answer = await client.conversations.replies({
        channel,
        ts: parent.ts!, // Slack gives every message its ts.
        include_all_metadata: true,
        limit: limits.pageSize,
        ...(cursor ? { cursor } : {}),
      })
      const found = answer.messages?.find(message => keyOf(message) === key)
      if (found) return found.ts
      cursor = answer.response_metadata?.next_cursor || undefined
    } while (cursor)
  }
  return newestFirst.length > limits.threads ? 'unknown' : null
}

function keyOf(message: unknown): string | null {
  const metadata = (message as { metadata?: { event_type?: string; event_payload?: { key?: unknown } } })
    .metadata
  if (metadata?.event_type !== eventType) return null
  const key = metadata.event_payload?.key
  return typeof key === 'string' ? key : null
}
