import type { TeamsActivity } from './activity.ts'

/** Where something was said in Teams. */
export interface TeamsPlace {
  /** Where an answer goes: with ";messageid=…" into the thread. */
  conversation: string
  /** The channel or chat itself, "19:…@thread.tacv2". */
  channel: string
  /** The root message's id; null at top level and in chats, which know no threads. */
  thread: string | null
  /** Others read along. */
  shared: boolean
}

/**
 * In a channel the conversation's id names the root of the thread, "19:…@thread.tacv2;messageid=1713765240000", also when the
 * message itself is that root (learn.microsoft.com, "Channel and group chat conversations with a bot").
 */
export function placeOf({ conversation, id }: Pick<TeamsActivity, 'conversation' | 'id'>): TeamsPlace {
  const [channel = '', root] = conversation.id.split(';messageid=')
  return {
    conversation: conversation.id,
    channel,
    thread: root && root !== id ? root : null,
    shared: conversation.conversationType !== 'personal',
  }
}

/** Where a post in a thread goes. Group chats ("@thread.v2") know no threads. */
export function inThread(channel: string, thread: string | null): string {
  return thread === null || channel.endsWith('@thread.v2') ? channel : `${channel};messageid=${thread}`
}
