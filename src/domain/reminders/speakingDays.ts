import type { Temporal } from 'temporal-polyfill'
import { isWorkingDay, type Land } from '../time/calendar.ts'
import { isSchoolHoliday, type SchoolCalendar } from '../time/schoolCalendar.ts'
import type { Quiet } from './reminderThing.ts'

/** On which mornings what may be said. */
export interface SpeakingDays {
  speaks(quiet: Quiet, day: Temporal.PlainDate): boolean
  /** The next day after this one on which it may be said. */
  next(quiet: Quiet, after: Temporal.PlainDate): Temporal.PlainDate
}

/**
 * Mornings of a Land: what is firm is said on every day, the rest not at weekends and on public holidays, what is soft not in
 * school holidays. Where nobody knows the school holidays (`school` null, or their end is reached) days count as school days.
 */
export function speakingDays(land: Land, school: SchoolCalendar | null): SpeakingDays {
  // Holidays of six weeks are walked through once, not each morning.
  const found = new Map<string, Temporal.PlainDate>()
  const days: SpeakingDays = {
    speaks(quiet, day) {
      if (quiet === 'never') return true
      if (!isWorkingDay(land, day)) return false
      return quiet === 'freeDays' || school === null || !isSchoolHoliday(school, day)
    },
    next(quiet, after) {
      const key = `${quiet} ${after}`
      const known = found.get(key)
      if (known) return known
      const tomorrow = after.add({ days: 1 })
      const next = days.speaks(quiet, tomorrow) ? tomorrow : days.next(quiet, tomorrow)
      found.set(key, next)
      return next
    },
  }
  return days
}
