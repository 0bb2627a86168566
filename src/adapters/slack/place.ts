import type { webApi } from '@slack/bolt'
import type { Place } from '../../reply/incoming.ts'
import type { ChatCore } from '../chatTypes.ts'

/** Tells of a channel and thread what it means for us: shared or not, and what may be shown there. */
export type PlaceOf = (channel: string, thread: string | null) => Promise<Place>

export function places(client: webApi.WebClient, core: Pick<ChatCore, 'level'>): PlaceOf {
  const known = new Map<string, boolean>()
  return async (channel, thread) => ({
    platform: 'slack',
    shared: !(await isOwnConversation(client, channel, known)),
    channel,
    thread,
    level: core.level,
  })
}

/**
 * True for the direct conversation of a person with us. A slash command can also come from the conversation of two
 * other people, where everyone reads along; Slack shows us only our own, so what we cannot look up counts as shared.
 */
async function isOwnConversation(client: webApi.WebClient, channel: string, known: Map<string, boolean>) {
  if (!channel.startsWith('D')) return false
  const before = known.get(channel)
  if (before !== undefined) return before
  try {
    const { channel: found } = await client.conversations.info({ channel })
    known.set(channel, found?.is_im === true)
    return found?.is_im === true
  } catch {
    return false
  }
}
