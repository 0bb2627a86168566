import type { ChatCore } from '../adapters/chatTypes.ts'
import type { World } from '../buildWorld.ts'
import { isPassingFault } from '../db/connectionFault.ts'
import { listedWithAccount } from '../domain/people/listedPerson.ts'
import { guest, personOf } from '../flows/people/personOf.ts'
import { incidentNumber } from '../log.ts'
import type { Person } from '../reply/incoming.ts'
import type { Reply } from '../reply/reply.ts'
import { databaseAway, incident } from '../texts/notUnderstood.ts'

type SpeakerNeeds = Pick<World, 'db' | 'now' | 'programme' | 'people' | 'log'>

/** What keeps us from knowing who somebody is; by the Person that stands in. */
const doubts = new WeakMap<Person, unknown>()

/**
 * Who speaks on a platform. It does not reject: whoever cannot be looked up, because the database is away, is a guest of whom `whoIs` knows, so that
 * nobody who has a function is told to have none.
 */
export function personOn(needs: SpeakerNeeds, platform: string): ChatCore['personOf'] {
  return async account => {
    const id = `${platform}:${account}`
    try {
      return await personOf(needs, id)
    } catch (error) {
      const listed = listedWithAccount(needs.people, id)
      // The list needs no database; what is said next will tell that it is away.
      if (listed) return { id, name: listed.name, roles: listed.roles }
      const unknown = guest(id)
      doubts.set(unknown, error)
      return unknown
    }
  }
}

/** The core, with an answer of its own to people who could not be looked up. */
export function withDoubts<Core extends Pick<ChatCore, 'answer' | 'form' | 'hear' | 'takeIn' | 'home'>>(
  { log }: Pick<SpeakerNeeds, 'log'>,
  core: Core,
): Core {
  /** The sentence for somebody who could not be looked up; null: everybody is known, or known to be a guest. */
  const unsure = (person: Person): Reply | null => {
    if (!doubts.has(person)) return null
    const error = doubts.get(person)
    const number = incidentNumber()
    log.error({ incident: number, err: error }, 'chat: who speaks could not be looked up')
    return isPassingFault(error) ? databaseAway(number) : incident(number)
  }
  return {
    ...core,
    answer: async incoming => unsure(incoming.person) ?? core.answer(incoming),
    form: async (incoming, asks) => unsure(incoming.person) ?? core.form(incoming, asks),
    async hear(said) {
      // Told again when the database is back: whose words they are is kept with them.
      if (doubts.has(said.author)) throw doubts.get(said.author)
      return core.hear(said)
    },
    takeIn: async (said, by) => unsure(by) ?? core.takeIn(said, by),
    home: async (person, place) => unsure(person) ?? core.home(person, place),
  }
}
