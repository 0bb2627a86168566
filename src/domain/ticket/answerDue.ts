import type { Temporal } from 'temporal-polyfill'
import type { Profile } from '../programme/profile.ts'
import { addWorkingDays } from '../time/calendar.ts'

/**
 * The day by which an answer is due for a letter of `today`: what the programme promises citizens, otherwise its internal
 * Wiedervorlage; null when it has neither. ISO date.
 */
export function answerDue(profile: Profile, today: Temporal.PlainDate): string | null {
  const days = profile.antwort_in_arbeitstagen ?? profile.wiedervorlage_arbeitstage
  return days === null ? null : addWorkingDays(profile.land, today, days).toString()
}
