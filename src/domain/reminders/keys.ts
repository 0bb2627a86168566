import type { Temporal } from 'temporal-polyfill'
import type { When } from '../process/process.ts'
import type { ReminderThing } from './reminderThing.ts'

/** Days since 1970-01-01: ten years of mornings compare millions of days, and numbers are a hundred times as fast. */
export function dayNumber({ year, month, day }: Temporal.PlainDate): number {
  return Date.UTC(year, month - 1, day) / 86_400_000
}

/** What is said when a date passed. */
export type LateStage = 'overdue' | 'deputy' | 'lead' | 'oncemore'

const words: Record<LateStage, string> = {
  overdue: 'ueberfaellig',
  deputy: 'vertretung',
  lead: 'leitung',
  oncemore: 'nochmals',
}

/*
 * A key names thing, date and rung: a date that moves has new ones, and one that moves back finds what was said before.
 */

/** So many days before its date, 0 on its first day. */
export function leadKey({ id }: ReminderThing, { wann }: When, lead: number): string {
  return `${id}|${wann}|${lead}`
}

export function lateKey({ id }: ReminderThing, { wann }: When, stage: LateStage): string {
  return `${id}|${wann}|${words[stage]}`
}

/** The day until which it was put off is a reminder of its own; a date that moved does not bring it back. */
export function againKey({ id }: ReminderThing, until: Temporal.PlainDate): string {
  return `${id}|wieder|${until}`
}

export function pendingKey({ id }: ReminderThing, since: Temporal.PlainDate, days: number): string {
  return `${id}|seit ${since}|${days}`
}

export function unassignedKey({ id }: ReminderThing): string {
  return `${id}|niemand`
}
