import type { ChatCore, PlatformConfig } from '../adapters/chatTypes.ts'
import type { World } from '../buildWorld.ts'
import { staff } from '../chat/command.ts'
import { homeReply } from '../chat/home.ts'
import { mayUse } from '../chat/permission.ts'
import { unfurlReply } from '../chat/unfurl.ts'
import { isPassingFault } from '../db/connectionFault.ts'
import type { Profile } from '../domain/programme/profile.ts'
import { plansToday } from '../flows/processes/plansToday.ts'
import { around } from '../flows/processes/stepAnswers.ts'
import { hearMessage } from '../flows/talk/hearMessage.ts'
import { takeIn } from '../flows/talk/takeIn.ts'
import type { TalkNeeds } from '../flows/talk/talkNeeds.ts'
import { incidentNumber } from '../log.ts'
import type { Reply } from '../reply/reply.ts'
import { databaseAway, incident } from '../texts/notUnderstood.ts'
import { onlyStaffTakesIn } from '../texts/talkReplies.ts'

/** What the taking in of messages needs besides the world. */
export type TalkWays = Pick<TalkNeeds, 'enqueue' | 'postTargets' | 'outgoing'>

/** What a platform may ask of us besides commands: messages that are not addressed to us, our own page, links. */
export function talkFor(
  world: World,
  ways: TalkWays,
  platform: string,
  { channels }: Pick<PlatformConfig, 'channels'>,
): Pick<ChatCore, 'hear' | 'takeIn' | 'home' | 'unfurl' | 'watched'> {
  const { programme, settings } = world
  const watched = watchedChannels(programme.profile, channels)
  const needs = { ...world, ...ways, workplaceUrl: settings.workplaceUrl }
  const plans = async () => {
    const today = await plansToday(needs)
    return { all: today.all, nameOf: around(needs, today).nameOf }
  }
  return {
    watched,
    async hear(said) {
      try {
        return await hearMessage(needs, said, { platform, intake: watched.includes(said.channel) })
      } catch (error) {
        // Told again and again, a message that we cannot take would stop all that come behind it.
        if (isPassingFault(error)) throw error
        failed(world, error, 'chat: a message could not be taken in')
        return null
      }
    },
    takeIn: (said, by) =>
      answered(world, async () =>
        mayUse(staff, by) ? takeIn(needs, said, by, { platform }) : onlyStaffTakesIn(),
      ),
    home: (person, place) => answered(world, () => homeReply(needs, plans, person, place)),
    async unfurl(link, place) {
      // Elsewhere nobody knows who reads along, and a guest could ask for one number after another.
      if (!place.shared || !Object.values(channels).includes(place.channel)) return null
      try {
        return await unfurlReply(needs, link, place)
      } catch (error) {
        failed(world, error, 'chat: a link could not be shown')
        return null
      }
    },
  }
}

/** The platform's names of the channels in which every new question becomes a Vorgang. */
function watchedChannels(
  { kanalregeln }: Pick<Profile, 'kanalregeln'>,
  channels: PlatformConfig['channels'],
): string[] {
  const rules = new Map(Object.entries(kanalregeln))
  const ids = Object.entries(channels).flatMap(([name, id]) => (rules.get(name)?.eingang ? [id] : []))
  // Two names of the profile may be one channel of the platform.
  return [...new Set(ids)]
}

async function answered(world: World, work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work()
  } catch (error) {
    const number = failed(world, error, 'chat: a request failed')
    return isPassingFault(error) ? databaseAway(number) : incident(number)
  }
}

/** The number that a person can read out. */
function failed({ log }: Pick<World, 'log'>, error: unknown, message: string): string {
  const number = incidentNumber()
  log.error({ incident: number, err: error }, message)
  return number
}
