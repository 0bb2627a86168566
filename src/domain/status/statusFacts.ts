import type { Temporal } from 'temporal-polyfill'
import type { StepOfProcess } from '../process/stepsNamed.ts'
import type { Programme } from '../programme/programme.ts'
import type { TenderState } from '../tender/tenderState.ts'
import type { ProgrammeView } from './programmeView.ts'
import type { StepsView } from './stepsView.ts'
import type { TicketFigures } from './ticketFigures.ts'

/** All that an answer to "status" is made of. */
export interface StatusFacts {
  programme: Programme
  view: ProgrammeView
  /** null: the asker may know of no Vorgänge, and nothing is said about them. */
  tickets: TicketFigures | null
  /** null: the asker may know of no Abläufe, or the programme rests. */
  steps: StepsShown | null
  /** The procedure of procurement that runs, in words that are public; missing: none was begun. */
  tender?: TenderState | null
  /** The figures leave out what may not be shown here, because the place is shared. */
  inChannel: boolean
  /** When somebody last entered something in the Abläufe that the answer draws on, ISO instant; null: nobody did. */
  enteredUntil: string | null
  now: Temporal.Instant
}

/** Steps of Abläufe with the names that people call them by: "F-7". */
export interface StepsShown extends StepsView {
  nameOf(at: StepOfProcess): string
}
