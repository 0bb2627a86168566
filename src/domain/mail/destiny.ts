import type { Classification } from '../classify/labels.ts'
import type { DeliveryReport } from './reports/bounce.ts'

/** What becomes of a letter, decided before anything is written. */
export type Destiny =
  | { kind: 'ticket'; classification: Classification; match: { ticketId: number; reason: string } | null }
  /** Belongs to a Vorgang; what that means for its class and state is seen when it is locked. */
  | { kind: 'followup'; ticketId: number; classification: Classification }
  /** `report`: what a mail server says of a letter that it could not deliver. */
  | { kind: 'automatic'; reason: string; report?: DeliveryReport | null }
  /** `confirms`: the mail with the copy that came first and whose sender was doubted; this one proves him. */
  | { kind: 'duplicate'; reason: string; ticketId: number | null; confirms?: number }
  | { kind: 'quarantined'; reason: string }
