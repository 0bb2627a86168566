import type { Temporal } from 'temporal-polyfill'
import type { Flag } from '../classify/labels.ts'
import type { Profile } from '../programme/profile.ts'
import { addWorkingDays, isWorkingDay } from '../time/calendar.ts'

/** Letters with these signs are for the same working day (D18; K1 and heute_sichten by contract). */
const sameDay: readonly Flag[] = ['heute_sichten', 'antrag_verdacht', 'widerspruch']

/** Whether these signs demand an answer on the working day of the letter. */
export function isForToday(found: { flags: readonly Flag[]; urgentChildProtection: boolean }): boolean {
  return found.urgentChildProtection || sameDay.some(flag => found.flags.includes(flag))
}

/**
 * The day by which an answer is due for a letter of `today`: at once where a sign demands it, otherwise what the programme
 * promises citizens, otherwise its internal Wiedervorlage; null when it has neither. ISO date, always a working day.
 */
export function answerDue(
  profile: Profile,
  today: Temporal.PlainDate,
  found: { flags: readonly Flag[]; urgentChildProtection: boolean },
): string | null {
  if (isForToday(found))
    return (isWorkingDay(profile.land, today) ? today : addWorkingDays(profile.land, today, 1)).toString()
  const days = profile.antwort_in_arbeitstagen ?? profile.wiedervorlage_arbeitstage
  return days === null ? null : addWorkingDays(profile.land, today, days).toString()
}

/**
 * The day of an answer after its signs were corrected `today`: what must be read the same day is due then, what need not any more as if it
 * had never been urgent, counted from the day it came in. Everything else keeps its day.
 */
export function dueAfterCorrection(
  profile: Profile,
  days: { today: Temporal.PlainDate; cameIn: Temporal.PlainDate; dueOn: string | null },
  before: { flags: readonly Flag[]; urgentChildProtection: boolean },
  after: { flags: readonly Flag[]; urgentChildProtection: boolean },
): string | null {
  if (isForToday(after)) {
    const today = answerDue(profile, days.today, after)
    return [days.dueOn, today].filter(day => day !== null).sort()[0] ?? null
  }
  return isForToday(before) ? answerDue(profile, days.cameIn, after) : days.dueOn
}
