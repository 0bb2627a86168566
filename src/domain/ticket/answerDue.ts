import type { Temporal } from 'temporal-polyfill'
import type { Flag } from '../classify/labels.ts'
import type { Profile } from '../programme/profile.ts'
import { addWorkingDays, isWorkingDay } from '../time/calendar.ts'

/** Letters with these signs are for the same working day (D18; K1 and heute_sichten by contract). */
const sameDay: readonly Flag[] = ['heute_sichten', 'antrag_verdacht', 'widerspruch']

/**
 * The day by which an answer is due for a letter of `today`: at once where a sign demands it, otherwise what the programme
 * promises citizens, otherwise its internal Wiedervorlage; null when it has neither. ISO date, always a working day.
 */
export function answerDue(
  profile: Profile,
  today: Temporal.PlainDate,
  found: { flags: readonly Flag[]; urgentChildProtection: boolean },
): string | null {
  if (found.urgentChildProtection || sameDay.some(flag => found.flags.includes(flag)))
    return (isWorkingDay(profile.land, today) ? today : addWorkingDays(profile.land, today, 1)).toString()
  const days = profile.antwort_in_arbeitstagen ?? profile.wiedervorlage_arbeitstage
  return days === null ? null : addWorkingDays(profile.land, today, days).toString()
}
