import type { Answer, ChatCore, PlatformConfig } from '../adapters/chatTypes.ts'
import type { World } from '../buildWorld.ts'
import { formFor } from '../chat/form.ts'
import { offeredCommands } from '../chat/offeredCommands.ts'
import { remember, remembered } from '../db/platformMemory.ts'
import { firstTime } from '../db/seenEvents.ts'
import { commands } from '../registry.ts'
import type { Incoming } from '../reply/incoming.ts'
import { type TalkWays, talkFor } from './buildTalk.ts'
import { placeNamer } from './channelNames.ts'
import { personOn, withDoubts } from './speakers.ts'

/** All that one platform may ask of us. */
export function chatCoreFor(
  world: World,
  answer: Answer,
  platform: string,
  config: Pick<PlatformConfig, 'channels' | 'level'>,
  ways: TalkWays,
): ChatCore {
  const { db, programme, now } = world
  const at = () => now().toString()
  const named = placeNamer(programme.profile, config.channels)
  const here = (incoming: Incoming): Incoming => ({ ...incoming, place: named(incoming.place) })
  return withDoubts(world, {
    answer: incoming => answer(here(incoming)),
    form: async (incoming, asks) =>
      formFor({ programme, now, commands: offeredCommands(programme, commands) }, here(incoming), asks),
    ...talkFor(world, ways, platform, config),
    personOf: personOn(world, platform),
    firstTime: id => firstTime(db, programme.id, platform, id, at()),
    level: config.level,
    memory: {
      get: async <T>(key: string) =>
        (await remembered(db, { programmeId: programme.id, platform, key })) as T | null,
      set: (key, value) => remember(db, { programmeId: programme.id, platform, key }, value, at()),
    },
  })
}
