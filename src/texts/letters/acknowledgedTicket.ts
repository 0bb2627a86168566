import type { Flag, Stakeholder } from '../../domain/classify/labels.ts'
import type { DataClass } from '../../domain/ticket/visibility.ts'

/** What an acknowledgement uses of a Vorgang. */
export interface AcknowledgedTicket {
  /** "KA-2024-0017". */
  number: string
  stakeholder: Stakeholder | null
  flags: readonly Flag[]
  bidderQuestion: boolean
  dataClass: DataClass
}
