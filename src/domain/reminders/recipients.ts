import type { Participant, Profile } from '../programme/profile.ts'
import type { Recipient, ReminderThing } from './reminderThing.ts'

/** Who is to act, who steps in, and who leads, of a role (id or name of one of the `beteiligte`); null: nobody is named. */
export type Recipients = (role: string | null) => Pick<ReminderThing, 'owner' | 'deputy' | 'lead'>

/** The channel in which reminders are told unless a role has its own. */
export function channelOfReminders({ erinnerungen, kanaele }: Profile): string {
  return erinnerungen.kanal ?? kanaele.sonst ?? 'sonst'
}

export function recipientsOf(profile: Profile): Recipients {
  const byId = new Map(profile.beteiligte.map(each => [each.id, each]))
  // Vorgänge carry the name of a function.
  const byName = new Map(profile.beteiligte.map(each => [each.name, each]))
  const rest = channelOfReminders(profile)
  const recipient = (each: Participant): Recipient => ({ name: each.name, channel: each.kanal ?? rest })
  const named = (id: string | null) => {
    const found = id === null ? undefined : byId.get(id)
    return found ? recipient(found) : null
  }
  const of = (role: string): ReturnType<Recipients> => {
    const found = byId.get(role) ?? byName.get(role)
    if (!found) return { owner: { name: role, channel: rest }, deputy: null, lead: null }
    return { owner: recipient(found), deputy: named(found.vertretung), lead: named(found.leitung) }
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
