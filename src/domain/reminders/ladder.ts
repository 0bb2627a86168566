import type { Temporal } from 'temporal-polyfill'
import type { ReminderThing } from './reminderThing.ts'

/** Days since 1970-01-01: ten years of mornings compare millions of days, and numbers are a hundred times as fast. */
export function dayNumber({ year, month, day }: Temporal.PlainDate): number {
  return Date.UTC(year, month - 1, day) / 86_400_000
}

/** One rung before or on the date. */
interface Rung {
  /** Days before the first day of the date, 0 on it. */
  lead: number
  /** Day number from which it is reached. */
  from: number
  key: string
}

/** A dated thing in numbers, with the keys of all that can be said of it. */
export interface Ladder {
  first: number
  last: number
  /** Earliest first; the last one is the day itself. */
  rungs: readonly Rung[]
  overdue: string
  deputy: string
  lead: string
  oncemore: string
}

const known = new WeakMap<ReminderThing, Ladder>()

/**
 * The ladder of a dated thing. Its keys name thing, date and rung: a date that moves has new ones, and one that moves back finds
 * what was said before. A fuzzy date is counted from its first day, so that nobody reads a day out of it.
 */
export function ladderOf(thing: ReminderThing): Ladder | null {
  const { occasion } = thing
  if (occasion.kind !== 'date') return null
  const made = known.get(thing)
  if (made) return made
  const { first, last } = occasion.when
  const start = dayNumber(first)
  const about = `${thing.id}|${first.equals(last) ? first : `${first}/${last}`}`
  const leads = [...new Set([...occasion.leadDays, 0])].sort((a, b) => b - a)
  const ladder: Ladder = {
    first: start,
    last: dayNumber(last),
    rungs: leads.map(lead => ({ lead, from: start - lead, key: `${about}|${lead}` })),
    overdue: `${about}|ueberfaellig`,
    deputy: `${about}|vertretung`,
    lead: `${about}|leitung`,
    oncemore: `${about}|nochmals`,
  }
  known.set(thing, ladder)
  return ladder
}

/** The day until which it was put off is a reminder of its own; a date that moved does not bring it back. */
export function againKey(thing: ReminderThing, until: Temporal.PlainDate): string {
  return `${thing.id}|wieder|${until}`
}

export function pendingKey(thing: ReminderThing, since: Temporal.PlainDate, days: number): string {
  return `${thing.id}|seit ${since}|${days}`
}

export function unassignedKey(thing: ReminderThing): string {
  return `${thing.id}|niemand`
}
