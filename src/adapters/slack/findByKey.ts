import type { webApi } from '@slack/bolt'

/** Names our posts in Slack's message metadata; only letters, digits and "_" are allowed there. */
const eventType = 'kla_post'

/**
 * A search that must end: as many messages as fill a channel's busiest days. `least`: so many are looked at whatever the clocks
 * say: ours may have been hours wrong when the post was written down, and right again now.
 */
const limits = { page: 999, least: 900, most: 5_000 }

/** Our clock and Slack's differ by less than this, unless one is wrong. */
const clocksDifferSeconds = 300

/** The mark by which a post can be found again after a crash. Members of the channel do not see it. */
export function keyMetadata(key: string): { event_type: string; event_payload: { key: string } } {
  return { event_type: eventType, event_payload: { key } }
}

/**
 * The address of the post with this key among the newest messages of the channel, back to `since`, or among the
 * replies of `thread`, which do not stand in the history of the channel. null only when all of them were read; anything
 * less is 'unknown', because a wrong null would post twice.
 */
export async function findByKey(
  client: webApi.WebClient,
  channel: string,
  key: string,
  { since, thread }: { since: string; thread: string | null },
): Promise<string | null | 'unknown'> {
  const long = Date.parse(since) / 1000 - clocksDifferSeconds
  try {
    let cursor: string | undefined
    let read = 0
    while (read < limits.most) {
      const asked = { channel, include_all_metadata: true, limit: limits.page, ...(cursor ? { cursor } : {}) }
      const page = thread
        ? await client.conversations.replies({ ...asked, ts: thread })
        : await client.conversations.history(asked)
      const messages: { ts?: string }[] = page.messages ?? []
      const found = messages.find(message => keyOf(message) === key)
      // Slack gives every message its ts.
      if (found) return found.ts!
      read += messages.length
      cursor = page.response_metadata?.next_cursor || undefined
      if (!cursor) return null
      // A channel is told from its newest message back, a thread from its first: that is always read to its end.
      const oldest = Number(messages.at(-1)?.ts)
      if (!thread && read >= limits.least && oldest < long) return null
      // A page without messages would never end it.
      read += 1
    }
  } catch {
    // Slack is away or does not let us look.
  }
  return 'unknown'
}

function keyOf(message: unknown): string | null {
  const metadata = (message as { metadata?: { event_type?: string; event_payload?: { key?: unknown } } })
    .metadata
  if (metadata?.event_type !== eventType) return null
  const key = metadata.event_payload?.key
  return typeof key === 'string' ? key : null
}
