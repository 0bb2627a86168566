import type { Logger } from 'pino'
import type { PlatformMemory } from '../chatTypes.ts'
import { accountOf, type TeamsActivity } from './activity.ts'
import type { Connector } from './connector.ts'
import { placeOf } from './place.ts'
import type { PersonalChat, Whereabouts } from './whereabouts.ts'

export interface References {
  /** Keeps what an activity tells of its conversation, and all channels of a team to which we were added. Never rejects. */
  note(activity: TeamsActivity): Promise<void>
  /** null: nothing came from this channel yet. */
  channel(id: string): Promise<Whereabouts | null>
  person(accountId: string): Promise<PersonalChat | null>
  keepPerson(accountId: string, chat: PersonalChat): Promise<void>
}

/**
 * Where conversations are reached lies in the memory of the platform: each has a server of its own, which Teams changes now and then,
 * and a post may be written by a process that never heard from its channel. `serviceUrl` is believed because it is signed.
 */
export function references(memory: PlatformMemory, connector: Connector, log: Logger): References {
  /** What this process wrote or read last; saves a write for each message. */
  const known = new Map<string, string>()

  async function keep(key: string, value: Whereabouts | PersonalChat): Promise<void> {
    const written = JSON.stringify(value)
    if (known.get(key) === written) return
    await memory.set(key, value)
    known.set(key, written)
  }

  async function noteTeam(activity: TeamsActivity, at: Whereabouts): Promise<void> {
    const team = activity.channelData?.team?.id
    if (!team || !addsUs(activity)) return
    await keep(`channel:${team}`, at) // the channel General has the id of its team
    for (const id of await connector.channelsOf(at, team)) await keep(`channel:${id}`, at)
  }

  return {
    async note(activity) {
      const at = { serviceUrl: activity.serviceUrl, botId: activity.recipient.id }
      try {
        const { channel, conversation, shared } = placeOf(activity)
        if (shared) await keep(`channel:${channel}`, at)
        else if (accountOf(activity)) await keep(`person:${accountOf(activity)}`, { ...at, conversation })
        const own = activity.channelData?.channel?.id
        if (own && own !== channel) await keep(`channel:${own}`, at)
        await noteTeam(activity, at)
      } catch (error) {
        log.warn({ err: error }, 'Teams: Weg zu einer Unterhaltung nicht gemerkt, folgt beim nächsten Mal')
      }
    },
    channel: id => memory.get<Whereabouts>(`channel:${id}`),
    person: id => memory.get<PersonalChat>(`person:${id}`),
    keepPerson: (id, chat) => keep(`person:${id}`, chat),
  }
}

/** True when the activity says that we were added to something. */
export function addsUs({ type, action, membersAdded, recipient }: TeamsActivity): boolean {
  return type === 'installationUpdate'
    ? action === 'add'
    : (membersAdded ?? []).some(each => each.id === recipient.id)
}
