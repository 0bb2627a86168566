import type { ChatPlatform, PostResult } from '../../../src/adapters/chatTypes.ts'
import type { ClosedChannelNeeds } from '../../../src/flows/posts/closeChannel.ts'
import type { PostNeeds } from '../../../src/flows/posts/postToChat.ts'
import type { Handling } from '../handling.ts'

/** Who hears of a closed channel, in a house with these needs; the operators read betrieb@kreis.example. */
export function operatorsOf(
  needs: Pick<ClosedChannelNeeds, 'enqueue' | 'secret' | 'postTargets' | 'outgoing'>,
): ClosedChannelNeeds {
  const { enqueue, secret, postTargets, outgoing } = needs
  return {
    enqueue,
    secret,
    postTargets,
    outgoing,
    programmeId: 'pinneberg',
    operators: ['betrieb@kreis.example'],
    channelWords: (platform, channel) => ({
      name: `Kanal ${channel} (${platform})`,
      setting: 'KLA_X_CHANNELS',
    }),
  }
}

/** What the platform answers to the next post in a channel; 'arrives' and then the line breaks. */
type Answer = PostResult | 'arrives-without-answer' | null

export interface StandInPlatform extends ChatPlatform {
  /** What stands there, in the order in which it came. */
  stands: { channel: string; key: string; thread: string | null; summary: string }[]
  /** How often it was asked to post. */
  asked: number
  answer(channel: string, key: string): Answer
  /** null: it can look; otherwise nobody knows. */
  canLook: boolean
}

/** A chat platform that says what a test wants; what it took stands in `stands`. */
export function standInPlatform(name: string): StandInPlatform {
  const platform: StandInPlatform = {
    name,
    stands: [],
    asked: 0,
    canLook: true,
    answer: () => null,
    async post(channel, reply, key, thread) {
      platform.asked++
      const answer = platform.answer(channel, key)
      if (answer && answer !== 'arrives-without-answer') return answer
      platform.stands.push({ channel, key, thread, summary: reply.summary })
      return answer === null
        ? { kind: 'posted', address: key }
        : { kind: 'uncertain', reason: 'Leitung gebrochen' }
    },
    update: async (_channel, address) => ({ kind: 'posted', address }),
    findPost: async (channel, key) => {
      if (!platform.canLook) return 'unknown'
      return platform.stands.some(each => each.channel === channel && each.key === key) ? key : null
    },
  }
  return platform
}

export function postNeeds(world: Handling, instanceId: number, ...platforms: ChatPlatform[]): PostNeeds {
  return {
    db: world.database.connection.db,
    now: world.needs.now,
    enqueue: world.needs.enqueue,
    instanceId,
    underWay: new Set(),
    platforms: new Map(platforms.map(each => [each.name, each])),
    operators: operatorsOf(world.needs),
  }
}
