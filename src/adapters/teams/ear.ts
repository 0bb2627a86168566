import type { Logger } from 'pino'
import type { Incoming, Place } from '../../reply/incoming.ts'
import type { ChatCore } from '../chatTypes.ts'
import type { TeamsActivity } from './activity.ts'
import type { Answering } from './answering.ts'
import type { Pressed } from './pressed.ts'
import type { References } from './references.ts'

export interface EarNeeds {
  core: ChatCore
  answering: Answering
  references: References
  log: Logger
}

/** What every ear needs. */
export interface Ear extends EarNeeds {
  /** Does something behind the acknowledgement. */
  later(work: () => Promise<void>): void
  /** False for an activity that was answered before; Teams repeats what it believes lost. */
  isFirst(activity: TeamsActivity): Promise<boolean>
  placeFor(activity: TeamsActivity): Place
  /** `text` is the line that was typed, or the command of a button. */
  incoming(activity: TeamsActivity, text: string, of?: Pressed): Promise<Incoming>
  answerPressed(activity: TeamsActivity, press: Pressed): Promise<void>
}
