import type { Temporal } from 'temporal-polyfill'
import type { Land } from '../time/calendar.ts'
import { dayNumber } from './keys.ts'
import type { Quiet } from './reminderThing.ts'
import type { SpeakingDays } from './speakingDays.ts'

/** What a morning knows besides the things themselves. */
export interface Morning {
  today: Temporal.PlainDate
  land: Land
  days: SpeakingDays
  /** Only what is firm may be said now: the morning was missed, and it is made up late in the evening. */
  quietHours: boolean
  /** Every key that was ever said, with its day. */
  sent: ReadonlyMap<string, Temporal.PlainDate>
  /** Working days after the first word about an overdue thing. */
  deputyAfter: number
  leadAfter: number
  /** Channel of reminders, for what nobody is named for. */
  channel: string
}

/** A morning looked at once, for all things. */
export interface Around extends Morning {
  now: number
  speaks: Record<Quiet, boolean>
  /** The last day that is over before it may be spoken again: on a Friday the Sunday. */
  upTo: Record<Quiet, number>
}

export function around(morning: Morning): Around {
  const { days, today, quietHours } = morning
  const now = dayNumber(today)
  const speaks = (quiet: Quiet) => !quietHours && days.speaks(quiet, today)
  const upTo = (quiet: Quiet) => dayNumber(days.next(quiet, today)) - 1
  return {
    ...morning,
    now,
    speaks: { never: true, freeDays: speaks('freeDays'), schoolHolidaysToo: speaks('schoolHolidaysToo') },
    upTo: { never: now, freeDays: upTo('freeDays'), schoolHolidaysToo: upTo('schoolHolidaysToo') },
  }
}
