import { actingFor, type Deputy } from '../process/kinds/deputies.ts'
import type { Profile } from '../programme/profile.ts'
import type { Recipient, ReminderThing } from './reminderThing.ts'

/** Who is to act, who steps in, and who leads, of a role (id or name of one of the `beteiligte`); null: nobody is named. */
export type Recipients = (role: string | null) => Pick<ReminderThing, 'owner' | 'deputy' | 'lead'>

/** The channel in which reminders are told unless a role has its own. */
export function channelOfReminders({ erinnerungen, kanaele }: Profile): string {
  return erinnerungen.kanal ?? kanaele.sonst ?? 'sonst'
}

/** `deputies`: who acts for functions that are away; the profile's own `vertretung` holds for all others. */
export function recipientsOf(profile: Profile, deputies: readonly Deputy[] = []): Recipients {
  const byId = new Map(profile.beteiligte.map(each => [each.id, each]))
  // Vorgänge carry the name of a function.
  const byName = new Map(profile.beteiligte.map(each => [each.name, each]))
  const rest = channelOfReminders(profile)
  const itself = (role: string): Recipient => {
    const found = byId.get(role) ?? byName.get(role)
    return found ? { name: found.name, channel: found.kanal ?? rest } : { name: role, channel: rest }
  }
  /** Whoever acts for a function: itself, or its deputy. */
  const acting = (role: string): Recipient => {
    const by = actingFor(deputies, byName.get(role)?.id ?? role)
    return by === null ? itself(role) : { ...itself(by), inPlaceOf: itself(role).name }
  }
  const named = (id: string | null) => (id !== null && byId.has(id) ? acting(id) : null)
  const of = (role: string): ReturnType<Recipients> => {
    const found = byId.get(role) ?? byName.get(role)
    const owner = acting(role)
    const away = owner.inPlaceOf !== undefined
    return {
      owner,
      deputy: away ? { name: owner.name, channel: owner.channel } : named(found?.vertretung ?? null),
      lead: named(found?.leitung ?? null),
    }
  }
  const known = new Map<string | null, ReturnType<Recipients>>([
    [null, { owner: null, deputy: null, lead: null }],
  ])
  return role => {
    const found = known.get(role) ?? of(role!) // null is known
    known.set(role, found)
    return found
  }
}
