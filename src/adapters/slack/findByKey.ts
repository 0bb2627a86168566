import type { webApi } from '@slack/bolt'

/** Names our posts in Slack's message metadata; only letters, digits and "_" are allowed there. */
const eventType = 'kla_post'

/** A search that must end: as many pages of 200 messages as the busiest day of a channel fills. */
const limits = { pages: 20, pageSize: 200 }

/** The mark by which a post can be found again after a crash. Members of the channel do not see it. */
export function keyMetadata(key: string): { event_type: string; event_payload: { key: string } } {
  return { event_type: eventType, event_payload: { key } }
}

/**
 * The address of the post with this key among the messages of the channel since `since`, or among the
 * replies of `thread`, which do not stand in the history of the channel. null only when all of them were read; anything
 * less is 'unknown', because a wrong null would post twice.
 */
export async function findByKey(
  client: webApi.WebClient,
  channel: string,
  key: string,
  near: { since: string; thread: string | null },
): Promise<string | null | 'unknown'> {
  try {
    let cursor: string | undefined
    for (let page = 0; page < limits.pages; page++) {
      const { messages = [], response_metadata: after } = await pageOf(client, channel, near, cursor)
      const found = messages.find(message => keyOf(message) === key)
      // Slack gives every message its ts.
      if (found) return found.ts!
      cursor = after?.next_cursor || undefined
      if (!cursor) return null
    }
  } catch {
    // Slack is away or does not let us look.
  }
  return 'unknown'
}

async function pageOf(
  client: webApi.WebClient,
  channel: string,
  { since, thread }: { since: string; thread: string | null },
  cursor: string | undefined,
): Promise<webApi.ConversationsHistoryResponse | webApi.ConversationsRepliesResponse> {
  const asked = {
    channel,
    oldest: slackTime(since),
    include_all_metadata: true,
    limit: limits.pageSize,
    ...(cursor ? { cursor } : {}),
  } as const
  return thread ? client.conversations.replies({ ...asked, ts: thread }) : client.conversations.history(asked)
}

/** Our clock and Slack's differ by less than this. */
const clocksDifferSeconds = 300

/** Slack's form of an instant, "1713765240.000000": seconds since 1970. */
function slackTime(instant: string): string {
  const seconds = Date.parse(instant) / 1000 - clocksDifferSeconds
  // Slack would take anything else for "from the beginning" or refuse it; then nobody can tell.
  if (Number.isNaN(seconds)) throw new Error('not an instant')
  return seconds.toFixed(6)
}

function keyOf(message: unknown): string | null {
  const metadata = (message as { metadata?: { event_type?: string; event_payload?: { key?: unknown } } })
    .metadata
  if (metadata?.event_type !== eventType) return null
  const key = metadata.event_payload?.key
  return typeof key === 'string' ? key : null
}
