import type { Temporal } from 'temporal-polyfill'

/**
 * What it is: a milestone, a period of law, a gate that must open first, the meeting of a committee, a duty that comes again, or any
 * other step of an Ablauf.
 */
export type TimelineKind = 'milestone' | 'legal' | 'gate' | 'meeting' | 'duty' | 'step'

/** `open`: its time is over and no source says what came of it. `blocked`: something else must come first. */
export type TimelineState = 'done' | 'planned' | 'moved' | 'fixed' | 'open' | 'suspended' | 'blocked'

/** First and last day that a point in time may mean, equal when it is sharp, and how its source says it. */
export interface TimelineSpan {
  first: Temporal.PlainDate
  last: Temporal.PlainDate
  /** As `germanPointInTime` gives it: "voraussichtlich 4. Quartal 2024", "22.04. bis 22.05.2024". */
  words: string
}

export interface TimelineItem extends TimelineSpan {
  /** Unique within its timeline. */
  id: string
  title: string
  kind: TimelineKind
  state: TimelineState
  /** The source's own word for the state where it is sharper, e.g. "in Abstimmung" for a planned one. */
  word?: string
  /** The source says „voraussichtlich“. */
  tentative: boolean
  /** Where it stood before it was moved, oldest first. */
  movedFrom?: readonly TimelineSpan[]
  /** Paragraph of a period of law, e.g. "§ 17 Abs. 2 VgV". */
  norm?: string
}

/** What belongs to the timeline, but has no place on it. */
export interface UndatedItem {
  title: string
  /** "geplant", "in Abstimmung". */
  word: string
}

/** A timeline of a programme or region on a day: what is shown, without a decision how. */
export interface Timeline {
  /** "Zeitplan Region 1: Elmshorn, Pinneberg, Barmstedt". */
  title: string
  /** What must be read first: „Programm ausgesetzt seit 03.12.2024“; null: nothing. */
  notice: string | null
  today: Temporal.PlainDate
  /** As-of date of the source. */
  stand: Temporal.PlainDate
  quelle: string
  /** In any order. */
  items: readonly TimelineItem[]
  undated: readonly UndatedItem[]
  /** First and last day to show; null: what the items and today need. */
  from: Temporal.PlainDate | null
  to: Temporal.PlainDate | null
}
