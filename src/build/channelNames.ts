import type { PlatformConfig } from '../adapters/chatTypes.ts'
import type { Profile } from '../domain/programme/profile.ts'
import type { Place } from '../reply/incoming.ts'

/** The place with the profile's name of its channel, so that `kanalregeln` apply. Of several names for one channel the one with the narrowest rule. */
export function placeNamer(
  { kanalregeln }: Pick<Profile, 'kanalregeln'>,
  channels: PlatformConfig['channels'],
): (place: Place) => Place {
  const names = new Map<string, string>()
  const rules = new Map(Object.entries(kanalregeln))
  for (const [name, id] of Object.entries(channels))
    if (!names.has(id) || rules.get(name)?.befehle === 'lesen') names.set(id, name)
  return place => {
    const channelName = place.shared ? names.get(place.channel) : undefined
    return channelName === undefined ? place : { ...place, channelName }
  }
}
