import type { Temporal } from 'temporal-polyfill'

/** One date as a calendar program gets it. Facts that all in the house may know: no names, nothing of a Vorgang. */
export interface FeedEntry {
  /** Stays the same as long as the date exists, however often it moves. */
  uid: string
  title: string
  start: Temporal.PlainDate | Temporal.ZonedDateTime
  /** The last day of several, or the end of a time; null: one day, or no end. */
  end: Temporal.PlainDate | Temporal.ZonedDateTime | null
  /** The source knows it only roughly or expects it: shown as such, and nobody is busy by it. */
  tentative: boolean
  description: string
  /** Grows with each change, so that programs know which of two versions is newer (RFC 5546 section 2.1.4). */
  sequence: number
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  changedAt: Temporal.Instant
}

/** Which dates an address shows; null narrows nothing. */
export interface FeedScope {
  /** Id of a region: its dates, and those of the whole programme. */
  region: string | null
  /** Id of one of the `beteiligte`: what they have to do. */
  role: string | null
}
