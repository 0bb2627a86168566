import type { Classification } from '../classify/labels.ts'

/** What becomes of a letter, decided before anything is written. */
export type Destiny =
  | { kind: 'ticket'; classification: Classification; match: { ticketId: number; reason: string } | null }
  /** Belongs to a Vorgang; what the new letter shows may still raise its protection. */
  | { kind: 'followup'; ticketId: number; classification: Classification }
  | { kind: 'automatic'; reason: string }
  | { kind: 'duplicate'; reason: string; ticketId: number | null }
  | { kind: 'quarantined'; reason: string }
