import type { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import type { Incoming, Person } from '../../reply/incoming.ts'
import type { ChatCore } from '../chatTypes.ts'
import type { Hearing } from './hearing.ts'
import type { SlackIdentity } from './identity.ts'
import type { Pace } from './pace.ts'
import type { Pictures } from './pictures.ts'
import type { PlaceOf } from './place.ts'

export interface EarsOptions {
  client: webApi.WebClient
  pictures: Pictures
  pace: Pace
  core: ChatCore
  identity: SlackIdentity
  hearing: Hearing
  /** The umbrella command with slash, e.g. "/kla". */
  command: string
  /** Name of the emoji that makes a Vorgang of a message, without colons; null: none does. */
  emoji: string | null
  log: Logger
}

/** What every ear needs. */
export interface Ears extends EarsOptions {
  placeOf: PlaceOf
  /**
   * Does what follows an event behind its acknowledgement: Slack waits three seconds for that and no longer. An event that was
   * answered before is left alone; `eventId` null: nothing can come twice.
   */
  later(eventId: string | null, work: () => Promise<void>): void
  incoming(slackText: string, userId: string, channel: string, thread: string | null): Promise<Incoming>
  person(userId: string): Promise<Person>
}
