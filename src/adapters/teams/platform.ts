import type { Reply } from '../../reply/reply.ts'
import type { ChatPlatform, PlatformMemory, PostResult } from '../chatTypes.ts'
import type { DrawTimeline } from '../types.ts'
import type { Connector } from './connector.ts'
import { contentRefused, postFailure, rateLimitSeconds, updateFailure } from './failure.ts'
import { messagesFor, type TeamsMessage } from './message.ts'
import type { Pace } from './pace.ts'
import { teamsPictures } from './pictures.ts'
import { inThread } from './place.ts'
import type { References } from './references.ts'
import { sentPosts } from './sentPosts.ts'
import type { Tokens } from './tokens.ts'
import type { Whereabouts } from './whereabouts.ts'

export interface PlatformNeeds {
  connector: Connector
  references: References
  tokens: Tokens
  memory: PlatformMemory
  pace: Pace
  /** Where a channel is reached that we have not heard of yet; null: it waits until we have. */
  usual: Whereabouts | null
  drawTimeline: DrawTimeline | undefined
}

/** Why a channel that the settings name cannot be written to yet. */
export const unknownChannel =
  'Teams hat diesen Kanal noch nicht genannt. Bitte die App dem Team hinzufügen oder sie im Kanal einmal mit @ ansprechen.'

/** Posts to channels of Teams; the address of a post is its activity's id. Each call is tried once. */
export function teamsPlatform(needs: PlatformNeeds): ChatPlatform {
  const { connector, references, tokens, pace } = needs
  const sent = sentPosts(needs.memory)

  /** Everything that can fail without harm comes before `send`. */
  async function call(
    channel: string,
    reply: Reply,
    send: (to: Whereabouts, message: TeamsMessage) => Promise<string>,
    about: {
      begin?(): Promise<void>
      notSent?(): Promise<void>
      posted?(address: string): Promise<void>
      failure?: typeof postFailure
    } = {},
  ): Promise<PostResult> {
    const wait = pace.wait(channel)
    if (wait > 0)
      return { kind: 'later', retryAfterSeconds: wait, reason: 'Teams bittet um eine Pause (429).' }
    let begun = false
    try {
      const to = (await references.channel(channel)) ?? needs.usual
      if (!to) return { kind: 'later', retryAfterSeconds: 300, reason: unknownChannel }
      const messages = messagesFor(reply, await teamsPictures(needs.drawTimeline, reply))
      await tokens.token()
      await pace.turn(channel)
      await about.begin?.()
      begun = true
      const address = await firstTaken(messages, message => send(to, message))
      if (!address) return { kind: 'uncertain', reason: 'Teams nennt keine Adresse.' }
      await about.posted?.(address)
      return { kind: 'posted', address }
    } catch (error) {
      const seconds = rateLimitSeconds(error)
      if (seconds !== null) pace.quiet(channel, seconds)
      const failure = begun ? (about.failure ?? postFailure)(error) : beforehand(error)
      if (begun && failure.kind !== 'uncertain') await about.notSent?.()
      return failure
    }
  }

  return {
    name: 'teams',
    post: (channel, reply, key, thread) =>
      call(channel, reply, (to, message) => connector.send(to, inThread(channel, thread), message), {
        begin: () => sent.begun(key),
        notSent: () => sent.notSent(key),
        posted: address => sent.posted(key, address),
      }),
    update: (channel, address, reply) =>
      call(
        channel,
        reply,
        async (to, message) => {
          await connector.update(to, channel, address, message)
          return address
        },
        { failure: updateFailure },
      ),
    async findPost(_channel, key) {
      try {
        return await sent.find(key)
      } catch {
        return 'unknown'
      }
    },
  }
}

/** Before the first byte nothing is uncertain, whatever went wrong. */
function beforehand(error: unknown): PostResult {
  const failure = postFailure(error)
  return failure.kind === 'uncertain'
    ? { kind: 'later', retryAfterSeconds: 30, reason: 'Der Beitrag ließ sich nicht vorbereiten.' }
    : failure
}

/** What Teams refuses for its content is certainly not posted, so the next one is tried. */
export async function firstTaken<T>(
  messages: readonly TeamsMessage[],
  send: (message: TeamsMessage) => Promise<T>,
): Promise<T> {
  for (const message of messages.slice(0, -1)) {
    try {
      return await send(message)
    } catch (error) {
      if (!contentRefused(error)) throw error
    }
  }
  return send(messages.at(-1)!) // messagesFor ends with the bare sentence
}
