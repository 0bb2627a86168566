import type { webApi } from '@slack/bolt'
import type { Reply } from '../../reply/reply.ts'
import type { ChatPlatform, PostResult } from '../chatTypes.ts'
import { blocksRefused, postFailure, rateLimitSeconds } from './failure.ts'
import { findByKey, keyMetadata } from './findByKey.ts'
import type { SlackMessage } from './message.ts'
import { type Pictures, sendWithPictures } from './pictures.ts'

/**
 * Posts to Slack channels; `channel` is Slack's id such as "C024BE91L", the address of a post is its `ts`.
 * Each call is tried once: whether and when to repeat is decided by the job, which can look for the post first.
 */
export function slackPlatform(
  client: webApi.WebClient,
  pictures: Pictures,
  clock: () => number = Date.now,
): ChatPlatform {
  /** Until when Slack asked us to leave a channel alone, in milliseconds. Saves asking again only to hear 429. */
  const quietUntil = new Map<string, number>()

  async function call(channel: string, send: () => Promise<{ ts?: string }>): Promise<PostResult> {
    const wait = Math.ceil(((quietUntil.get(channel) ?? 0) - clock()) / 1000)
    if (wait > 0)
      return { kind: 'later', retryAfterSeconds: wait, reason: 'Slack bittet um eine Pause (429).' }
    try {
      const { ts } = await send()
      return ts
        ? { kind: 'posted', address: ts }
        : { kind: 'uncertain', reason: 'Slack nennt keine Adresse.' }
    } catch (error) {
      const seconds = rateLimitSeconds(error)
      if (seconds !== null) quietUntil.set(channel, clock() + seconds * 1000)
      return postFailure(error)
    }
  }

  function send(reply: Reply, post: (message: SlackMessage) => Promise<{ ts?: string }>) {
    return sendWithPictures(pictures, reply, post, blocksRefused, message =>
      withoutRefusedBlocks(message, post),
    )
  }

  return {
    name: 'slack',
    post(channel: string, reply: Reply, key: string, thread: string | null) {
      return call(channel, () =>
        send(reply, message =>
          client.chat.postMessage({
            channel,
            ...message,
            ...(thread ? { thread_ts: thread } : {}),
            metadata: keyMetadata(key),
          }),
        ),
      )
    },
    update(channel: string, address: string, reply: Reply) {
      return call(channel, () =>
        send(reply, message => client.chat.update({ channel, ts: address, ...message })),
      )
    },
    findPost: (channel, key, near) => findByKey(client, channel, key, near),
  }
}

/** A post that Slack finds wrongly built still goes out as its one-sentence summary: news beats looks. */
async function withoutRefusedBlocks<T>(
  message: SlackMessage,
  send: (message: SlackMessage) => Promise<T>,
): Promise<T> {
  try {
    return await send(message)
  } catch (error) {
    if (!blocksRefused(error)) throw error
    return send({ ...message, blocks: [] })
  }
}
