import type { ChannelRule, Profile } from '../domain/programme/profile.ts'
import type { Role } from '../domain/ticket/visibility.ts'
import type { Person, Place } from '../reply/incoming.ts'
import type { AnyCommand, Permission } from './command.ts'

/** Whether this person may use a command with this permission. */
export function mayUse(permission: Permission, person: Pick<Person, 'roles'>): boolean {
  return permission === 'everyone' || person.roles.some(role => permission.includes(role))
}

/** What the profile says of this channel; null: nothing, or it is no channel. */
export function channelRule(
  { kanalregeln }: Pick<Profile, 'kanalregeln'>,
  { shared, channelName }: Pick<Place, 'shared' | 'channelName'>,
): ChannelRule | null {
  if (!shared || channelName === undefined) return null
  return Object.hasOwn(kanalregeln, channelName) ? kanalregeln[channelName]! : null
}

/** Whether a command may be carried out in this place: where `befehle: lesen` holds, only those that show something. */
export function mayRunHere(
  command: Pick<AnyCommand, 'changes'>,
  profile: Pick<Profile, 'kanalregeln'>,
  place: Pick<Place, 'shared' | 'channelName'>,
): boolean {
  return !command.changes || channelRule(profile, place)?.befehle !== 'lesen'
}

/** Functions behind the roles, for sentences. */
export const roleNames: Record<Role, string> = {
  koordination_jugendamt: 'Koordination Jugendamt',
  koordination_schulamt: 'Koordination Schulamt',
  projektgruppe: 'Projektgruppe',
  fachdienst: 'Fachdienst',
  asd: 'ASD',
  vergabestelle: 'Vergabestelle',
  pressestelle: 'Pressestelle',
  personal: 'Personal',
  kanal: 'Kanal',
  admin: 'Administration',
  gast: 'Gast',
}
