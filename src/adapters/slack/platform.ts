import type { webApi } from '@slack/bolt'
import type { Reply } from '../../reply/reply.ts'
import type { ChatPlatform, PostResult } from '../chatTypes.ts'
import { blocksRefused, postFailure, rateLimitSeconds } from './failure.ts'
import { findByKey, keyMetadata } from './findByKey.ts'
import type { SlackMessage } from './message.ts'
import type { Pace } from './pace.ts'
import { type Pictures, sendWithPictures } from './pictures.ts'

/** A post waits so many milliseconds for its turn in a channel; one that would wait longer comes back later. */
const patience = 2_000

/**
 * Posts to Slack channels; `channel` is Slack's id such as "C024BE91L", the address of a post is its `ts`.
 * Each call is tried once: whether and when to repeat is decided by the job, which can look for the post first.
 */
export function slackPlatform(client: webApi.WebClient, pictures: Pictures, pace: Pace): ChatPlatform {
  async function call(channel: string, send: () => Promise<{ ts?: string }>): Promise<PostResult> {
    // Asking again only to hear 429 would prolong it; and a worker that waits in one channel serves no other.
    if (pace.wait(channel) > patience)
      return {
        kind: 'later',
        retryAfterSeconds: pace.comeBackIn(channel),
        reason:
          'Slack nimmt in einem Kanal etwa einen Beitrag je Sekunde; dieser ist noch nicht an der Reihe.',
      }
    try {
      const { ts } = await pace.inTurn(channel, send)
      return ts
        ? { kind: 'posted', address: ts }
        : { kind: 'uncertain', reason: 'Slack nennt keine Adresse.' }
    } catch (error) {
      const seconds = rateLimitSeconds(error)
      if (seconds === null) return postFailure(error)
      pace.quiet(channel, seconds)
      return { ...postFailure(error), kind: 'later', retryAfterSeconds: pace.comeBackIn(channel) }
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
