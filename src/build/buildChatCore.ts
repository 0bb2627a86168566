import type { Answer, ChatCore, PlatformConfig } from '../adapters/chatTypes.ts'
import type { World } from '../buildWorld.ts'
import { remember, remembered } from '../db/platformMemory.ts'
import { firstTime } from '../db/seenEvents.ts'
import { personWithId } from '../people.ts'

/** All that one platform may ask of us. */
export function chatCoreFor(
  world: World,
  answer: Answer,
  platform: string,
  { level }: Pick<PlatformConfig, 'channels' | 'level'>,
): ChatCore {
  const { db, programme, now } = world
  const at = () => now().toString()
  return {
    answer,
    form: incoming => answer(incoming),
    hear: async () => null,
    takeIn: said =>
      answer({
        text: 'hilfe',
        person: said.author,
        place: { platform, shared: false, channel: said.channel, thread: null },
      }),
    home: (person, place) => answer({ text: 'status', person, place }),
    unfurl: async () => null,
    personOf: async id => personWithId(world.people, `${platform}:${id}`),
    firstTime: id => firstTime(db, programme.id, platform, id, at()),
    watched: [],
    level,
    memory: {
      get: async <T>(key: string) =>
        (await remembered(db, { programmeId: programme.id, platform, key })) as T | null,
      set: (key, value) => remember(db, { programmeId: programme.id, platform, key }, value, at()),
    },
  }
}
